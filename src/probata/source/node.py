"""Data with places: what every reader gives, whatever the container."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Loc
from typing import Any

from probata.diagnostics import Span
from probata.diagnostics.value import value


@value()
class Scalar:
    """A value, always as the characters that the user wrote."""

    text: str
    span: Span
    is_null: bool = False
    """True where nothing is written after the colon, or `~`."""
    text_line: int = 0
    """Line of the first line of `text` where its lines stand one by one in the file; 0 where they do not."""


@value()
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@value()
class MappingNode:
    """Keys with values, in the order of the file, each key once."""

    entries: tuple[Entry, ...]
    span: Span
    blanks: tuple[Entry, ...] = ()
    """Keys that have a place and nothing in it, as the empty cells of a row: no data, but where some would stand."""

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or `None`."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def without(self, keys: set[str]) -> MappingNode:
        """Return the same mapping without some keys."""
        kept = tuple(entry for entry in self.entries if entry.key.text not in keys)
        return MappingNode(kept, self.span, self.blanks)

    def blank(self, key: str) -> Node | None:
        """Return the empty place of `key`, or `None`."""
        return next((entry.value for entry in self.blanks if entry.key.text == key), None)


@value()
class SequenceNode:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


Node = Scalar | MappingNode | SequenceNode


def to_plain(node: Node) -> Any:
    """Return strings, lists and dictionaries; a key without a value is left out, a null in a list stays `None`."""
    match node:
        case Scalar(text=text, is_null=is_null):
            return None if is_null else text
        case SequenceNode(items=items):
            return [to_plain(item) for item in items]
        case MappingNode(entries=entries):
            return {e.key.text: to_plain(e.value) for e in entries if not _is_null(e.value)}


def texts_in(node: Node, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give every text in a node with the keys and numbers that lead to it."""
    if isinstance(node, Scalar):
        if not node.is_null:
            yield loc, node.text
    elif isinstance(node, SequenceNode):
        for place, item in enumerate(node.items):
            yield from texts_in(item, (*loc, place))
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from texts_in(entry.value, (*loc, entry.key.text))


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def node_at(node: Node, loc: Loc[str | int]) -> Node:
    """Follow a path of keys and positions as far as the data goes; the last node reached is returned.

    Where a value is missing and its place is known, that place is the last.
    """
    for step in loc:
        below: Node | None = None
        if isinstance(node, MappingNode):
            below = node.get(str(step)) or node.blank(str(step))
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        if below is None:
            break
        node = below
    return node


def node_exactly_at(node: Node, loc: Loc[str | int]) -> Node | None:
    """Follow a path of keys and positions to its end; `None` where the data does not go so far."""
    for step in loc:
        if isinstance(node, MappingNode) and isinstance(step, str) and (below := node.get(step)) is not None:
            node = below
        elif isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def blank_at(node: Node, loc: Loc[str | int]) -> Span | None:
    """Return the empty place of a missing value, as `node_at` finds it; `None` where it has none, or is not missing."""
    found = node_at(node, loc)
    is_blank = isinstance(found, Scalar) and found.is_null and not found.text
    return found.span if is_blank and loc and node_at(node, loc[:-1]) is not found else None


def key_span(node: Node, key: str) -> Span:
    """Return the place of a key itself, or of the mapping where it has none."""
    if isinstance(node, MappingNode):
        for entry in node.entries:
            if entry.key.text == key:
                return entry.key.span
    return node.span


def prune(node: MappingNode, loc: Loc[str | int]) -> MappingNode:
    """Return the mapping without the key or the entry of a list at the end of a path.

    It is unchanged where the path leads nowhere.
    """
    pruned = _prune(node, tuple(loc))
    return pruned if isinstance(pruned, MappingNode) else node


def _prune(node: Node, loc: tuple[str | int, ...]) -> Node:
    if not loc:
        return node
    step, rest = loc[0], loc[1:]
    if isinstance(node, MappingNode):
        if not rest:
            return node.without({str(step)})
        changed = (Entry(e.key, _prune(e.value, rest) if e.key.text == step else e.value) for e in node.entries)
        return MappingNode(tuple(changed), node.span, node.blanks)
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items = [item if n != step else _prune(item, rest) for n, item in enumerate(node.items) if rest or n != step]
        return SequenceNode(tuple(items), node.span)
    return node
