"""Entities as records on their way in: each kind by its own converter, and what has no like named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from probata.importers.changes import Incoming, placed
from probata.importers.ftm.entity import (
    Entity,
    country_of,
    dates,
    language_of,
    one_date,
    own_id,
    place_in,
    said_beside,
    table,
)
from probata.importers.records.columns import period
from probata.importers.records.rows import literal
from probata.importers.records.said import is_in_own_script, names_in
from probata.importers.same import of_text

# The entities of one file, found by id, by what they become, and by whom they say something of.

_PAPERS = ("Identification", "Passport")
_PROOF, _LINK, _OCCUPANCY = "Documentation", "UnknownLink", "Occupancy"


class Library:
    """The entities of one file."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Sort the entities by what they become and by whom they are about.

        A membership that went out beside an occupancy of ours says again what that says, and becomes nothing.
        """
        self._by_id = {entity.id: entity for entity in entities}
        self._about: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
        self._used: set[str] = set()
        self._of_ours: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
        for entity in self._by_id.values():
            self._of_ours[own_id(entity), entity.schema].append(entity)
            if entity.schema in _PAPERS:
                self._put(entity, "holder")
            elif entity.schema == _PROOF:
                self._put(entity, "entity")
        self._used |= {entity.id for entity in self._by_id.values() if self._is_said_again(entity)}

    def _put(self, entity: Entity, name: str) -> None:
        for other in entity.properties.get(name, []):
            self._about[entity.schema if entity.schema == _PROOF else _PAPERS[0], other].append(entity)

    def find(self, name: str) -> Entity | None:
        """Return an entity, or `None`."""
        return self._by_id.get(name)

    def of(self, kind: str) -> list[Entity]:
        """Return the entities that become records of a kind."""
        found = [entity for entity in self._by_id.values() if self._kind_of(entity) == kind]
        # A role of ours with several posts went out as one occupancy for each.
        return [one for one in found if self.siblings(one)[0] is one]

    def siblings(self, entity: Entity) -> list[Entity]:
        """Return the entities that went out of the same record of ours, itself among them."""
        name = own_id(entity), entity.schema
        return self._of_ours[name] if name[0] else [entity]

    def holdings(self) -> list[Entity]:
        """Return what ties a person to a body without a post."""
        return [one for one in self.of("roles") if one.schema in table("holdings")]

    def _kind_of(self, entity: Entity) -> str:
        if entity.schema == _LINK:
            # Who commands whom is said by a link of ours alone: of others it may mean anything.
            return "commands" if entity.block.get("kind_of_record") == "commands" else ""
        if self._is_said_again(entity):
            return ""
        if entity.schema == "Sanction" or entity.schema in table("holdings"):
            whom = table("holdings").get(entity.schema, {}).get("person", "entity")
            about = [self.find(name) for name in entity.properties.get(whom, [])]
            if not any(one is not None and one.schema == "Person" for one in about):
                return ""
        return str(table("kinds").get(entity.schema, ""))

    def _is_said_again(self, entity: Entity) -> bool:
        name = own_id(entity)
        return bool(name) and entity.schema in table("holdings") and bool(self._of_ours[name, _OCCUPANCY])

    def papers_of(self, entity: Entity) -> list[Entity]:
        """Return the passports and other papers of a person."""
        found = self._about[_PAPERS[0], entity.id]
        self._used |= {one.id for one in found}
        return found

    def citations_of(self, entity: Entity) -> list[dict[str, Any]]:
        """Return the documents that are said to prove something of an entity, as citations."""
        found: list[dict[str, Any]] = []
        for proof in self._about[_PROOF, entity.id]:
            for name in proof.properties.get("document", []):
                if (document := self.find(name)) and self._kind_of(document) == "sources":
                    self._used.add(proof.id)
                    supports = "; ".join(proof.properties.get("role", []))
                    found.append({"source": name, "supports": supports, "pinpoint": place_in(proof)})
        for name in entity.properties.get("proof", []):
            entity.used.add("proof")
            if (document := self.find(name)) and self._kind_of(document) == "sources":
                found.append({"source": name})
        return [{key: text for key, text in one.items() if text} for one in found]

    def unused(self) -> list[Entity]:
        """Return the entities that became no record and no part of one."""
        return [one for one in self._by_id.values() if not self._kind_of(one) and one.id not in self._used]


# Where a record from a database comes from, as a remark for the team: a lead, and no evidence by itself.

_LONGEST = 2_000
_LEADS = ("sourceUrl", "publisherUrl", "wikipediaUrl", "wikidataId")
_TOLD = {"first_seen": "first seen", "last_seen": "last seen", "last_change": "last changed"}


def provenance(entity: Entity) -> str:
    """Return the remark; empty for an entity of ours, which comes back to where it was."""
    if own_id(entity):
        entity.used.update(_LEADS)
        return ""
    sets = entity.context.get("datasets")
    named = ", ".join(one for one in sets if isinstance(one, str)) if isinstance(sets, list) else ""
    days = [
        f"{words} {entity.context[key]}" for key, words in _TOLD.items() if isinstance(entity.context.get(key), str)
    ]
    leads = [text for name in _LEADS for text in entity.all(name)]
    parts = [
        f"FollowTheMoney `{entity.id}`: says a database, and is no evidence until a source is cited",
        f"datasets: {named}" if named else "",
        "; ".join(days),
        f"leads: {' '.join(leads)}" if leads else "",
    ]
    return ". ".join(part for part in parts if part)[:_LONGEST]


_OTHER_NAMES = {"name": "also_known_as", "alias": "also_known_as", "weakAlias": "also_known_as",
                "previousName": "formerly"}  # fmt: skip


def person(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a person. Names beyond the first are aliases, since no language is said of them.

    Of several dates of birth all are kept: whoever writes the case says which is right.
    """
    main = main_name(entity)
    return {
        "name": _name(entity, main),
        "aliases": list(_aliases(entity, main)),
        "title": entity.first("title"),
        "birth": _birth(entity),
        "death": one_date(entity, "deathDate"),
        "gender": entity.first("gender"),
        "nationalities": list(dict.fromkeys(country_of(code) for name in ("nationality", "citizenship")
                                            for code in entity.all(name))),
        "identifiers": list(_identifiers(entity, library)),
    }  # fmt: skip


