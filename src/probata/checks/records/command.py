"""Who stands above whom: whether the recorded chain of command bears what is alleged of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, records_of, roles_and_allegations
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.words import any_of, word_list
from probata.checks.tenures.alleged_grounds import Held, as_stated, going_on, held_roles
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import Days, is_approximate, sure_days
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import COMMANDS, ChainOfCommand, Hop
from probata.graph.filings import posts_alleged
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.dates import Answer, When, parse_when
from probata.model.event import Event
from probata.model.position import Position
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.tenure import Tenure

_WORD = re.compile(r"[^\W_]+")


@cache
def object_of(over: str | None) -> tuple[str, ...]:
    """Return the words of an object without those of extent and of the post held; none where nothing is said.

    "All operations, as Director" and "thousands of operations" give the same. No word is stemmed or translated: what is
    worded otherwise is taken to be another thing.
    """
    text = re.sub(word_list("extent")["capacity"], " ", over or "", flags=re.IGNORECASE)
    return tuple(_WORD.findall(any_of("extent", "extent").sub(" ", text).casefold()))


def commanding(case: CheckInput, allegation: Allegation) -> Iterator[Role]:
    """Give the roles from which command is alleged."""
    for held in held_roles(case, allegation):
        if any(ground.shown_label == "command" for ground in held.grounds):
            yield held.role


def starts_of(case: CheckInput, role: Role, allegation: Allegation) -> set[str]:
    """Return the posts with their bodies; where the allegation names the body of some, those alone."""
    return {start for post, body in posts_of(case, role, allegation) for start in (post, body) if start}


def posts_of(case: CheckInput, role: Role, allegation: Allegation) -> Iterator[tuple[str, str | None]]:
    """Give the posts, each with its body; where the allegation names the body of some, those alone."""
    yield from posts_alleged(case.graph, role, allegation)


def may_command_from(
    case: CheckInput, role: Role, allegation: Allegation, chain: ChainOfCommand
) -> Iterator[tuple[str, str | None]]:
    """Give each post, with its body where it may command from there: no relation is recorded from it to the body."""
    for post, body in posts_of(case, role, allegation):
        yield post, None if body and chain.is_recorded(post, body) else body


def charged_to(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give the events that are charged and have bodies, with their place; reforms and background are left aside."""
    for position, event in case.events_of(allegation):
        if event.kind != "reform" and (event.lead_bodies or event.bodies):
            yield position, event


def at_hop(hop: Hop, when: When | None) -> str:
    """Name the link at which a chain breaks at some time, with its dates or its kind."""
    if instead := hop.outranked_on(when):
        hop = instead
    if not hop.is_command:
        return f"{_name(hop)}: from {say.unit(hop.superior)} to {say.body(hop.subordinate)} it is {say.words(hop.kind)}"
    stated = hop.stated
    if stated is None or when is None:
        return _link(hop)
    side = (
        "begins after" if stated.first > when.last else "ends before" if stated.last < when.first else "does not reach"
    )
    return f"{_link(hop)}: dated {say.date(stated)}, it {side} {say.date(when)}"


def open_at(hop: Hop, when: When) -> str:
    """Name a link of which the records do not tell whether it held at some time, with what they tell."""
    stated = hop.stated
    told = f"dated {say.date(stated)}, it is not sure to reach {say.date(when)}" if stated else "it has no dates"
    return f"{_link(hop)}: {told}"


def _link(hop: Hop) -> str:
    what = "is part of" if hop.kind == "part_of" else "is under"
    return f"{_name(hop)}, by which {say.body(hop.subordinate)} {what} {say.unit(hop.superior)}"


def _name(hop: Hop) -> str:
    return f"{say.command(hop.relation) if hop.relation else say.body(hop.subordinate)}"


@dataclass(frozen=True, slots=True)
class Charged:
    """An event that is charged, with its place, the bodies that acted and the time at which they had to be under it."""

    event: Event
    position: int
    units: frozenset[str]
    when: When | None


