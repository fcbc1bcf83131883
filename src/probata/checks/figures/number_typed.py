"""A number typed in a text that is, or nearly is, a figure or a cell.

Looks at the texts in your own words, in which `{{ figure('id') }}` may stand: narrative sections, statements and
particulars of allegations, how limbs are met, what evidence supports, who is affected, descriptions, arguments, the
summary. A number that equals a figure, a cell or a declared total is a note that names it. A number that misses one by
little should be corrected, and so should one in which two neighbouring digits of another are swapped; one that differs
in a single digit from a number of the source that its sentence cites is a note. A percentage is compared with the
figures and columns of percentages that its sentence can be about: it cites a source of theirs, or its paragraph does,
and says of what it is the share. "57%" is 57.1% rounded; one that misses a share by a point at most misses it by
little. Below 1,000 a number is compared only with what is taken from the very place that its sentence, or its item of
evidence, cites. Dates, years, numbers of articles and paragraphs, times, measures and quotations are left alone, and
numbers that are said to be rounded are not taken for mistakes. What `number-not-in-table` finds is told there alone.

## Why it matters
A number that was typed stays when the cell is corrected. Then the text and its own table disagree, on the same page.

## Example
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    citations: report, p. 3
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
figures:
  - {id: all, title: Persons detained, operation: sum, of: [{dataset: detained, column: persons}]}
narrative:
  - id: data
    title: Figures
    place: data
    text: In the two years 6,999 persons were detained [@report, p. 3].
```
```csv data/detained.csv
year,persons
2015,3000
2016,3999
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    citations: report, p. 3
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
figures:
  - {id: all, title: Persons detained, operation: sum, of: [{dataset: detained, column: persons}]}
narrative:
  - id: data
    title: Figures
    place: data
    text: In the two years {{ figure('all') }} persons were detained [@report, p. 3].
```
```csv data/detained.csv
year,persons
2015,3000
2016,3999
```

## When to allow it
Where the number is another's and happens to be the same, or where a source prints it so and the text says that it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import own_texts
from probata.checks.tables.cited_tables import cited_tables
from probata.checks.tables.known import Known
from probata.checks.tables.known_numbers import KnownNumbers, known_numbers
from probata.checks.tables.strange_numbers import strange_numbers
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.sentences import at_words
from probata.checks.texts.typed_numbers import TypedNumber, typed_numbers
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers that a figure should print, each once in a text."""
    known = known_numbers(case)
    told: set[tuple[MarkdownText, str]] = set()
    for number in typed_numbers(case.graph) if known else ():
        text = number.sentence.text
        key = (text, number.written)
        if key not in told and text.is_own(case.graph) and (found := _finding(case, number, known)):
            told.add(key)
            yield at_words(found, case.graph, text, *_span(number))


def _span(number: TypedNumber) -> tuple[int, int]:
    start = number.sentence.start + number.start
    return start, start + len(number.written)


def _finding(case: CheckInput, number: TypedNumber, known: KnownNumbers) -> Finding | None:
    text = number.sentence.text
    if same := known.equal_to(number):
        rounded = "" if same.value == number.value else f", {same.shown}, rounded"
        message = f"`{number.shown}` is typed here, and is {same.told}{rounded}"
        return case.finding(text.kind, text.record_id, message, _help(same), at=text.loc)
    if any(one.number == number for one in strange_numbers(case)):
        return None  # `number-not-in-table` tells it, with the number that it misses
    if not number.is_percent and any(one.gives(number.value) for one in cited_tables(case, number.sentence)):
        return None  # a sum of its table, and no slip
    if near := known.near_to(number):
        return case.finding(
            text.kind, text.record_id,
            f"`{number.shown}` is typed here, and {near.told} is {near.shown}",
            f"if it is meant, {_help(near)}; else cite where the other number is from", at=text.loc,
            severity=Severity.WARNING,
        )  # fmt: skip
    if mistyped := known.mistyped(number):
        other, is_swapped = mistyped
        how = "two digits swapped" if is_swapped else "one digit that differs"
        return case.finding(
            text.kind, text.record_id,
            f"`{number.shown}` is typed here, and {other.told} is {other.shown}, "
            f"with {how}", f"if it is meant, {_help(other)}; else cite where the other number is from", at=text.loc,
            severity=Severity.WARNING if is_swapped else None,
        )  # fmt: skip
    return None


def _help(known: Known) -> str:
    if known.figure:
        sign = "%" if known.is_percent else ""
        return f"write `{{{{ figure('{known.figure}').number }}}}{sign}`, so that a changed cell changes the text"
    return "add a figure for it to `figures.yaml` and print that, so that a changed cell changes the text"


CHECK = Check(
    "FIG115",
    "number-typed",
    Severity.INFO,
    "texts and lines",
    run,
    raised="should fix where a number narrowly misses one of the case",
    looks_at=own_texts,
)
