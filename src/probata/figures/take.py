"""The numbers that an operand of a figure names: which rows, which of them are left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from probata.diagnostics import say
from probata.figures.amount import Amount, NoResultError, amount_of
from probata.figures.read_tables import row_of
from probata.figures.shared_time import Share
from probata.figures.table import Presence, Row, TypedTable, Value, covered, suggest
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citations
from probata.model.dataset import Column
from probata.model.dates import Answer, When
from probata.model.figure import Figure, Operand
from probata.model.role import Role

Place = tuple[str, str]
"""Id of a dataset and name of a row in it."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """A row that another row includes wholly, partly or perhaps."""

    part: Place
    whole: Place
    how: str


def overlaps(tables: Mapping[str, TypedTable]) -> Iterator[Overlap]:
    """Give what the records say of rows that are counted in another row; rows that do not exist are passed over."""
    for table in tables.values():
        for inclusion in table.dataset.inclusions:
            where, name = row_of(inclusion.included_in, table, tables)
            if where is not None:
                for row in inclusion.rows:
                    yield Overlap((table.dataset.id, row), (where.dataset.id, name), inclusion.how)


# What an operand of a figure comes to: the numbers taken, each with its place and sources, and what was left out.


@dataclass(frozen=True, slots=True)
class Term:
    """One number that is taken."""

    name: str
    """Row, label of the declared total, or title of the figure."""
    amount: Amount
    """The number; where it was apportioned, what is left of it."""
    whole: Amount
    """The number before it was apportioned."""
    citations: Citations = ()
    period: When | None = None
    """The time that it covers."""
    place: Place | None = None
    """Dataset and row; `None` for declared totals and figures."""
    share: Share | None = None
    """The share of its time to which it was apportioned, where it was counted."""
    makers: tuple[str, ...] = ()
    """Ids of the sources that adjusted or modelled it, empty for one that is not known; none where it is reported."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of one operand."""

    operand: Operand
    terms: tuple[Term, ...]
    table: TypedTable | None = None
    column: Column | None = None
    figure: Figure | None = None
    included: tuple[str, ...] = ()
    """Rows left out because another row that was taken includes them wholly."""
    not_stated: tuple[str, ...] = ()
    """Rows without a value."""
    outside: tuple[str, ...] = ()
    """Rows whose time lies only in part in what was asked for; left out."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure with its result and the way there."""

    figure: Figure
    amount: Amount
    taken: tuple[Taken, ...]

    @property
    def is_ours(self) -> bool:
        """Whether we computed it; a single value taken as it stands is its source's."""
        return self.figure.operation != "value"

    @property
    def is_percent(self) -> bool:
        """Whether it is in per cent."""
        if self.figure.operation == "share":
            return True
        if self.figure.operation in {"ratio", "rank", "count"}:
            return False
        columns = [one.column for one in self.taken if one.column]
        return bool(columns) and all(column.type == "percent" for column in columns)

    @property
    def makers(self) -> tuple[str, ...]:
        """Ids of the sources that adjusted or modelled a number of it, each once; empty for one that is not known."""
        return tuple(dict.fromkeys(maker for term in self.terms for maker in term.makers))

    @property
    def terms(self) -> tuple[Term, ...]:
        """All numbers taken, in order."""
        return tuple(term for one in self.taken for term in one.terms)


class NotThereError(Exception):
    """What an operand names does not exist or has no result; that is found and told elsewhere."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes the numbers of operands. `done` are the figures that are computed already."""

    graph: CaseGraph
    tables: Mapping[str, TypedTable]
    overlaps: Sequence[Overlap]
    done: Mapping[str, Computed] = field(default_factory=dict)

    def take(self, operand: Operand, *, adds: bool) -> Taken:
        """Return the numbers of an operand; `adds` where they are added up, so that none may count twice.

        Raises `NotThereError` for an id that leads nowhere, `NoResultError` for everything else that gives no number.
        """
        if (operand.figure is None) == (operand.dataset is None):
            raise NoResultError("one entry of `of` names neither a figure nor a dataset, or both",
                                "write `figure: …`, or `dataset: …` with `column: …`")  # fmt: skip
        if operand.figure is not None:
            return self._figure(operand, operand.figure)
        table, column = self._column(operand, operand.dataset or "", operand.column)
        if operand.total is not None:
            return Taken(operand, (_total(table, column, operand.total),), table, column)
        return self._cells(operand, table, column, adds)

    def _figure(self, operand: Operand, name: str) -> Taken:
        if name not in self.done:
            raise NotThereError(name)
        found = self.done[name]
        term = Term(found.figure.title, found.amount, found.amount, _cited(found), makers=found.makers)
        return Taken(operand, (term,), figure=found.figure)

    def _column(self, operand: Operand, dataset: str, key: str | None) -> tuple[TypedTable, Column]:
        if dataset not in self.tables:
            raise NotThereError(dataset)
        table = self.tables[dataset]
        for named in (key or "", *(condition.column for condition in operand.where), operand.fill_from or key or ""):
            if table.column(named) is None:
                raise NoResultError(f"the dataset {say.words(dataset)} has no column {say.words(named)}",
                                    suggest(named, [column.key for column in table.columns], "columns"))  # fmt: skip
        column = table.column(key or "")
        if column is None or column.type not in {"number", "percent"}:
            raise NoResultError(
                f"the column {say.words(key)} of {say.words(dataset)} holds no numbers", "name a column of numbers"
            )
        return table, column

    def _cells(self, operand: Operand, table: TypedTable, column: Column, adds: bool) -> Taken:
        chosen = [(row, row.cell(column.key, operand.fill_from)) for row in _rows(operand, table)]
        inside, outside = self._in_time(operand, chosen)
        stated = [(row, value, amount) for row, value in inside if (amount := _amount(value, row)) is not None]
        if not stated:
            raise NoResultError(f"no row that it takes from {say.table(table.dataset)} has a value in "
            f"{say.words(column.key)}",
                                "compare `rows`, `where` and `period` with the table")  # fmt: skip
        places: list[Place] = [(table.dataset.id, row.key) for row, _, _ in stated]
        wholly = ((one.part, one.whole) for one in self.overlaps if one.how == "wholly")
        twice = covered(places, wholly) if adds and not operand.count_included else set()
        terms = tuple(_term(table, column, *one) for one in stated if (table.dataset.id, one[0].key) not in twice)
        without = tuple(row.key for row, value in inside if value.presence is Presence.NOT_STATED)
        included = tuple(row for dataset, row in places if (dataset, row) in twice)
        return Taken(operand, terms, table, column, None, included, without, outside)

    def _in_time(
        self, operand: Operand, chosen: list[tuple[Row, Value]]
    ) -> tuple[list[tuple[Row, Value]], tuple[str, ...]]:
        if operand.period is None and operand.role is None:
            return chosen, ()
        role = self.graph.find("roles", Role, operand.role) if operand.role else None
        if operand.role and role is None:
            raise NotThereError(operand.role)
        wanted = [when for when in (operand.period, role.dates.stated if role else None) if when]
        answers = [(row, value, _inside(value, wanted)) for row, value in chosen]
        kept = [(row, value) for row, value, answer in answers if answer is Answer.CERTAIN]
        return kept, tuple(row.key for row, _, answer in answers if answer is Answer.POSSIBLE)


