"""Figures that are put forward: ascribed to a role or a time that they cover, and one value for one quantity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import check, figures_and_tables, figures_computed, records_of
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import numbers_of_place
from probata.checks.support.graded_words import number_word, other_thing
from probata.checks.tables.amounts import Counted, counted, write_amount
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed, write_number
from probata.figures.amount import rounded, total
from probata.figures.operations import leaves
from probata.figures.rules import fits
from probata.figures.shared_time import days_of, extent_of, share_of
from probata.model.dates import Answer, When
from probata.model.language import primary
from probata.model.quantity import Bound
from probata.model.responsibility import Responsibility
from probata.model.role import Role


def _is_one_holding(roles: Sequence[Role]) -> bool:
    """Tell whether roles are one person's in one post: one role is, and several that share a person and a seat are."""
    seats = [{seat.position for seat in role.seats} for role in roles]
    return len({role.person for role in roles}) == 1 and (len(roles) == 1 or bool(set.intersection(*seats)))


@check("FIG119", Severity.WARNING, "figures")
def figure_longer_than_role(case: CheckInput) -> Iterator[Finding]:
    for found in case.figures.values():
        roles = [role for key in dict.fromkeys(found.figure.ascribed_to) if (role := case.role(key))]
        if found.figure.operation == "apportion" or not _is_one_holding(roles):
            continue
        outside: list[str] = []
        for leaf in leaves(found.taken, case.figures):
            shares = [share_of(leaf.term.period, extent_of(role.dates), "months") for role in roles if leaf.term.period]
            held = [share for share in shares if share]
            if held and (months := held[0].whole - sum(share.most for share in held)) > 0:
                outside.append(f"{months} of the {held[0].whole} months of {say.words(leaf.term.name)}")
        if outside:
            more = "" if len(outside) == 1 else f", as do months of {len(outside) - 1} more of its rows"
            said = f"the figure {say.figure(found.figure)} is ascribed to {say.roles(roles)}, and {outside[0]} lie "
            step = "cut the number to the tenure with `operation: apportion`, or print what the months give next to it"
            yield case.finding("figures", found.figure.id, f"{said}outside{more}", step, at=("ascribed_to",))


@check("FIG122", Severity.WARNING, "allegations", rests_on={"allegations": ("evidence", "period")})
def figure_outside_period(case: CheckInput) -> Iterator[Finding]:
    by_source: defaultdict[str, list[tuple[frozenset[int] | None, When | None]]] = defaultdict(list)
    for cell in counted(case):
        for source, pages in cell.sources.items():
            by_source[source].append((pages, cell.period))
    for allegation in case.pursued:
        period = allegation.period
        for place, item in enumerate(allegation.evidence):
            wanted = numbers_of_place(item.pinpoint.value) if item.pinpoint else frozenset()
            taken = by_source.get(item.source, ())
            times = [when for pages, when in taken if pages is None or (wanted and wanted <= pages)]
            if item.against or period is None or not times:
                continue
            if all(when and when.overlaps(period) is Answer.NO for when in times):
                when = " and ".join(map(say.words, list(dict.fromkeys(one.text for one in times if one))[:2]))
                said = f"the figures from {say.source(item.source)} are of {when}, and allegation "
                said += f"{say.allegation(allegation)} is of {say.date(period)}"
                step = "cite figures of the period, or say in the particulars why these show what was done in it"
                yield case.finding("allegations", allegation.id, said, step, at=("evidence", place))


@check(
    "FIG112",
    Severity.WARNING,
    "figures",
    looks_at=lambda case: figures_computed(case, lambda figure: bool(figure.ascribed_to)),
)
def one_pool_for_several_roles(case: CheckInput) -> Iterator[Finding]:
    counts: dict[tuple[str, str, str], tuple[str, str]] = {}
    for found in case.figures.values():
        roles = list(dict.fromkeys(found.figure.ascribed_to))
        known, name = [role for key in roles if (role := case.role(key))], say.figure(found.figure)
        if len(roles) > 1 and not _is_one_holding(known):
            said = f"the figure {name} is ascribed to {len(roles)} roles as one number: {say.roles(roles)}"
            step = (
                "compute a figure for each role, cut to its tenure, or say that the source does not divide the number"
            )
            yield case.finding("figures", found.figure.id, said, step, at=("ascribed_to",))
        elif roles and found.figure.operation != "apportion":
            again: dict[str, str] = {}
            for leaf in leaves(found.taken, case.figures):
                other, its_role = counts.setdefault(leaf.cell, (found.figure.id, roles[0]))
                if its_role != roles[0]:
                    again.setdefault(
                        other,
                        f"{say.words(leaf.term.name)} is counted whole in {say.figure(other)} for "
                        f"the role {say.role(its_role)}, and in {name} for {say.role(roles[0])}",
                    )
            step = "cut the number to the tenure of each role with `operation: apportion`"
            for said in again.values():
                yield case.finding("figures", found.figure.id, said, step, at=("ascribed_to",))


