"""Initials before a name that is written out, `M Cherif`, which Pandoc joins where a style has no space in initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from probata.document.inlines import Inlines
from probata.document.rebuild import map_texts

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
