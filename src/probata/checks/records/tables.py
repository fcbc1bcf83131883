"""Tables of figures: their columns, rows, units, and what a column is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, figures_and_tables, tables_read
from probata.checks.engine.finding import Finding, heading_of, headings_of
from probata.checks.prose.mentions import events_in
from probata.checks.tables.amounts import are_exact, write_amount
from probata.checks.tables.times import BorrowedShare, borrowed_shares
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.figures import Amount, TypedTable, Value, write_number
from probata.figures.operations import Leaf, leaves
from probata.figures.rules import Expected, Share, expected, find_multiple, find_share, fits
from probata.model.allegation import Allegation
from probata.model.dataset import Column, Dataset
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.quantity import Quantity
from probata.model.source_record import Source


@check(
    "FIG131",
    Severity.INFO,
    "datasets",
    looks_at=lambda case: (table for table in case.graph.datasets if _numbers(table)),
)
def unit_or_day_missing(case: CheckInput) -> Iterator[Finding]:
    """Find the tables that leave open what is counted, and those without a day."""
    for table in case.graph.datasets:
        bare = [column.key for column in _numbers(table) if not column.unit]
        if bare and not any(column.covers == "unit" for column in table.columns):
            yield case.finding(
                "datasets", table.id, f"table {say.table(table)} does not say what it counts in "
                f"{headings_of(table, bare)}",
                "write `unit: …` at the column, such as `persons` or `returns`", at=("columns",),
            )  # fmt: skip
        if _numbers(table) and table.as_of is None and not _has_dated_source(case, table):
            yield case.finding(
                "datasets", table.id, f"table {say.table(table)} does not say as of which day its numbers are",
                "write `as_of: …`, or `issued: …` in the source from which it is taken", at=("title",),
                alike="as of",
            )  # fmt: skip


def _numbers(table: Dataset) -> list[Column]:
    return [column for column in table.columns if column.type == "number" and not column.hidden]


def _has_dated_source(case: CheckInput, table: Dataset) -> bool:
    cited = [*table.citations, *(citation for column in table.columns for citation in column.citations)]
    sources = (case.graph.find("sources", Source, citation.source) for citation in cited)
    return any(source is not None and source.issued is not None for source in sources)


def _with_two_numbers(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with two columns of numbers."""
    yield from tables_read(case, lambda table: sum(one.type == "number" for one in table.columns) > 1)


@check("FIG103", Severity.WARNING, "datasets", looks_at=_with_two_numbers)
def column_is_constant_share(case: CheckInput) -> Iterator[Finding]:
    """Find the reported columns that are a share or multiple of another column of their table, each pair once."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for one, other in combinations(numbers, 2):
            told = [found for pair in ((one, other), (other, one)) if (found := _told_column_constant(table, *pair))]
            if told:
                yield _finding_column_constant(
                    case, table, *min(told, key=lambda found: len(found[2].fraction.as_tuple().digits))
                )


def _told_column_constant(table: TypedTable, part: Column, whole: Column) -> tuple[str, str, Share] | None:
    """Return what a column is of another; a multiple of what was itself adjusted or modelled says nothing."""
    share = find_share(table.values(part.key), table.values(whole.key))
    if share is None or (share.fraction > 1 and whole.status != "reported"):
        return None
    return part.key, whole.key, share


def _finding_column_constant(case: CheckInput, table: TypedTable, part: str, whole: str, share: Share) -> Finding:
    times = write_number(share.fraction)
    of = f"{times} times" if share.fraction > 1 else f"{write_number(share.fraction * 100)}% of"
    return case.finding(
        "datasets", table.dataset.id,
        f"{say.words(part)} is {of} {say.words(whole)} in each of {share.rows} rows, and is recorded as reported",
        "ask the source how it was made; where it was derived, write `status: modelled` and say how in a remark",
        at=("columns", table.place_of(part), "key"),
    )  # fmt: skip


FEWEST_ROWS = 4
"""Fewer rows agree by chance too easily."""
_MONTHS = range(1, 12)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Pair:
    row: str
    reported: Quantity
    adjusted: Quantity


@check("FIG109", Severity.WARNING, "datasets", looks_at=_with_two_numbers)
def adjusted_by_scaling(case: CheckInput) -> Iterator[Finding]:
    """Find the adjusted columns that are scaled."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for adjusted in numbers:
            told = (one for base in numbers if base is not adjusted and (one := _scaled(table, base, adjusted)))
            if found := next(told, None):
                yield _finding_adjusted_scaling(case, table, adjusted, found)


