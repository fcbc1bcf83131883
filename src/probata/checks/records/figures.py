"""Figures that are put forward: ascribed to a role or a time that they cover, and one value for one quantity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import check, figures_and_tables, figures_computed, records_of
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.support.graded_words import number_word, other_thing
from probata.checks.tables.amounts import Counted, counted, write_amount
from probata.checks.tables.times import Taken, times_by_source
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed, Row, TypedTable, Value, write_number
from probata.figures.amount import rounded, total
from probata.figures.operations import leaves
from probata.figures.rules import fits
from probata.figures.shared_time import days_of, extent_of, share_of
from probata.model.allegation import Allegation
from probata.model.dataset import Column
from probata.model.dates import Answer, When
from probata.model.figure import Figure, StatedValue
from probata.model.language import primary
from probata.model.quantity import Bound, Quantity
from probata.model.responsibility import Responsibility
from probata.model.role import Role

# The numbers that sources state beside a figure, and the figure comes to another.


def stated_apart(case: CheckInput, bounds: Collection[Bound]) -> Iterator[tuple[Computed, int, StatedValue]]:
    """Give the stated numbers with one of these bounds that their figure surely does not come to, with their place."""
    for found in case.figures.values():
        for place, stated in enumerate(found.figure.stated):
            if stated.value.bound in bounds and not fits(stated.value, found.amount):
                yield found, place, stated


def _states(figure: Figure, bounds: Collection[Bound]) -> bool:
    return any(stated.value.bound in bounds for stated in figure.stated)


def stated_finding(case: CheckInput, found: Computed, place: int, message: str, help: str) -> Finding:
    """Return a finding at a stated number."""
    return case.finding("figures", found.figure.id, message, help, at=("stated", place, "value"))


# Roles that are one holding of one post, told in several records, and the months that they fill together.

Months = tuple[int, int]
"""First and last month, counted from the year 0."""


def is_one_holding(roles: Sequence[Role]) -> bool:
    """Tell whether roles are one person's in one post: one role is, and several that share a person and a seat are."""
    if len({role.person for role in roles}) != 1:
        return False
    seats = [{seat.position for seat in role.seats} for role in roles]
    return len(roles) == 1 or bool(set.intersection(*seats))


def months_of(when: When) -> Months:
    """Return the first and the last month of a time that has a beginning and an end."""
    return _month(when.first), _month(when.last)


def months_within(months: Months, roles: Iterable[Role]) -> int:
    """Return how many of some months can lie in one of the roles, each month once and at the widest that it may be."""
    held = sorted((months_of(extent_of(role.dates).widest) for role in roles), key=lambda own: own[0])
    ahead, count = months[0], 0
    for first, last in held:
        begin, end = max(ahead, first), min(months[1], last)
        if begin <= end:
            count += end - begin + 1
            ahead = end + 1
    return count


def _month(day: date) -> int:
    return day.year * 12 + day.month


@check("FIG119", Severity.WARNING, "figures")
def figure_longer_than_role(case: CheckInput) -> Iterator[Finding]:
    """Find the figures of one holding whose rows reach beyond it."""
    for found in case.figures.values():
        roles = [role for key in dict.fromkeys(found.figure.ascribed_to) if (role := case.role(key))]
        if found.figure.operation != "apportion" and is_one_holding(roles):
            outside = list(_outside(case, found, roles))
            if outside:
                name, months, whole = outside[0]
                lie = (
                    f"{say.words(name)} lies"
                    if whole == 1
                    else f"{months} of the {whole} months of {say.words(name)} lie"
                )
                more = "" if len(outside) == 1 else f", as do months of {len(outside) - 1} more of its rows"
                yield case.finding(
                    "figures", found.figure.id,
                    f"the figure {say.figure(found.figure)} is ascribed to {say.roles(role.id for role in roles)}, and "
                    f"{lie} outside{more}",
                    "cut the number to the tenure with `operation: apportion`, or attribute it and print what the "
                    "months give next to it",
                    at=("ascribed_to",),
                )  # fmt: skip


def _outside(case: CheckInput, found: Computed, roles: Sequence[Role]) -> Iterator[tuple[str, int, int]]:
    """Give the rows that reach beyond the roles, each with its months outside and all its months."""
    for leaf in leaves(found.taken, case.figures):
        period = leaf.term.period
        if period is not None and period.start is not None and period.end is not None:
            first, last = months_of(period)
            whole = last - first + 1
            if outside := whole - months_within((first, last), roles):
                yield leaf.term.name, outside, whole


