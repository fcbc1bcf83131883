"""The records of a case as entities of FollowTheMoney, in the order of the kinds; what has no like is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from probata.graph.case_graph import CaseGraph
from probata.importers.ftm.entity import (
    BLOCK,
    FIELDS,
    code_of_language,
    day_of,
    ends_of,
    ends_of_tenure,
    ends_of_time,
    table,
)
from probata.messages.countries import code_of_country, country_names
from probata.model.body import Body
from probata.model.command import CommandRelation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.listing import Listing
from probata.model.person import Person
from probata.model.position import Position
from probata.model.record import Part, Record
from probata.model.role import Role, Seat
from probata.model.source_record import Source

Made = dict[str, Any]
"""An entity as it is written: `id`, `schema`, `properties`, and our own block."""

_NEVER = {"citations", "note", "other_accounts", "translations"}


def entity_id(kind: str, record_id: str) -> str:
    """Return the id of the entity of a record: ours are told from all others, and those of one kind from another."""
    return f"probata-{kind}-{record_id}"


def made(
    kind: str, record: Record, schema: str, properties: Mapping[str, Sequence[str | None]], name: str = ""
) -> Made:
    """Return an entity; properties without a value are left out, and so are values that stand twice."""
    kept = {key: list(dict.fromkeys(filter(None, values))) for key, values in properties.items()}
    block = {"kind_of_record": kind, "id": record.id, **_adjacent(kind, record)}
    return {
        "id": name or entity_id(kind, record.id),
        "schema": schema,
        "properties": {key: values for key, values in kept.items() if values},
        BLOCK: block,
    }


def _adjacent(kind: str, record: Record) -> dict[str, Any]:
    values = ((key, getattr(record, key)) for key in FIELDS[kind] if key in record.model_fields_set)
    return {key: plain for key, value in values if (plain := _plain(value))}


def _plain(value: Any) -> Any:
    """Return a value as texts and parts of texts; of a part what is set, without citations and remarks."""
    match value:
        case When():
            return value.text
        case bool():
            return "true" if value else "false"
        case Part():
            inner = {key: _plain(getattr(value, key)) for key in type(value).model_fields
                     if key in value.model_fields_set and key not in _NEVER}  # fmt: skip
            return {key: one for key, one in inner.items() if one}
        case str() | int():
            return str(value)
        case _:
            return ""


# A person as `Person`, with the papers that have no property of their own as `Identification`.

_ALIASES = {"formerly": "previousName"}
_GENDERS = {"male", "female", "other"}
"""What FollowTheMoney takes."""
_NUMBERS = {"passport": "passportNumber", "identity card": "idNumber", "tax number": "taxNumber"}


def person(record: Person) -> Iterator[Made]:
    """Give the person. Private addresses are not collected, and none goes out."""
    name, birth = record.name, record.birth
    names = {"alias": [], "weakAlias": [], "previousName": []}  # type: dict[str, list[str]]
    for alias in record.aliases:
        where = "weakAlias" if alias.strength == "weak" else _ALIASES.get(alias.kind, "alias")
        names[where].append(alias.name.display)
    numbers = {key: [one.number for one in record.identifiers if one.type.casefold() == kind]
               for kind, key in _NUMBERS.items()}  # fmt: skip
    births = [birth.date.value if birth.date else None, *(one.date for one in birth.alternatives)]
    yield made("people", record, "Person", {
        "name": [name.display, name.native.text if name.native else None],
        "firstName": [name.given], "lastName": [name.family], **names, "title": [record.title],
        "birthDate": [*map(day_of, births)],
        "birthPlace": [birth.place.value if birth.place else None],
        "birthCountry": [code_of_country(birth.country or "")],
        "deathDate": [day_of(record.death.value if record.death else None)],
        "gender": [record.gender.value.lower() if record.gender and record.gender.value.lower() in _GENDERS else None],
        "nationality": [code_of_country(one.value) for one in record.nationalities], **numbers,
    })  # fmt: skip
    for number, paper in enumerate(record.identifiers, 1):
        if paper.type.casefold() not in _NUMBERS:
            entity = made("people", record, "Identification", {
                "holder": [entity_id("people", record.id)], "type": [paper.type], "number": [paper.number],
                "country": [code_of_country(paper.country or "")], "startDate": [day_of(paper.issued)],
                "endDate": [day_of(paper.expires)],
            }, f"{entity_id('people', record.id)}-paper-{number}")  # fmt: skip
            yield {key: value for key, value in entity.items() if key != "probata"}


# Programs that draw networks tie a person to a body by these, and know nothing of posts. They say again what the
# occupancy says, and coming back they are passed over for it.

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def memberships(role: Role, graph: CaseGraph, schema_of: dict[str, str]) -> Iterator[Made]:
    """Give what a role is beside its occupancies; `schema_of` says which schema each entity of a body has."""
    for number, seat in enumerate(role.seats, 1):
        post = graph.find("positions", Position, seat.position)
        body = graph.find("bodies", Body, post.body or "") if post else None
        if post is None or body is None or not graph.has("people", role.person):
            continue
        schema = _schema(post.title, schema_of.get(entity_id("bodies", body.id), ""))
        if schema:
            yield _made(role, seat, post, body, schema, f"-{number}" if len(role.seats) > 1 else "")


def _made(role: Role, seat: Seat, post: Position, body: Body, schema: str, number: str) -> Made:
    names = table("holdings")[schema]
    ends = ends_of_time(seat.dates) if seat.dates else ends_of_tenure(role.dates)
    return made("roles", role, schema, {
        names["person"]: [entity_id("people", role.person)], names["body"]: [entity_id("bodies", body.id)],
        "role": [post.title], "status": [role.status], **ends,
    }, f"{entity_id('roles', role.id)}-{schema.lower()}{number}")  # fmt: skip


def _schema(title: str, of_body: str) -> str:
    """Return as what the holder of a post is told, too; empty for most.

    The director of an authority heads an office; a directorship is one of a company or another body that is none.
    """
    words = _WORD.findall(title.casefold())
    head = next((word for word in words if word not in table("called")["before"]), "")
    if head in table("called")["Membership"]:
        return "Membership"
    return "Directorship" if head in table("called")["Directorship"] and of_body != "PublicBody" else ""


# Roles as `Occupancy`, relations of command as `UnknownLink`, listings as `Sanction`.

_COMMANDS = {
    "command_de_jure": "commander of, by law", "command_de_facto": "commander of, in fact", "oversight": "oversees",
    "administrative": "administers", "coordination": "coordinates",
}  # fmt: skip


def occupancies(role: Role, graph: CaseGraph, without_like: list[str]) -> Iterator[Made]:
    """Give one occupancy for each post that is held; a role without a post is none."""
    if not graph.has("people", role.person):
        return
    seats = [seat for seat in role.seats if graph.has("positions", seat.position)]
    if not seats:
        without_like.append(f"role `{role.id}`: no post is recorded that it holds")
    for number, seat in enumerate(seats, 1):
        name = entity_id("roles", role.id) + (f"-{number}" if len(seats) > 1 else "")
        cited = [one.source for one in role.citations if graph.has("sources", one.source)]
        ends = ends_of_time(seat.dates) if seat.dates else ends_of_tenure(role.dates)
        yield made("roles", role, "Occupancy", {
            "holder": [entity_id("people", role.person)], "post": [entity_id("positions", seat.position)],
            "status": [role.status], **ends, "proof": [entity_id("sources", one) for one in cited],
        }, name)  # fmt: skip


def _link(name: str, graph: CaseGraph) -> str:
    return next((entity_id(kind, name) for kind in ("bodies", "positions") if graph.has(kind, name)), "")


def command(relation: CommandRelation, graph: CaseGraph) -> Made | None:
    """Return the link between the two, with what it is in `role`; `None` where one of them does not go out."""
    superior, subordinate = (_link(one, graph) for one in (relation.superior, relation.subordinate))
    if not superior or not subordinate:
        return None
    return made("commands", relation, "UnknownLink", {
        "subject": [superior], "object": [subordinate],
        "role": [_COMMANDS[relation.kind]], **ends_of_tenure(relation.dates),
        "proof": [entity_id("sources", one.source) for one in relation.citations if graph.has("sources", one.source)],
    })  # fmt: skip


def listing(listed: Listing) -> Made:
    """Return the listing of a person."""
    return made("listings", listed, "Sanction", {
        "entity": [entity_id("people", listed.person)], "authority": [listed.authority],
        "program": [listed.programme], "reason": [listed.reason], **ends_of_time(listed.dates),
    })  # fmt: skip


# What a source is cited for, as `Documentation`: the document, whom it is about, and the place in it.

KINDS = ("people", "bodies", "positions", "events")
"""Kinds that are things there; what holds for a time has the property `proof` instead."""


def proofs(graph: CaseGraph) -> Iterator[Made]:
    """Give one for each citation of a whole record, of a source that goes out. What it shows is ours, and stays."""
    for kind in KINDS:
        for record in graph.records.get(kind, {}).values():
            told = (one for one in getattr(record, "citations", ()) if not one.against)
            # Numbered among those that go out: a gap would tell of a source that stays.
            for number, cited in enumerate((one for one in told if graph.has("sources", one.source)), 1):
                place = cited.pinpoint
                summary = {"summary": [f"{place.type} {place.value}"]} if place else {}
                block = {"pinpoint": {"type": place.type, "value": place.value}} if place else {}
                yield {
                    "id": f"{entity_id(kind, record.id)}-proof-{number}",
                    "schema": "Documentation",
                    "properties": {"document": [entity_id("sources", cited.source)],
                                   "entity": [entity_id(kind, record.id)], **summary},
                    BLOCK: block,
                }  # fmt: skip


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
