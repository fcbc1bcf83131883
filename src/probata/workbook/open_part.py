"""A record that is being put together of the rows of several sheets."""

from __future__ import annotations

from collections.abc import Mapping as Fields
from dataclasses import dataclass, field

from probata.diagnostics import Span
from probata.source.node import Entry, Mapping, Node, Scalar, Sequence


@dataclass(slots=True)
class OpenPart:
    """A part that is being put together."""

    span: Span
    fields: dict[str, tuple[Scalar, Node | OpenPart | OpenList]] = field(default_factory=dict)
    blanks: dict[str, tuple[Scalar, Scalar | OpenPart]] = field(default_factory=dict)

    def node(self) -> Mapping:
        """Return the part as a reader of records gives it."""
        return Mapping(_entries(self.fields), self.span, _entries(self.blanks))


@dataclass(slots=True)
class OpenList:
    """A list whose entries stand in the rows of another sheet."""

    span: Span
    items: list[Node | OpenPart] = field(default_factory=list)


def _entries(held: Fields[str, tuple[Scalar, Node | OpenPart | OpenList]]) -> tuple[Entry, ...]:
    return tuple(Entry(key, closed(value)) for key, value in held.values())


def closed(value: Node | OpenPart | OpenList) -> Node:
    """Return what was put together as a reader of records gives it."""
    if isinstance(value, OpenList):
        return Sequence(tuple(map(closed, value.items)), value.span)
    return value.node() if isinstance(value, OpenPart) else value
