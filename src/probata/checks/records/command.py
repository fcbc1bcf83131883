"""Who stands above whom: whether the recorded chain of command bears what is alleged of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from itertools import combinations
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of, roles_and_allegations
from probata.checks.engine.finding import Finding
from probata.checks.prose.words import any_of, word_list
from probata.checks.tenures.alleged_grounds import GroundAt, as_stated, each_ground, going_on, held_roles
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import Days, is_approximate, sure_days
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.graph.chain_of_command import COMMANDS, ChainOfCommand, Hop
from probata.graph.filings import posts_alleged
from probata.model.allegation import Allegation
from probata.model.command import CommandRelation
from probata.model.dates import Answer, When, parse_when
from probata.model.event import Event
from probata.model.figure import Figure
from probata.model.position import Position
from probata.model.role import Role
from probata.model.tenure import Tenure

_WORD = re.compile(r"[^\W_]+")


@cache
def object_of(over: str | None) -> tuple[str, ...]:
    """Return the words of an object without those of extent and of the post held; none where nothing is stated.

    "All operations, as Director" and "thousands of operations" give the same. No word is stemmed or translated: what is
    worded otherwise is taken to be another thing.
    """
    text = re.sub(word_list("extent")["capacity"], " ", over or "", flags=re.IGNORECASE)
    return tuple(_WORD.findall(any_of("extent", "extent").sub(" ", text).casefold()))


# The chain from the posts of those charged to the bodies that acted.


class _Charged(NamedTuple):
    """An event that is charged, with its place, the bodies that acted and the time at which they had to be under it."""

    event: Event
    position: int
    units: frozenset[str]
    when: When | None


def _charged(case: CheckInput, allegation: Allegation) -> Iterator[_Charged]:
    """Give the events that have bodies; reforms of the law and background are left aside."""
    for position, event in case.events_of(allegation):
        units = frozenset((*event.lead_bodies, *event.bodies))
        if event.kind != "reform" and units:
            # An operation may be longer than what is charged of it, and an act shorter than the time of the charge:
            # what is common to both decides. Where they have no day in common, `event-outside-period` says so.
            period, dates = allegation.period, event.dates
            both = period.common_with(dates) if period and dates else None
            yield _Charged(event, position, units, both or period or dates)


def _commanding(case: CheckInput, allegation: Allegation) -> list[Role]:
    held = held_roles(case, allegation)
    return [one.role for one in held if any(ground.shown_label == "command" for ground in one.grounds)]


def _starts(case: CheckInput, role: Role, allegation: Allegation, chain: ChainOfCommand) -> dict[str, str | None]:
    """Return each post alleged with its body, where it may command from there: no relation to the body is recorded."""
    alleged = posts_alleged(case.graph, role, allegation)
    return {post: None if body and chain.is_recorded(post, body) else body for post, body in alleged}


_SHOWN = 4
"""Events that are named one by one."""


@check(
    "LAW121",
    Severity.WARNING,
    "allegations",
    unsettles=("superior-relationship", "effective-control", "subordinates-acted"),
    looks_at=itself,
)
def no_command_to_the_unit(case: CheckInput) -> Iterator[Finding | Looked]:
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        posts: dict[str, str | None] = {}
        roles = _commanding(case, allegation)
        for role in roles:
            posts |= _starts(case, role, allegation, chain)
        charged = list(_charged(case, allegation)) if posts else []
        if roles:
            why = "" if charged else "no body that acted is recorded" if posts else "its role names no post"
            yield Looked(f"allegations/{allegation.id}", why)
        yield from _gaps(chain, posts, charged, partial(_gap, case, allegation))


def _gap(case: CheckInput, allegation: Allegation, to: list[_Charged], message: str, help: str, **more: Any) -> Finding:
    """Find that the chain of command to some events breaks, or is not sure."""
    said = f"allegation {say.allegation(allegation)} rests on command; {message}"
    return case.finding_on(allegation, said, help, at=("events", to[0].position), **more)


def _gaps(
    chain: ChainOfCommand, posts: dict[str, str | None], charged: list[_Charged], gap: Callable[..., Finding]
) -> Iterator[Finding]:
    sure, bodies = frozenset(posts), frozenset(body for body in posts.values() if body)
    starts = sure | bodies
    reached = [one for one in charged if one.units & chain.reached(starts, one.when)]
    # A wider operation is charged only as far as the parts of it that are charged with it.
    wider = {whole for one in reached for whole in one.event.part_of}
    if missed := [one for one in charged if one not in reached and one.event.id not in wider]:
        step = "record the command relation with its source, charge these events by another ground, or take them out"
        if chain.is_empty:
            message = f"no relation of command is recorded, so who commanded those of {_events(missed)} is left open"
            yield gap(missed, message, step, is_open=True)
        else:
            message = f"no recorded chain of command reaches a body of {_events(missed)}"
            yield gap(missed, message, step, notes=_where_broken(chain, starts, missed))
    if led := [one for one in charged if _is_led_by_others(one, starts, chain)]:
        lead = dict.fromkeys(body for one in led for body in one.event.lead_bodies)
        message = f"for {_events(led)} the recorded chain reaches who took part, not {say.bodies(lead)}, which led it"
        step = "record the command relation with its source, or charge what those under command did as its own event"
        notes = tuple(f"{say.body(body)} stands under {say.bodies(chain.right_above(body))}" for body in lead)
        yield gap(led, message, step, notes=notes, in_part=True)
    # From a post the chain goes on as recorded. That a post is in a body does not show that it commands the body.
    by_post = [one for one in charged if one.units & chain.reached(sure, one.when)]
    by_body = [one for one in charged if one not in by_post and one.units & chain.reached(bodies, one.when)]
    if by_body:
        links = {
            f"{say.body(body)}, the body of {say.post(post)}"
            for post, body in posts.items()
            if body and any(one.units & chain.reached(frozenset({body}), one.when) for one in by_body)
        }
        commanded = "; ".join(sorted(links))
        message = f"for {_events(by_body)} no record shows that the post commands {commanded}"
        step = (
            "record in `commands.yaml` how the post stands to its body, with the source; a member of a body need not "
            "command anybody in it"
        )
        yield gap(by_body, message, step, is_open=True, alike=commanded)
    open_hops = [
        (one, chain.open_hops(sure if one in by_post else bodies, one.units, one.when)) for one in charged if one.when
    ]
    if unsure := [(one, found) for one, found in open_hops if found]:
        # The weakest link is the first without dates, of which least is known, else the first.
        weakest = [(one, next((hop for hop in found if hop.dates is None), found[0])) for one, found in unsure]
        names = dict.fromkeys(
            f"{_link(hop)}: dated {say.date(hop.stated)}, it is not sure to reach {say.date(one.when)}"
            if hop.stated
            else f"{_link(hop)}: it has no dates"
            for one, hop in weakest
        )
        message = f"the records leave open whether it reached a body of {_events([one for one, _ in unsure])} then"
        step = (
            "record from when to when the relation held, with its source; where the command at that time is known from "
            "something else, say so in the particulars and decide the finding"
        )
        notes = tuple(f"the weakest link is {name}" for name in names)[:_SHOWN]
        yield gap([one for one, _ in unsure], message, step, notes=notes, is_open=True, alike="; ".join(names))


def _events(charged: Sequence[_Charged]) -> str:
    more = f" and {len(charged) - _SHOWN} more" if len(charged) > _SHOWN else ""
    return say.events(one.event for one in charged[:_SHOWN]) + more


def _where_broken(chain: ChainOfCommand, starts: frozenset[str], missed: list[_Charged]) -> tuple[str, ...]:
    """Say where each way breaks off, and from where there is no way at all."""
    broken = [(one, chain.broken_hop(starts, one.units, one.when)) for one in missed]
    notes = dict.fromkeys(f"the chain breaks at {_at_hop(hop, one.when)}" for one, hop in broken if hop)
    if nowhere := [one.event for one, hop in broken if not hop]:
        below = ", ".join(say.unit(start) for start in sorted(starts)[:_SHOWN])
        notes[f"no relation leads from {below} to a body of {say.events(nowhere[:_SHOWN])}"] = None
    return tuple(notes)


def _is_led_by_others(one: _Charged, starts: frozenset[str], chain: ChainOfCommand) -> bool:
    """Tell whether the chain reaches who took part, and none of those who led it under somebody else.

    Operations are left aside: each unit carries out its own part of them, so that who led the whole is no gap in the
    command over one of them.
    """
    reached, lead = chain.reached(starts, one.when), one.event.lead_bodies
    if (
        one.event.kind == "operation"
        or not lead
        or not reached.isdisjoint(lead)
        or reached.isdisjoint(one.event.bodies)
    ):
        return False
    return all(chain.right_above(body) and not chain.is_above(body, starts) for body in lead)


def _at_hop(hop: Hop, when: When | None) -> str:
    """Name the link at which a chain breaks at some time, with its dates or its kind."""
    hop = hop.outranked_on(when) or hop
    if not hop.is_command:
        return f"{_name(hop)}: from {say.unit(hop.superior)} to {say.body(hop.subordinate)} it is {say.words(hop.kind)}"
    stated = hop.stated
    if stated is None or when is None:
        return _link(hop)
    begins, ends = stated.first > when.last, stated.last < when.first
    side = "begins after" if begins else "ends before" if ends else "does not reach"
    return f"{_link(hop)}: dated {say.date(stated)}, it {side} {say.date(when)}"


def _link(hop: Hop) -> str:
    what = "is part of" if hop.kind == "part_of" else "is under"
    return f"{_name(hop)}, by which {say.body(hop.subordinate)} {what} {say.unit(hop.superior)}"


def _name(hop: Hop) -> str:
    return say.command(hop.relation) if hop.relation else say.body(hop.subordinate)


@check("LAW124", Severity.WARNING, "allegations")
def command_for_part_of_time(case: CheckInput) -> Iterator[Finding]:
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        held = [
            (frozenset(unit for pair in _starts(case, role, allegation, chain).items() for unit in pair if unit), days)
            for role in _commanding(case, allegation)
            if (days := sure_days(role))
        ]
        for one in _charged(case, allegation) if held else ():
            span = _common_days([when for when in (allegation.period, one.event.dates) if when])
            broken = _first_break(chain, held, one.units, span) if span else None
            if broken:
                day, hop = broken
                yield case.finding_on(
                    allegation,
                    f"command is alleged for {say.date(allegation.period or one.event.dates)}; on {say.date(day)} no "
                    f"chain of command reaches a body of {say.event(one.event)}",
                    "narrow the period to the time of the relation, or record with its source the relation that held "
                    "then",
                    at=("events", one.position),
                    notes=(f"the chain breaks at {_at_hop(hop, parse_when(day.isoformat()))}",),
                )


def _common_days(times: list[When]) -> Days | None:
    """Return the days that surely belong to all of several times; an open end is that of another."""
    ends = [when.earliest_end for when in times if when.end]
    if not ends or any(is_approximate(when) or when.start is None for when in times):
        return None
    first, last = max(when.latest_start for when in times), min(ends)
    return (first, last) if first <= last else None


def _first_break(
    chain: ChainOfCommand, held: list[tuple[frozenset[str], Days]], units: frozenset[str], span: Days
) -> tuple[date, Hop] | None:
    """Return the first day on which the chain breaks, with the link; `None` where it holds on or never held."""
    changes = {day for starts, days in held for day in (days[0], *chain.days_of_change(starts))}
    broken: tuple[date, Hop] | None = None
    has_held = False
    for day in sorted(day for day in changes | {span[0]} if span[0] <= day <= span[1]):
        starts = frozenset(start for one, days in held if days[0] <= day <= days[1] for start in one)
        when = parse_when(day.isoformat())
        if starts and units & chain.reached(starts, when):
            has_held = True
        elif starts and broken is None:
            hop = chain.hop_out_of_time(starts, units, when)
            broken = (day, hop) if hop and _is_over(hop, when) else None
    return broken if has_held else None


def _is_over(hop: Hop, when: When) -> bool:
    """Tell whether a link surely did not hold: where its source only shows it first or last, it may have."""
    if not isinstance(hop.dates, Tenure):
        return True
    return hop.dates.start_known if when.first < hop.dates.stated.first else hop.dates.end_known


@check("LAW152", Severity.WARNING, "allegations", looks_at=records_of("allegations", "figures"))
def control_moved_elsewhere(case: CheckInput) -> Iterator[Finding]:
    chain = ChainOfCommand(case.graph)
    moves = [
        (body.id, relation.body, relation.dates)
        for body in case.graph.bodies
        for relation in body.relations
        if relation.kind == "control_moved_to" and relation.dates and not is_approximate(relation.dates)
    ]
    counted: set[str] = set()
    for allegation in case.pursued if moves else ():
        roles = _commanding(case, allegation)
        pairs = ((one, move) for one in _charged(case, allegation) for move in moves) if roles else ()
        for one, (body, to, moved) in pairs:
            if body not in one.units or _leads(case, allegation, roles, to, moved, chain):
                continue
            alleged: list[tuple[Allegation | Figure, Loc, str]] = [
                (allegation, ("events", one.position), f"command over {say.body(body)} is alleged for")
            ]
            for figure in case.graph.figures:
                if figure.id not in counted and not {role.id for role in roles}.isdisjoint(figure.ascribed_to):
                    what = f"figure {say.figure(figure)}, of roles in command of {say.body(body)}, counts"
                    alleged.append((figure, ("period",), what))
            for record, at, what in alleged:
                if record.period and _goes_on(record.period, moved):
                    counted |= {record.id} if isinstance(record, Figure) else set()
                    yield case.finding_on(
                        record,
                        f"{what} {say.date(record.period)}; control of it passed to {say.body(to)} in "
                        f"{say.date(moved)}",
                        "end the period at the move (of a figure, by `operation: apportion`), name the role that led "
                        "the new body, or record command in fact with its source",
                        at=at,
                    )


def _goes_on(period: When, moved: When) -> bool:
    """Tell whether a period, as it is stated, goes on after a move, as one with an open end does, or is later."""
    if moved.start is None or is_approximate(period):
        return False
    return (as_stated(period).last if period.is_period else period.first) > moved.start.last


def _leads(
    case: CheckInput, allegation: Allegation, roles: list[Role], to: str, moved: When, chain: ChainOfCommand
) -> bool:
    """Tell whether a role that may have been held after the move leads to the body that took control."""
    after = When(f"after {moved.text}", moved.start, None, is_period=True)
    for held in held_roles(case, allegation):
        if held.role in roles and held.tenure.touches(after) is not Answer.NO:
            posts = posts_alleged(case.graph, held.role, allegation)
            if to in chain.reached(frozenset(unit for pair in posts for unit in pair if unit), after):
                return True
    return False


@check("LAW151", Severity.WARNING, "commands")
def two_bodies_in_command(case: CheckInput) -> Iterator[Finding]:
    chain = ChainOfCommand(case.graph)
    acting = {unit for allegation in case.pursued for one in _charged(case, allegation) for unit in one.units}
    groups: dict[tuple[str, ...], list[CommandRelation]] = {}
    for one in (found for found in case.graph.commands if found.id in chain.carrying):
        if one.subordinate in acting and _body(case, one) != one.subordinate:
            groups.setdefault(("to", one.subordinate), []).append(one)
        if over := object_of(one.over):
            groups.setdefault(("over", *over), []).append(one)
    found: set[frozenset[str]] = set()
    for first, second in (pair for group in groups.values() for pair in combinations(group, 2)):
        bodies = frozenset((_body(case, first), _body(case, second)))
        if bodies not in found and _are_rivals(case, chain, first, second):
            found.add(bodies)
            is_same = first.subordinate == second.subordinate
            what = say.body(first.subordinate) if is_same else say.words(second.over)
            yield case.finding_on(
                second,
                f"{say.unit(first.superior)} and {say.unit(second.superior)} are both recorded in command of {what} at "
                "the same time",
                "say with `over` what each commanded, correct one, or put one under the other",
                at=("superior",),
                notes=tuple(f"relation {say.command(one)}: {one.stated or one.kind}" for one in (first, second)),
            )


def _body(case: CheckInput, one: CommandRelation) -> str:
    """Return the body of the post that commands, or the body itself."""
    post = case.graph.find("positions", Position, one.superior)
    return post.body if post and post.body else one.superior


def _are_rivals(case: CheckInput, chain: ChainOfCommand, one: CommandRelation, other: CommandRelation) -> bool:
    """Tell whether two relations of one kind surely held at one time, over one thing, and neither superior is above."""
    if _body(case, one) == _body(case, other) or one.kind != other.kind or not one.dates or not other.dates:
        return False
    is_same = one.subordinate == other.subordinate and one.over and other.over
    if is_same and object_of(one.over) != object_of(other.over):
        return False
    when = one.dates.stated
    if going_on(when).overlaps(going_on(other.dates.stated)) is not Answer.CERTAIN:
        return False
    ends = [frozenset({_body(case, relation), relation.superior}) for relation in (one, other)]
    return not (chain.reached(ends[0], when) & ends[1] or chain.reached(ends[1], when) & ends[0])


_SHOWN_LINKS = 6
"""Links of a circle that are named one by one."""


@check("STR139", Severity.WARNING, "commands and bodies", looks_at=itself)
def circle_of_command(case: CheckInput) -> Iterator[Finding | Looked]:
    commands, parts = list[Link](), list[Link]()
    for one in (command for command in case.graph.commands if command.shown_kind in COMMANDS):
        yield Looked(f"commands/{one.id}")
        if days := _days(one.dates):
            record = ("commands", one.id)
            commands.append(Link(one.superior, one.subordinate, one.kind, record, ("superior",), days))
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            if relation.kind == "part_of":
                yield Looked(f"bodies/{body.id}")
            if relation.kind == "part_of" and (days := _days(relation.dates)):
                record, at = ("bodies", body.id), ("relations", position, "body")
                parts.append(Link(relation.body, body.id, relation.kind, record, at, days))
    for first, *others in (*circles(commands), *circles(parts)):
        is_part = first.kind == "part_of"
        message = f"{say.body(first.above)} is recorded {'as a part of itself' if is_part else 'over itself'}"
        if others:
            ends = (first.above, first.below) if is_part else (first.below, first.above)
            stands = "is part of" if is_part else "stands over"
            message = f"{first.words}, and at the same time {say.body(ends[0])} {stands} {say.body(ends[1])}"
        yield case.finding(
            *first.record,
            message,
            "read in the sources which of them stood over the other, and correct the link that is the wrong way round, "
            "or give each its time",
            at=first.at,
            notes=tuple(link.words for link in others[:_SHOWN_LINKS]),
            severity=Severity.INFO if len({link.kind for link in (first, *others)}) > 1 else None,
        )


def _days(dates: Tenure | When | None) -> Days | None:
    """Return the days on which a relation surely held: all where it has none, up to its open end where it has one."""
    if dates is None:
        return date.min, date.max
    when = (dates.certain or dates.stated) if isinstance(dates, Tenure) else dates
    if is_approximate(when):
        return None
    is_shown_last = isinstance(dates, Tenure) and not dates.end_known
    return (when if is_shown_last else going_on(when)).core


# The grounds by which command is alleged.

_NO_COMMAND = {
    "member_of_deciding_body": "membership of a deciding body",
    "supervising_body": "supervision",
    "author_or_promoter": "authorship or promotion",
}
"""Links that are no command, in words."""


@check("LAW123", Severity.WARNING, "roles and allegations", looks_at=roles_and_allegations)
def oversight_as_command(case: CheckInput) -> Iterator[Finding]:
    for record, loc, role, ground in each_ground(case):
        what = _NO_COMMAND.get(ground.link, "")
        if role.term and ground.link == "not_stated":
            what = f"membership of the college {say.body(role.term.body)}"
        if ground.label == "command" and what:
            yield case.finding_on(
                record,
                f"command is alleged from role {say.role(role)}; what is recorded is {what}",
                "label it `oversight`, or record the command with `link: direct_superior` and its source",
                at=loc,
            )


def _ultimate(case: CheckInput) -> dict[str, GroundAt]:
    """Return the first ground of each role that is graded as ultimate."""
    graded: dict[str, GroundAt] = {}
    for one in each_ground(case):
        if one.ground.grade == "ultimate":
            graded.setdefault(one.role.id, one)
    return graded


@check("LAW122", Severity.WARNING, "what is graded as ultimate", looks_at=lambda case: _ultimate(case).values())
def ultimate_below_superior(case: CheckInput) -> Iterator[Finding]:
    commands = (one for one in case.graph.commands if one.shown_kind in COMMANDS)
    relations = grouped(commands, lambda one: one.subordinate)
    for record, loc, role, _ in _ultimate(case).values():
        below = {seat.position for seat in role.seats} | {post.body for post in case.posts_of(role) if post.body}
        above = [
            one
            for unit in sorted(below)
            for one in relations.get(unit, ())
            if one.superior not in below and (not one.dates or one.dates.touches(role.dates.stated) is not Answer.NO)
        ]
        if above:
            yield case.finding_on(
                record,
                f"role {say.role(role)} is graded as ultimate; {say.unit(above[0].superior)} is recorded above "
                f"{say.unit(above[0].subordinate)}",
                "say with `over` over what it is ultimate, grade it `direct`, or correct the class of the relation",
                at=(*loc, "grade"),
                notes=tuple(
                    f"this case classes relation {say.command(one)} as {say.words(one.kind)}"
                    + (f", from these words of its source: {one.stated}" if one.stated else "")
                    for one in above
                ),
            )
