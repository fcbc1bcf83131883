"""What a file says, place by place: every text by the keys and numbers that lead to it, whatever the layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from probata.diagnostics import Span
from probata.source.node import MappingNode, Node, Scalar, SequenceNode

Key = tuple[str | int, ...]
"""Keys and positions on the way to a value."""
_NOTHING = "~"
_EMPTY = {MappingNode: "{}", SequenceNode: "[]"}


class Leaves(dict[Key, tuple[str, str]]):
    """The texts of a file by their paths, each with what it is: a text (`=`), nothing (`~`), an empty list or part."""

    def with_text(self, path: Key, text: str) -> Leaves:
        """Return the same with another text at a path."""
        return Leaves({key: (text, "=") if key == path else value for key, value in self.items()})

    def with_value(self, path: Key, value: Any) -> Leaves:
        """Return the same with a value at a path, behind all else that what holds it has, or where nothing stood."""
        new = {(*path, *key): (text, "=") for key, text in _plain_leaves(value)}
        if path in self:
            pairs = (
                (key, one) for old, held in self.items() for key, one in (new if old == path else {old: held}).items()
            )
            return Leaves(pairs)
        made, holder = Leaves(), path[:-1]
        last = max((n for n, key in enumerate(self) if key[: len(holder)] == holder), default=-1)
        for number, (key, held) in enumerate(self.items()):
            made[key] = held
            if number == last:
                made.update(new)
        return made

    def without(self, path: Key) -> Leaves:
        """Return the same without all that stands at or below a path."""
        return Leaves({key: value for key, value in self.items() if key[: len(path)] != path})


def leaves_of(node: Node | None) -> Leaves:
    """Return the texts of a file in their order; none where it is empty."""
    return Leaves(_leaves(node, ())) if node is not None else Leaves()


def _leaves(node: Node, path: Key) -> Iterator[tuple[Key, tuple[str, str]]]:
    if isinstance(node, Scalar):
        yield path, ("", _NOTHING) if node.is_null else (node.text, "=")
        return
    inner = list(_below(node))
    if not inner:
        yield path, ("", _EMPTY[type(node)])
    for step, one in inner:
        yield from _leaves(one, (*path, step))


def places_of(node: Node | None) -> dict[Span, Key]:
    """Return the path to each value by its place; of two that begin and end together the outer one stays."""
    found: dict[Span, Key] = {}
    waiting: list[tuple[Key, Node]] = [((), node)] if node is not None else []
    while waiting:
        path, one = waiting.pop()
        found.setdefault(one.span, path)
        if not isinstance(one, Scalar):
            waiting += [((*path, step), below) for step, below in _below(one)]
    return found


def _below(node: MappingNode | SequenceNode) -> Iterator[tuple[str | int, Node]]:
    if isinstance(node, MappingNode):
        return ((entry.key.text, entry.value) for entry in node.entries)
    return iter(enumerate(node.items))


def _plain_leaves(value: Any) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        yield (), value
        return
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
    for step, inner in pairs:
        yield from (((step, *key), text) for key, text in _plain_leaves(inner))
