"""`Event` as an event, documents as sources."""

from __future__ import annotations

from typing import Any

from probata.importers.ftm.block import own_id
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.library import Library
from probata.importers.ftm.tables import table
from probata.importers.ftm.to_people import main_name
from probata.importers.ftm.values import country_of, language_of, one_date
from probata.importers.records.literal import literal


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