_Text = tuple[str, str, Loc, str]
"""Kind and id of a record, the place in it, and the text."""


@check("FIG120", Severity.WARNING, "roles and allegations", looks_at=records_of("roles", "allegations"))
def quantity_word_of_role(case: CheckInput) -> Iterator[Finding]:
    """Find the largest word of quantity that is said of a role, where the figures put on the role do not reach it.

    Roles of one person with the same words and figures are found together.
    """
    language = primary(case.graph.case.language)
    found: dict[tuple[str, str, tuple[str, ...]], tuple[_Text, str, int, list[Role]]] = {}
    for role in sorted(case.graph.roles, key=lambda one: (one.person, one.dates.stated.first)):
        put = [one for one in case.figures.values() if _is_put_on(one, role)]
        words = [
            (text, match, least)
            for text in (_texts(case, role) if put else ())
            for match, least in filter(None, [number_word(text[3], language)])
            # A word that counts families is held against a figure of families alone.
            if not (thing := other_thing(text[3], match.end(), language)) or any(_counts(one, thing) for one in put)
        ]
        if words:
            text, match, least = max(words, key=lambda one: one[2])
            tenure = (role.person, text[3], tuple(one.figure.id for one in put))
            found.setdefault(tenure, (text, " ".join(match[0].split()), least, []))[3].append(role)
    for (_, _, put_on), ((kind, record, at, _), word, least, roles) in found.items():
        amounts = {key: _in_time(case, case.figures[key], roles) for key in put_on}
        below = [
            (amount.high, key, amount)
            for key, amount in amounts.items()
            if amount and amount.high is not None and amount.high < least and not amount.is_about
        ]
        if len(below) == len(put_on):
            _, key, amount = max(below, key=lambda one: one[0])
            said = f"{say.words(word)} is said of {say.roles(roles)}; the figure {say.figure(key)}, cut to that time "
            said += f"by months, comes to {write_amount(rounded(amount, Fraction(1), 'nearest'))}"
            step = "attribute the word, and print next to it what the figure gives for the time of the role"
            yield case.finding(kind, record, said, step, at=at)


def _is_put_on(found: Computed, role: Role) -> bool:
    to = found.figure.to
    return role.id in found.figure.ascribed_to or (to is not None and to.role == role.id)


def _counts(found: Computed, thing: str) -> bool:
    """Tell whether a figure says, by its unit, title or columns, that it counts a thing."""
    columns = [one.column for one in found.taken if one.column]
    said = (found.figure.unit, found.figure.title, *(text for one in columns for text in (one.unit, one.heading)))
    return any(thing.casefold() in text.casefold() for text in said if text)


def _texts(case: CheckInput, role: Role) -> Iterator[_Text]:
    """Give what is said of a role, its own record first; of an allegation what it says of this role alone."""
    for loc, text in _grounds(role.responsibility, ()):
        yield "roles", role.id, loc, text
    for allegation in case.pursued:
        for place, alleged in enumerate(allegation.roles):
            for loc, text in _grounds(alleged.responsibility, ("roles", place)) if alleged.role == role.id else ():
                yield "allegations", allegation.id, loc, text
        if {alleged.role for alleged in allegation.roles} == {role.id}:
            own: tuple[tuple[Loc, str | None], ...] = (
                (("statement",), allegation.statement),
                (("affected", "description"), allegation.affected.description),
                (("particulars",), allegation.particulars),
            )
            yield from (("allegations", allegation.id, loc, text) for loc, text in own if text)


