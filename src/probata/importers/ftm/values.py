"""Single values of FollowTheMoney in the words of records, and back: dates, countries, languages."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from probata.importers.ftm.entity import Entity
from probata.importers.ftm.tables import languages
from probata.model.dates import parse_when

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
    return language if language in languages() else _codes().get(language, "")


@cache
def _codes() -> dict[str, str]:
    return {str(tag): code for code, tag in get_global("language_aliases").items() if code in languages()}
