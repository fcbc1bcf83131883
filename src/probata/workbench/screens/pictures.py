"""The pictures of a case: posts against events on one time axis, and the chain of command on a chosen day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, dropwhile

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from probata.graph.case_graph import CaseGraph
from probata.graph.chain_of_command import ChainOfCommand
from probata.graph.titles import title_of
from probata.law import load_catalogue
from probata.messages import Wording
from probata.messages.wording import tenure_in_words
from probata.model.command import CommandRelation
from probata.model.dates import parse_when
from probata.pictures.drawing import Sheet
from probata.pictures.organisation import Organisation, organisation_on, telling_day
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.picture import linked_svg
from probata.pictures.timeline import draw_timeline
from probata.report.material import Material
from probata.report.organisation import LARGEST, alleged_of_roles, changes, charged, draw_axis, periods, roles_looked_at
from probata.workbench.bench import desk_of, page
from probata.workbench.desk import Desk

SIZE = (620.0, 1_000_000.0)
"""Width and height of a picture in points: on a screen it is one sheet, however long."""
MOST = 400
"""Posts and events of a timeline; more could not be read, and the choice of a person shows them."""


def material_of(desk: Desk) -> Material | None:
    """Return the case as the report takes it, with nothing looked for in it; `None` where it cannot be read."""
    session = desk.session()
    graph = session.graph
    if graph is None:
        return None
    profiles = {name: forum.profile for name, forum in session.forums.items()}
    return desk.known(
        "material",
        lambda: Material(graph, load_catalogue(), session.tables, profiles, (), (), session.figures),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture for the page."""

    svg: str
    words: str


def _shown(sheets: Sequence[Sheet]) -> list[Shown]:
    return [Shown(linked_svg(one.drawing, one.alternative, "/record/{}".format), one.alternative) for one in sheets]


def timeline(request: Request) -> Response:
    """Show the posts and events of the case, or the posts of one person and what is alleged of them."""
    desk, person = desk_of(request), request.query_params.get("person", "")
    material = material_of(desk)
    if material is None:
        return page(request, "unread.html")
    alleged = desk.known("charged", lambda: charged(material))
    person = person if person in alleged else ""
    pictures, left_out = desk.known(("timeline", person), lambda: _timeline(material, person))
    persons = [(key, material.person(key)) for key in alleged]
    return page(request, "timeline.html", persons=persons, person=person, pictures=pictures, left_out=left_out)