def _grounds(grounds: Sequence[Responsibility], at: Loc) -> Iterator[tuple[Loc, str]]:
    for place, ground in enumerate(grounds):
        for name, text in (("stated", ground.stated), ("over", ground.over)):
            if text:
                yield (*at, "responsibility", place, name), text


def _in_time(case: CheckInput, found: Computed, roles: Sequence[Role]) -> Amount | None:
    """Return what a figure comes to in the time of several roles; `None` where a row of it does not say its time."""
    if found.figure.operation == "apportion":
        return found.amount
    cut = [Amount(Fraction(0), Fraction(0))]
    for leaf in leaves(found.taken, case.figures):
        for role in roles:
            share = share_of(leaf.term.period, extent_of(role.dates), "months") if leaf.term.period else None
            if share is None:
                return None
            cut.append(leaf.term.whole.between(share.low, share.high))
    return total(cut) if len(cut) > 1 else None


_TWO_VALUES = "look both up at the source; keep both as it gives them, and say which is relied on and why"


@check("FIG111", Severity.WARNING, "figures and tables", looks_at=figures_and_tables)
def quantity_with_two_values(case: CheckInput) -> Iterator[Finding]:
    for figure in case.graph.figures:
        for (_, before), (place, one) in combinations(enumerate(figure.stated), 2):
            are_exact = before.value.bound is one.value.bound is Bound.EXACT
            common = {cited.source for cited in one.citations} & {cited.source for cited in before.citations}
            if are_exact and common and one.value.low != before.value.low:
                values = [say.words(stated.printed or stated.value.text) for stated in (before, one)]
                said = f"one source states {' and '.join(values)} for {say.figure(figure)}"
                yield case.finding("figures", figure.id, said, _TWO_VALUES, at=("stated", place, "value"))
    for table in case.tables.values():
        for column in (one for one in table.columns if one.type in {"number", "percent"}):
            first: dict[str, str] = {}
            for row in table.rows:
                cell = row.cells[column.key]
                value = first.setdefault(row.key, cell.quantity.text) if cell.quantity else ""
                if row.key and cell.quantity and cell.quantity.text != value:
                    said = f"two rows named {say.words(row.key)} have {say.words(value)} and "
                    said += f"{say.words(cell.quantity.text)} under {say.words(column.key)}"
                    finding = case.finding("datasets", table.dataset.id, said, _TWO_VALUES, at=("file",))
                    yield replace(finding, span=cell.span)
                    break
    yield from _in_two_tables(case)


def _in_two_tables(case: CheckInput) -> Iterator[Finding]:
    same: defaultdict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for cell in counted(case):
        if cell.period and cell.quantity.bound is Bound.EXACT:
            key = (cell.column.key, cell.unit, cell.a_day, cell.period.first, cell.period.last, cell.place)
            same[key].append(cell)
    for cells in same.values():
        # Of a table only cells that are alone in their time and place.
        of_table = Counter(one.table.dataset.id for one in cells)
        alone = [one for one in cells if of_table[one.table.dataset.id] == 1]
        for other in alone[1:]:
            if other.sources.keys() & alone[0].sources.keys() and other.quantity.low != alone[0].quantity.low:
                said = f"{say.words(other.column.key)} is {other.quantity.text} for {say.words(other.row)} here, and "
                said += f"{alone[0].quantity.text} in {say.table(alone[0].table.dataset)}, from the same source"
                at = ("columns", other.table.place_of(other.column.key), "key")
                yield case.finding("datasets", other.table.dataset.id, said, _TWO_VALUES, at=at)


@check(
    "FIG117",
    Severity.WARNING,
    "figures",
    looks_at=lambda case: figures_computed(case, lambda figure: bool(figure.stated)),
)
def stated_value_differs(case: CheckInput) -> Iterator[Finding]:
    for found in case.figures.values():
        for place, stated in enumerate(found.figure.stated):
            is_least = stated.value.bound is Bound.AT_LEAST
            if (is_least or stated.value.bound in {Bound.EXACT, Bound.RANGE}) and not fits(stated.value, found.amount):
                said = f"{'a minimum of ' if is_least else ''}{say.words(stated.printed or stated.value.text)} is "
                said += f"stated for {say.figure(found.figure)}, which comes to {write_amount(found.amount)}"
                step = "attribute the stated number to its source, and print what the rows come to next to it"
                yield case.finding("figures", found.figure.id, said, step, at=("stated", place, "value"))


