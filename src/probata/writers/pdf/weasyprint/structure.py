"""The structure tree of the PDF, mended where the layout engine says less than it knows.

The engine tags notes as spans, their marks as links, the table of contents as a list, and it cuts a
paragraph that runs over a page in two. Readers of the screen need `Note`, `Reference`, `TOC` (ISO 32000-1,
14.8.4) and whole paragraphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pydyf

from probata.writers.html.context import mark_id, note_id
from probata.writers.pdf.weasyprint.source import Source
from probata.writers.pdf.weasyprint.stops import LongRow

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


# Paragraphs that run over a page, made whole in the structure tree.

CELLS = frozenset({"/TD", "/TH"})


def join_split_paragraphs(structure: Structure, running_on: Sequence[Collection[str]]) -> None:
    """Join the last paragraph of a page with the first of the next where the two are one.

    `running_on` gives for each page the ids of paragraphs that go on overleaf. Those in cells of a table are left to
    `split_rows`, since several of them run on at once.
    """
    by_page = _paragraphs_by_page(structure)
    pages = [str(reference, "ascii") for reference in structure.pdf.page_references]
    for page, identities in enumerate(running_on):
        here, there = by_page[pages[page]], by_page[pages[page + 1]]
        if len(identities) == 1 and here and there and not _in_cell(structure, here[-1]):
            structure.join(here[-1], there[0])
            there[0] = here[-1]


def _paragraphs_by_page(structure: Structure) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for element in structure.walk(structure.top):
        if element["S"] == "/P":
            found[str(element["Pg"], "ascii")].append(element)
    return found


def _in_cell(structure: Structure, element: Node) -> bool:
    while element["S"] not in CELLS and element["S"] != "/Document":
        element = structure.node(element["P"])
    return element["S"] in CELLS


# Rows of tables that run over a page, made whole in the structure tree.


def join_split_rows(structure: Structure, running_on: Sequence[AbstractSet[str]], rows: Mapping[str, LongRow]) -> None:
    """Join the last row of a page with the first of the next where the two are one.

    `running_on` gives for each page the ids of rows and paragraphs that go on overleaf; `rows` holds the rows by id.
    A row of which a style sheet hides cells stays in pieces.
    """
    by_page = _rows_by_page(structure)
    for page, identities in enumerate(running_on):
        found = [rows[identity] for identity in identities if identity in rows]
        here, there = by_page[page], by_page[page + 1]
        if len(found) == 1 and here and there:
            _join_rows(structure, here[-1], there[0], [not identities.isdisjoint(cell) for cell in found[0].cells])
            there[0] = here[-1]


def _rows_by_page(structure: Structure) -> dict[int, list[Node]]:
    pages = {str(reference, "ascii"): number for number, reference in enumerate(structure.pdf.page_references)}
    found: dict[int, list[Node]] = defaultdict(list)
    for element in structure.walk(structure.top):
        if element["S"] == "/TR" and structure.node(element["P"])["S"] != "/THead":
            found[pages[str(element["Pg"], "ascii")]].append(element)
    return found


def _join_rows(structure: Structure, first: Node, second: Node, runs_on: Sequence[bool]) -> None:
    """Join two parts of a row; `runs_on` says of each cell whether a paragraph of it is in both."""
    parts = structure.children(first), structure.children(second)
    if not len(parts[0]) == len(parts[1]) == len(runs_on):
        return
    for here, there, in_both in zip(*parts, runs_on, strict=True):
        last, following = ([each for each in structure.walk(cell) if each["S"] == "/P"] for cell in (here, there))
        structure.move_kids(there, here)
        if in_both and last and following:
            structure.join(last[-1], following[0])
    second["K"].clear()
    structure.take_out(second)


# The last touch on the file before it is written.

Finisher = Callable[[Any, Any], None]  # the engine's document and its PDF, for which it has no types


def finisher(source: Source) -> Finisher:
    """Return what adds page labels and mends the structure tree."""
    rows = {row.id: row for row in source.rows}
    known = source.paragraphs.union(rows)

    def finish(document: Any, pdf: Any) -> None:
        """Mend one PDF as the engine hands it over, before it is written."""
        printed_numbers = pydyf.Dictionary({"S": "/D"})
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, printed_numbers])})
        structure = Structure(pdf)
        tag_notes_and_contents(structure)
        anchors = [known & set(page.anchors) for page in document.pages]
        running_on = [here & there for here, there in pairwise(anchors)]
        join_split_rows(structure, running_on, rows)
        join_split_paragraphs(structure, [both - rows.keys() for both in running_on])

    return finish
