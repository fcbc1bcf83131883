"""A sentence speaks of one year or month, or of several, and prints a figure of others.

Looks at our own sentences in English, French and Spanish that name one year alone, behind a month or behind *in*,
*during* or *for*, and print computed figures, and compares the year with the time of each figure: its `period`, or
else the times of the cells and totals that it counts. Where a sentence names a first and a last year alone, "from 2010
to 2020", and does not tell how long something lasted, they are compared with the times of all its figures together:
neither may lie outside. So are the first and last month where a sentence names one time alone, "from April to July
2022", "in the first half of 2022", and leads to it with a word such as *in* or *from*. A month right behind a figure,
"12 admissions in May", must be one that the figure covers. Figures whose time is not recorded are not compared.

## Why it matters
“In 2016” before the number of 2018 is a false statement of fact, however right the number is in its table.

## Example
```yaml
case:
  title: Example
  summary: In 2016 the office counted {{ figure('all').number }} returns.
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures: [{id: all, title: Returns, operation: value, of: [{dataset: returns, column: returns, rows: ["2018"]}]}]
```
```csv data/returns.csv
year,returns
2018,1335
```

Use instead:
```yaml
case:
  title: Example
  summary: In 2018 the office counted {{ figure('all').number }} returns.
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures: [{id: all, title: Returns, operation: value, of: [{dataset: returns, column: returns, rows: ["2018"]}]}]
```
```csv data/returns.csv
year,returns
2018,1335
```

## When to allow it
Where the year is that in which somebody said so, and the sentence leaves no doubt of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tables.times_of_figures import days_of
from probata.checks.tenures.sure_days import Days
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.spoken_times import months_in, one_time
from probata.checks.texts.spoken_years import one_year, years_between
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, word_list
from probata.diagnostics import Severity
from probata.graph.printed_figures import figures_in

_NEAR = 3
"""Words between a figure and the month in which it was counted, at most."""
_YEAR = 360
"""Days of a time in which each month may stand."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the times of each sentence with those of its figures."""
    for sentence in (one for language in LANGUAGES for one in printed_sentences(case.graph, language)):
        if printed := figures_in(sentence.raw):
            yield from _of_years(case, sentence, printed) or _of_span(case, sentence, printed)
            yield from _of_months(case, sentence)


def _of_years(case: CheckInput, sentence: Sentence, printed: Sequence[str]) -> list[Finding]:
    spoken_of = one_year(sentence.own, sentence.language)
    found: list[Finding] = []
    for name in printed if spoken_of else ():
        days = days_of(case, name)
        if spoken_of and days and not days[0].year <= int(spoken_of[1]) <= days[1].year:
            found.append(_finding(case, sentence, spoken_of.span(1), f"speaks of `{spoken_of[1]}` alone", name, days))
    if years := years_between(sentence.own, sentence.language):
        times = _days_of_all(case, printed)
        if times and _is_wider(years, times):
            found.append(_of_several(case, sentence, years.span(), times))
    return found


def _of_span(case: CheckInput, sentence: Sentence, printed: Sequence[str]) -> list[Finding]:
    """Compare the one time of a sentence, to the month, with that of all its figures together."""
    told = one_time(sentence.own, sentence.language)
    times = _days_of_all(case, printed) if told and (told.first.month or told.last.month) else []
    first, last = min((days[0] for days in times), default=None), max((days[1] for days in times), default=None)
    if told and first and last and (told.first.last < first or last < told.last.first):
        return [_of_several(case, sentence, (told.start, told.end), times)]
    return []


def _of_months(case: CheckInput, sentence: Sentence) -> Iterator[Finding]:
    """Compare the month right behind a figure, without its year, with the months that the figure covers."""
    for match in _behind_figure(sentence.language).finditer(sentence.raw):
        days = days_of(case, match["id"])
        month = word_list("tenure", sentence.language)["months"].index(match["month"].casefold()) + 1
        if days and (days[1] - days[0]).days < _YEAR and month not in _months_of(days):
            yield _finding(case, sentence, match.span("month"), f"sets `{match['month']}` behind it", match["id"], days)


def _months_of(days: Days) -> set[int]:
    """Return the months of a time that is shorter than a year."""
    first, last = days[0].year * 12 + days[0].month - 1, days[1].year * 12 + days[1].month - 1
    return {month % 12 + 1 for month in range(first, last + 1)}


@cache
def _behind_figure(language: str) -> re.Pattern[str]:
    """Match a figure, and behind up to a few words the month in which it was counted."""
    before = str(word_list("years", language)["before"]).replace(" ", r"\s+")
    return re.compile(
        rf"\{{\{{\s*figure\(\s*['\"](?P<id>[^'\"\n]+)['\"]\s*\)[^{{}}\n]*\}}\}}(?:\s+[\w’'-]+){{0,{_NEAR}}}?\s+(?:{before})\s+"
        rf"(?P<month>{months_in(language).pattern})(?!\s+(?:de\s+)?\d)"
    )


def _days_of_all(case: CheckInput, printed: Sequence[str]) -> list[Days]:
    """Return the times of several figures; none where that of one is not known."""
    times = [days_of(case, name) for name in dict.fromkeys(printed)]
    known = [days for days in times if days]
    return known if len(known) == len(times) else []


def _is_wider(years: re.Match[str], times: Sequence[Days]) -> bool:
    """Tell whether the first or the last year lies outside the times of all figures."""
    first, last = min(days[0] for days in times), max(days[1] for days in times)
    return int(years[1]) < first.year or last.year < int(years[2])


def _of_several(case: CheckInput, sentence: Sentence, place: tuple[int, int], times: Sequence[Days]) -> Finding:
    text = sentence.text
    first, last = min(days[0] for days in times), max(days[1] for days in times)
    return finding_of_words(
        case, text, (sentence.start + place[0], sentence.start + place[1]),
        f"the sentence speaks of `{' '.join(sentence.own[slice(*place)].split())}`, and its figures cover "
        f"{first.isoformat()} to {last.isoformat()}", "name the time that the figures cover",
    )  # fmt: skip


def _finding(case: CheckInput, sentence: Sentence, place: tuple[int, int], told: str, name: str, days: Days) -> Finding:
    return finding_of_words(
        case, sentence.text, (sentence.start + place[0], sentence.start + place[1]),
        f"the sentence {told}, and figure `{name}` covers {days[0].isoformat()} to {days[1].isoformat()}",
        "name the time that the figure covers, or print the figure of that time",
    )  # fmt: skip


CHECK = Check(
    "TIM125", "figure-beside-another-year", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages
)
