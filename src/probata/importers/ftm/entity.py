"""One entity of FollowTheMoney, with what of it has been read, and its values in the words of records and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from probata.diagnostics import Span
from probata.importers.foreign import NotTextError, one_line
from probata.model.dates import Point, When, parse_when
from probata.model.tenure import Tenure
from probata.source.shipped import shipped

BLOCK = "probata"
"""The key, beside those of FollowTheMoney, under which an entity of ours says more. The library keeps such keys."""


@dataclass(slots=True)
class Entity:
    """An entity. Every property is a list of texts; a link is the id of another entity."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    span: Span
    context: Mapping[str, Any] = field(default_factory=dict)
    """What stands beside the properties: caption, referents, datasets."""

    remarks: list[str] = field(default_factory=list)
    """What could not be read of it, in one clause each."""

    used: set[str] = field(default_factory=set)
    """Properties that have found their place in a record."""

    def all(self, name: str) -> list[str]:
        """Return the values of a property, which are then used."""
        self.used.add(name)
        return self.properties.get(name, [])

    def first(self, name: str) -> str:
        """Return the first value of a property; of several the others are told."""
        values = self.all(name)
        if len(values) > 1:
            self.remarks.append(f"`{name}`: `{values[0]}` is taken, and not {', '.join(f'`{v}`' for v in values[1:])}")
        return values[0] if values else ""

    @property
    def caption(self) -> str:
        """How it is called."""
        caption = self.context.get("caption")
        names = [*self.properties.get("name", []), *self.properties.get("title", [])]
        return caption if isinstance(caption, str) and caption else (names[0] if names else self.id)

    @property
    def block(self) -> Mapping[str, Any]:
        """What an entity of ours says more; nothing in it is trusted."""
        found = self.context.get(BLOCK)
        return found if isinstance(found, dict) else {}


# Only what stands in `FIELDS` goes out or is taken in. Remarks, what a source shows and who may see it never do.

FIELDS: Mapping[str, tuple[str, ...]] = {
    "people": ("name",),
    "bodies": ("kind", "native", "founded", "dissolved", "short_name", "abbreviation"),
    "positions": ("native",),
    "roles": ("title", "dates", "acting"),
    "events": ("kind", "native", "dates"),
    "commands": ("kind", "dates"),
    "sources": ("type", "language", "translated_title"),
    "listings": ("dates",),
}
"""Fields of each kind that are kept whole."""


def said_beside(entity: Entity, kind: str) -> dict[str, Any]:
    """Return the fields that an entity of ours says beside its properties, as texts and parts of texts."""
    if entity.block.get("kind_of_record") != kind:
        return {}
    found = {key: _texts(entity.block[key]) for key in FIELDS.get(kind, ()) if key in entity.block}
    return {key: value for key, value in found.items() if value}


def own_id(entity: Entity) -> str:
    """Return the id of the record of which an entity of ours was made; empty for those of others."""
    name = entity.block.get("id")
    return name if isinstance(name, str) else ""


def place_in(proof: Entity) -> dict[str, str]:
    """Return the place in a document that an entity of ours says; empty where it says none."""
    place = _texts(proof.block.get("pinpoint", ""))
    return place if isinstance(place, dict) else {}


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _texts(one) for key, one in value.items()}
    try:
        return one_line(value)
    except NotTextError:
        return ""


_TABLES = ("importers.ftm", "schemata.toml")


def table(name: str) -> Any:
    """Return a table of `schemata.toml`, which says what each is."""
    return shipped(*_TABLES)[name]


_DATE = re.compile(r"^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T[\d:.+Z-]*)?$", re.ASCII)
_INVENTED = "ZZ"


def dates(entity: Entity, name: str) -> list[str]:
    """Return the dates of a property, no more precise than they are; what is none is told and not taken.

    The library itself would make `2021` of `2021-W07`, and nothing of `circa 2019`, without a word.
    """
    found: list[str] = []
    for text in entity.all(name):
        match = _DATE.match(text)
        try:
            parse_when(match[1] if match else text if text.isdigit() else "")
        except ValueError:
            entity.remarks.append(f"`{name}` `{text}` is not taken: it is no year, month or day")
        else:
            found.append(match[1] if match else text)
    return found


def one_date(entity: Entity, name: str) -> str:
    """Return the first date of a property, the others told; empty where there is none."""
    found = dates(entity, name)
    if len(found) > 1:
        entity.remarks.append(f"`{name}`: `{found[0]}` is taken, and not {', '.join(f'`{one}`' for one in found[1:])}")
    return found[0] if found else ""


def country_of(code: str) -> str:
    """Return the name of a country; what is no code of one stays as it is, and so does that of an invented one."""
    name: str | None = Locale("en").territories.get(code.upper())
    return name if name and code.upper() != _INVENTED else code


def language_of(code: str) -> str:
    """Return the tag of a language for its code of three letters (ISO 639-3), the shortest there is."""
    aliases = get_global("language_aliases")
    return str(aliases.get(code, code))


def code_of_language(tag: str) -> str:
    """Return the code of three letters for the tag of a language; empty where FollowTheMoney takes none for it."""
    language = tag.partition("-")[0].lower()
    return language if language in table("languages")["codes"] else _codes().get(language, "")


@cache
def _codes() -> dict[str, str]:
    return {
        str(tag): code for code, tag in get_global("language_aliases").items() if code in table("languages")["codes"]
    }


# Dates as FollowTheMoney has them: a year, month or day, never about so and never a period.


def day_of(when: When | None) -> str | None:
    """Return a date as FollowTheMoney has it; nothing for a period, or for what is only about so."""
    if when is None or when.is_period or when.start is None or when.start.approximate:
        return None
    return when.start.text


def ends_of(dates: When | None) -> dict[str, list[str | None]]:
    """Return when something was: its day, or the two ends of its time."""
    if dates is None or not dates.is_period:
        return {"date": [day_of(dates)]}
    return {"startDate": [_exact(dates.start)], "endDate": [_exact(dates.end)]}


def ends_of_tenure(tenure: Tenure | None) -> dict[str, list[str | None]]:
    """Return beginning and end where they are known to be so, and are no days about which something was only seen."""
    if tenure is None:
        return {}
    stated = tenure.stated
    start = stated.start if tenure.start_known else None
    end = stated.end if tenure.end_known and stated.is_period else None
    return {"startDate": [_exact(start)], "endDate": [_exact(end)]}


def ends_of_time(stated: When | None) -> dict[str, list[str | None]]:
    """Return beginning and end of what lasted; nothing where no time is recorded. A single day is a beginning."""
    if stated is None:
        return {}
    return {"startDate": [_exact(stated.start)], "endDate": [_exact(stated.end if stated.is_period else None)]}


def _exact(point: Point | None) -> str | None:
    return point.text if point and not point.approximate else None
