"""Links inside a PDF: of its marks and notes, and of all else that leads to another place of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.readers.pdf_structure import Node, Place, structure_of
from tests.readers.read_once import read_once


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note, and its mark in the text."""

    number: str
    mark_page: int
    pages: tuple[int, ...]
    """Where its text stands."""
    mark_leads_to: Place
    leads_back_to: Place


@dataclass(frozen=True, slots=True)
class Link:
    """What can be clicked, and where it leads."""

    text: str
    page: int
    leads_to: Place


@read_once
def links_of(data: bytes) -> list[Link]:
    """Return all links but those of the marks and the numbers of notes."""
    return list(_links(structure_of(data)))


@read_once
def notes_of(data: bytes) -> list[FootNote]:
    """Return every note with its mark."""
    top = structure_of(data)
    marks, notes = list(_marks(top)), list(top.find("Note"))
    return [_note(mark, note) for mark, note in zip(marks, notes, strict=True)]


def is_mark(node: Node) -> bool:
    """Tell the mark of a note from the label of a list's entry: it is a link."""
    return node.tag == "Reference" or (node.tag == "Lbl" and any(node.find("Link")))


def _marks(node: Node) -> Iterator[Node]:
    for child in node.children:
        if is_mark(child):
            yield child
        elif child.tag not in ("TOC", "Note"):
            yield from _marks(child)


def _note(mark: Node, note: Node) -> FootNote:
    first, back = _leading(mark), _leading(note)
    assert first.leads_to
    assert back.leads_to
    number = "".join(mark.texts()).strip()
    return FootNote(number, next(mark.pages()), tuple(sorted(set(note.pages()))), first.leads_to, back.leads_to)


def _leading(node: Node) -> Node:
    """Return the first link of an element."""
    return next(below for below in node.walk() if below.leads_to)


def _links(node: Node, in_contents: bool = False) -> Iterator[Link]:
    in_contents |= node.tag == "TOC"
    own = _leading(node) if node.tag == "Note" else None
    for child in node.children:
        if child.leads_to and child is not own and (pages := list(child.pages())):
            yield Link("".join(child.texts()).strip(), pages[0], child.leads_to)
        if in_contents or not is_mark(child):
            yield from _links(child, in_contents)