def main_name(entity: Entity) -> str:
    """Return the first name in Latin letters, else the first; the caption before others of its sort."""
    names = entity.all("name")
    names = [entity.caption, *names] if entity.caption in names else names
    latin = [name for name in names if not is_in_own_script(name)]
    return next(iter([*latin, *names]), "")


def _name(entity: Entity, main: str) -> dict[str, str]:
    family, given = entity.all("lastName"), [*entity.all("firstName"), *entity.all("middleName")]
    if len(family) == 1 and given:
        parts = {"family": family[0], "given": " ".join(given)}
        if main == f"{parts['given']} {parts['family']}":
            return parts
        if main == f"{parts['family']} {parts['given']}":
            return {**parts, "order": "family_first"}
    return {"full": main} if main else {}


def _aliases(entity: Entity, main: str) -> Iterator[dict[str, Any]]:
    seen = {main}
    for name, kind in _OTHER_NAMES.items():
        for text in entity.all(name):
            if text not in seen:
                seen.add(text)
                yield {"name": text, "kind": kind, **({"strength": "weak"} if name == "weakAlias" else {})}


def _birth(entity: Entity) -> dict[str, Any]:
    first, *others = dates(entity, "birthDate") or [""]
    if others:
        entity.remarks.append(f"of {len(others) + 1} dates of birth `{first}` comes first: say which is right")
    country = entity.first("birthCountry")
    found = {
        "date": first,
        "place": entity.first("birthPlace"),
        "country": country_of(country) if country else "",
        "alternatives": [{"date": one} for one in others],
    }
    return {key: value for key, value in found.items() if value}


def _identifiers(entity: Entity, library: Library) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for paper in library.papers_of(entity):
        country = paper.first("country")
        kind = "passport" if paper.schema == "Passport" else paper.first("type") or "identity paper"
        found = {"type": kind, "number": paper.first("number") or paper.first("passportNumber"),
                 "country": country_of(country) if country else "", "issued": one_date(paper, "startDate"),
                 "expires": one_date(paper, "endDate")}  # fmt: skip
        seen.add(found["number"])
        entity.remarks += paper.remarks
        yield {key: value for key, value in found.items() if value}
    for name, kind in table("identifiers").items():
        yield from ({"type": kind, "number": number} for number in entity.all(name) if number not in seen)


