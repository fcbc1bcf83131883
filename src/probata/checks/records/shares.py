"""Percentages and shares: of the right whole, of the right time, and no more than all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, figures_computed, tables_read
from probata.checks.engine.finding import Finding, Outcome, heading_of
from probata.checks.tables.amounts import are_exact, low, write_amount
from probata.checks.tables.times import borrowed_shares
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed, Taken, TypedTable, Value, sum_column, write_number
from probata.figures.amount import total
from probata.figures.compute import extent_in, to_the_day
from probata.figures.operations import leaves
from probata.figures.read_tables import row_of
from probata.figures.rules import fits, step_of
from probata.figures.shared_time import Extent, Share, share_of
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity

FEWEST_ROWS_PERCENTAGES_100 = 2
NEAR_PERCENTAGES_100 = 10
"""Percentages whose sum differs by more are not meant as the parts of one whole."""
_NUMBERS = frozenset({Bound.EXACT, Bound.ABOUT})


@check(
    "FIG105",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: any(one.type == "percent" for one in table.columns)),
)
def percentages_not_100(case: CheckInput) -> Iterator[Finding]:
    """Find the columns of percentages that miss 100 by more than rounding."""
    for table in case.tables.values():
        for column in table.columns:
            if column.type == "percent" and (column.rule is None or column.rule.operation == "share_of_total"):
                yield from _column(case, table, column)


def _column(case: CheckInput, table: TypedTable, column: Column) -> Iterator[Finding]:
    found = sum_column(table, column.key)
    if found is None or found.unreadable or found.is_least or found.low != found.high:
        return
    counted = set(found.counted)
    quantities = [row.cells[column.key].quantity for row in table.rows if row.key in counted]
    numbers = [quantity for quantity in quantities if quantity and quantity.bound in _NUMBERS]
    missing = abs(Fraction(found.low) - 100)
    if len(numbers) < FEWEST_ROWS_PERCENTAGES_100 or missing > NEAR_PERCENTAGES_100 or missing <= _rounding(numbers):
        return
    yield case.finding(
        "datasets", table.dataset.id,
        f"the percentages of {say.words(column.key)} add to {write_number(found.low)}, which rounding does not explain",
        "compare them with their source, or say below the table why they are not the parts of one whole and decide "
        "the finding",
        at=("columns", table.place_of(column.key), "key"),
    )  # fmt: skip


def _rounding(numbers: Sequence[Quantity]) -> Fraction:
    """Return how far the sum may be off: half a last digit a row, a whole one where digits were cut off."""
    return sum((step_of(n) * (1 if n.bound is Bound.ABOUT else Fraction(1, 2)) for n in numbers), Fraction(0))


FEWEST_ROWS = 3
NEAR = 2
"""Per cent by which a share may differ and still be meant as that share."""


@dataclass(frozen=True, slots=True)
class _Pair:
    row: str
    percent: Quantity
    part: Fraction


@check(
    "FIG106",
    Severity.WARNING,
    "datasets",
    looks_at=lambda case: tables_read(case, lambda table: {"percent", "number"} <= {one.type for one in table.columns}),
)
def percentage_on_wrong_base(case: CheckInput) -> Iterator[Finding]:
    """Find the columns of percentages that are meant as shares of a column and are not."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for column in (found for found in table.columns if found.type == "percent"):
            tried = [
                (base, pairs) for base in numbers if len(pairs := _pairs_of_columns(table, column, base)) >= FEWEST_ROWS
            ]
            if not any(_comes_out(pairs, whole) for base, pairs in tried for whole in _wholes(table, base, pairs)):
                meant = next(((base, pairs) for base, pairs in tried if _is_meant(pairs)), None)
                if meant:
                    yield _finding_percentage_on(case, table, column, *meant)


def _pairs_of_columns(table: TypedTable, column: Column, base: Column) -> list[_Pair]:
    """Return the rows in which both have a number; digits that were cut off count as they are printed."""
    cells = [(row.key, row.cells[column.key].quantity, row.cells[base.key].quantity) for row in table.rows]
    shown = {Bound.EXACT, Bound.ABOUT}
    return [
        _Pair(row, percent, Fraction(part.low))
        for row, percent, part in cells
        if percent and part and percent.bound in shown and part.bound is Bound.EXACT
    ]


