"""A record that is put together of values with their places, whatever order they come in."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.diagnostics import Span
from probata.source.node import Entry, Mapping, Node, Scalar, Sequence
from probata.workbook.headings import Path
from probata.workbook.shape import Shape

_IN_SHORT = ("value", "stated", "full", "literal", "position", "source")
"""Fields for which a text may stand in place of the whole part."""


class SaidTwiceError(Exception):
    """A field has a value already; carries the place of the second."""

    def __init__(self, path: Path, span: Span) -> None:
        super().__init__(".".join(path))
        self.span = span


@dataclass(slots=True)
class Tree:
    """A part that is being put together."""

    shape: Shape
    span: Span
    fields: dict[str, Node | Tree | list[Node]] = field(default_factory=dict)

    def put(self, path: Path, node: Node, whole: Path = ()) -> None:
        """Put a value at a path; raises `SaidTwiceError` where another stands there.

        Where a text stands in place of a part, it becomes the field of that part for which it stands. Lists grow.
        """
        (key, *rest), whole = path, (*whole, path[0])
        below = self.shape.below(key)
        held = self.fields.get(key)
        if isinstance(node, Sequence) and not rest and isinstance(held, list | None):
            self.fields[key] = [*(held or []), *node.items]
        elif isinstance(held, Tree):
            held.put(tuple(rest) or (in_short(below),), node, whole)
        elif rest and below.fields and isinstance(held, Scalar | None):
            part = Tree(below, node.span)
            if held is not None:
                part.put((in_short(below),), held, whole)
            self.fields[key] = part
            part.put(tuple(rest), node, whole)
        elif held is None and not rest:
            self.fields[key] = node
        else:
            raise SaidTwiceError(whole, node.span)

    def node(self) -> Mapping:
        """Return the part as a reader of records gives it."""
        return Mapping(tuple(Entry(Scalar(key, _span(value, self.span)), _done(value, self.span))
                             for key, value in self.fields.items()), self.span)  # fmt: skip


def in_short(shape: Shape) -> str:
    """Return the field of a part for which a text may stand in its place; empty where it has none."""
    return next((key for key in _IN_SHORT if key in shape.fields), "")


def _done(value: Node | Tree | list[Node], span: Span) -> Node:
    if isinstance(value, Tree):
        return value.node()
    return Sequence(tuple(value), _span(value, span)) if isinstance(value, list) else value


def _span(value: Node | Tree | list[Node], otherwise: Span) -> Span:
    if isinstance(value, list):
        return value[0].span if value else otherwise
    return value.span
