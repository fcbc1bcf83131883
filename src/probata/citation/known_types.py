"""Types of works that came after most citation styles, so that these print less of them than of their like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_LIKE = {"post": "post-weblog", "press-release": "webpage"}
"""By type, the one under which such a work was recorded before it had its own: both stand on a site and have a day."""
_TYPES = re.compile(r'\btype="([^"]*)"')

Item = Mapping[str, Any]


def with_known_type(item: Item, csl: str) -> Item:
    """Return a work under the like of its type where the style says nothing of the type, but something of the like.

    A message of a network then has its site and its whole day, `(X, 15 May 2022)`, as a blog has.
    """
    like, known = _LIKE.get(str(item.get("type", "")), ""), _types_of(csl)
    return {**item, "type": like} if like in known and item["type"] not in known else item


@lru_cache(maxsize=16)
def _types_of(csl: str) -> frozenset[str]:
    return frozenset(one for found in _TYPES.findall(csl) for one in found.split())