def _wholes(table: TypedTable, base: Column, pairs: Sequence[_Pair]) -> set[Fraction]:
    """Return what the shares may be of: the rows with a percentage, all rows, a declared total."""
    every = [v.quantity for v in table.values(base.key) if v.quantity and v.quantity.bound is Bound.EXACT]
    declared = {Fraction(total.value.low) for total in table.dataset.totals if total.column == base.key}
    return {_sum(pairs), sum((Fraction(q.low) for q in every), Fraction(0)), *declared} - {Fraction(0)}


def _sum(pairs: Sequence[_Pair]) -> Fraction:
    return sum((pair.part for pair in pairs), Fraction(0))


def _comes_out(pairs: Sequence[_Pair], whole: Fraction) -> bool:
    return all(fits(pair.percent, _share(pair, whole)) for pair in pairs)


def _is_meant(pairs: Sequence[_Pair]) -> bool:
    whole = _sum(pairs)
    return whole > 0 and all(abs(Fraction(p.percent.low) - p.part * 100 / whole) <= NEAR for p in pairs)


def _share(pair: _Pair, whole: Fraction) -> Amount:
    share = pair.part * 100 / whole
    return Amount(share, share)


def _finding_percentage_on(
    case: CheckInput, table: TypedTable, column: Column, base: Column, pairs: list[_Pair]
) -> Finding:
    share, counted = (heading_of(table.dataset, key) for key in (column.key, base.key))
    whole = _sum(pairs)
    wrong = next(pair for pair in pairs if not fits(pair.percent, _share(pair, whole)))
    of = f"{write_number(wrong.percent.low)}% in {say.words(wrong.row)}"
    return case.finding(
        "datasets", table.dataset.id,
        f"{share} is not the share of {counted}: {of}, and {_whole(wrong.part)} of {_whole(whole)} "
        f"is {write_amount(_share(wrong, whole))}%",
        "compare with the source; where it says so, attribute the percentages and print the shares next to them",
        at=("columns", table.place_of(column.key), "key"), notes=tuple(_rounded_before(table, column)),
    )  # fmt: skip


def _whole(number: Fraction) -> str:
    return write_amount(Amount(number, number))


def _rounded_before(table: TypedTable, column: Column) -> Iterator[str]:
    for other in table.columns:
        if other.type == "percent" and other.key != column.key:
            pairs = _pairs_of_columns(table, column, other)
            if len(pairs) >= FEWEST_ROWS and _sum(pairs) and _comes_out(pairs, _sum(pairs)):
                yield f"it comes out from the rounded percentages of {heading_of(table.dataset, other.key)}"


_WHOLE = 100
_Source = tuple[TypedTable, Column]
_Sources = dict[tuple[str, str], _Source]
"""Columns by dataset and key."""


@check(
    "FIG180",
    Severity.WARNING,
    "figures that are shares",
    looks_at=lambda case: figures_computed(case, lambda figure: figure.operation == "share"),
)
def share_beyond_whole(case: CheckInput) -> Iterator[Finding]:
    """Find the shares that no part can have of its whole."""
    for found in case.figures.values():
        if found.figure.operation == "share" and _is_beyond(found.amount) and not _is_change(case, *found.taken):
            part, whole = (_sources(one, case) for one in found.taken)
            if len(_units(part) | _units(whole)) == 1:
                yield _finding_share_beyond(case, found, is_sure=_must_hold(case, found, part, whole))


def _is_beyond(amount: Amount) -> bool:
    """Tell whether a share surely lies above 100 or below 0."""
    return (amount.low is not None and amount.low > _WHOLE) or (amount.high is not None and amount.high < 0)


def _is_change(case: CheckInput, part: Taken, whole: Taken) -> bool:
    """Tell whether it is a difference in per cent of one of the two numbers, by which these rose or fell."""
    found = case.figures.get(part.figure.id) if part.figure else None
    return found is not None and found.figure.operation == "difference" and whole.operand in found.figure.of