# `Organization`, `PublicBody` and `Company` as a body, `Position` as a post.


def body(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a body."""
    main = main_name(entity)
    names = [*entity.all("name"), *entity.all("alias"), *entity.all("weakAlias"), *entity.all("previousName")]
    country = entity.first("country") or entity.first("jurisdiction")
    found = {
        "name": main,
        "abbreviation": entity.first("abbreviation"),
        "other_names": [name for name in dict.fromkeys(names) if name != main],
        "country": country_of(country) if country else "",
        "founded": one_date(entity, "incorporationDate"),
        "dissolved": one_date(entity, "dissolutionDate"),
    }
    return {**found, **({"kind": "company"} if entity.schema == "Company" else {})}


def position(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a post. Its name shall stand alone: where it names neither a body nor a country, that is told."""
    main = main_name(entity)
    found = entity.first("organization")
    others = [name for name in entity.all("name") if name != main and not own_id(entity)]
    entity.remarks += [f"another name of the post: `{name}`" for name in others]
    if not found and not entity.properties.get("country"):
        entity.remarks.append("the post has neither a body nor a country: see that its title stands alone")
    return {
        "title": main,
        "body": found,
        "seats": entity.first("numberOfSeats"),
        "created": one_date(entity, "inceptionDate"),
        "abolished": one_date(entity, "dissolutionDate"),
    }


def event(entity: Entity, library: Library) -> dict[str, Any]:
    """Return an event; what sort it is nobody says, so it is an incident until somebody does."""
    if "kind" not in entity.block:
        entity.remarks.append("its `kind` is not said: `incident` is written, correct it where it is another")
    country = entity.first("country")
    involved = [library.find(name) for name in entity.all("involved")]
    organizers = [library.find(name) for name in entity.all("organizer")]
    return {
        "kind": "incident",
        "title": main_name(entity),
        "other_names": [*entity.all("alias"), *entity.all("weakAlias")],
        "dates": _dates(entity),
        "place": entity.first("location"),
        "country": country_of(country) if country else "",
        "lead_bodies": [one.id for one in organizers if one and one.schema != "Person"],
        "bodies": [one.id for one in involved if one and one.schema != "Person"],
        "persons": [one.id for one in involved if one and one.schema == "Person"],
        "description": literal("\n\n".join([*entity.all("description"), *entity.all("summary")])),
    }


def _dates(entity: Entity) -> str:
    """Return when it was: from start to end where both are said and differ."""
    start, end = one_date(entity, "startDate"), one_date(entity, "endDate")
    day = one_date(entity, "date")
    if start and end:
        return start if start == end else f"{start}/{end}"
    return start or day or (f"../{end}" if end else "")


def source(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a source. The date is that of publication; the day on which somebody took a copy is none."""
    entity.used.update(("fileName", "name"))
    if entity.properties.get("contentHash"):
        entity.used.add("contentHash")
        entity.remarks.append("`contentHash` is a SHA-1 and proves no copy: it is not kept")
    names = [entity.first("title"), *([] if own_id(entity) else [main_name(entity), *entity.all("fileName")])]
    title = next(filter(None, names), "")
    country, language = entity.first("country"), entity.first("language")
    return {
        "type": table("source_types").get(entity.schema, "document"),
        "title": title,
        "author": [{"literal": name} for name in entity.all("author")],
        "publisher": entity.first("publisher"),
        "issued": one_date(entity, "publishedAt") or one_date(entity, "date") or one_date(entity, "authoredAt"),
        "accessed": one_date(entity, "retrievedAt"),
        "url": entity.first("sourceUrl"),
        "language": language_of(language) if language else "",
        "country": country_of(country) if country else "",
    }


# `Occupancy` and its like as roles, `Sanction` as a listing, our own `UnknownLink` as a relation of command.

_STATUSES = {"current", "ended", "unknown"}


def role(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a role. A date on which somebody was seen in a post is neither its beginning nor its end."""
    status = entity.first("status").lower()
    said = status if status in _STATUSES else ""
    if status and not said:
        entity.remarks.append(f"`status` `{status}` is not taken: it is neither current, ended nor unknown")
    if entity.schema in table("holdings"):
        names = table("holdings")[entity.schema]
        posts, holder = [f"{entity.id}-post"], entity.first(names["person"])
        title = _word(entity)
    else:
        posts, holder = [one.first("post") for one in library.siblings(entity)], entity.first("holder")
        found = library.find(posts[0])
        title = found.caption if found else posts[0]
    seats = list(filter(None, posts))
    return {"person": holder, "seats": seats, "title": title, "dates": _tenure(entity), "status": said}


def post_of_holding(entity: Entity) -> dict[str, Any]:
    """Return the post that is held at a body without being named as one: `Colonel` at a brigade."""
    return {"title": _word(entity), "body": entity.first(table("holdings")[entity.schema]["body"])}


def listing(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a listing; `programId` and the rest of what identifies it is told as not kept."""
    start, end = one_date(entity, "startDate") or one_date(entity, "listingDate"), one_date(entity, "endDate")
    return {
        "person": entity.first("entity"),
        "authority": entity.first("authority"),
        "programme": entity.first("program"),
        "dates": period(start, end) if start or end else "",
        "reason": entity.first("reason"),
    }


def command(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a relation of command that went out of a case; its kind stands in our own block."""
    entity.used.update(("role", "startDate", "endDate"))
    return {"superior": entity.first("subject"), "subordinate": entity.first("object")}


def _word(entity: Entity) -> str:
    return next(iter(entity.all("role")), "") or table("holdings")[entity.schema]["word"]


def _tenure(entity: Entity) -> Any:
    start, end, seen = (one_date(entity, name) for name in ("startDate", "endDate", "date"))
    if start or end:
        return period(start, end)
    return {"stated": seen, "start_known": "false", "end_known": "false"} if seen else ""


ORDER = ("sources", "people", "bodies", "positions", "events", "roles", "commands", "listings")
"""What others name comes before them."""

_CONVERTERS: dict[str, Callable[[Entity, Library], dict[str, Any]]] = {
    "sources": source, "people": person, "bodies": body, "positions": position, "events": event, "roles": role,
    "commands": command, "listings": listing,
}  # fmt: skip


def records_of(entities: Iterable[Entity]) -> tuple[list[Incoming], list[Entity]]:
    """Return the records in the order in which they are taken in, and the entities that are no record of ours.

    An entity that only says something of another (a passport, what a document proves) is used where that one is.
    """
    library = Library(entities)
    found: list[Incoming] = []
    for kind in ORDER:
        if kind == "positions":
            found += map(_post, library.holdings())
        for entity in library.of(kind):
            found.append(_incoming(entity, kind, library))
    return found, library.unused()


def _incoming(entity: Entity, kind: str, library: Library) -> Incoming:
    fields = {**_CONVERTERS[kind](entity, library), **said_beside(entity, kind)}
    for names in ("aliases", "other_names"):
        if names in fields:
            fields[names] = _others(fields[names], kind, {key: one for key, one in fields.items() if key != names})
    if cited := library.citations_of(entity):
        fields["citations"] = cited
    origin = provenance(entity)
    label = entity.caption if entity.caption != entity.id else str(fields.get("title") or entity.id)
    unheld = tuple(sorted(set(entity.properties) - entity.used - set(table("technical")["names"])))
    wished = own_id(entity) or entity.id
    return Incoming(
        kind, placed(fields, entity.span), label, entity.span, wished,
        known_as=tuple(dict.fromkeys([entity.id, *_referents(entity)])), provenance=origin,
        remarks=tuple(entity.remarks), unheld=unheld,
    )  # fmt: skip


def _post(holding: Entity) -> Incoming:
    """Return the post that a membership, employment or directorship holds: its word, at its body."""
    name = f"{holding.id}-post"
    return Incoming(
        "positions", placed(post_of_holding(holding), holding.span), f"the post of {holding.id}", holding.span, name
    )


def _others(names: list[Any], kind: str, fields: dict[str, Any]) -> list[Any]:
    """Return the names that no other field has."""
    known = names_in(kind, fields)
    return [one for one in names if of_text(one["name"] if isinstance(one, dict) else one) not in known]


def _referents(entity: Entity) -> Iterator[str]:
    found = entity.context.get("referents")
    yield from (one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
