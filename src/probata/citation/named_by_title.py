"""Works that later citations name by no author, so that nothing but their title can name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probata.citation.parts import Asked
from probata.citation.printed import prints_at


def named_by_title(items: Mapping[str, Mapping[str, Any]], csl: str) -> frozenset[str]:
    """Return the ids of works without author, or whose author the style leaves out, as OSCOLA does of broadcasts."""
    return frozenset(
        key for key, item in items.items() if not item.get("author") or not prints_at(item, csl, "subsequent", "author")
    )


def is_marked(asked: Asked, place: int, by_title: frozenset[str]) -> bool:
    """Tell whether a citation is marked, so that it can be named afterwards: one by title, behind other words."""
    reference = asked.references[place]
    return reference.key in by_title and bool(place or reference.prefix)