_WORD = re.compile(r"[^\W\d_]{4,}")
_TIMES = re.compile(
    "january|february|march|april|may|june|july|august|september|october|november|december|until|from|since|between",
)
_MOST_ROWS = 200
"""A table with more dated rows is a series, whose rows have a rule of their own."""


@check("FIG125", Severity.WARNING, "datasets")
def stated_figures_overlap(case: CheckInput) -> Iterator[Finding]:
    groups: defaultdict[tuple[str, str, str, str], list[Counted]] = defaultdict(list)
    for cell in counted(case):
        if cell.period and not cell.period.is_open and not cell.a_day and not is_approximate(cell.period):
            groups[cell.table.dataset.id, cell.column.key, cell.unit, cell.place].append(cell)
    for cells in groups.values():
        for one, other in combinations(cells, 2) if len(cells) <= _MOST_ROWS else ():
            if one.period and other.period and _share_a_part(one.period, other.period) and _is_one_thing(one, other):
                dataset = one.table.dataset
                known = any(
                    inclusion.how != "wholly" and {one.row, other.row} <= {*inclusion.rows, inclusion.included_in}
                    for inclusion in dataset.inclusions
                )
                said = f"{say.words(one.row)} and {say.words(other.row)} share a part of their time"
                step = (
                    "say so wherever both numbers stand, never add them, and record it under `inclusions` of the table "
                )
                at, weight = ("columns", one.table.place_of(one.column.key), "key"), Severity.INFO if known else None
                yield case.finding("datasets", dataset.id, said, f"{step}with `how: partly`", at=at, severity=weight)


def _share_a_part(one: When, other: When) -> bool:
    """Tell whether two times surely overlap, and neither lies in the other."""
    are_nested = any(a.first <= b.first and b.last <= a.last for a, b in ((one, other), (other, one)))
    return not are_nested and one.overlaps(other) is not Answer.NO


def _is_one_thing(one: Counted, other: Counted) -> bool:
    """Tell whether rows are named alike; the rows of a table by time have nothing but their time as a name."""
    if (key := one.table.column(one.table.key_column)) and key.type == "date":
        return True
    words, others = (
        {word for word in map(str.casefold, _WORD.findall(cell.row)) if not _TIMES.fullmatch(word)}
        for cell in (one, other)
    )
    return bool(words & others) and 2 * len(words & others) >= len(words | others)


@check("FIG124", Severity.WARNING, "datasets")
def minimum_rate_above_rows(case: CheckInput) -> Iterator[Finding]:
    for rate in (cell for cell in counted(case) if cell.a_day and cell.quantity.bound is Bound.AT_LEAST):
        by_table: defaultdict[str, list[Counted]] = defaultdict(list)
        for cell in counted(case):
            if cell.unit == rate.unit and not cell.a_day and cell.events & rate.events:
                by_table[cell.table.dataset.id].append(cell)
        for table, cells in by_table.items():
            sums: defaultdict[tuple[str, str, int], Fraction] = defaultdict(Fraction)
            for cell in cells:
                days = days_of(cell.period) if cell.period else None
                if days and cell.period and cell.quantity.bound not in {Bound.AT_LEAST, Bound.ABOUT}:
                    sums[cell.column.key, cell.period.text, days] += Fraction(cell.quantity.high)
                else:
                    sums.clear()
                    break  # minimums and undated rows leave it open
            least = Fraction(rate.quantity.low)
            rates = [(number / days, column, time) for (column, time, days), number in sums.items()]
            most, column, time = max(rates, default=(least, "", ""))
            if most < least:
                said = f"a minimum of {write_number(rate.quantity.low)} a day is stated under {say.words(rate.row)}, "
                said += (
                    f"and {say.words(column)} of {say.table(table)} gives {write_amount(Amount(most, most))} a day at "
                )
                said += f"most, in {say.words(time)}"
                step = "attribute it as an estimate of its source, and print what the rows give by day next to it"
                at = ("columns", rate.table.place_of(rate.column.key), "key")
                yield case.finding("datasets", rate.table.dataset.id, said, step, at=at)