def _timeline(material: Material, person: str) -> tuple[list[Shown], int]:
    if person:
        return _shown(draw_axis(material, person, charged(material)[person], SIZE)), 0
    graph = material.graph
    roles, events = roles_looked_at(material), [event for event in graph.events if event.dates]
    kept = roles[:MOST], events[: max(MOST - len(roles), 0)]
    left_out = len(roles) + len(events) - sum(map(len, kept))
    return _shown(draw_timeline(graph, *kept, material.wording, SIZE)), left_out


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of command that holds on the day."""

    record: str
    superior: tuple[str, str]
    """Record and name."""
    subordinate: tuple[str, str]
    kind: str
    when: str
    over: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Commanding:
    """A post held on the day, and all that is recorded below it by command, directly or through others."""

    role: str
    person: str
    post: str
    is_certain: bool
    below: tuple[tuple[str, str, bool], ...]
    """Record, name, and whether every step down to it surely held."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """The chain of command on a day."""

    day: date
    words: str
    pictures: list[Shown]
    is_too_large: bool
    relations: list[Relation]
    held: list[Commanding]
    existing: tuple[tuple[str, str], ...]
    """Record and name of the bodies and posts, where no holder and no relation is known."""
    earlier: tuple[date, str] | None
    """The first day of what held before, as a day and in words as exact as what is recorded."""
    later: tuple[date, str] | None


def command(request: Request) -> Response:
    """Show who stood above whom on a day, and who held which post."""
    desk, asked = desk_of(request), request.query_params.get("day", "").strip()
    material = material_of(desk)
    if material is None:
        return page(request, "unread.html")
    day, refused = _day(asked)
    if day is None:
        day = desk.known("telling day", lambda: _telling_day(material))
    on_day = desk.known(("command", day), lambda: _on_day(desk, material, day)) if day else None
    return page(request, "command.html", shown=on_day, refused=refused)


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        parse_when(text)
        return date.fromisoformat(text), ""
    except ValueError:
        return None, f"“{text[:40]}” is no day of the calendar."


def _telling_day(material: Material) -> date | None:
    """Return the day about which most is alleged; without one, the first on which something is known to begin."""
    return telling_day(roles_looked_at(material), alleged_of_roles(material)) or next(iter(_days(material)), None)


def _days(material: Material) -> list[date]:
    """Return the days on which something changes, from the first on that has something to show."""
    found = changes(material.graph, roles_looked_at(material), (), None)
    return [whole.day for whole in dropwhile(lambda whole: not whole.units, found.organisations)]


def _known_as(material: Material) -> dict[date, str]:
    """Return in words the days of change that are recorded as a month or year alone."""
    told: dict[date, str] = {}
    exact: set[date] = set()
    for when in periods(material.graph, roles_looked_at(material)):
        for point, words, after in ((when.start, ("from", "from"), 0), (when.end, ("in", "after"), 1)):
            if point is None:
                continue
            for word, day in zip(words, (point.first, point.last), strict=True):
                behind = date.fromordinal(min(day.toordinal() + after, date.max.toordinal()))
                exact |= {behind} if point.day else set()
                told.setdefault(behind, f"{word} {material.wording.when(parse_when(point.text))}")
    return {day: words for day, words in told.items() if day not in exact}


def _on_day(desk: Desk, material: Material, day: date) -> OnDay:
    graph, wording = material.graph, material.wording
    whole = organisation_on(graph, roles_looked_at(material), day)
    days = desk.known("days of change", lambda: _days(material))
    after = bisect_right(days, day)

    known_as = desk.known("words of days", lambda: _known_as(material))

    def in_words(one: date) -> str:
        return wording.when(parse_when(one.isoformat()))

    def step(one: date) -> tuple[date, str]:
        return one, known_as.get(one) or f"from {in_words(one)}"

    is_too_large = len(whole.units) > LARGEST
    return OnDay(
        day, in_words(day),
        [] if is_too_large else _shown(draw_organisation(whole, wording, SIZE)), is_too_large,
        list(_relations(graph, whole, wording)), list(_held(desk, graph, whole)),
        () if whole.units else tuple(_existing(graph, day)),
        step(days[after - 2]) if after > 1 else None, step(days[after]) if after < len(days) else None,
    )  # fmt: skip


def _existing(graph: CaseGraph, day: date) -> Iterator[tuple[str, str]]:
    """Give record and name of the bodies and posts that there may have been on a day."""
    bodies = ((f"bodies/{one.id}", one.name, one.founded, one.dissolved) for one in graph.bodies)
    posts = ((f"positions/{one.id}", one.title, one.created, one.abolished) for one in graph.positions)
    for record, name, begun, ended in chain(bodies, posts):
        if not (begun and day < begun.value.first) and not (ended and ended.value.last < day):
            yield record, name


def _relations(graph: CaseGraph, whole: Organisation, wording: Wording) -> Iterator[Relation]:
    for link in whole.links:
        found = graph.find("commands", CommandRelation, link.relation)
        superior, subordinate = whole.units[link.superior], whole.units[link.subordinate]
        yield Relation(
            f"commands/{link.relation}", (superior.record, superior.name), (subordinate.record, subordinate.name),
            wording.label(f"command.{link.kind}"),
            tenure_in_words(wording, found.dates) if found and found.dates else "", link.limit, link.is_certain,
        )  # fmt: skip


def _held(desk: Desk, graph: CaseGraph, whole: Organisation) -> Iterator[Commanding]:
    chain = desk.known("chain of command", lambda: ChainOfCommand(graph))
    when = parse_when(whole.day.isoformat())
    for unit in whole.units:
        for held in unit.held:
            starts = frozenset({held.position}) if held.position else frozenset[str]()
            below = tuple(
                (*_end(graph, key), not chain.open_hops(starts, frozenset({key}), when))
                for key in chain.reached(starts, when)
                if key not in starts
            )
            post = title_of(graph, "positions", held.position) or title_of(graph, "roles", held.role)
            yield Commanding(f"roles/{held.role}", held.person, post, held.is_certain, below)


def _end(graph: CaseGraph, key: str) -> tuple[str, str]:
    kind = "bodies" if graph.has("bodies", key) else "positions"
    return f"{kind}/{key}", title_of(graph, kind, key) or key


ROUTES = [
    Route("/pictures", timeline),
    Route("/pictures/command", command),
]
