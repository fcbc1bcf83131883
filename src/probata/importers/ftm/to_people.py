"""`Person` as a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from probata.importers.ftm.entity import Entity
from probata.importers.ftm.library import Library
from probata.importers.ftm.tables import table
from probata.importers.ftm.values import country_of, dates, one_date
from probata.importers.records.native import is_in_own_script

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
