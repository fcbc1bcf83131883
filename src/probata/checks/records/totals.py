"""Sums and counts: whether the rows add up to them, and nothing is counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of, tables_read
from probata.checks.engine.finding import Finding, Outcome, heading_of
from probata.checks.prose.citations import numbers_of_place
from probata.checks.tables.amounts import write_amount
from probata.diagnostics import Severity, say
from probata.figures import Sum, TypedTable, sum_column, write_number
from probata.figures.operations import Leaf, leaves, sides
from probata.figures.rules import fits
from probata.figures.table import suggest
from probata.figures.take import overlaps
from probata.model.dataset import DeclaredTotal
from probata.model.event import Event
from probata.model.quantity import Bound, Count

# Totals that sources declare, each with what its rows add up to.

_WHOLLY = frozenset({"wholly"})
_WHOLLY_OR_PERHAPS = frozenset({"wholly", "perhaps"})


class Declared(NamedTuple):
    """A declared total with the sums of its column."""

    table: TypedTable
    at: Loc
    total: DeclaredTotal
    once: Sum
    """Rows that another row includes wholly are not added."""
    twice: Sum
    """Every row is added."""
    least: Sum
    """Rows that another row perhaps includes are not added either."""

    def agrees(self, found: Sum) -> bool:
        """Tell whether the total can be one of the sums."""
        return found.agrees_with(self.total.value)

    @property
    def words(self) -> str:
        """How a finding on it begins."""
        heading = heading_of(self.table.dataset, self.total.column)
        return f"the declared total of {heading} is {self.total.printed or self.total.value.text}"


def declared_totals(case: CheckInput) -> Iterator[Declared]:
    """Give the declared totals that can be compared; a column with a cell that cannot be read has a finding there."""
    for table in case.tables.values():
        for n, total in enumerate(table.dataset.totals):
            once = sum_column(table, total.column)
            twice = sum_column(table, total.column, count_included=True)
            least = sum_column(table, total.column, included=_WHOLLY_OR_PERHAPS)
            if once and twice and least and not twice.unreadable:
                yield Declared(table, ("totals", n, "value"), total, once, twice, least)


def _with_totals(case: CheckInput) -> Iterator[Looked]:
    yield from tables_read(case, lambda table: bool(table.totals))


@check("FIG101", Severity.WARNING, "datasets", unfit_records=True, looks_at=_with_totals)
def declared_total_differs(case: CheckInput) -> Iterator[Finding]:
    for declared in declared_totals(case):
        table, _, total, once, twice, least = declared
        if declared.agrees(once) or declared.agrees(twice):
            continue
        dataset, notes, value = table.dataset, list[str](), total.value
        if filled := _filled_from(declared):
            said = f"{declared.words}; it comes out with the values of {filled} where that column has none"
            step = "say so where the total is printed: it mixes values of two kinds"
            yield case.finding("datasets", dataset.id, said, step, at=declared.at, severity=Severity.INFO)
            continue
        if once.left_out:
            notes.append(f"not added, since another row includes them: {say.listed(once.left_out)}")
            notes.append(f"with them the rows add to {twice}")
        if declared.agrees(least):
            left_out = [row for row in least.left_out if row not in once.left_out]
            notes.append(f"it comes out without {say.listed(left_out)}, of which another row perhaps is the whole")
        if once.not_stated:
            notes.append(f"without a value: {say.listed(once.not_stated)}")
        if once.low == once.high and value.low == value.high:
            notes.append(f"difference: {write_number(value.low - once.low)}")
        said = f"{declared.words}; its rows{' with a value' if once.not_stated else ''} add to {once}"
        step = "compare the rows with their source; where it says so, attribute the total and print the sum next to it"
        outcome = Outcome.CANNOT_TELL if once.not_stated else Outcome.FAILED
        yield case.finding("datasets", dataset.id, said, step, at=declared.at, notes=tuple(notes), outcome=outcome)


def _filled_from(declared: Declared) -> str:
    """Name the column with which a source may have filled up one of adjusted values, and the rows left out."""
    table, total = declared.table, declared.total
    for column in (one for one in table.columns if one.key != total.column and declared.once.not_stated):
        for included in (_WHOLLY, _WHOLLY_OR_PERHAPS):
            filled = sum_column(table, total.column, fill_from=column.key, included=included)
            if filled and declared.agrees(filled):
                without = f" (without {say.listed(filled.left_out)})" if filled.left_out else ""
                return heading_of(table.dataset, column.key) + without
    return ""


@check("FIG102", Severity.WARNING, "datasets", unfit_records=True, looks_at=_with_totals)
def total_counts_twice(case: CheckInput) -> Iterator[Finding]:
    for declared in declared_totals(case):
        sums = (declared.once, declared.twice, declared.least)
        added = next((found.counted for found in sums if declared.agrees(found)), ())
        is_sure = declared.agrees(declared.twice) and not declared.agrees(declared.once)
        doubtful = (
            one for one in declared.table.dataset.inclusions if one.how != "wholly" and one.included_in in added
        )
        rows = declared.once.left_out if is_sure else [row for one in doubtful for row in one.rows if row in added]
        if is_sure or rows:
            said = f"{declared.words}, which {'' if is_sure else 'perhaps '}counts twice: {say.listed(rows)}"
            said += f"; counted once the rows add to {declared.once}" if is_sure else ""
            step = "ask the source whether the rows overlap, and correct `how` under `inclusions`"
            if is_sure:
                step = "attribute the total to its source, and print what the rows add to when each is counted once"
            outcome = Outcome.FAILED if is_sure else Outcome.CANNOT_TELL
            yield case.finding("datasets", declared.table.dataset.id, said, step, at=declared.at, outcome=outcome)


_HELP = (
    "take the row out with `rows` or `where`; where it is to be counted as its source does, write "
    "`count_included: true`"
)
_SHOWN = 6


@check("FIG107", Severity.WARNING, "figures")
def figure_counts_twice(case: CheckInput) -> Iterator[Finding]:
    known = tuple(overlaps(case.tables))
    for found in case.figures.values():
        for side in sides(found):
            cells, name = list(leaves(side, case.figures)), f"the figure {say.figure(found.figure)}"
            twice = [cell for cell, count in Counter(cell.cell for cell in cells).items() if count > 1]
            if twice and not any(cell.counts_included for cell in cells):
                dataset, row, column = twice[0]
                more = f", and {len(twice) - 1} more cells" if len(twice) > 1 else ""
                said = f"{name} counts {say.words(column)} of {say.words(row)} in {say.table(dataset)} twice{more}"
                yield case.finding("figures", found.figure.id, said, _HELP, at=("of",))
            by_place = {(cell.table.dataset.id, cell.term.name): cell for cell in cells}
            parts: dict[tuple[str, str], list[Leaf]] = {}
            for overlap in known:
                part, whole = by_place.get(overlap.part), by_place.get(overlap.whole)
                if part and whole and part.column.key == whole.column.key and not part.counts_included:
                    parts.setdefault((whole.term.name, overlap.how), []).append(part)
            for (whole_name, how), those in parts.items():
                named = ", ".join(say.words(part.term.name) for part in those[:_SHOWN])
                more = f" and {len(those) - _SHOWN} more rows" if len(those) > _SHOWN else ""
                said = f"{name} counts {named}{more} with {say.words(whole_name)}, which includes "
                said += f"{'it' if len(those) == 1 else 'them'} {how}"
                yield case.finding("figures", found.figure.id, said, _HELP, at=("of",), is_sure=how == "wholly")


def _counts(case: CheckInput) -> Iterator[tuple[str, str, Loc, Count, set[str]]]:
    """Give the counts of events and allegations, with the persons whom these name."""
    for event in case.graph.events:
        if event.count:
            yield "events", event.id, ("count",), event.count, set(event.persons)
    for allegation in case.graph.allegations:
        affected = allegation.affected
        if affected.count:
            yield "allegations", allegation.id, ("affected", "count"), affected.count, set(affected.persons)


@check("FIG118", Severity.WARNING, "counts with a figure", looks_at=itself)
def count_differs_from_figure(case: CheckInput) -> Iterator[Finding | Looked]:
    for kind, record, loc, count, _ in _counts(case):
        found = case.figures.get(count.figure or "")
        if count.figure:
            is_known = found or not case.graph.has("figures", count.figure)
            yield Looked(f"{kind}/{record}", "" if is_known else "its figure could not be computed")
        if found is not None and not fits(count.value, found.amount):
            said = f"the count of {say.of(kind, record)} is {count.value.text}, and the figure "
            said += f"{say.figure(count.figure)} comes to {write_amount(found.amount)}"
            step = "correct the count, or take `figure` out where it is another's"
            yield case.finding(kind, record, said, step, at=(*loc, "value"))
        elif found is None and count.figure and not case.graph.has("figures", count.figure):
            step = suggest(count.figure, case.graph.records.get("figures", {}), "ids in `figures`")
            said = f"no figure has the id {say.words(count.figure)}"
            yield case.finding(kind, record, said, step, at=(*loc, "figure"))


@check("FIG173", Severity.WARNING, "allegations")
def count_mismatch(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        count = allegation.affected.count
        if not (count and count.unit and not count.figure and count.value.bound is Bound.EXACT):
            continue
        for event in (case.graph.find("events", Event, key) for key in allegation.events):
            other = event.count if event else None
            if not (event and other and other.unit and other.value.bound is Bound.EXACT):
                continue
            is_same_thing = other.unit.casefold().split()[:1] == count.unit.casefold().split()[:1]
            if is_same_thing and count.value not in other.given and _pages(count) & _pages(other):
                said = f"the count of those affected is {count.value.text} {count.unit}, and event {say.event(event)} "
                said += f"counts {other.value.text} {other.unit} from the same place"
                step = (
                    "write the number of the source in both places; where they count different things, say so in `unit`"
                )
                is_sure, at = other.unit.casefold() == count.unit.casefold(), ("affected", "count", "value")
                yield case.finding("allegations", allegation.id, said, step, at=at, is_sure=is_sure)


def _pages(count: Count) -> set[tuple[str, int]]:
    """Return the pages or paragraphs from which a count is taken, each with its source."""
    cited = ((one.source, one.pinpoint.value) for one in count.citations if one.pinpoint)
    return {(source, number) for source, place in cited for number in numbers_of_place(place)}


@check("STR175", Severity.WARNING, "events and allegations", looks_at=records_of("events", "allegations"))
def more_persons_than_counted(case: CheckInput) -> Iterator[Finding]:
    for kind, record, loc, count, persons in _counts(case):
        if not count.unit and count.value.bound in {Bound.EXACT, Bound.RANGE} and count.value.high < len(persons):
            said = f"the count of {say.of(kind, record)} is {count.value.text}, and {len(persons)} persons are named"
            step = "correct the count, or say in `unit` what it counts"
            yield case.finding(kind, record, said, step, at=loc)