def charged_events(case: CheckInput, allegation: Allegation) -> Iterator[Charged]:
    """Give the events of an allegation that have bodies; reforms of the law and background are left aside."""
    # An operation may be longer than what is charged of it, and an act shorter than the time of the charge: what is
    # common to both decides. Where they have no day in common, `event-outside-period` says so.
    for position, event in charged_to(case, allegation):
        units = frozenset((*event.lead_bodies, *event.bodies))
        period, dates = allegation.period, event.dates
        both = period.common_with(dates) if period and dates else None
        yield Charged(event, position, units, both or period or dates)


def led_by_others(charged: Iterable[Charged], starts: frozenset[str], chain: ChainOfCommand) -> list[Charged]:
    """Return those in which the chain reaches who took part, and none of those who led it.

    Who led it must be recorded under somebody, and not stand over the starts. Operations are left aside: each unit
    carries out its own part of them, so that who led the whole is no gap in the command over one of them.
    """
    found = []
    for one in (one for one in charged if one.event.kind != "operation"):
        reached, lead = chain.reached(starts, one.when), one.event.lead_bodies
        is_apart = lead and reached.isdisjoint(lead) and not reached.isdisjoint(one.event.bodies)
        if is_apart and all(chain.right_above(body) and not chain.is_above(body, starts) for body in lead):
            found.append(one)
    return found


_SHOWN = 4
"""Events that are named one by one."""


