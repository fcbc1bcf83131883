"""Sums and counts: whether the rows add up to them, and nothing is counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding, Outcome, heading_of
from probata.checks.prose.citations import numbers_of_place
from probata.checks.tables.amounts import write_amount
from probata.diagnostics import Severity, say
from probata.figures import Computed, Sum, TypedTable, sum_column, write_number
from probata.figures.operations import Leaf, leaves, sides
from probata.figures.rules import fits
from probata.figures.table import suggest
from probata.figures.take import overlaps
from probata.model.allegation import Allegation
from probata.model.dataset import DeclaredTotal
from probata.model.event import Event
from probata.model.quantity import Bound, Count

# Totals that sources declare, each beside what its rows add up to.

_WHOLLY = frozenset({"wholly"})
_WHOLLY_OR_PERHAPS = _WHOLLY | {"perhaps"}


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared total with the two sums of its column."""

    table: TypedTable
    position: int
    """Position in the record's `totals`."""
    total: DeclaredTotal
    once: Sum
    """Rows that another row includes wholly are not added."""
    twice: Sum
    """Every row is added."""
    least: Sum
    """Rows that another row perhaps includes are not added either."""

    filled_from: str = ""
    """Column whose values, taken where this one has none, make the total come out; empty where there is none."""
    filled_without: tuple[str, ...] = ()
    """Rows left out of that sum, which another row includes or perhaps includes."""

    @property
    def once_agrees(self) -> bool:
        """Whether the total can be right."""
        return self.once.agrees_with(self.total.value)

    @property
    def twice_agrees(self) -> bool:
        """Whether the total comes out when every row is added."""
        return self.twice.agrees_with(self.total.value)

    @property
    def least_agrees(self) -> bool:
        """Whether the total comes out when the rows that another perhaps includes are left out."""
        return self.least.agrees_with(self.total.value)

    @property
    def counted(self) -> tuple[str, ...]:
        """The rows that the source surely or perhaps counted, by the sum that comes out; none where no sum does."""
        sums = ((self.once_agrees, self.once), (self.twice_agrees, self.twice), (self.least_agrees, self.least))
        return next((found.counted for agrees, found in sums if agrees), ())


def declared_totals(case: CheckInput) -> Iterator[Declared]:
    """Give the declared totals that can be compared.

    A column with a cell that cannot be read is passed over, since its sum says nothing; the cell has its own finding.
    """
    for table in case.tables.values():
        for position, total in enumerate(table.dataset.totals):
            once = sum_column(table, total.column)
            twice = sum_column(table, total.column, count_included=True)
            least = sum_column(table, total.column, included=_WHOLLY_OR_PERHAPS)
            if once and twice and least and not twice.unreadable:
                yield Declared(table, position, total, once, twice, least, *_filled_from(table, total, once))


def _filled_from(table: TypedTable, total: DeclaredTotal, once: Sum) -> tuple[str, tuple[str, ...]]:
    """Return the column with which a source may have filled up one of adjusted values, with the rows left out."""
    if not once.not_stated or once.agrees_with(total.value):
        return "", ()
    for column in (one for one in table.columns if one.key != total.column):
        for included in (_WHOLLY, _WHOLLY_OR_PERHAPS):
            filled = sum_column(table, total.column, fill_from=column.key, included=included)
            if filled and filled.agrees_with(total.value):
                return column.key, tuple(filled.left_out)
    return "", ()


