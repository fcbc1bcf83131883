"""`Organization`, `PublicBody` and `Company` as a body, `Position` as a post."""

from __future__ import annotations

from typing import Any

from probata.importers.ftm.block import own_id
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.library import Library
from probata.importers.ftm.to_people import main_name
from probata.importers.ftm.values import country_of, one_date


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
