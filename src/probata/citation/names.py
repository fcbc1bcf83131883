"""Names in printed citations: *de* before a vowel, initials, given names of one sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from probata.document.inlines import Inlines, Text
from probata.document.rebuild import map_texts

# The French *de* before a vowel: `Lettre d’Ana Rill`, where a style puts words and names together.

_BEFORE_VOWEL = re.compile(r"\bde (?=[aàâeéèêëiîïoôuùûyæœ])", re.IGNORECASE)


def elided(written: Inlines) -> Inlines:
    """Write the first *de* before a vowel as `d’`; an h is left, since some are aspirated."""
    first = written[0] if written else None
    if isinstance(first, Text):
        return (replace(first, text=elided_text(first.text)), *written[1:])
    return written


def elided_text(text: str) -> str:
    """Do so in a text."""
    return _BEFORE_VOWEL.sub("d’", text, count=1)


# Initials before a name that is written out, `M Cherif`, which Pandoc joins where a style has no space in initials.

_INITIALS = re.compile(r"((?:\b(?:[^\W\d_]\b\.?|[^\W\d_]{2,3}\.)[\s-]?)+)\s*([^\W\d_]{2,})")
"""One initial or several, or words cut short, `Ph.`, and the name behind them."""


def with_initials_apart(inlines: Inlines, works: Iterable[Mapping[str, Any]]) -> Inlines:
    """Part the initials of persons from the name behind them: `M Cherif Bassiouni`, not `MCherif`.

    OSCOLA 4, 3.1.1 gives the name as the work has it, without stops and without spaces between initials. `works` are
    those that are cited. Names without such initials, and styles that keep their stops, give the inlines as they are.
    """
    joined = {f"{letters}{name}": f"{letters} {name}" for work in works for letters, name in _given_names(work)}
    if not joined:
        return inlines
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, joined))})\b")
    return map_texts(inlines, lambda text: found.sub(lambda one: joined[one[0]], text))


def has_initials(work: Mapping[str, Any]) -> bool:
    """Tell whether a person of a work has such initials."""
    return any(True for _ in _given_names(work))


def _given_names(work: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Return the initials, as letters alone, and the name behind them, of all persons of a work."""
    people = (one for names in work.values() if isinstance(names, list) for one in names if isinstance(one, Mapping))
    for person in people:
        yield from _initials(str(person.get("given", "")))


@lru_cache(maxsize=4096)
def _initials(given: str) -> tuple[tuple[str, str], ...]:
    return tuple((re.sub(r"\W", "", initials), name) for initials, name in _INITIALS.findall(given))


# Given names of one sign, such as 明, which styles with full stops take for an initial: `王明.` for 王明.

_SIGN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
"""Kana, Han and Hangul, of which one sign is a whole name and no letter that is cut short."""
_FAMILY, _GIVEN = re.compile(f"[{_SIGN}]+"), re.compile(f"[{_SIGN}]")

Item = Mapping[str, Any]


def with_names_of_one_sign(item: Item) -> Item:
    """Return a work whose persons with such a name have it in one piece, family name first, as it is written there.

    Later citations then have the whole name, too. Names in Latin letters, whose one letter is an initial, stay, and so
    does a work that names nobody.
    """
    return {**item, **{role: [_whole(one) for one in names] for role, names in item.items() if isinstance(names, list)}}


def _whole(name: Any) -> Any:
    if not isinstance(name, Mapping):
        return name
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    return {"literal": family + given} if _FAMILY.fullmatch(family) and _GIVEN.fullmatch(given) else name
