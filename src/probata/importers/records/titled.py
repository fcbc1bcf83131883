"""A post and a tenure without a title: what stands for it until somebody writes it."""

from __future__ import annotations

from collections.abc import Mapping

from probata.importers.records.matching import Shelf
from probata.importers.records.said import name_of
from probata.source.node import Entry, Node, Scalar, Sequence
from probata.source.node import Mapping as MappingNode

_TITLE = "title"


def titled(kind: str, node: MappingNode, shelves: Mapping[str, Shelf]) -> tuple[MappingNode, str]:
    """Return a record with a title, and a remark on it; as it is where it has one, or nothing tells which post it is.

    A tenure takes that of its post. A post of which the body alone is known says that its title is not recorded.
    """
    if kind not in ("positions", "roles") or node.get(_TITLE) is not None:
        return node, ""
    if kind == "positions":
        body = shelves["bodies"].by_id.get(_text(node.get("body")))
        title = f"post at {name_of('bodies', body.fields)} (title not recorded)" if body else ""
        remark = f"it lacks the title of the post: `{title}` stands for it until you write it"
    else:
        post = shelves["positions"].by_id.get(_text(node.get("seats")))
        title = str(post.fields.get(_TITLE, "")) if post else ""
        remark = f"it lacks a title: that of the post, `{title}`, stands for it"
    if not title:
        return node, ""
    entry = Entry(Scalar(_TITLE, node.span), Scalar(title, node.span))
    return MappingNode((*node.entries, entry), node.span), remark


def _text(node: Node | None) -> str:
    """Return the id that stands in a field, or first in a list of them."""
    first = node.items[0] if isinstance(node, Sequence) and node.items else node
    first = first.get("position") if isinstance(first, MappingNode) else first
    return first.text if isinstance(first, Scalar) else ""
