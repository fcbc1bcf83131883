"""A person as `Person`, with the papers that have no property of their own as `Identification`."""

from __future__ import annotations

from collections.abc import Iterator

from probata.importers.ftm.made import Made, entity_id, made
from probata.importers.ftm.times import day_of
from probata.messages.countries import code_of_country
from probata.model.person import Person

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