@check("FIG122", Severity.WARNING, "allegations", rests_on={"allegations": ("evidence", "period")})
def figure_outside_period(case: CheckInput) -> Iterator[Finding]:
    """Find the items of evidence whose figures all lie outside the time of the allegation."""
    taken = times_by_source(case)
    for allegation in case.pursued:
        if allegation.period is not None:
            yield from _evidence(case, allegation, allegation.period, taken)


def _evidence(case: CheckInput, allegation: Allegation, period: When, taken: dict[str, Taken]) -> Iterator[Finding]:
    for place, item in enumerate(allegation.evidence):
        times = taken[item.source].times_for(item) if item.source in taken else ()
        apart = "" if item.against else _apart(times, period)
        if apart:
            yield case.finding(
                "allegations", allegation.id,
                f"the figures from {say.source(item.source)} are of {apart}, and allegation "
                f"{say.allegation(allegation)} is of {say.date(period)}",
                "cite figures of the period; where these show what was done in it, say in the particulars why and "
                "decide the finding",
                at=("evidence", place),
            )  # fmt: skip


def _apart(times: Sequence[When | None], period: When) -> str:
    """Return the times where none can touch the period; nothing where one can, or none is known."""
    known = [when for when in times if when is not None]
    if not known or len(known) < len(times) or any(when.overlaps(period) is not Answer.NO for when in known):
        return ""
    return " and ".join(say.words(text) for text in list(dict.fromkeys(when.text for when in known))[:2])


_Cell = tuple[str, str, str]


@check(
    "FIG112",
    Severity.WARNING,
    "figures",
    looks_at=lambda case: figures_computed(case, lambda figure: bool(figure.ascribed_to)),
)
def one_pool_for_several_roles(case: CheckInput) -> Iterator[Finding]:
    """Find the figures for several roles, then the cells that are counted for two."""
    counted: dict[_Cell, tuple[str, str]] = {}
    for found in case.figures.values():
        roles = list(dict.fromkeys(found.figure.ascribed_to))
        if len(roles) > 1 and not is_one_holding([role for key in roles if (role := case.role(key))]):
            named = say.roles(roles)
            yield case.finding(
                "figures", found.figure.id,
                f"the figure {say.figure(found.figure)} is ascribed to {len(roles)} roles as one number: {named}",
                "compute a figure for each role, cut to its tenure, or say that the source does not divide the number "
                "and decide the finding",
                at=("ascribed_to",),
            )  # fmt: skip
        elif roles and found.figure.operation != "apportion":
            yield from _again(case, found, roles[0], counted)


def _again(case: CheckInput, found: Computed, role: str, counted: dict[_Cell, tuple[str, str]]) -> Iterator[Finding]:
    """Give one finding for each other figure that counts a cell of this one for another role."""
    told: set[str] = set()
    for leaf in leaves(found.taken, case.figures):
        other, its_role = counted.setdefault(leaf.cell, (found.figure.id, role))
        if its_role != role and other not in told:
            told.add(other)
            yield case.finding(
                "figures", found.figure.id,
                f"{say.words(leaf.term.name)} is counted whole in {say.figure(other)} for the role "
                f"{say.role(its_role)}, and in {say.figure(found.figure)} for {say.role(role)}",
                "cut the number to the tenure of each role with `operation: apportion`", at=("ascribed_to",),
            )  # fmt: skip


_Text = tuple[str, str, Loc, str]
"""Kind and id of a record, the place in it, and the text."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of quantity, with its place."""

    kind: str
    record_id: str
    loc: Loc
    word: str
    least: int
    text: str
    """The whole text in which it stands."""
    thing: str
    """What it counts where that is neither persons nor cases, such as `families`; empty otherwise."""


@dataclass(frozen=True, slots=True)
class _Tenure:
    """Roles that are one tenure as to what is said of them, with all that is said and the figures put on them."""

    roles: tuple[Role, ...]
    said: tuple[_Said, ...]
    put: tuple[Computed, ...]

    @property
    def gravest(self) -> _Said:
        """The word that counts most."""
        return max(self.said, key=lambda one: one.least)

    def goes_on_in(self, later: _Tenure) -> bool:
        """Tell whether another is the same holding of a post, with the same words and the same figures."""
        same = (self.gravest.text, self.put) == (later.gravest.text, later.put)
        return same and is_one_holding((*self.roles, *later.roles))


