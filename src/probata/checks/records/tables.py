"""Tables of figures: their columns, rows, units, and what a column is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, figures_and_tables, tables_read
from probata.checks.engine.finding import Finding, heading_of, headings_of
from probata.checks.prose.mentions import events_in
from probata.checks.tables.amounts import are_exact, write_amount
from probata.checks.tables.times import borrowed_shares
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.figures import Amount, TypedTable, write_number
from probata.figures.operations import leaves
from probata.figures.rules import expected, find_multiple, find_share, fits
from probata.model.dataset import Column
from probata.model.dates import Answer, When
from probata.model.quantity import Quantity
from probata.model.source_record import Source


@check("FIG131", Severity.INFO, "datasets")
def unit_or_day_missing(case: CheckInput) -> Iterator[Finding]:
    for table in case.graph.datasets:
        numbers = [column for column in table.columns if column.type == "number" and not column.hidden]
        bare = [column.key for column in numbers if not column.unit]
        if bare and not any(column.covers == "unit" for column in table.columns):
            said = f"table {say.table(table)} does not say what it counts in {headings_of(table, bare)}"
            step = "write `unit: …` at the column, such as `persons` or `returns`"
            yield case.finding("datasets", table.id, said, step, at=("columns",))
        cited = [*table.citations, *(citation for column in table.columns for citation in column.citations)]
        sources = (case.graph.find("sources", Source, citation.source) for citation in cited)
        if numbers and table.as_of is None and not any(source and source.issued for source in sources):
            said = f"table {say.table(table)} does not say as of which day its numbers are"
            step = "write `as_of: …`, or `issued: …` in the source from which it is taken"
            yield case.finding("datasets", table.id, said, step, at=("title",), alike="as of")


def _with_two_numbers(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with two columns of numbers."""
    yield from tables_read(case, lambda table: sum(one.type == "number" for one in table.columns) > 1)


