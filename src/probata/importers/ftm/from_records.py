"""The records of a case as entities of FollowTheMoney, in the order of the kinds; what has no like is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from probata.graph.case_graph import CaseGraph
from probata.importers.ftm.from_memberships import memberships
from probata.importers.ftm.from_people import person
from probata.importers.ftm.from_roles import command, listing, occupancies
from probata.importers.ftm.made import Made, entity_id, made
from probata.importers.ftm.proofs import proofs
from probata.importers.ftm.times import day_of, ends_of
from probata.importers.ftm.values import code_of_language
from probata.messages.countries import code_of_country, country_names
from probata.model.body import Body
from probata.model.event import Event
from probata.model.position import Position
from probata.model.source_record import Source

_NO_PUBLIC_BODY = {"party_organ", "bank", "international_organisation", "non_governmental_organisation", "media",
                   "university", "other"}  # fmt: skip
_A_SLIP = 0.8
_ARTICLES = {"article-newspaper", "article-magazine", "article-journal"}


@dataclass(slots=True)
class Entities:
    """What goes out, and what does not."""

    made: list[Made] = field(default_factory=list)
    without_like: list[str] = field(default_factory=list)
    """Records that are no entity, in one clause each."""


def entities_of(graph: CaseGraph) -> Entities:
    """Return the entities of a case from which everything protected is gone already; see `disclosure/protected.py`.

    A beginning or an end goes out only where it is known to be one: a date on which somebody was first seen in a post
    would be read as the day on which it began.
    """
    found = Entities()
    for human in graph.people:
        found.made += person(human)
    found.made += map(_body, graph.bodies)
    found.made += (_position(one, graph) for one in graph.positions)
    schema_of = {one["id"]: one["schema"] for one in found.made}
    for role in graph.roles:
        found.made += occupancies(role, graph, found.without_like)
        found.made += memberships(role, graph, schema_of)
    found.made += (_event(one, graph) for one in graph.events)
    found.made += filter(None, (command(one, graph) for one in graph.commands))
    found.made += (listing(one) for one in graph.listings if one.found and graph.has("people", one.person))
    found.made += map(_source, graph.sources)
    found.made += proofs(graph)
    found.without_like += _without_code(graph)
    return found


def _without_code(graph: CaseGraph) -> Iterator[str]:
    """Say of each country and nationality that it has no code, with the country that may be meant."""
    said = [one.country for records in (graph.bodies, graph.events, graph.sources) for one in records]
    said += [one.birth.country for one in graph.people]
    said += [paper.country for one in graph.people for paper in one.identifiers]
    said += [nationality.value for one in graph.people for nationality in one.nationalities]
    for name in dict.fromkeys(filter(None, said)):
        if not code_of_country(name):
            near = get_close_matches(name.casefold(), country_names(), 1, _A_SLIP)
            advice = f"; did you mean `{country_names()[near[0]].lower()}`, {near[0].title()}?" if near else ""
            yield f"`{name}` as a country, since it has no code{advice}"


def _body(body: Body) -> Made:
    schema = "Company" if body.kind == "company" else "Organization" if body.kind in _NO_PUBLIC_BODY else "PublicBody"
    return made("bodies", body, schema, {
        "name": [body.name, body.native.text if body.native else None],
        "alias": [*body.other_names, body.short_name], "abbreviation": [body.abbreviation],
        "country": [code_of_country(body.country or "")],
        "incorporationDate": [day_of(body.founded.value if body.founded else None)],
        "dissolutionDate": [day_of(body.dissolved.value if body.dissolved else None)],
    })  # fmt: skip


def _position(post: Position, graph: CaseGraph) -> Made:
    body = graph.find("bodies", Body, post.body or "")
    return made("positions", post, "Position", {
        "name": [post.title, post.native.text if post.native else None],
        "organization": [entity_id("bodies", body.id) if body else None],
        "country": [code_of_country(body.country or "") if body else None],
        "numberOfSeats": [str(post.seats) if post.seats else None],
        "inceptionDate": [day_of(post.created.value if post.created else None)],
        "dissolutionDate": [day_of(post.abolished.value if post.abolished else None)],
    })  # fmt: skip


def _event(event: Event, graph: CaseGraph) -> Made:
    bodies = [entity_id("bodies", one) for one in event.bodies if graph.has("bodies", one)]
    persons = [entity_id("people", one) for one in event.persons if graph.has("people", one)]
    return made("events", event, "Event", {
        "name": [event.title, event.native.text if event.native else None], "alias": event.other_names,
        **ends_of(event.dates), "location": [event.place], "country": [code_of_country(event.country or "")],
        "involved": [*bodies, *persons],
        "organizer": [entity_id("bodies", one) for one in event.lead_bodies if graph.has("bodies", one)],
    })  # fmt: skip


def _source(source: Source) -> Made:
    names = [one.literal or " ".join(filter(None, (one.given, one.family))) for one in source.author]
    schema = "Article" if source.type in _ARTICLES else "HyperText" if source.type == "webpage" else "Document"
    return made("sources", source, schema, {
        # A document has a file there; where we name none, it is called by the id of its record.
        "fileName": [source.id], "title": [source.title], "name": [source.translated_title], "author": names,
        "publisher": [source.publisher], "publishedAt": [day_of(source.issued)],
        "retrievedAt": [day_of(source.accessed)],
        "sourceUrl": [source.url], "language": [code_of_language(source.language or "")],
        "country": [code_of_country(source.country or "")],
    })  # fmt: skip