@check("FIG120", Severity.WARNING, "roles and allegations", looks_at=records_of("roles", "allegations"))
def quantity_word_of_role(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each tenure, the word that its figures do not bear out."""
    texts: defaultdict[str, list[_Text]] = defaultdict(list)
    for role_id, text in _texts(case):
        texts[role_id].append(text)
    tenures: list[_Tenure] = []
    for role in sorted(case.graph.roles, key=lambda one: (one.person, one.dates.stated.first)):
        put = tuple(found for found in case.figures.values() if _is_put_on(found, role))
        tenure = _Tenure((role,), _said(case, texts[role.id], put), put)
        if put and tenure.said and tenures and tenures[-1].goes_on_in(tenure):
            before = tenures.pop()
            tenure = _Tenure((*before.roles, role), (*before.said, *tenure.said), put)
        tenures += [tenure] if tenure.said else []
    for tenure in tenures:
        yield from _finding_quantity_word(case, tenure)


def _said(case: CheckInput, texts: Sequence[_Text], put: Sequence[Computed]) -> tuple[_Said, ...]:
    """Return the words of quantity in texts on a role, but those that count what no figure on it counts."""
    language = primary(case.graph.case.language)
    words = ((text, number_word(text[3], language)) for text in texts)
    said = (
        _Said(*text[:3], " ".join(found[0][0].split()), found[1], text[3],
              other_thing(text[3], found[0].end(), language))
        for text, found in words if found
    )  # fmt: skip
    return tuple(one for one in said if not (one.thing and put) or any(_counts(found, one.thing) for found in put))


def _texts(case: CheckInput) -> Iterator[tuple[str, _Text]]:
    """Give what is said of each role, its own record first."""
    for role in case.graph.roles:
        yield from ((role.id, ("roles", role.id, *one)) for one in _grounds(role.responsibility, ()))
    for allegation in case.pursued:
        for place, alleged in enumerate(allegation.roles):
            grounds = _grounds(alleged.responsibility, ("roles", place))
            yield from ((alleged.role, ("allegations", allegation.id, *one)) for one in grounds)
        alone = {alleged.role for alleged in allegation.roles}
        own: tuple[tuple[Loc, str | None], ...] = (
            (("statement",), allegation.statement),
            (("affected", "description"), allegation.affected.description),
            (("particulars",), allegation.particulars),
        )
        for loc, text in own if len(alone) == 1 else ():
            if text:
                yield min(alone), ("allegations", allegation.id, loc, text)


def _grounds(grounds: Sequence[Responsibility], at: Loc) -> Iterator[tuple[Loc, str]]:
    for place, ground in enumerate(grounds):
        for name, text in (("stated", ground.stated), ("over", ground.over)):
            if text:
                yield (*at, "responsibility", place, name), text


def _counts(found: Computed, thing: str) -> bool:
    """Tell whether a figure says, by its unit, title or columns, that it counts a thing."""
    columns = [one.column for one in found.taken if one.column]
    said = (found.figure.unit, found.figure.title, *(text for one in columns for text in (one.unit, one.heading)))
    return any(thing.casefold() in text.casefold() for text in said if text)


def _finding_quantity_word(case: CheckInput, tenure: _Tenure) -> Iterator[Finding]:
    said, put = tenure.gravest, tenure.put
    known = [(found, amount) for found in put if (amount := _in_all(case, found, tenure.roles)) is not None]
    records = dict.fromkeys((one.kind, one.record_id) for one in tenure.said)
    told = [f"said in `{kind}/{key}`" for kind, key in records if (kind, key) != (said.kind, said.record_id)]
    of = f"the role {say.roles(one.id for one in tenure.roles)}"
    of = of.replace("role", "roles", 1) if len(tenure.roles) > 1 else of
    if put and len(known) == len(put) and all(_is_below(amount, said.least) for _, amount in known):
        found, amount = max(known, key=lambda one: one[1].high or 0)
        yield case.finding(
            said.kind, said.record_id,
            f"{say.words(said.word)} is said of {of}, and the figure {say.figure(found.figure)}, cut to "
            f"{'its' if len(tenure.roles) == 1 else 'their'} time by months, comes to "
            f"{write_amount(rounded(amount, Fraction(1), 'nearest'))}",
            "attribute the word, and print next to it what the figure gives for the time of the role",
            at=said.loc, notes=tuple(told),
        )  # fmt: skip
    elif not put:
        yield case.finding(
            said.kind, said.record_id,
            f"{say.words(said.word)} is said of {of}, and no figure is ascribed to it or cut to its time",
            "record the figure that is meant and ascribe it to the role, or leave the word out",
            at=said.loc, notes=tuple(told), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        )  # fmt: skip


def _in_all(case: CheckInput, found: Computed, roles: Sequence[Role]) -> Amount | None:
    """Return what a figure comes to in the time of several roles; a month that two of them name counts in both."""
    if found.figure.operation == "apportion":
        return found.amount
    amounts = [_within(case, found, role) for role in roles]
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _is_put_on(found: Computed, role: Role) -> bool:
    to = found.figure.to
    return role.id in found.figure.ascribed_to or (to is not None and to.role == role.id)


def _within(case: CheckInput, found: Computed, role: Role) -> Amount | None:
    """Return what a figure comes to in the time of a role; `None` where a row of it does not say its time."""
    cut: list[Amount] = [Amount(Fraction(0), Fraction(0))]
    for leaf in leaves(found.taken, case.figures):
        share = share_of(leaf.term.period, extent_of(role.dates), "months") if leaf.term.period else None
        if share is None:
            return None
        cut.append(leaf.term.whole.between(share.low, share.high))
    return total(cut) if len(cut) > 1 else None


def _is_below(amount: Amount, least: int) -> bool:
    return amount.high is not None and not amount.is_about and amount.high < least


_HELP_ON_TWO_VALUES = "look both up at the source; keep both as it gives them, and say which is relied on and why"


@dataclass(frozen=True, slots=True)
class _ExactCell:
    table: TypedTable
    column: Column
    row: str
    quantity: Quantity
    sources: frozenset[str]


@check("FIG111", Severity.WARNING, "figures and tables", looks_at=figures_and_tables)
def quantity_with_two_values(case: CheckInput) -> Iterator[Finding]:
    """Find the quantities with two values, those within one record first."""
    for figure in case.graph.figures:
        exact = [(place, one) for place, one in enumerate(figure.stated) if one.value.bound is Bound.EXACT]
        for position, (place, one) in enumerate(exact):
            for _, before in exact[:position]:
                if one.value.low != before.value.low and _sources(one) & _sources(before):
                    yield case.finding(
                        "figures", figure.id,
                        f"one source states {say.words(before.printed or before.value.text)} and "
                        f"{say.words(one.printed or one.value.text)} for {say.figure(figure)}",
                        _HELP_ON_TWO_VALUES, at=("stated", place, "value"),
                    )  # fmt: skip
    for table in case.tables.values():
        yield from _rows_of_one_name(case, table)
    for cells in _same_quantity(case).values():
        first = cells[0]
        for other in cells[1:]:
            if other.sources & first.sources and other.quantity.low != first.quantity.low:
                yield case.finding(
                    "datasets", other.table.dataset.id,
                    f"{say.words(other.column.key)} is {other.quantity.text} for {say.words(other.row)} here, and "
                    f"{first.quantity.text} in {say.table(first.table.dataset)}, from the same source",
                    _HELP_ON_TWO_VALUES, at=("columns", other.table.place_of(other.column.key), "key"),
                )  # fmt: skip


def _sources(stated: StatedValue) -> set[str]:
    return {citation.source for citation in stated.citations}


def _rows_of_one_name(case: CheckInput, table: TypedTable) -> Iterator[Finding]:
    by_name: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        by_name[row.key].append(row)
    for name, rows in by_name.items():
        keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
        for key in keys if len(rows) > 1 and name else ():
            values = list(dict.fromkeys(q.text for row in rows if (q := row.cells[key].quantity)))
            if len(values) > 1:
                shown = " and ".join(say.words(value) for value in values[:2])
                message = f"{say.words(key)} has {shown} in two rows named {say.words(name)}"
                finding = case.finding("datasets", table.dataset.id, message, _HELP_ON_TWO_VALUES, at=("file",))
                other = next(one for one in rows if (q := one.cells[key].quantity) and q.text == values[1])
                yield replace(finding, span=other.cells[key].span)


def _same_quantity(case: CheckInput) -> dict[tuple[str, ...], list[_ExactCell]]:
    """Return the exact cells by key, unit, time and place; of a table only cells that are alone in theirs."""
    found: defaultdict[tuple[str, ...], list[_ExactCell]] = defaultdict(list)
    for table in case.tables.values():
        own: defaultdict[tuple[str, ...], list[_ExactCell]] = defaultdict(list)
        for column in table.columns:
            if column.type == "number":
                for row in table.rows:
                    value = row.cells[column.key]
                    if value.period and value.quantity and value.quantity.bound is Bound.EXACT:
                        cell = _ExactCell(table, column, row.key, value.quantity, _cited(table, row, value))
                        own[_quantity(table, column, row, value)].append(cell)
        for key, cells in own.items():
            if len(cells) == 1:
                found[key] += cells
    return found


def _quantity(table: TypedTable, column: Column, row: Row, value: Value) -> tuple[str, ...]:
    when = value.period
    time = f"{when.first}/{when.last}" if when else ""
    place = "; ".join(row.cells[one.key].text for one in table.columns if one.covers == "territory")
    return column.key, (column.unit or "").casefold(), time, place.casefold()


def _cited(table: TypedTable, row: Row, value: Value) -> frozenset[str]:
    cells = (row.cells[column.key] for column in table.columns if column.type == "source")
    cited = {citation.source for cell in cells for citation in cell.citations}
    return frozenset(cited or {citation.source for citation in table.dataset.citations})


@check(
    "FIG110",
    Severity.WARNING,
    "figures",
    looks_at=lambda case: figures_computed(case, lambda figure: _states(figure, {Bound.AT_LEAST})),
)
def stated_minimum_above_value(case: CheckInput) -> Iterator[Finding]:
    """Find the stated minimums that are surely above their figure."""
    for found, place, stated in stated_apart(case, {Bound.AT_LEAST}):
        yield stated_finding(
            case, found, place,
            f"a minimum of {say.words(stated.printed or stated.value.text)} is stated for the figure "
            f"{say.figure(found.figure)}, which comes to {write_amount(found.amount)}",
            "attribute it as an estimate of its source, and print what the rows come to next to it",
        )  # fmt: skip


@check(
    "FIG117",
    Severity.WARNING,
    "figures",
    looks_at=lambda case: figures_computed(case, lambda figure: _states(figure, {Bound.EXACT, Bound.RANGE})),
)
def stated_value_differs(case: CheckInput) -> Iterator[Finding]:
    """Find the stated numbers that their figure does not come to."""
    for found, place, stated in stated_apart(case, {Bound.EXACT, Bound.RANGE}):
        yield stated_finding(
            case, found, place,
            f"{say.words(stated.printed or stated.value.text)} is stated for {say.figure(found.figure)}, which comes "
            f"to {write_amount(found.amount)}",
            "attribute the stated number to its source, and print what the rows come to next to it",
        )  # fmt: skip


_WORD = re.compile(r"[^\W\d_]{4,}")
_TIMES = re.compile(
    "january|february|march|april|may|june|july|august|september|october|november|december|until|from|since|between",
)
_MOST_ROWS = 200
"""A table with more dated rows is a series, whose rows have a rule of their own."""


@check("FIG125", Severity.WARNING, "datasets")
def stated_figures_overlap(case: CheckInput) -> Iterator[Finding]:
    """Find the pairs of one table, unit and place."""
    groups: defaultdict[tuple[str, str, str, str], list[Counted]] = defaultdict(list)
    for cell in counted(case):
        if cell.period and not cell.period.is_open and not cell.a_day:
            groups[cell.table.dataset.id, cell.column.key, cell.unit, cell.place].append(cell)
    for cells in groups.values():
        for one, other in combinations(cells, 2) if len(cells) <= _MOST_ROWS else ():
            months = _common_months(one.period, other.period)
            if months and _is_one_thing(one, other):
                dataset = one.table.dataset
                known = any(
                    inclusion.how != "wholly" and {one.row, other.row} <= {*inclusion.rows, inclusion.included_in}
                    for inclusion in dataset.inclusions
                )
                yield case.finding(
                    "datasets", dataset.id,
                    f"{say.words(one.row)} and {say.words(other.row)} have "
                    f"{'a month' if months == 1 else f'{months} months'} in common",
                    "say so wherever both numbers stand, never add them, and record it under `inclusions` of the table "
                    "with `how: partly`",
                    at=("columns", one.table.place_of(one.column.key), "key"),
                    severity=Severity.INFO if known else None,
                )  # fmt: skip


def _common_months(one: When | None, other: When | None) -> int:
    """Return how many months two times have in common; 0 where one lies in the other, or a day is approximate."""
    if one is None or other is None or one.overlaps(other) is Answer.NO or is_approximate(one) or is_approximate(other):
        return 0
    if _lies_in(one, other) or _lies_in(other, one):
        return 0
    (first, last), (begins, ends) = months_of(one), months_of(other)
    return max(0, min(last, ends) - max(first, begins) + 1)


def _lies_in(one: When, other: When) -> bool:
    return other.first <= one.first and one.last <= other.last


def _is_one_thing(one: Counted, other: Counted) -> bool:
    """Tell whether rows are named alike; the rows of a table by time have nothing but their time as a name."""
    if (key := one.table.column(one.table.key_column)) and key.type == "date":
        return True
    words, others = _words(one.row), _words(other.row)
    return bool(words & others) and 2 * len(words & others) >= len(words | others)


def _words(name: str) -> set[str]:
    words = {match[0].casefold() for match in _WORD.finditer(name)}
    return {word for word in words if not _TIMES.fullmatch(word)}


_HELP_ON_RATES = "attribute it as an estimate of its source, and print what the rows give by day next to it"


@check("FIG124", Severity.WARNING, "datasets")
def minimum_rate_above_rows(case: CheckInput) -> Iterator[Finding]:
    """Compare each minimum by day with the tables of the same thing, then with minimums for a whole time."""
    cells = counted(case)
    for rate in (cell for cell in cells if cell.a_day and cell.quantity.bound is Bound.AT_LEAST):
        same = [cell for cell in cells if cell.unit == rate.unit and not cell.a_day and cell.events & rate.events]
        by_table: defaultdict[str, list[Counted]] = defaultdict(list)
        for cell in same:
            by_table[cell.table.dataset.id].append(cell)
        for table in by_table.values():
            yield from _against_rows(case, rate, table)
        for cell in same:
            yield from _against_minimum(case, rate, cell)


def _against_rows(case: CheckInput, rate: Counted, table: Sequence[Counted]) -> Iterator[Finding]:
    """Find a rate that no column of a table reaches at any time; minimums or undated rows leave it open."""
    sums: defaultdict[tuple[str, str, int], Fraction] = defaultdict(Fraction)
    for cell in table:
        days = days_of(cell.period) if cell.period else None
        if days is None or cell.period is None or cell.quantity.bound in {Bound.AT_LEAST, Bound.ABOUT}:
            return
        sums[cell.column.key, cell.period.text, days] += Fraction(cell.quantity.high)
    most, column, time = max((number / days, column, time) for (column, time, days), number in sums.items())
    if most < Fraction(rate.quantity.low):
        yield _finding_minimum_rate(
            case, rate,
            f"a minimum of {write_number(rate.quantity.low)} a day is stated under {say.words(rate.row)}, and "
            f"{say.words(column)} of {say.table(table[0].table.dataset)} gives {write_amount(Amount(most, most))} a "
            f"day at most, in {say.words(time)}",
        )  # fmt: skip


def _against_minimum(case: CheckInput, rate: Counted, cell: Counted) -> Iterator[Finding]:
    days = days_of(cell.period) if cell.period else None
    if days is None or cell.period is None or cell.quantity.bound is not Bound.AT_LEAST:
        return
    if (whole := rate.quantity.low * days) > cell.quantity.low:
        yield _finding_minimum_rate(
            case, rate,
            f"a minimum of {write_number(rate.quantity.low)} a day gives {write_number(whole)} in "
            f"{say.date(cell.period)}, for which {say.words(cell.row)} states a minimum of "
            f"{write_number(cell.quantity.low)}",
            Severity.INFO,
        )  # fmt: skip


def _finding_minimum_rate(case: CheckInput, rate: Counted, message: str, severity: Severity | None = None) -> Finding:
    place = ("columns", rate.table.place_of(rate.column.key), "key")
    return case.finding("datasets", rate.table.dataset.id, message, _HELP_ON_RATES, at=place, severity=severity)
