"""A sentence speaks of one year, or of several, and prints a figure of others.

Looks at our own sentences in English, French and Spanish that name one year alone, behind a month or behind *in*,
*during* or *for*, and print computed figures, and compares the year with the time of each figure: its `period`, or
else the times of the cells and totals that it counts. Where a sentence names a first and a last year alone, "from 2010
to 2020", and does not tell how long something lasted, they are compared with the times of all its figures together:
neither may lie outside. Figures whose time is not recorded are not compared.

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

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.sure_days import Days
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.spoken_years import one_year, years_between
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity
from probata.graph.printed_figures import figures_in
from probata.model.dates import When


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each sentence with the times of its figures."""
    for sentence in (one for language in LANGUAGES for one in printed_sentences(case.graph, language)):
        printed = figures_in(sentence.raw)
        spoken_of = one_year(sentence.own, sentence.language) if printed else None
        for name in printed if spoken_of else ():
            days = _days_of(case, name)
            if spoken_of and days and not days[0].year <= int(spoken_of[1]) <= days[1].year:
                yield _finding(case, sentence, spoken_of, name, days)
        if years := years_between(sentence.own, sentence.language) if printed else None:
            times = [_days_of(case, name) for name in dict.fromkeys(printed)]
            known = [days for days in times if days]
            if len(known) == len(times) and _is_wider(years, known):
                yield _of_several(case, sentence, years, known)


def _is_wider(years: re.Match[str], times: Sequence[Days]) -> bool:
    """Tell whether the first or the last year lies outside the times of all figures."""
    first, last = min(days[0] for days in times), max(days[1] for days in times)
    return int(years[1]) < first.year or last.year < int(years[2])


def _of_several(case: CheckInput, sentence: Sentence, years: re.Match[str], times: Sequence[Days]) -> Finding:
    text = sentence.text
    first, last = min(days[0] for days in times), max(days[1] for days in times)
    return finding_of_words(
        case, text, (sentence.start + years.start(), sentence.start + years.end()),
        f"the sentence speaks of `{' '.join(years[0].split())}`, and its figures cover {first.isoformat()} to "
        f"{last.isoformat()}", "name the time that the figures cover",
    )  # fmt: skip


def _days_of(case: CheckInput, name: str) -> Days | None:
    """Return the first and last day of the time of a figure; `None` where some of it is not recorded, or open."""
    times = _times(case, name)
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    return min(when.first for when in known), max(when.last for when in known)


def _times(case: CheckInput, name: str) -> list[When | None]:
    """Return the times of the numbers behind a figure; a figure on the way that gives its own time has that."""
    times: list[When | None] = []
    ahead, seen = [name], {name}
    while ahead:
        found = case.figures.get(ahead.pop())
        if found and found.figure.period:
            times.append(found.figure.period)
            continue
        for one in found.taken if found else ():
            if one.figure is None:
                times += [term.period for term in one.terms]
            elif one.figure.id not in seen:
                seen.add(one.figure.id)
                ahead.append(one.figure.id)
    return times


def _finding(case: CheckInput, sentence: Sentence, year: re.Match[str], name: str, days: Days) -> Finding:
    text = sentence.text
    return finding_of_words(
        case, text, (sentence.start + year.start(), sentence.start + year.end()),
        f"the sentence speaks of `{year[1]}` alone, and figure `{name}` covers {days[0].isoformat()} to "
        f"{days[1].isoformat()}",
        "name the time that the figure covers, or print the figure of that year",
    )  # fmt: skip


CHECK = Check(
    "TIM125", "figure-beside-another-year", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages
)
