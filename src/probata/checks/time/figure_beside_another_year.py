"""A sentence speaks of one year, and prints a figure of another.

Looks at our own sentences in English that name one year alone, behind a month or behind *in*, *during* or *for*, and
print computed figures, and compares the year with the time of each figure: its `period`, or else the times of the cells
that it counts. Figures whose time is not recorded are not compared.

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
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.sentences import Sentence, at_words, our_sentences
from probata.checks.sure_days import Days
from probata.checks.told_dates import MONTH
from probata.diagnostics import Severity
from probata.figures.leaves import leaves

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SPOKEN_OF = re.compile(rf"\b(?:in|during|for|{MONTH})\s+((?:1[89]|20)\d\d)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\{\{\s*figure\(\s*['\"]([^'\"\n]+)['\"]")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each sentence with the times of its figures."""
    for sentence in our_sentences(case.graph):
        printed = _FIGURE.findall(sentence.raw)
        years = {match[0] for match in _YEAR.finditer(sentence.own)} if printed else set()
        spoken_of = _SPOKEN_OF.search(sentence.own) if len(years) == 1 else None
        for name in dict.fromkeys(printed) if spoken_of else ():
            days = _days_of(case, name)
            if spoken_of and days and not days[0].year <= int(spoken_of[1]) <= days[1].year:
                yield _finding(case, sentence, spoken_of, name, days)


def _days_of(case: CheckInput, name: str) -> Days | None:
    """Return the first and last day of the time of a figure; `None` where some of it is not recorded, or open."""
    found = case.figures.get(name)
    if found is None:
        return None
    own = found.figure.period
    times = [own] if own else [leaf.term.period for leaf in leaves(found.taken, case.figures)]
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    return min(when.first for when in known), max(when.last for when in known)


def _finding(case: CheckInput, sentence: Sentence, year: re.Match[str], name: str, days: Days) -> Finding:
    text = sentence.text
    finding = case.finding(
        text.kind, text.record_id,
        f"the sentence speaks of `{year[1]}` alone, and figure `{name}` covers {days[0].isoformat()} to "
        f"{days[1].isoformat()}",
        "name the time that the figure covers, or print the figure of that year", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, sentence.start + year.start(), sentence.start + year.end())


CHECK = Check("TIM125", "figure-beside-another-year", Severity.INFO, "figures", run)