def _sources(taken: Taken, case: CheckInput) -> _Sources:
    """Return the columns from which the numbers of an entry are taken, through all figures."""
    found: _Sources = {}
    ahead, seen = [taken], set[str]()
    while ahead:
        one = ahead.pop()
        if one.table and one.column:
            found[one.table.dataset.id, one.column.key] = (one.table, one.column)
        elif one.figure and one.figure.id not in seen:
            seen.add(one.figure.id)
            ahead += case.figures[one.figure.id].taken if one.figure.id in case.figures else ()
    return found


def _units(sources: _Sources) -> set[str]:
    """Return what columns count; one without a unit counts something of its own."""
    return {
        column.unit.casefold() if column.unit else f"{dataset}/{key}" for (dataset, key), (_, column) in sources.items()
    }


def _must_hold(case: CheckInput, found: Computed, part: _Sources, whole: _Sources) -> bool:
    """Tell whether one entry is a part of the other: by cells of both, a declared total, or the rule of a column."""
    cells = [{leaf.cell for leaf in leaves((one,), case.figures)} for one in found.taken]
    has_total = part.keys() == whole.keys() and not all(cells)
    adds_up = any(_adds_up(*pair) or _adds_up(*reversed(pair)) for pair in product(part.values(), whole.values()))
    return bool(cells[0] & cells[1]) or has_total or adds_up


def _adds_up(whole: _Source, part: _Source) -> bool:
    """Tell whether the rule of a column adds up another one of its table."""
    (table, column), (other, key) = whole, part
    is_sum = column.rule is not None and column.rule.operation == "sum" and key.key in column.rule.columns
    return is_sum and table.dataset.id == other.dataset.id


