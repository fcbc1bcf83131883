"""The structure tree of the PDF, mended where the layout engine says less than it knows.

The engine tags notes as spans, their marks as links, the table of contents as a list, and it cuts a
paragraph that runs over a page in two. Readers of the screen need `Note`, `Reference`, `TOC` (ISO 32000-1,
14.8.4) and whole paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from probata.writers.html.context import mark_id, note_id

Node = Any  # a dictionary of the PDF; pydyf ships no types


@dataclass(slots=True)
class Structure:
    """The elements of the tree, reached from its top."""

    pdf: Any
    top: Node = field(init=False)

    def __post_init__(self) -> None:
        """Find the top of the tree in the catalog of the file."""
        self.top = self.node(self.pdf.catalog["StructTreeRoot"])

    def node(self, reference: bytes | str) -> Node:
        """Return the object that a reference such as `12 0 R` names."""
        return self.pdf.objects[int(reference.split()[0])]

    def children(self, element: Node) -> list[Node]:
        """Return the structure elements directly inside, in order."""
        kids = (self.node(kid) for kid in element["K"] if not isinstance(kid, int))
        return [kid for kid in kids if kid.get("Type") == "/StructElem"]

    def walk(self, element: Node) -> Iterator[Node]:
        """Give every element below, a holder before what it holds."""
        for child in self.children(element):
            yield child
            yield from self.walk(child)

    def target(self, link: Node) -> str:
        """Return the name that a link inside the document leads to; empty for any other element."""
        for kid in link["K"] if link["S"] == "/Link" else ():
            reference = None if isinstance(kid, int) else self.node(kid)
            if reference and reference.get("Type") == "/OBJR":
                action = self.node(reference["Obj"]).get("Dest")
                return action.string if isinstance(action, pydyf.String) else ""
        return ""

    def move_kids(self, giver: Node, taker: Node) -> None:
        """Put all that one element holds behind what another holds."""
        for child in self.children(giver):
            child["P"] = taker.reference
        taker["K"].extend(giver["K"])
        giver["K"].clear()

    def join(self, first: Node, second: Node) -> None:
        """Make two elements one, the first."""
        self.move_kids(second, first)
        self.take_out(second)

    def take_out(self, element: Node) -> None:
        """Take an empty element out of the tree, and what becomes empty by that."""
        holder = self.node(element["P"])
        holder["K"].remove(element.reference)
        if not holder["K"]:
            self.take_out(holder)


def tag_notes_and_contents(structure: Structure) -> None:
    """Give notes, their marks and the contents the tags that are made for them.

    A mark is a raised link, which the engine holds in an element without meaning, and leads to a note; a note
    holds the one link that leads to its mark.
    """
    for element in list(structure.walk(structure.top)):
        for child in structure.children(element):
            target = structure.target(child)
            if target.startswith(note_id("")) and element["S"] == "/NonStruct":
                element["S"] = "/Reference"
            elif target.startswith(mark_id("")):
                note = _outermost_span(structure, element)
                note["S"] = "/Note"
                note["ID"] = pydyf.String(target.replace(mark_id(""), note_id(""), 1))
        if _is_contents(structure, element):
            _tag_contents(structure, element)


def _outermost_span(structure: Structure, element: Node) -> Node:
    """Return the whole note: one of several paragraphs has a span for each of them inside its own."""
    holder = structure.node(element["P"])
    return _outermost_span(structure, holder) if holder["S"] == "/Span" else element


def _is_contents(structure: Structure, element: Node) -> bool:
    """Tell the contents from other lists: each of its lines is nothing but a link."""
    if element["S"] != "/L":
        return False
    bodies = [[child["S"] for child in structure.children(item)] for item in structure.children(element)]
    return bool(bodies) and all(body == ["/LBody"] for body in bodies)


def _tag_contents(structure: Structure, contents: Node) -> None:
    contents["S"] = "/TOC"
    for line in structure.children(contents):
        line["S"] = "/TOCI"
        for body in structure.children(line):
            body["S"] = "/Reference"
    holder = structure.node(contents["P"])
    holder["S"] = "/TOC"
    for title in structure.children(holder):
        title["S"] = "/Caption" if title["S"] == "/P" else title["S"]