def _with_totals(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a declared total."""
    for dataset in case.graph.datasets:
        if dataset.totals:
            read = dataset.id in case.tables
            yield Looked(f"datasets/{dataset.id}", "" if read else "its table could not be read")


@check("FIG101", Severity.WARNING, "datasets", unfit_records=True, looks_at=_with_totals)
def declared_total_differs(case: CheckInput) -> Iterator[Finding]:
    """Find the declared totals that the rows cannot add up to, however the included ones are counted."""
    for declared in declared_totals(case):
        if declared.once_agrees or declared.twice_agrees:
            continue
        yield _filled_up(case, declared) if declared.filled_from else _finding_declared_total(case, declared)


def _finding_declared_total(case: CheckInput, declared: Declared) -> Finding:
    once = declared.once
    rest = "its rows add to"
    if once.not_stated:
        rest = f"{_rows(len(once.not_stated))} no value, and the others add to"
    return case.finding(
        "datasets", declared.table.dataset.id, f"{_worded(declared)}; {rest} {once}",
        "compare the rows with their source; where it says so, attribute the total and print the sum next to it",
        at=("totals", declared.position, "value"), notes=tuple(_notes(declared)),
        outcome=Outcome.CANNOT_TELL if once.not_stated else Outcome.FAILED,
    )  # fmt: skip


def _filled_up(case: CheckInput, declared: Declared) -> Finding:
    without = f", and without {say.listed(declared.filled_without)}" if declared.filled_without else ""
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"{_worded(declared)}; it comes out with the values of "
        f"{heading_of(declared.table.dataset, declared.filled_from)} where that column has none{without}",
        "say so where the total is printed: it mixes values of two kinds",
        at=("totals", declared.position, "value"), severity=Severity.INFO,
    )  # fmt: skip


def _worded(declared: Declared) -> str:
    total, column = declared.total, heading_of(declared.table.dataset, declared.total.column)
    return f"the declared total of {column} is {total.printed or total.value.text}"


def _rows(count: int) -> str:
    return "one row has" if count == 1 else f"{count} rows have"


def _notes(declared: Declared) -> Iterator[str]:
    once, value = declared.once, declared.total.value
    if once.left_out:
        yield f"not added, since another row includes them: {say.listed(once.left_out)}"
        yield f"with them the rows add to {declared.twice}"
    if declared.least_agrees:
        left_out = [row for row in declared.least.left_out if row not in once.left_out]
        yield f"it comes out without {say.listed(left_out)}, of which another row perhaps is the whole"
    if once.not_stated:
        yield f"without a value: {say.listed(once.not_stated)}"
    if once.low == once.high and value.low == value.high:
        yield f"difference: {write_number(value.low - once.low)}"


@check("FIG102", Severity.WARNING, "datasets", unfit_records=True, looks_at=_with_totals)
def total_counts_twice(case: CheckInput) -> Iterator[Finding]:
    """Find the totals that hold a row and what includes it."""
    for declared in declared_totals(case):
        if declared.twice_agrees and not declared.once_agrees:
            total = declared.total
            yield case.finding(
                "datasets", declared.table.dataset.id,
                f"the declared total of {say.words(total.column)}, {total.printed or total.value.text}, counts rows "
                f"twice; counted once they add to {declared.once}",
                "attribute the total to its source, print what the rows add to when each is counted once, and decide "
                "the finding",
                at=("totals", declared.position, "value"),
                notes=(f"counted twice: {say.listed(declared.once.left_out)}",),
            )  # fmt: skip
        elif rows := _in_doubt(declared):
            yield _perhaps(case, declared, rows)


def _in_doubt(declared: Declared) -> tuple[str, ...]:
    """Return the rows in a total that comes out, however it was added, that another row in it has partly or perhaps."""
    added = set(declared.counted)
    doubtful = (inclusion for inclusion in declared.table.dataset.inclusions if inclusion.how != "wholly")
    return tuple(row for one in doubtful if one.included_in in added for row in one.rows if row in added)


def _perhaps(case: CheckInput, declared: Declared, rows: tuple[str, ...]) -> Finding:
    total = declared.total
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"the declared total of {say.words(total.column)}, {total.printed or total.value.text}, perhaps counts rows "
        "twice",
        "ask the source whether the rows overlap, and correct `how` under `inclusions`; until then say that they may",
        at=("totals", declared.position, "value"), notes=(f"perhaps counted twice: {say.listed(rows)}",),
        outcome=Outcome.CANNOT_TELL,
    )  # fmt: skip


_HELP = (
    "take the row out with `rows` or `where`; where it is to be counted as its source does, write "
    "`count_included: true`"
)

MOST_NAMED = 6


@check("FIG107", Severity.WARNING, "figures")
def figure_counts_twice(case: CheckInput) -> Iterator[Finding]:
    """Find the figures with a cell twice, or a row with what includes it."""
    known = tuple(overlaps(case.tables))
    for found in case.figures.values():
        for side in sides(found):
            cells = list(leaves(side, case.figures))
            counted = Counter(cell.cell for cell in cells)
            twice = [cell for cell, count in counted.items() if count > 1]
            if twice and not any(cell.counts_included for cell in cells):
                dataset, row, column = twice[0]
                more = f", and {len(twice) - 1} more cells" if len(twice) > 1 else ""
                message = (
                    f"the figure {say.figure(found.figure)} counts {say.words(column)} of {say.words(row)} in "
                    f"{say.table(dataset)} twice{more}"
                )
                yield case.finding("figures", found.figure.id, message, _HELP, at=("of",))
            by_place = {(cell.table.dataset.id, cell.term.name): cell for cell in cells}
            parts: dict[tuple[str, str], list[Leaf]] = {}
            for overlap in known:
                part, whole = by_place.get(overlap.part), by_place.get(overlap.whole)
                if part and whole and part.column.key == whole.column.key:
                    parts.setdefault((whole.term.name, overlap.how), []).append(part)
            for (whole_name, how), those in parts.items():
                if not those[
                    0
                ].counts_included:  # a figure that counts what is included says openly that it counts twice
                    yield _finding_figure_counts(case, found, whole_name, how, those)


def _finding_figure_counts(case: CheckInput, found: Computed, whole: str, how: str, parts: Sequence[Leaf]) -> Finding:
    is_sure = how == "wholly"
    named = ", ".join(say.words(part.term.name) for part in parts[:MOST_NAMED])
    more = f" and {len(parts) - MOST_NAMED} more rows" if len(parts) > MOST_NAMED else ""
    return case.finding(
        "figures", found.figure.id,
        f"the figure {say.figure(found.figure)} counts {named}{more} with {say.words(whole)}, which includes "
        f"{'it' if len(parts) == 1 else 'them'} {how}", _HELP, at=("of",),
        severity=Severity.WARNING if is_sure else Severity.INFO,
        outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _counts_by_figure(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a count that names its figure."""
    for kind, record_id, _, count in _counts(case):
        if count.figure:
            no_result = count.figure not in case.figures and case.graph.has("figures", count.figure)
            yield Looked(f"{kind}/{record_id}", "its figure could not be computed" if no_result else "")


@check("FIG118", Severity.WARNING, "counts with a figure", looks_at=_counts_by_figure)
def count_differs_from_figure(case: CheckInput) -> Iterator[Finding]:
    """Find the counts that differ, and those whose figure does not exist."""
    for kind, record_id, loc, count in _counts(case):
        found = case.figures.get(count.figure or "")
        if found is not None and not fits(count.value, found.amount):
            yield case.finding(
                kind, record_id,
                f"the count of {say.of(kind, record_id)} is {count.value.text}, and the figure "
                f"{say.figure(count.figure)} comes to {write_amount(found.amount)}",
                "correct the count, or take `figure` out where it is another's", at=(*loc, "value"),
            )  # fmt: skip
        elif found is None and count.figure and not case.graph.has("figures", count.figure):
            known = case.graph.records.get("figures", {})
            yield case.finding(
                kind, record_id, f"no figure has the id {say.words(count.figure)}",
                suggest(count.figure, known, "ids in `figures`"), at=(*loc, "figure"),
            )  # fmt: skip


def _counts(case: CheckInput) -> Iterator[tuple[str, str, Loc, Count]]:
    for event in case.graph.events:
        if event.count:
            yield "events", event.id, ("count",), event.count
    for allegation in case.graph.allegations:
        if allegation.affected.count:
            yield "allegations", allegation.id, ("affected", "count"), allegation.affected.count


def _allegations_counted(case: CheckInput) -> Iterator[tuple[Allegation, Count]]:
    for allegation in case.pursued:
        count = allegation.affected.count
        if count and count.unit and not count.figure and count.value.bound is Bound.EXACT and count.citations:
            yield allegation, count


@check("FIG173", Severity.WARNING, "counts of allegations", looks_at=_allegations_counted)
def count_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare the count of each allegation with those of its events from the same place."""
    for allegation, count in _allegations_counted(case):
        yield from (
            _finding_count_told(case, allegation, count, *one) for one in _events_apart(case, allegation, count)
        )


def _events_apart(case: CheckInput, allegation: Allegation, count: Count) -> Iterator[tuple[Event, Count]]:
    """Give the events of an allegation with their counts, where one differs that is taken from the same page."""
    for key in allegation.events:
        event = case.graph.find("events", Event, key)
        other = event.count if event else None
        if event and other and other.unit and other.value.bound is Bound.EXACT and count.value not in other.given:
            places = ((one.source, one.pinpoint.value) for one in other.citations if one.pinpoint)
            if _noun(other) == _noun(count) and any(_is_place(count, *place) for place in places):
                yield event, other


def _noun(count: Count) -> str:
    return next(iter((count.unit or "").casefold().split()), "")


def _finding_count_told(case: CheckInput, allegation: Allegation, count: Count, event: Event, other: Count) -> Finding:
    is_same = (other.unit or "").casefold() == (count.unit or "").casefold()
    return case.finding(
        "allegations", allegation.id,
        f"the count of those affected is {count.value.text} {count.unit}, and event {say.event(event)} counts "
        f"{other.value.text} {other.unit} from the same place",
        "look the number up at the source, and write it in both places; where they count different things, say so in "
        "the unit", at=("affected", "count", "value"),
        severity=None if is_same else Severity.INFO, outcome=Outcome.FAILED if is_same else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _is_place(count: Count, key: str, place: str) -> bool:
    numbers = numbers_of_place(place)
    return any(
        one.source == key and one.pinpoint and numbers & numbers_of_place(one.pinpoint.value) for one in count.citations
    )


_UPPER = frozenset({Bound.EXACT, Bound.RANGE})
"""Bounds above which there can be nobody."""


def _records_counted(case: CheckInput) -> Iterator[tuple[str, str, Loc, Count, set[str]]]:
    """Give the counts of persons beside which persons are named."""
    for event in case.graph.events:
        if event.count and _is_of_persons(event.count) and event.persons:
            yield "events", event.id, ("count",), event.count, set(event.persons)
    for allegation in case.graph.allegations:
        affected = allegation.affected
        if affected.count and _is_of_persons(affected.count) and affected.persons:
            yield "allegations", allegation.id, ("affected", "count"), affected.count, set(affected.persons)


@check("STR175", Severity.WARNING, "counts of persons", looks_at=_records_counted)
def more_persons_than_counted(case: CheckInput) -> Iterator[Finding]:
    """Count the persons named."""
    for kind, record_id, loc, count, persons in _records_counted(case):
        if count.value.high < len(persons):
            yield case.finding(
                kind, record_id,
                f"the count of {say.of(kind, record_id)} is {count.value.text}, and {len(persons)} persons are named",
                "correct the count, or say in `unit` what it counts", at=loc,
            )  # fmt: skip


def _is_of_persons(count: Count) -> bool:
    return not count.unit and count.value.bound in _UPPER