def _finding_share_beyond(case: CheckInput, found: Computed, *, is_sure: bool) -> Finding:
    part, whole = (write_amount(total([term.amount for term in one.terms])) for one in found.taken)
    return case.finding(
        "figures", found.figure.id,
        f"figure {say.figure(found.figure)} is a share of {write_amount(found.amount)}%: its first entry comes to "
        f"{part}, and the second, of which it is the share, to {whole}",
        "the two may be exchanged: write the part first and the whole second, or `operation: ratio` where the one is "
        "only set against the other", at=("of",),
        severity=None if is_sure else Severity.INFO, outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


@check("FIG126", Severity.WARNING, "datasets")
def share_of_another_time(case: CheckInput) -> Iterator[Finding]:
    """Find the columns that were made from the share of one time."""
    for found in borrowed_shares(case):
        rows = "one row is" if len(found.others) == 1 else f"{len(found.others)} rows are"
        yield case.finding(
            "datasets", found.table.dataset.id,
            f"{say.words(found.part)} is {write_number(found.share.fraction * 100)}% of {say.words(found.whole)} in "
            f"every row; {say.table(found.lender.dataset)} gives that share for {say.words(found.row)} in "
            f"{say.date(found.time)}, and {rows} of other times",
            "attribute the column as a model, and say that the share is known for that time alone",
            at=("columns", found.table.place_of(found.part), "key"),
        )  # fmt: skip


_HELP = "cut it by months or days, or attribute the number and print what the dates give next to it"


def _apportioned(case: CheckInput) -> Iterator[Looked]:
    """Give the apportioned figures, and the tables of which rows are included in other rows."""
    for found in case.figures.values():
        if found.figure.operation == "apportion":
            yield Looked(f"figures/{found.figure.id}")
    yield from (Looked(f"datasets/{key}") for key, table in case.tables.items() if table.dataset.inclusions)


@check("FIG108", Severity.WARNING, "figures and tables", looks_at=_apportioned)
def apportionment_against_dates(case: CheckInput) -> Iterator[Finding]:
    """Find the stated fractions and the adjusted cells that do not match the dates."""
    for found in case.figures.values():
        if found.figure.operation == "apportion":
            yield from _stated_fraction(case, found)
    for table in case.tables.values():
        for place, inclusion in enumerate(table.dataset.inclusions):
            where, name = row_of(inclusion.included_in, table, case.tables)
            if where is not None and len(inclusion.rows) == 1:
                yield from _cells(case, table, place, inclusion.rows[0], where, name)


def _stated_fraction(case: CheckInput, found: Computed) -> Iterator[Finding]:
    to = found.figure.to
    if to is None or to.by != "fraction" or to.fraction is None or not (to.role or to.period):
        return
    extent = extent_in(to, case.graph)
    for term in found.terms:
        shares = [s for by in ("months", "days") if term.period and (s := share_of(term.period, extent, by))]
        if shares and not any(share.low <= to.fraction.value <= share.high for share in shares):
            yield case.finding(
                "figures", found.figure.id,
                f"the figure {say.figure(found.figure)} takes {to.fraction.text} of {say.words(term.name)}, of whose "
                f"time {_of(shares[0], 'months')} lie in it", _HELP, at=("to",),
            )  # fmt: skip


def _of(share: Share, unit: str) -> str:
    part = str(share.least) if share.least == share.most else f"{share.least} to {share.most}"
    return f"{part} of {share.whole} {unit}"


def _cells(
    case: CheckInput, table: TypedTable, place: int, row: str, where: TypedTable, name: str
) -> Iterator[Finding]:
    pairs = tuple(_pairs_of_rows(table, row, where, name))
    is_cut = any(_is_cut(part, whole) for _, part, whole in pairs)
    for key, part, whole in pairs:
        heading = heading_of(table.dataset, key)
        if told := _against_dates(part, whole, row, name):
            yield case.finding(
                "datasets", table.dataset.id, f"{heading} {told}", _HELP, at=("inclusions", place),
            )  # fmt: skip
        elif is_cut and are_exact(part, whole) and low(part) == low(whole):
            yield case.finding(
                "datasets", table.dataset.id,
                f"{heading} of {say.words(row)} is {part.text}, the number of the whole {say.words(name)}, and other "
                "cells of the row were cut to its time",
                "ask the source for the number of the shorter time, or print next to it that it is that of the whole",
                at=("inclusions", place), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip


def _pairs_of_rows(table: TypedTable, row: str, where: TypedTable, name: str) -> Iterator[tuple[str, Value, Value]]:
    """Give, for each column that both tables have, the cell of the part and that of the whole."""
    for column in table.columns:
        parts = [one.cells[column.key] for one in table.rows_named(row)]
        wholes = [one.cells[column.key] for one in where.rows_named(name) if column.key in one.cells]
        if len(parts) == len(wholes) == 1:
            yield column.key, parts[0], wholes[0]


def _is_cut(part: Value, whole: Value) -> bool:
    """Tell whether a smaller cell of a shorter time was made from another by its source."""
    if part.status == "reported" or part.period is None or whole.period is None or not are_exact(part, whole):
        return False
    extent = to_the_day(part.period)
    share = share_of(whole.period, Extent(extent, extent), "days")
    return low(part) < low(whole) and share is not None and share.most < share.whole


def _against_dates(part: Value, whole: Value, row: str, name: str) -> str:
    """Return what is wrong with a cell that was cut from another; empty where it is reported, or comes out."""
    if part.status == "reported" or part.period is None or whole.period is None or not are_exact(part, whole):
        return ""
    extent = to_the_day(part.period)
    shares = [s for by in ("months", "days") if (s := share_of(whole.period, Extent(extent, extent), by))]
    if not shares or any(share.most in {0, share.whole} for share in shares):
        return ""
    number, base = low(part), low(whole)
    if any(share.low * base - 1 < number < share.high * base + 1 for share in shares):
        return ""
    given, percent = Amount(shares[0].low * base, shares[0].high * base), number * 100 / base
    return (
        f"of {say.words(row)}, {part.text}, is {write_amount(Amount(percent, percent))}% of {whole.text} of "
        f"{say.words(name)}; {_of(shares[0], 'months')} give {write_amount(given)}"
    )
