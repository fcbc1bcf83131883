"""What of a case could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

CITABLE = ("sources", "authorities")
"""Kinds of records that may be cited."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: a reference to it is no fault of its own."""

    kinds: frozenset[str] = frozenset()
    """Kinds whose file could not be read."""
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Ids of records left out, by kind."""

    def holds_any(self, kinds: Iterable[str]) -> bool:
        """Tell whether any record of these kinds is among them."""
        return any(kind in self.kinds or self.ids.get(kind) for kind in kinds)

    def may_hold(self, kinds: Iterable[str], record_id: str) -> bool:
        """Tell whether a record with this id may be among them."""
        return any(kind in self.kinds or record_id in self.ids.get(kind, ()) for kind in kinds)
