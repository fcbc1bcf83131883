"""What of a case could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from probata.diagnostics import Span, say

CITABLE = ("sources", "authorities")
"""Kinds of records that may be cited."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read: a reference to it is no fault of its own."""

    kinds: frozenset[str] = frozenset()
    """Kinds whose file could not be read."""
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Ids of records left out, by kind."""
    fields: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Paths of fields that stand in a record and could not be read, or are meant by a misspelt one, by the record."""
    struck: Mapping[str, Span] = field(default_factory=dict)
    """Records whose row is struck through, as `sources/report`: a reference to one is a fault, and says so."""

    def holds_any(self, kinds: Iterable[str]) -> bool:
        """Tell whether any record of these kinds is among them."""
        return any(kind in self.kinds or self.ids.get(kind) for kind in kinds)

    def lacks(self, record: str, path: str) -> bool:
        """Tell whether a field, what holds it, or something in it, could not be read in a record."""
        unread = (f"{one}." for one in self.fields.get(record, ()))
        return any(one.startswith(f"{path}.") or f"{path}.".startswith(one) for one in unread)

    def help_on_struck(self, kinds: Iterable[str], record_id: str) -> str:
        """Return the next step for a reference to a record whose row is struck through; nothing for any other."""
        places = (self.struck.get(f"{kind}/{record_id}") for kind in kinds)
        place = next((str(one).rpartition("#")[2] for one in places if one), "")
        help = f"its row is struck through at {say.words(place)}: remove the strikethrough there, or the reference here"
        return help if place else ""

    def may_hold(self, kinds: Iterable[str], record_id: str) -> bool:
        """Tell whether a record with this id may be among them."""
        return any(kind in self.kinds or record_id in self.ids.get(kind, ()) for kind in kinds)
