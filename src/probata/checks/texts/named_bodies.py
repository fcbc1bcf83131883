"""The recorded bodies where a text names them, by a name or short name, with or without their country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.texts.recorded_names import without_country
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body

_SHORTEST = 4
"""Letters of a name that is told from other words."""
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|las)\s+|^l[’']", re.IGNORECASE)


class NamedBody(NamedTuple):
    """A body with the place of its name in a text."""

    start: int
    end: int
    body: str
    """Its id."""


def bodies_in(graph: CaseGraph, text: str) -> Iterator[NamedBody]:
    """Give the bodies in their order; of two names of which one holds the other, the longer."""
    names = graph.once("names of bodies", lambda: _names(graph))
    if names:
        for match in _any(tuple(sorted(names, key=len, reverse=True))).finditer(text):
            yield NamedBody(match.start(), match.end(), names[_folded(match[0])])


def _names(graph: CaseGraph) -> dict[str, str]:
    """Return the bodies by their names in small letters; what names two is left out."""
    found: dict[str, set[str]] = {}
    for body in graph.bodies:
        for name in _of(body):
            found.setdefault(_folded(_ARTICLE.sub("", name)), set()).add(body.id)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1 and len(name) >= _SHORTEST}


def _of(body: Body) -> Iterator[str]:
    names = (body.name, without_country(body), body.short_name, *body.other_names)
    yield from (name for name in names if name)
    for texts in body.translations.values():
        yield from (texts[field] for field in ("name", "short_name") if texts.get(field))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
