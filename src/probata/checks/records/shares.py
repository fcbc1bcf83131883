"""Percentages and shares: of the right whole, of the right time, and no more than all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import check, figures_and_tables, figures_computed, tables_read
from probata.checks.engine.finding import Finding, heading_of
from probata.checks.tables.amounts import are_exact, low, write_amount
from probata.checks.tables.times import borrowed_shares
from probata.diagnostics import Severity, say
from probata.figures import Amount, Row, Taken, TypedTable, sum_column, write_number
from probata.figures.amount import total
from probata.figures.compute import extent_in, to_the_day
from probata.figures.operations import leaves
from probata.figures.read_tables import row_of
from probata.figures.rules import fits, step_of
from probata.figures.shared_time import Extent, Share, share_of
from probata.model.dataset import Column
from probata.model.dates import When
from probata.model.quantity import Bound, Quantity

_NUMBERS = frozenset({Bound.EXACT, Bound.ABOUT})
"""Bounds of numbers that count as they are printed; of what is about so, digits were cut off."""
_NEAR_100 = 10
"""Percentages whose sum differs by more are not meant as the parts of one whole."""


@check(
    "FIG105",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: any(one.type == "percent" for one in table.columns)),
)
def percentages_not_100(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        for column in (one for one in table.columns if one.type == "percent"):
            found = sum_column(table, column.key)
            if (column.rule and column.rule.operation != "share_of_total") or found is None or found.unreadable:
                continue
            cells = [row.cells[column.key].quantity for row in table.rows if row.key in set(found.counted)]
            numbers = [quantity for quantity in cells if quantity and quantity.bound in _NUMBERS]
            # Half a last digit a row may be lost by rounding, a whole one where digits were cut off.
            lost = sum(step_of(n) * (1 if n.bound is Bound.ABOUT else Fraction(1, 2)) for n in numbers)
            is_exact = not found.is_least and found.low == found.high and len(numbers) > 1
            if is_exact and lost < abs(Fraction(found.low) - 100) <= _NEAR_100:
                said = (
                    f"the percentages of {say.words(column.key)} add to {write_number(found.low)}, which rounding does "
                )
                step = "compare them with their source, or say below the table why they are not the parts of one whole"
                at = ("columns", table.place_of(column.key), "key")
                yield case.finding("datasets", table.dataset.id, f"{said}not explain", step, at=at)


_FEWEST_ROWS = 3
_NEAR = 2
"""Per cent by which a share may differ and still be meant as that share."""
_Row = tuple[str, Quantity, Fraction]
"""A row with its percentage and the number of which that may be the share."""


@check(
    "FIG106",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: {"percent", "number"} <= {one.type for one in table.columns}),
)
def percentage_on_wrong_base(case: CheckInput) -> Iterator[Finding]:
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for column in (found for found in table.columns if found.type == "percent"):
            tried = {base.key: rows for base in numbers if len(rows := _rows(table, column, base)) >= _FEWEST_ROWS}
            if any(_comes_out(rows, whole) for key, rows in tried.items() for whole in _wholes(table, key, rows)):
                continue
            for key, rows in tried.items():
                whole = sum((part for *_, part in rows), Fraction(0))
                near = (abs(Fraction(percent.low) - part * 100 / whole) <= _NEAR for _, percent, part in rows if whole)
                if whole and all(near):
                    row, percent, part = next(one for one in rows if not _comes_out([one], whole))
                    share = write_amount(Amount(part * 100 / whole, part * 100 / whole))
                    name, base = (heading_of(table.dataset, one) for one in (column.key, key))
                    said = f"{name} is not the share of {base}: {write_number(percent.low)}% in {say.words(row)}, and "
                    said += f"{_whole(part)} of {_whole(whole)} is {share}%"
                    step = "compare with the source; where it says so, print the shares next to its percentages"
                    at = ("columns", table.place_of(column.key), "key")
                    yield case.finding("datasets", table.dataset.id, said, step, at=at)
                    break


def _rows(table: TypedTable, column: Column, base: Column) -> list[_Row]:
    """Return the rows in which both columns have a number."""
    cells = [(row.key, row.cells[column.key].quantity, row.cells[base.key].quantity) for row in table.rows]
    return [
        (row, percent, Fraction(part.low))
        for row, percent, part in cells
        if percent and part and percent.bound in _NUMBERS and part.bound is Bound.EXACT
    ]


def _wholes(table: TypedTable, base: str, rows: list[_Row]) -> set[Fraction]:
    """Return what the shares may be of: the rows with a percentage, all rows, a declared total."""
    every = [v.quantity for v in table.values(base) if v.quantity and v.quantity.bound is Bound.EXACT]
    declared = {Fraction(one.value.low) for one in table.dataset.totals if one.column == base}
    sums = (sum((part for *_, part in rows), Fraction(0)), sum((Fraction(one.low) for one in every), Fraction(0)))
    return {*sums, *declared} - {Fraction(0)}


def _comes_out(rows: list[_Row], whole: Fraction) -> bool:
    return all(fits(percent, Amount(part * 100 / whole, part * 100 / whole)) for _, percent, part in rows)


def _whole(number: Fraction) -> str:
    return write_amount(Amount(number, number))


@check(
    "FIG180",
    Severity.WARNING,
    "figures that are shares",
    looks_at=lambda case: figures_computed(case, lambda figure: figure.operation == "share"),
)
def share_beyond_whole(case: CheckInput) -> Iterator[Finding]:
    for found in case.figures.values():
        low_end, high_end = found.amount.low, found.amount.high
        is_beyond = (low_end is not None and low_end > 100) or (high_end is not None and high_end < 0)
        if found.figure.operation != "share" or not is_beyond:
            continue
        part, whole = found.taken
        first = case.figures.get(part.figure.id) if part.figure else None
        if first and first.figure.operation == "difference" and whole.operand in first.figure.of:
            continue
        parts, wholes = _columns(part, case), _columns(whole, case)
        columns = (parts | wholes).items()
        if len({column.unit.casefold() if column.unit else str(key) for key, column in columns}) == 1:
            cells = [{leaf.cell for leaf in leaves((one,), case.figures)} for one in found.taken]
            # That the one is part of the other is sure by common cells, a declared total, or the rule of a column.
            is_sum = any(
                column.rule
                and column.rule.operation == "sum"
                and key != (dataset, name)
                and name in column.rule.columns
                for key, column in columns
                for dataset, name in parts.keys() | wholes.keys()
                if dataset == key[0]
            )
            is_sure = bool(cells[0] & cells[1]) or (parts.keys() == wholes.keys() and not all(cells)) or is_sum
            numbers = [write_amount(total([term.amount for term in one.terms])) for one in found.taken]
            said = f"figure {say.figure(found.figure)} is a share of {write_amount(found.amount)}%: {numbers[0]} of "
            step = "write the part first and the whole second, or `operation: ratio` where they are only compared"
            yield case.finding("figures", found.figure.id, said + numbers[1], step, at=("of",), is_sure=is_sure)


def _columns(taken: Taken, case: CheckInput) -> dict[tuple[str, str], Column]:
    """Return the columns from which the numbers of an entry are taken, through all figures."""
    found: dict[tuple[str, str], Column] = {}
    ahead, seen = [taken], set[str]()
    while ahead:
        one = ahead.pop()
        if one.table and one.column:
            found[one.table.dataset.id, one.column.key] = one.column
        elif one.figure and one.figure.id not in seen:
            seen.add(one.figure.id)
            ahead += case.figures[one.figure.id].taken if one.figure.id in case.figures else ()
    return found


@check("FIG126", Severity.WARNING, "datasets")
def share_of_another_time(case: CheckInput) -> Iterator[Finding]:
    for found in borrowed_shares(case):
        rows = "one row is" if len(found.others) == 1 else f"{len(found.others)} rows are"
        said = f"{say.words(found.part)} is {write_number(found.share.fraction * 100)}% of {say.words(found.whole)} in "
        said += f"every row; {say.table(found.lender.dataset)} gives that share for {say.words(found.row)} in "
        said += f"{say.date(found.time)}, and {rows} of other times"
        step = "attribute the column as a model, and say that the share is known for that time alone"
        at = ("columns", found.table.place_of(found.part), "key")
        yield case.finding("datasets", found.table.dataset.id, said, step, at=at)


_HELP = "cut it by months or days, or attribute the number and print what the dates give next to it"


@check("FIG108", Severity.WARNING, "figures and tables", looks_at=figures_and_tables)
def apportionment_against_dates(case: CheckInput) -> Iterator[Finding]:
    for found in case.figures.values():
        to = found.figure.to
        if (
            found.figure.operation == "apportion"
            and to
            and to.by == "fraction"
            and to.fraction
            and (to.role or to.period)
        ):
            for term in found.terms:
                shares = _shares(term.period, extent_in(to, case.graph)) if term.period else []
                if shares and not any(share.low <= to.fraction.value <= share.high for share in shares):
                    said = f"the figure {say.figure(found.figure)} takes {to.fraction.text} of {say.words(term.name)}, "
                    said += f"of whose time {_months(shares[0])} lie in it"
                    yield case.finding("figures", found.figure.id, said, _HELP, at=("to",))
    for table in case.tables.values():
        for place, inclusion in enumerate(table.dataset.inclusions):
            where, name = row_of(inclusion.included_in, table, case.tables)
            if where is not None and len(inclusion.rows) == 1:
                yield from _cells(case, table, place, where.rows_named(name), table.rows_named(inclusion.rows[0]))


def _cells(
    case: CheckInput, table: TypedTable, n: int, wholes: Sequence[Row], parts: Sequence[Row]
) -> Iterator[Finding]:
    """Compare the cells of a row with those of the row that includes it, as far as they were cut to its time."""
    if len(wholes) != 1 or len(parts) != 1:
        return
    (whole_row,), (part_row,) = wholes, parts
    at, uncut, is_cut = ("inclusions", n), list[str](), False
    for column in table.columns:
        part, whole = part_row.cells[column.key], whole_row.cells.get(column.key)
        if whole is None or not are_exact(part, whole):
            continue
        heading, number, base = heading_of(table.dataset, column.key), low(part), low(whole)
        if number == base:
            uncut.append(f"{heading} of {say.words(part_row.key)} is {part.text}, the number of the whole")
        if part.status == "reported" or part.period is None or whole.period is None:
            continue
        time = to_the_day(part.period)
        shares = _shares(whole.period, Extent(time, time))
        if shares and not any(share.most in {0, share.whole} for share in shares):
            is_cut = is_cut or number < base
            if not any(share.low * base - 1 < number < share.high * base + 1 for share in shares):
                given, percent = Amount(shares[0].low * base, shares[0].high * base), number * 100 / base
                said = f"{heading} of {say.words(part_row.key)}, {part.text}, is {_whole(percent)}% of {whole.text} of "
                said += f"{say.words(whole_row.key)}; {_months(shares[0])} give {write_amount(given)}"
                yield case.finding("datasets", table.dataset.id, said, _HELP, at=at)
    for said in uncut if is_cut else ():
        said += f" {say.words(whole_row.key)}, and other cells of the row were cut to its time"
        step = "ask the source for the number of the shorter time, or print next to it that it is that of the whole"
        yield case.finding("datasets", table.dataset.id, said, step, at=at, is_sure=False)


def _shares(time: When, extent: Extent) -> list[Share]:
    return [share for by in ("months", "days") if (share := share_of(time, extent, by))]


def _months(share: Share) -> str:
    part = str(share.least) if share.least == share.most else f"{share.least} to {share.most}"
    return f"{part} of {share.whole} months"