def _rows(operand: Operand, table: TypedTable) -> Iterator[Row]:
    names = tuple(row.key for row in table.rows)
    for name in operand.rows:
        if name not in names:
            raise NoResultError(
                f"the table {say.table(table.dataset)} has no row {say.words(name)}", suggest(name, names, "rows")
            )
    for row in table.rows:
        said = all(row.cells[one.column].text in one.values for one in operand.where)
        if said and (not operand.rows or row.key in operand.rows):
            yield row


def _inside(value: Value, wanted: Sequence[When]) -> Answer:
    """Answer whether the time of a value lies in all that is wanted: wholly, in part, or not."""
    time = value.period
    if time is None:
        raise NoResultError("it takes the values of a time, and its rows do not say which time they cover",
                            "give the table a date column with `covers: period`, or `period` to its cells")  # fmt: skip
    if all(when.first <= time.first and time.last <= when.last for when in wanted):
        return Answer.CERTAIN
    touches = all(when.first <= time.last and time.first <= when.last for when in wanted)
    return Answer.POSSIBLE if touches else Answer.NO


def _amount(value: Value, row: Row) -> Amount | None:
    if not value.is_readable:
        raise NoResultError(
            f"the cell of row {say.words(row.key)} holds no number that can be read", "correct the cell first"
        )
    return amount_of(value.quantity, value.status) if value.quantity else None


def _term(table: TypedTable, column: Column, row: Row, value: Value, amount: Amount) -> Term:
    cells = (row.cells[one.key] for one in table.columns if one.type == "source")
    of_row = tuple(dict.fromkeys(citation for cell in cells for citation in cell.citations))
    made = column.citations or table.dataset.citations
    # What the sources of a row report is not what somebody made of it.
    citations = (of_row or made) if amount.status == "reported" else made
    place = (table.dataset.id, row.key)
    return Term(row.key, amount, amount, citations, value.period, place, makers=_makers(table, column, amount))


def _makers(table: TypedTable, column: Column, amount: Amount) -> tuple[str, ...]:
    """Return who adjusted or modelled a number: where the record cites several sources, it does not say which."""
    if amount.status == "reported":
        return ()
    cited = {citation.source for citation in column.citations or table.dataset.citations}
    return tuple(cited) if len(cited) == 1 else ("",)


def _total(table: TypedTable, column: Column, key: str) -> Term:
    keys = [total.key for total in table.dataset.totals if total.column == column.key and total.key]
    for total in table.dataset.totals:
        if total.column == column.key and total.key == key:
            amount = amount_of(total.value, column.status)
            if amount is None:
                raise NoResultError(f"the declared total {say.words(key)} is not applicable", "name another total")
            cited = total.citations or table.dataset.citations
            return Term(total.label, amount, amount, cited, table.dataset.period, makers=_makers(table, column, amount))
    raise NoResultError(f"{say.table(table.dataset)} declares no total {say.words(key)} of {say.words(column.key)}",
                        suggest(key, keys, "keys of its totals"))  # fmt: skip


def _cited(found: Computed) -> Citations:
    return tuple(dict.fromkeys(citation for term in found.terms for citation in term.citations))


def times_behind(figures: Mapping[str, Computed], name: str, *, by_period: bool) -> list[When | None]:
    """Return the times of the numbers behind a figure; `None` for one that is not known.

    With `by_period` a figure on the way that gives its own time has that, and its numbers are not looked at.
    """
    times: list[When | None] = []
    ahead, seen = [name], {name}
    while ahead:
        found = figures.get(ahead.pop())
        if found and found.figure.period and by_period:
            times.append(found.figure.period)
            continue
        for one in found.taken if found else ():
            if one.figure is None:
                times += [term.period for term in one.terms]
            elif one.figure.id not in seen:
                seen.add(one.figure.id)
                ahead.append(one.figure.id)
    return times


def time_of_figure(figures: Mapping[str, Computed], name: str) -> When | None:
    """Return the time of a figure from its first day to its last; `None` where some of it is not known or open."""
    times = times_behind(figures, name, by_period=True)
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    first, last = min(known, key=lambda when: when.first), max(known, key=lambda when: when.last)
    return first if first == last else When("", first.start, last.end, is_period=True)