def _resting_on_command(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that rest on command; of one without bodies that acted it cannot be told."""
    for allegation in case.pursued:
        if any(commanding(case, allegation)):
            no_post = not any(starts_of(case, role, allegation) for role in commanding(case, allegation))
            no_body = not any(charged_to(case, allegation))
            why = "its role names no post" if no_post else "no body that acted is recorded" if no_body else ""
            yield Looked(f"allegations/{allegation.id}", why)


@check(
    "LAW121",
    Severity.WARNING,
    "allegations",
    unsettles=("superior-relationship", "effective-control", "subordinates-acted"),
    looks_at=_resting_on_command,
)
def no_command_to_the_unit(case: CheckInput) -> Iterator[Finding]:
    """Follow the chain for each allegation of command."""
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        posts = dict(
            start for role in commanding(case, allegation)
            for start in may_command_from(case, role, allegation, chain)
        )  # fmt: skip
        sure, bodies = frozenset(posts), frozenset(body for body in posts.values() if body)
        charged = tuple(charged_events(case, allegation)) if posts else ()
        missed = _missed(charged, sure | bodies, chain)
        if missed:
            yield _missed_finding(case, allegation, missed, sure | bodies, chain)
        # From a post the chain goes on as recorded. That a post commands its own body is not told by its being there.
        by_post = [one for one in charged if one.units & chain.reached(sure, one.when)]
        by_body = [one for one in charged if one not in by_post and one.units & chain.reached(bodies, one.when)]
        if led := led_by_others(charged, sure | bodies, chain):
            yield _led_finding(case, allegation, led, chain)
        if by_body:
            yield _by_membership(case, allegation, by_body, posts, chain)
        unsure = [
            (one, _weakest(hops), one.when)
            for one in charged
            if one.when and (hops := chain.open_hops(sure if one in by_post else bodies, one.units, one.when))
        ]
        if unsure:
            yield _unsure_finding(case, allegation, unsure)


def _missed(charged: tuple[Charged, ...], starts: frozenset[str], chain: ChainOfCommand) -> list[Charged]:
    are_reached = [bool(one.units & chain.reached(starts, one.when)) for one in charged]
    # A wider operation is charged only as far as the parts of it that are charged beside it.
    wider = {whole for one, is_reached in zip(charged, are_reached, strict=True) if is_reached
             for whole in one.event.part_of}  # fmt: skip
    pairs = zip(charged, are_reached, strict=True)
    return [one for one, is_reached in pairs if not is_reached and one.event.id not in wider]


def _missed_finding(
    case: CheckInput, allegation: Allegation, missed: list[Charged], starts: frozenset[str], chain: ChainOfCommand
) -> Finding:
    events, is_open = _named(missed), chain.is_empty
    message = (
        f"allegation {say.allegation(allegation)} rests on command; no recorded chain of command reaches a body of "
        f"{events}"
    )
    if is_open:
        message = f"no relation of command is recorded from which to tell who commanded those of {events}"
    return case.finding(
        "allegations", allegation.id, message,
        "record the command relation with its source, charge these events by another ground, or take them out",
        at=("events", missed[0].position), notes=() if is_open else tuple(_notes(missed, starts, chain)),
        severity=Severity.INFO if is_open else None,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


def _notes(missed: list[Charged], starts: frozenset[str], chain: ChainOfCommand) -> Iterator[str]:
    """Say where each way breaks off, once, and from where there is no way at all."""
    broken = [(one, chain.broken_hop(starts, one.units, one.when)) for one in missed]
    yield from dict.fromkeys(f"the chain breaks at {at_hop(hop, one.when)}" for one, hop in broken if hop)
    nowhere = [one.event.id for one, hop in broken if not hop]
    if nowhere:
        below = ", ".join(say.unit(start) for start in sorted(starts)[:_SHOWN])
        yield (f"no relation leads from {below} to a body of {say.events(nowhere[:_SHOWN])}")


def _led_finding(case: CheckInput, allegation: Allegation, led: list[Charged], chain: ChainOfCommand) -> Finding:
    lead = dict.fromkeys(body for one in led for body in one.event.lead_bodies)
    told = say.bodies(lead)
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command for {_named(led)}; no recorded chain of command "
        f"reaches {told}, said to have led it, but only who took part",
        "record the command relation with its source, or charge what those under command did as an event of its own",
        at=("events", led[0].position), in_part=True,
        notes=tuple(f"{say.body(body)} stands under {say.bodies(chain.right_above(body))}" for body in lead),
    )  # fmt: skip


def _unsure_finding(case: CheckInput, allegation: Allegation, unsure: list[tuple[Charged, Hop, When]]) -> Finding:
    told = tuple(dict.fromkeys(open_at(hop, when) for _, hop, when in unsure))
    events = _named([one for one, _, _ in unsure])
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command, and whether it reached a body of {events} then is "
        "left open",
        "record from when to when the relation held, with its source; where the command at that time is known from "
        "something else, say so in the particulars and decide the finding",
        at=("events", unsure[0][0].position), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        notes=tuple(f"the weakest link is {one}" for one in told[:_SHOWN]), alike="; ".join(told),
    )  # fmt: skip


def _by_membership(
    case: CheckInput, allegation: Allegation, found: list[Charged], posts: dict[str, str | None], chain: ChainOfCommand
) -> Finding:
    """Say that the chain begins at a post of which nothing tells that it commands its own body."""
    links = {
        f"{say.body(body)}, the body of {say.post(post)}"
        for post, body in posts.items()
        if body and any(one.units & chain.reached(frozenset({body}), one.when) for one in found)
    }
    told = "; ".join(sorted(links))
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command for {_named(found)}, and nothing recorded says that "
        f"the post held commands {told}",
        "record in `commands.yaml` how the post stands to its body, with the source; who only sits in a body commands "
        "nobody in it",
        at=("events", found[0].position), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike=told,
    )  # fmt: skip


def _weakest(hops: tuple[Hop, ...]) -> Hop:
    """Return the first without dates, of which least is told; else the first."""
    return next((hop for hop in hops if hop.dates is None), hops[0])


def _named(charged: list[Charged]) -> str:
    more = f" and {len(charged) - _SHOWN} more" if len(charged) > _SHOWN else ""
    return ", ".join(say.event(one.event) for one in charged[:_SHOWN]) + more


@dataclass(frozen=True, slots=True)
class Commanding:
    """The posts and bodies from which a role commands, and the days on which it was surely held."""

    starts: frozenset[str]
    days: Days


@check("LAW124", Severity.WARNING, "allegations")
def command_for_part_of_time(case: CheckInput) -> Iterator[Finding]:
    """Follow the chain through the time of each event that is charged."""
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        held = [
            Commanding(_starts(case, role, allegation, chain), days)
            for role in commanding(case, allegation)
            if (days := sure_days(role))
        ]
        for position, event in charged_to(case, allegation) if held else ():
            span = _span(allegation, event)
            broken = _first_break(chain, held, event, span) if span else None
            if broken:
                day, hop = broken
                time = (allegation.period or event.dates or parse_when(day.isoformat())).text
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} rests on command for {say.date(time)}, and on "
                    f"{say.date(day)} no chain of command reaches a body of {say.event(event)}",
                    "narrow the period to the time of the relation, or record the relation that held then with its "
                    "source",
                    at=("events", position), notes=(f"the chain breaks at {at_hop(hop, parse_when(day.isoformat()))}",),
                )  # fmt: skip


def _starts(case: CheckInput, role: Role, allegation: Allegation, chain: ChainOfCommand) -> frozenset[str]:
    found = may_command_from(case, role, allegation, chain)
    return frozenset(start for post, body in found for start in (post, body) if start)


def _span(allegation: Allegation, event: Event) -> Days | None:
    """Return the days that surely belong to the event and to the period; an open end is that of the other."""
    times = [when for when in (allegation.period, event.dates) if when]
    ends = [when.earliest_end for when in times if when.end]
    if not ends or any(is_approximate(when) or when.start is None for when in times):
        return None
    first, last = max(when.latest_start for when in times), min(ends)
    return (first, last) if first <= last else None


def _first_break(chain: ChainOfCommand, held: list[Commanding], event: Event, span: Days) -> tuple[date, Hop] | None:
    """Return the first day on which the chain breaks, with the link; `None` where it holds on or never held."""
    units = frozenset((*event.lead_bodies, *event.bodies))
    changes = {day for one in held for day in (one.days[0], *chain.days_of_change(one.starts))}
    broken: tuple[date, Hop] | None = None
    has_held = False
    for day in sorted(day for day in changes | {span[0]} if span[0] <= day <= span[1]):
        starts = frozenset(start for one in held if one.days[0] <= day <= one.days[1] for start in one.starts)
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


@dataclass(frozen=True, slots=True)
class Move:
    """The move of control of one body to another, with what came after it."""

    of: str
    to: str
    stated: When
    after: When


@check("LAW152", Severity.WARNING, "allegations", looks_at=records_of("allegations", "figures"))
def control_moved_elsewhere(case: CheckInput) -> Iterator[Finding]:
    """Look at the moves that bodies record, and at what is charged or counted after them."""
    moves = [move for body in case.graph.bodies for move in _moves(body)]
    chain = ChainOfCommand(case.graph)
    told: set[str] = set()
    for allegation in case.pursued if moves else ():
        held = held_roles(case, allegation)
        leaders = tuple(one for one in held if any(ground.shown_label == "command" for ground in one.grounds))
        for position, event in charged_to(case, allegation) if leaders else ():
            for move in moves:
                if move.of in (*event.lead_bodies, *event.bodies) and not _leads(
                    case, allegation, leaders, move, chain
                ):
                    if allegation.period and _goes_on(allegation.period, move):
                        yield _charged(case, allegation, position, move)
                    yield from _counted(case, leaders, move, told)


def _moves(body: Body) -> Iterator[Move]:
    for relation in body.relations:
        when = relation.dates
        if relation.kind == "control_moved_to" and when and when.start and not is_approximate(when):
            moved = When(when.text, when.start, when.start)
            yield Move(body.id, relation.body, when, When(f"after {when.text}", moved.end, None, is_period=True))


def _goes_on(period: When, move: Move) -> bool:
    """Tell whether a period, as it is told, goes on after the move, as one with an open end does, or is later."""
    moved = move.stated.start
    if moved is None or is_approximate(period):
        return False
    return (as_stated(period).last if period.is_period else period.first) > moved.last


def _leads(
    case: CheckInput, allegation: Allegation, leaders: tuple[Held, ...], move: Move, chain: ChainOfCommand
) -> bool:
    """Tell whether a role that may have been held after the move leads to the body that took control."""
    later = [one for one in leaders if one.tenure.touches(move.after) is not Answer.NO]
    return any(move.to in chain.reached(frozenset(starts_of(case, one.role, allegation)), move.after) for one in later)


def _charged(case: CheckInput, allegation: Allegation, position: int, move: Move) -> Finding:
    return case.finding(
        "allegations", allegation.id,
        f"command over {say.body(move.of)} is alleged for {say.date(allegation.period)}; control of it passed to "
        f"{say.body(move.to)} in {say.date(move.stated)}",
        "end the period at the move, name the role that led the new body, or record command in fact with its source",
        at=("events", position),
    )  # fmt: skip


def _counted(case: CheckInput, leaders: tuple[Held, ...], move: Move, told: set[str]) -> Iterator[Finding]:
    """Find, once each, the figures that are ascribed to the roles and surely go on after the move."""
    roles = {one.role.id for one in leaders}
    for figure in case.graph.figures:
        if (
            figure.id not in told
            and figure.period
            and roles & set(figure.ascribed_to)
            and _goes_on(figure.period, move)
        ):
            told.add(figure.id)
            yield case.finding(
                "figures", figure.id,
                f"the figure {say.figure(figure)} counts {say.date(figure.period)} for roles in command of "
                f"{say.body(move.of)}, and its control moved to {say.body(move.to)} in {say.date(move.stated)}",
                "cut the figure at the move (`operation: apportion`), or say who answers for what came after and "
                "decide the finding",
                at=("period",),
            )  # fmt: skip


@check("LAW151", Severity.WARNING, "commands")
def two_bodies_in_command(case: CheckInput) -> Iterator[Finding]:
    """Compare the relations that lead to one body, and those that are about one thing."""
    chain = ChainOfCommand(case.graph)
    lines = [one for one in case.graph.commands if one.id in chain.carrying and not _is_internal(case, one)]
    acting = {body for allegation in case.pursued for _, event in charged_to(case, allegation)
              for body in (*event.lead_bodies, *event.bodies)}  # fmt: skip
    groups: dict[tuple[str, ...], list[CommandRelation]] = {}
    for one in lines:
        if one.subordinate in acting:
            groups.setdefault(("to", one.subordinate), []).append(one)
    for one in (found for found in case.graph.commands if found.id in chain.carrying):
        if object_of(one.over):
            groups.setdefault(("over", *object_of(one.over)), []).append(one)
    told: set[frozenset[str]] = set()
    for group in groups.values():
        for first, second in combinations(group, 2):
            pair = frozenset((_body(case, first.superior), _body(case, second.superior)))
            if pair not in told and _are_rivals(case, chain, first, second):
                told.add(pair)
                yield _finding_two_bodies(case, first, second)


def _body(case: CheckInput, superior: str) -> str:
    """Return the body of a post, or the body itself."""
    post = case.graph.find("positions", Position, superior)
    return post.body if post and post.body else superior


def _is_internal(case: CheckInput, one: CommandRelation) -> bool:
    return _body(case, one.superior) == one.subordinate


def _are_rivals(case: CheckInput, chain: ChainOfCommand, one: CommandRelation, other: CommandRelation) -> bool:
    bodies = (_body(case, one.superior), _body(case, other.superior))
    if bodies[0] == bodies[1] or one.kind != other.kind:
        return False
    if (
        one.subordinate == other.subordinate
        and object_of(one.over) != object_of(other.over)
        and one.over
        and other.over
    ):
        return False
    if not one.dates or not other.dates:
        return False
    if going_on(one.dates.stated).overlaps(going_on(other.dates.stated)) is not Answer.CERTAIN:
        return False
    ends = [frozenset({body, relation.superior}) for body, relation in zip(bodies, (one, other), strict=True)]
    when = one.dates.stated
    return not (chain.reached(ends[0], when) & ends[1] or chain.reached(ends[1], when) & ends[0])


def _finding_two_bodies(case: CheckInput, first: CommandRelation, second: CommandRelation) -> Finding:
    what = say.body(first.subordinate) if first.subordinate == second.subordinate else say.words(second.over)
    return case.finding(
        "commands", second.id,
        f"{say.unit(first.superior)} and {say.unit(second.superior)} are both recorded in command of {what} at the "
        "same time",
        "say with `over` what each commanded, correct the class or the dates of one, or put one under the other",
        at=("superior",),
        notes=tuple(f"relation {say.command(one)}: {one.stated or one.kind}" for one in (first, second)),
    )  # fmt: skip


_ALWAYS = (date.min, date.max)
_SHOWN_LINKS = 6
"""Links of a circle that are named one by one."""


def _linked_records(case: CheckInput) -> Iterator[Looked]:
    """Give the relations of command and the bodies that are part of another."""
    yield from (Looked(f"commands/{one.id}") for one in case.graph.commands if one.shown_kind in COMMANDS)
    for body in case.graph.bodies:
        if any(relation.kind == "part_of" for relation in body.relations):
            yield Looked(f"bodies/{body.id}")


@check("STR139", Severity.WARNING, "commands and bodies", looks_at=_linked_records)
def circle_of_command(case: CheckInput) -> Iterator[Finding]:
    """Look for circles of command, then of parts: who commands may well be part of what is commanded."""
    for links in (_commands(case), _parts(case)):
        for circle in circles(list(links)):
            first, *others = circle
            is_part = first.kind == "part_of"
            stands = "is part of" if is_part else "stands over"
            ends = (first.above, first.below) if is_part else (first.below, first.above)
            message = f"{first.words}, and at the same time {say.body(ends[0])} {stands} {say.body(ends[1])}"
            if not others:
                itself = "as a part of itself" if is_part else "over itself"
                message = f"{say.body(first.above)} is recorded {itself}"
            yield case.finding(
                *first.record, message,
                "read in the sources which of them stood over the other, and correct the link that is the wrong way "
                "round, or give each its time",
                at=first.at, notes=tuple(link.words for link in others[:_SHOWN_LINKS]),
                severity=Severity.INFO if len({link.kind for link in circle}) > 1 else None,
            )  # fmt: skip


def _commands(case: CheckInput) -> Iterator[Link]:
    for one in case.graph.commands:
        days = _days(one.dates) if one.shown_kind in COMMANDS else None
        if days:
            yield Link(one.superior, one.subordinate, one.kind, ("commands", one.id), ("superior",), days)


def _parts(case: CheckInput) -> Iterator[Link]:
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            days = _days(relation.dates) if relation.kind == "part_of" else None
            if days:
                at = ("relations", position, "body")
                yield Link(relation.body, body.id, relation.kind, ("bodies", body.id), at, days)


def _days(dates: Tenure | When | None) -> Days | None:
    """Return the days on which a relation surely held: all where it has none, up to its open end where it has one."""
    if dates is None:
        return _ALWAYS
    when = (dates.certain or dates.stated) if isinstance(dates, Tenure) else dates
    if is_approximate(when):
        return None
    is_shown_last = isinstance(dates, Tenure) and not dates.end_known
    return (when if is_shown_last else going_on(when)).core


_NO_COMMAND = {
    "member_of_deciding_body": "membership of a deciding body",
    "supervising_body": "supervision",
    "author_or_promoter": "authorship or promotion",
}
"""Links that are no command, in words."""


@check("LAW123", Severity.WARNING, "roles and allegations", looks_at=roles_and_allegations)
def oversight_as_command(case: CheckInput) -> Iterator[Finding]:
    """Look at each ground of each role and allegation."""
    for role in case.graph.roles:
        yield from _grounds(case, ("roles", role.id), (), role, role.responsibility)
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            if named:
                at: Loc = ("roles", position)
                yield from _grounds(case, ("allegations", allegation.id), at, named, alleged.responsibility)


def _grounds(
    case: CheckInput, record: tuple[str, str], at: Loc, role: Role, grounds: tuple[Responsibility, ...]
) -> Iterator[Finding]:
    for position, ground in enumerate(grounds):
        place: Loc = (*at, "responsibility", position)
        what = _stated_as(role, ground)
        if what:
            yield case.finding(
                *record, f"the responsibility from role {say.role(role)} is labelled `command` and rests on {what}",
                "label it `oversight`, or record the command with `link: direct_superior` and its source", at=place,
            )  # fmt: skip


def _stated_as(role: Role, ground: Responsibility) -> str:
    """Return what a ground of command rests on, where that is no command."""
    if ground.label != "command":
        return ""
    if role.term and ground.link == "not_stated":
        return f"membership of the college {say.body(role.term.body)}"
    return _NO_COMMAND.get(ground.link, "")


def _graded_ultimate(case: CheckInput) -> Iterator[Looked]:
    """Give the records in which a role is graded ultimate, each role at its first."""
    first: dict[str, str] = {}
    for kind, record_id, _, role in _ultimate(case):
        first.setdefault(role.id, f"{kind}/{record_id}")
    yield from map(Looked, dict.fromkeys(first.values()))


@check("LAW122", Severity.WARNING, "what is graded as ultimate", looks_at=_graded_ultimate)
def ultimate_below_superior(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each role, the superiors of one that is called ultimate."""
    above: dict[str, list[CommandRelation]] = {}
    for relation in case.graph.commands:
        if relation.shown_kind in COMMANDS:
            above.setdefault(relation.subordinate, []).append(relation)
    told: set[str] = set()
    for kind, record_id, loc, role in _ultimate(case):
        found = _superiors(case, role, above) if role.id not in told else []
        told.add(role.id)
        if found:
            first = found[0]
            yield case.finding(
                kind, record_id,
                f"role {say.role(role)} is graded `ultimate`, and {_called(case, first.superior)} is recorded above "
                f"{_called(case, first.subordinate)}",
                "say with `over` over what it is ultimate, grade it `direct`, or correct the class of the relation",
                at=loc, notes=tuple(map(_note, found)),
            )  # fmt: skip


def _ultimate(case: CheckInput) -> Iterator[tuple[str, str, Loc, Role]]:
    """Give each place that grades a role as ultimate, the roles' own records first."""
    for role in case.graph.roles:
        for loc in _grades(role.responsibility):
            yield "roles", role.id, loc, role
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            for loc in _grades(alleged.responsibility) if named else ():
                if named:
                    yield "allegations", allegation.id, ("roles", position, *loc), named


def _grades(grounds: tuple[Responsibility, ...]) -> Iterator[Loc]:
    for position, ground in enumerate(grounds):
        if ground.grade == "ultimate":
            yield "responsibility", position, "grade"


def _superiors(case: CheckInput, role: Role, above: dict[str, list[CommandRelation]]) -> list[CommandRelation]:
    own = {seat.position for seat in role.seats}
    posts = (case.graph.find("positions", Position, post) for post in own)
    below = [*(seat.position for seat in role.seats), *sorted({post.body for post in posts if post and post.body})]
    found = (relation for one in below for relation in above.get(one, ()) if relation.superior not in {*own, *below})
    return [one for one in found if not one.dates or one.dates.touches(role.dates.stated) is not Answer.NO]


def _called(case: CheckInput, key: str) -> str:
    return f"{'post' if case.graph.has('positions', key) else 'body'} {say.unit(key)}"


def _note(relation: CommandRelation) -> str:
    """Say how the case classes a relation, apart from the words of its source: the class is the case's reading."""
    words = f", from these words of its source: {relation.stated}" if relation.stated else ""
    return f"relation {say.command(relation)} is classed {say.words(relation.kind)} by this case{words}"
