"""The title of a figure names a month, a year or a column, and the figure counts another.

Looks at the titles of computed figures, and their translations into French and Spanish. Where a title speaks of one
time, “in May 2022”, “2014 to 2018”, “in the first half of 2022”, the first and last day of what the figure takes must
fall into its first and last year, month or day. Where it names columns of numbers by their headings, and the figure
takes others alone, these are found. Shares, ratios, differences and ranks are left alone, since they take two things.

## Why it matters
The title is what the reader sees. “In May” over the number of April is a false statement, however right the table is.

## Example
```yaml
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - {id: all, title: Returns in 2016, operation: value, of: [{dataset: returns, column: returns, rows: ["2015"]}]}
```
```csv data/returns.csv
year,returns
2015,1023
2016,1032
```

Use instead:
```yaml
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - {id: all, title: Returns in 2016, operation: value, of: [{dataset: returns, column: returns, rows: ["2016"]}]}
```
```csv data/returns.csv
year,returns
2015,1023
2016,1032
```

## When to allow it
Where the time or name in the title is that of something else, and the title says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import figures_computed
from probata.checks.tables.named_parts import named_columns, names_in
from probata.checks.tables.times_of_figures import days_of_rows
from probata.checks.tenures.sure_days import Days
from probata.checks.texts.dates_in_text import ToldTime
from probata.checks.texts.printed_lines import printed_lines
from probata.checks.texts.sentences import Sentence, sentences_in
from probata.checks.texts.spoken_times import one_time
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.diagnostics import Severity
from probata.figures import Computed
from probata.model.dataset import Column
from probata.model.language import primary

_OF_TWO = frozenset({"share", "ratio", "difference", "rank"})
"""Operations that set two things beside each other."""
_HELP = "correct the title, or take the rows and the column that it names"


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each title with what its figure takes; a translation is found where the title itself is not."""
    told: set[str] = set()
    for found, title in _titles(case):
        if found.figure.id not in told:
            findings = (*_of_time(case, found, title), *_of_column(case, found, title))
            told |= {found.figure.id} if findings else set()
            yield from findings


def _titles(case: CheckInput) -> Iterator[tuple[Computed, Sentence]]:
    for line in printed_lines(case.graph):
        found = case.figures.get(line.record_id) if line.kind == "figures" and line.loc[-1] == "title" else None
        if found and found.figure.operation not in _OF_TWO and primary(line.language) in LANGUAGES:
            title = next(sentences_in(line, language=line.language), None)
            if title and title.raw.strip() == line.value.strip():
                yield found, title


def _of_time(case: CheckInput, found: Computed, title: Sentence) -> Iterator[Finding]:
    told, days = one_time(title.own, title.language), days_of_rows(case, found.figure.id)
    if told and days and _is_beside(told, days):
        yield finding_of_words(
            case, title.text, (title.start + told.start, title.start + told.end),
            f"the title says `{title.own[told.start : told.end]}`, and figure `{found.figure.id}` counts "
            f"{days[0].isoformat()} to {days[1].isoformat()}", _HELP,
        )  # fmt: skip


def _is_beside(told: ToldTime, days: Days) -> bool:
    """Tell whether the rows begin or end in another year, month or day than the title says."""
    begins = told.first.first <= days[0] <= told.first.last
    ends = told.last.first <= days[1] <= told.last.last
    return not (begins and ends)


def _of_column(case: CheckInput, found: Computed, title: Sentence) -> Iterator[Finding]:
    """Give a finding where the title names columns, and none of those that the figure takes."""
    taken = [(one.table, one.column) for one in found.taken if one.table and one.column]
    tables = {table.dataset.id: table for table, _ in taken if table}
    if len(tables) != 1 or len(taken) < len(found.taken):
        return
    named = named_columns(next(iter(tables.values())), title)
    if named and not any(column and _may_be_meant(column, title, named) for _, column in taken):
        match, column = named[0]
        others = ", ".join(f"`{one.heading}`" for _, one in taken if one)
        yield finding_of_words(
            case, title.text, (title.start + match.start(), title.start + match.end()),
            f"the title names the column `{column.heading}`, and figure `{found.figure.id}` takes {others}", _HELP,
        )  # fmt: skip


def _may_be_meant(taken: Column, title: Sentence, named: Sequence[tuple[re.Match[str], Column]]) -> bool:
    """Tell whether a title names a column too, or the sum of which it is a part."""
    headings = names_in(taken, "heading", title.language)
    return any(heading.casefold() in title.own.casefold() for heading in headings) or any(
        column.key == taken.key or (column.rule and taken.key in column.rule.columns and not match.start())
        for match, column in named
    )


CHECK = Check(
    "FIG179", "title-beside-rows", Severity.WARNING, "figures", run, looks_at=figures_computed
)  # fmt: skip