def _scaled(table: TypedTable, base: Column, adjusted: Column) -> str:
    pairs: list[_Pair] = []
    for row in table.rows:
        one, other = row.cells[base.key], row.cells[adjusted.key]
        if one.status == "reported" and other.status in {"adjusted", "modelled"} and are_exact(one, other):
            pairs += [_Pair(row.key, a, b) for a, b in ((one.quantity, other.quantity),) if a and b]
    if len(pairs) < FEWEST_ROWS:
        return ""
    of = heading_of(table.dataset, base.key)
    multiple = find_multiple([pair.adjusted for pair in pairs], [pair.reported for pair in pairs])
    if multiple is not None:
        return f"is {write_number(multiple.fraction * 100)}% of {of} in each of {len(pairs)} rows"
    months = [next((m for m in _MONTHS if _is_year_of(pair, m)), 0) for pair in pairs]
    if 0 in months:
        return ""
    by = ", ".join(str(month) for month in months)
    return f"is {of} times {_YEAR} and divided by a number of months in each of {len(pairs)} rows ({by})"


def _is_year_of(pair: _Pair, months: int) -> bool:
    scaled = Fraction(pair.reported.low) * _YEAR / months
    return fits(pair.adjusted, Amount(scaled, scaled))


def _finding_adjusted_scaling(case: CheckInput, table: TypedTable, column: Column, told: str) -> Finding:
    return case.finding(
        "datasets", table.dataset.id, f"{heading_of(table.dataset, column.key)}, recorded as {column.status}, {told}",
        "say in the column's `note` how it was made, and do not present it as a count",
        at=("columns", table.place_of(column.key), "key"), severity=Severity.INFO if column.note else None,
    )  # fmt: skip


MOST_TOLD = 8


@check(
    "FIG104",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: any(one.rule for one in table.columns)),
)
def derived_cell_differs(case: CheckInput) -> Iterator[Finding]:
    """Find the columns with cells that do not follow their rule, the first of them in the message."""
    for table in case.tables.values():
        for column in table.columns:
            cells = list(expected(table, column))
            if wrong := [cell for cell in cells if not cell.fits]:
                count = len(cells)
                rule = ("columns", table.place_of(column.key), "rule")
                others = f", and {len(wrong) - 1} more of {count} rows differ" if len(wrong) > 1 else ""
                finding = case.finding(
                    "datasets",
                    table.dataset.id,
                    f"{say.words(column.key)} of {say.words(wrong[0].row)} {_in_words_of_rule(wrong[0])}{others}",
                    "compare the row with its source; correct the cell or the rule, or say below the table how they "
                    "differ and decide the finding",
                    at=rule,
                    notes=(
                        *(
                            f"{say.words(cell.row)} {_in_words_of_rule(cell)}, at {cell.value.span}"
                            for cell in wrong[1:MOST_TOLD]
                        ),
                        f"the rule is at {case.graph.span('datasets', table.dataset.id, *rule)}",
                    ),
                )
                yield replace(finding, span=wrong[0].value.span)


def _in_words_of_rule(cell: Expected) -> str:
    return f"is {cell.quantity.text}, and its rule gives {write_amount(cell.amount)}"