@check("FIG103", Severity.WARNING, "datasets", looks_at=_with_two_numbers)
def column_is_constant_share(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        for pair in combinations([column for column in table.columns if column.type == "number"], 2):
            found = [
                (len(share.fraction.as_tuple().digits), part.key, whole.key, share)
                for part, whole in (pair, pair[::-1])
                if (share := find_share(table.values(part.key), table.values(whole.key)))
                # A multiple of what was itself adjusted or modelled says nothing.
                if share.fraction <= 1 or whole.status == "reported"
            ]
            if found:
                _, part, whole, share = min(found, key=lambda one: one[0])
                percent = f"{write_number(share.fraction * 100)}% of"
                of = f"{write_number(share.fraction)} times" if share.fraction > 1 else percent
                said = f"{say.words(part)} is {of} {say.words(whole)} in each of {share.rows} rows, and is recorded as "
                step = "ask the source how it was made; where it was derived, write `status: modelled` and say how"
                at = ("columns", table.place_of(part), "key")
                yield case.finding("datasets", table.dataset.id, f"{said}reported", step, at=at)


FEWEST_ROWS = 4
"""Fewer rows agree by chance too easily."""


@check("FIG109", Severity.WARNING, "datasets", looks_at=_with_two_numbers)
def adjusted_by_scaling(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for column in numbers:
            how = next((one for base in numbers if base is not column and (one := _scaled(table, base, column))), "")
            if how:
                said = f"{heading_of(table.dataset, column.key)}, recorded as {column.status}, {how}"
                step = "say in the column's `note` how it was made, and do not present it as a count"
                at, weight = ("columns", table.place_of(column.key), "key"), Severity.INFO if column.note else None
                yield case.finding("datasets", table.dataset.id, said, step, at=at, severity=weight)


def _scaled(table: TypedTable, base: Column, adjusted: Column) -> str:
    """Say how an adjusted column is made from another: one multiple, or a year from some months; else nothing."""
    pairs: list[tuple[Quantity, Quantity]] = []
    for row in table.rows:
        one, other = row.cells[base.key], row.cells[adjusted.key]
        is_made = one.status == "reported" and other.status in {"adjusted", "modelled"} and are_exact(one, other)
        if is_made and one.quantity and other.quantity:
            pairs.append((one.quantity, other.quantity))
    if len(pairs) < FEWEST_ROWS:
        return ""
    of, rows = heading_of(table.dataset, base.key), f"in each of {len(pairs)} rows"
    multiple = find_multiple([made for _, made in pairs], [reported for reported, _ in pairs])
    if multiple is not None:
        return f"is {write_number(multiple.fraction * 100)}% of {of} {rows}"
    months: list[int] = []
    for reported, made in pairs:
        years = ((n, Fraction(reported.low) * 12 / n) for n in range(1, 12))
        months += [n for n, year in years if fits(made, Amount(year, year))][:1]
    by = ", ".join(map(str, months))
    return f"is {of} times 12 and divided by a number of months {rows} ({by})" if len(months) == len(pairs) else ""


_SHOWN = 8


@check(
    "FIG104",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: any(one.rule for one in table.columns)),
)
def derived_cell_differs(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        for column in table.columns:
            cells = list(expected(table, column))
            wrong = [
                (f"{say.words(cell.row)} is {cell.quantity.text}, and its rule gives {write_amount(cell.amount)}", cell)
                for cell in cells
                if not cell.fits
            ]
            if wrong:
                rule = ("columns", table.place_of(column.key), "rule")
                others = f", and {len(wrong) - 1} more of {len(cells)} rows differ" if len(wrong) > 1 else ""
                notes = [f"{words}, at {cell.value.span}" for words, cell in wrong[1:_SHOWN]]
                notes.append(f"the rule is at {case.graph.span('datasets', table.dataset.id, *rule)}")
                said = f"{say.words(column.key)} of {wrong[0][0]}{others}"
                step = "compare the row with its source; correct the cell or the rule, or say below the table why"
                finding = case.finding("datasets", table.dataset.id, said, step, at=rule, notes=tuple(notes))
                yield replace(finding, span=wrong[0][1].value.span)


@check("FIG123", Severity.WARNING, "datasets")
def row_before_operation(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        numbers = [column.key for column in table.columns if column.type == "number"]
        for event in events_in(case.graph, table.dataset.title):
            begins, early = event.dates, list[str]()
            for row in table.rows if begins and begins.start else ():
                times = [cell.period for key in numbers if (cell := row.cells[key]).quantity and cell.period]
                if begins and times and all(time and is_surely_before(time, begins) for time in times):
                    early.append(row.key)
            if early:
                more = f" and {len(early) - 1} more rows lie" if len(early) > 1 else " lies"
                said = (
                    f"{say.words(early[0])}{more} before {say.event(event)}, which the title of the table names, began "
                )
                step = "ask the source what the row counts, and correct its date or the beginning of the event"
                yield case.finding("datasets", table.dataset.id, f"{said}({say.date(begins)})", step, at=("title",))


_HELP = "write as `period` and `territory` the time and place of the rows, or say in the text that the rest is empty"


@check("FIG113", Severity.WARNING, "figures and tables", looks_at=figures_and_tables)
def wider_than_rows(case: CheckInput) -> Iterator[Finding]:
    for found in case.figures.values():
        figure, places = found.figure, list[str]()
        cells, name = list(leaves(found.taken, case.figures)), f"the figure {say.figure(found.figure)}"
        if open_days := _open(figure.period, [cell.term.period for cell in cells]):
            said = f"{name} is said to cover {say.date(figure.period)}, and its rows leave {open_days} open"
            yield case.finding("figures", figure.id, said, _HELP, at=("period",))
        for cell in cells:
            key = next((column.key for column in cell.table.columns if column.covers == "territory"), None)
            rows = cell.table.rows_named(cell.term.name)
            places += [rows[0].cells[key].text] if key and rows and rows[0].cells[key].text else []
        if others := [place for place in places if place.casefold() != (figure.territory or place).casefold()]:
            said = f"{name} is said to cover {say.words(figure.territory)}, and {len(others)} of its {len(places)} "
            said += f"rows cover another place, such as {say.words(others[0])}"
            yield case.finding("figures", figure.id, said, _HELP, at=("territory",))
    for table in case.tables.values():
        keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
        values = [row.cells[key] for row in table.rows for key in keys]
        # A remark such as "No data" leaves nothing open.
        says = [one for one in values if (one.quantity is not None and one.quantity.text != "-") or one.remark]
        if open_days := _open(table.dataset.period, [value.period for value in says]):
            dataset = table.dataset
            said = f"the table {say.table(dataset)} is said to cover {say.date(dataset.period)}, and its values leave "
            yield case.finding("datasets", dataset.id, f"{said}{open_days} open", _HELP, at=("period",))


def _open(said: When | None, times: Sequence[When | None]) -> str:
    """Return the first days of a period that none of the times covers; nothing where there are none or one is open."""
    known = [(when.first.toordinal(), when.last.toordinal()) for when in times if when is not None]
    if said is None or said.start is None or said.end is None or not known or len(known) < len(times):
        return ""
    ahead, end = said.first.toordinal(), said.last.toordinal()
    for first, last in [*sorted(known), (end + 1, end + 1)]:
        if first > ahead and ahead <= end:
            begins, ends = date.fromordinal(ahead), date.fromordinal(min(first - 1, end))
            return say.date(f"{begins.isoformat()}/{ends.isoformat()}")
        ahead = max(ahead, last + 1)
    return ""


@check("FIG127", Severity.WARNING, "allegations")
def model_as_evidence(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        period, count = allegation.period, allegation.affected.count
        figure = case.figures.get(count.figure or "") if count else None
        for found in borrowed_shares(case):
            table = found.table.dataset.id
            items = [(n, item) for n, item in enumerate(allegation.evidence) if not item.against]
            at: list[Loc] = [("evidence", n) for n, item in items if table in item.datasets]
            taken = (
                [one.column.key for one in figure.taken if one.table is found.table and one.column] if figure else []
            )
            at += [("affected", "count")] if found.part in taken else []
            if at and not (period and found.time.covers(period) is not Answer.NO):
                when = f"is of {say.date(period)}" if period else "is not dated"
                said = f"allegation {say.allegation(allegation)} {when} and relies on {say.words(found.part)} of "
                said += f"{say.table(table)}, which has the share of {say.date(found.time)} in every row"
                step = "cite what shows the practice of its own time, and call the numbers an estimate"
                alike = f"{found.part} {table} {found.time.text}"
                yield case.finding("allegations", allegation.id, said, step, at=at[0], alike=alike)
