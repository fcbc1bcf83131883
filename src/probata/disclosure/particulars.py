"""In what ways a text writes what a record says to protect of somebody: a telephone number, a day of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from probata.disclosure.name_search import IN_ADDRESSES, INITIALS, NUMBER, seen
from probata.model.person import Particular
from probata.model.typed_dates import MONTHS, as_recorded

_SHORTEST_NUMBER = 7
"""Digits of a telephone number that is looked for; a shorter one may be any number."""
_NATIONAL = 9
"""Last digits of a telephone number that are the same with and without the numbers of a country."""
_SHORTEST_LOCAL = 5
"""Letters of what stands before the `@` of an address, where it is looked for by itself."""
_ARTICLE = re.compile(r"(?:the|an?|el|l[aeo]|los|las|les|der|die|das)\s+|l['’]", re.IGNORECASE)


def forms_of_particular(one: Particular) -> Iterator[str]:
    """Give every form in which a text may say it, as a `NameSearch` takes them; of a phrase the value itself."""
    match one.kind:
        case "telephone":
            yield from _telephone(one.value)
        case "email":
            yield from _email(one.value)
        case "handle":
            handle = one.value.lstrip("@").rstrip("/").rpartition("/")[2].lstrip("@")
            yield IN_ADDRESSES + handle
            yield from (handle,) if handle.isalnum() else ()
        case "initials":
            yield INITIALS + ".".join(filter(str.isalpha, one.value))
        case "birth_date":
            yield from _day(one.value)
        case "address":
            yield from _address(one.value)
        case _:
            article = _ARTICLE.match(one.value)
            yield one.value[article.end() :] if article and one.value[article.end() :] else one.value


def _telephone(value: str) -> Iterator[str]:
    digits = [sign for sign in seen(value).letters if sign.isdigit()]
    if len(digits) >= _SHORTEST_NUMBER:
        yield NUMBER + "-".join(digits[-_NATIONAL:])
    else:
        yield value


def _email(value: str) -> Iterator[str]:
    yield value
    local, _, host = value.partition("@")
    yield value.replace("@", " at ").replace(".", " dot ")
    yield f"{local} at {host}"
    if len(seen(local).letters) >= _SHORTEST_LOCAL:
        yield IN_ADDRESSES + local


def _address(value: str) -> Iterator[str]:
    """Give an address, and the line of it that has the number of the house, in either order: `12 Mill Lane`."""
    yield value
    for line in (part.strip() for part in re.split(r"[,;\n]", value)):
        words = line.split()
        numbers = [word for word in words if word[0].isdigit()]
        if len(words) > 1 and numbers and len(numbers) < len(words):
            yield line
            yield " ".join((*(word for word in words if word not in numbers), *numbers))
            yield " ".join((*numbers, *(word for word in words if word not in numbers)))
            yield " ".join((*(word for word in words if word not in numbers), "No", *numbers))


def _day(value: str) -> Iterator[str]:
    """Give a day as it is written in figures and in words; the value as it stands where it is none."""
    yield value
    try:
        day = date.fromisoformat(as_recorded(value))
    except ValueError:
        return
    yield from days_written(day)


def days_written(day: date) -> Iterator[str]:
    """Give a day as people write it, in figures in each order, and in words in the languages of the catalogues."""
    from babel.dates import get_month_names  # loaded here: few cases protect a day

    year, short = str(day.year), f"{day.year % 100:02}"
    for d, m in ((str(day.day), str(day.month)), (f"{day.day:02}", f"{day.month:02}")):
        yield from (f"{d}-{m}-{year}", f"{m}-{d}-{year}", f"{year}-{m}-{d}", f"{year}年{m}月{d}日")
        yield from (f"{d}-{m}-{short}", f"{m}-{d}-{short}")
    names = {MONTHS[day.month - 1], MONTHS[day.month - 1][:3]}
    for locale in ("fr", "es", "de", "ru", "uk", "pt", "it", "ar", "tr", "pl"):
        for width in ("wide", "abbreviated"):
            names.add(get_month_names(width, "format", locale)[day.month].rstrip("."))
    for month in sorted(names):
        yield from (f"{day.day} {month} {year}", f"{day.day:02} {month} {year}", f"{month} {day.day} {year}")
        yield from (f"{day.day}{ending} {month} {year}" for ending in ("st", "nd", "rd", "th", "er", "º"))
        yield from (f"{month} {day.day}{ending} {year}" for ending in ("st", "nd", "rd", "th"))
        yield from (f"{day.day} de {month} de {year}", f"{day.day} de {month} del {year}")