@check("FIG123", Severity.WARNING, "datasets")
def row_before_operation(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each table and event, the rows from before it."""
    for table in case.tables.values():
        for event in events_in(case.graph, table.dataset.title):
            early = _early_rows(table, event)
            if early:
                dates = event.dates.text if event.dates else ""
                what = (
                    f"the row {say.words(early[0])} lies"
                    if len(early) == 1
                    else f"{say.words(early[0])} and {len(early) - 1} more rows lie"
                )
                yield case.finding(
                    "datasets", table.dataset.id,
                    f"{what} before {say.event(event)}, which the title of the table names, began ({say.words(dates)})",
                    "ask the source what the row counts, and correct its date or the beginning of the event; where it "
                    "belongs to something else, say so in a remark and decide the finding",
                    at=("title",),
                )  # fmt: skip


def _early_rows(table: TypedTable, event: Event) -> list[str]:
    begins = event.dates
    if begins is None or begins.start is None:
        return []
    numbers = [column.key for column in table.columns if column.type == "number"]
    rows = ((row, [cell for key in numbers if (cell := row.cells[key]).quantity and cell.period]) for row in table.rows)
    return [
        row.key for row, cells in rows
        if cells and all(cell.period and is_surely_before(cell.period, begins) for cell in cells)
    ]  # fmt: skip


_HELP = (
    "write as `period` and `territory` the time and place of the rows; where the rest is known to be empty, say so "
    "in the text and decide the finding"
)
_Days = tuple[int, int]
"""First and last day, as ordinals: a period without an end goes to the last day of the calendar."""


@check("FIG113", Severity.WARNING, "figures and tables", looks_at=figures_and_tables)
def wider_than_rows(case: CheckInput) -> Iterator[Finding]:
    """Find the figures and tables that say more than their rows."""
    for found in case.figures.values():
        cells = list(leaves(found.taken, case.figures))
        times = [cell.term.period for cell in cells]
        open_days = _open(found.figure.period, times) if found.figure.period else None
        if open_days and found.figure.period:
            yield case.finding(
                "figures", found.figure.id,
                f"the figure {say.figure(found.figure)} is said to cover {say.date(found.figure.period)}, and its rows "
                f"leave {_shown(open_days)} open", _HELP, at=("period",),
            )  # fmt: skip
        said = found.figure.territory
        places = [place for cell in cells if (place := _place(cell))]
        others = list(dict.fromkeys(place for place in places if said and place.casefold() != said.casefold()))
        if said and others:
            count = sum(1 for place in places if place in others)
            yield case.finding(
                "figures", found.figure.id,
                f"the figure {say.figure(found.figure)} is said to cover {say.words(said)}, and {count} of its "
                f"{len(places)} rows cover {'another place' if len(others) == 1 else 'other places'}, such as "
                f"{say.words(others[0])}",
                _HELP, at=("territory",),
            )  # fmt: skip
    for table in case.tables.values():
        yield from _table(case, table)


def _table(case: CheckInput, table: TypedTable) -> Iterator[Finding]:
    dataset = table.dataset
    keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
    values = [row.cells[key] for row in table.rows for key in keys]
    stated = [value.period for value in values if _says(value)]
    open_days = _open(dataset.period, stated) if dataset.period else None
    if open_days and dataset.period:
        yield case.finding(
            "datasets", dataset.id,
            f"the table {say.table(dataset)} is said to cover {say.date(dataset.period)}, and its values leave "
            f"{_shown(open_days)} open", _HELP, at=("period",),
        )  # fmt: skip


def _says(value: Value) -> bool:
    """Tell whether a cell leaves nothing open: a number, or in its place a remark such as "No data"."""
    has_number = value.quantity is not None and value.quantity.text != "-"
    return has_number or bool(value.remark)


def _open(said: When, times: Sequence[When | None]) -> _Days | None:
    """Return the first days of a period that none of the times covers; `None` where there are none or one is open."""
    known = [when for when in times if when is not None]
    if said.start is None or said.end is None or not known or len(known) < len(times):
        return None
    ahead, end = said.first.toordinal(), said.last.toordinal()
    for first, last in sorted((when.first.toordinal(), when.last.toordinal()) for when in known):
        if first > ahead and ahead <= end:
            return ahead, min(first - 1, end)
        ahead = max(ahead, last + 1)
    return (ahead, end) if ahead <= end else None


def _shown(days: _Days) -> str:
    first, last = map(date.fromordinal, days)
    return say.date(f"{first.isoformat()}/{last.isoformat()}")


def _place(cell: Leaf) -> str:
    key = next((column.key for column in cell.table.columns if column.covers == "territory"), None)
    rows = cell.table.rows_named(cell.term.name)
    return rows[0].cells[key].text if key and rows else ""


@check("FIG127", Severity.WARNING, "allegations")
def model_as_evidence(case: CheckInput) -> Iterator[Finding]:
    """Find what each allegation rests on a borrowed share, once for each column."""
    shares = borrowed_shares(case)
    for allegation in case.pursued if shares else ():
        for found in shares:
            places = list(_places(case, allegation, found))
            if places and not _is_of_its_time(allegation, found):
                at = places[0]
                when = f"is of {say.date(allegation.period)}" if allegation.period else "is not dated"
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} {when} and relies on {say.words(found.part)} of "
                    f"{say.table(found.table.dataset)}, which has the share of {say.date(found.time)} in every row",
                    "cite what shows the practice of its own time, and call the numbers an estimate", at=at,
                    alike=f"{found.part} {found.table.dataset.id} {found.time.text}",
                )  # fmt: skip


def _places(case: CheckInput, allegation: Allegation, found: BorrowedShare) -> Iterator[Loc]:
    table = found.table.dataset.id
    for place, item in enumerate(allegation.evidence):
        if table in item.datasets and not item.against:
            yield "evidence", place
    count = allegation.affected.count
    figure = case.figures.get(count.figure or "") if count else None
    taken = figure.taken if figure else ()
    if any(one.table is found.table and one.column and one.column.key == found.part for one in taken):
        yield "affected", "count"


def _is_of_its_time(allegation: Allegation, found: BorrowedShare) -> bool:
    return allegation.period is not None and found.time.covers(allegation.period) is not Answer.NO
