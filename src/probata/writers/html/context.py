"""What the rendering of a block or inline needs to know of the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from probata.document.anchors import before_digest, renamed
from probata.document.blocks import Anchored, Picture
from probata.document.inlines import Note
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, walk_blocks
from probata.writers.format import WriteError
from probata.writers.svg_source import checked_svg

# Building HTML as a tree, so that no text can ever become markup.

Element = etree._Element
Child = Element | str


def element(tag: str, children: Iterable[Child] = (), attributes: Mapping[str, str] | None = None) -> Element:
    """Make one element. Attributes with an empty value are left out.

    Raises `WriteError` for characters that no XML or HTML file can hold, such as NUL.
    """
    made = etree.Element(tag)
    for name, value in (attributes or {}).items():
        if value:
            made.set(name, _legal(value))
    extend(made, children)
    return made


def extend(parent: Element, children: Iterable[Child]) -> None:
    """Append texts and elements in order; a text goes where lxml keeps it, in `text` or a `tail`."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            last = parent[-1]
            last.tail = (last.tail or "") + _legal(child)
        else:
            parent.text = (parent.text or "") + _legal(child)


def serialise(root: Element) -> str:
    """Write the whole page, with the doctype of HTML."""
    return etree.tostring(root, method="html", encoding="unicode", doctype="<!DOCTYPE html>") + "\n"


def _legal(text: str) -> str:
    try:
        etree.Element("p").text = text
    except ValueError as error:
        message = f"the text {text[:60]!r} holds a character that no document can hold"
        raise WriteError(message) from error
    return text


@dataclass(frozen=True, slots=True)
class Context:
    """The same for a whole document, but for `links`."""

    meta: Meta
    targets: frozenset[str]
    """Ids that a link may point at; a reference to any other is printed without a link."""

    place_note: Callable[[Note, Context], Sequence[Child]]
    """Gives what stands where a note's mark stands: the mark alone, or the mark and the note."""

    draw: Callable[[Picture], Element] = checked_svg
    """Gives the element of a picture, with its alternative text."""

    links: bool = True
    """False inside a link, since HTML knows no link within a link."""

    def without_links(self) -> Context:
        """Return the same for what stands inside a link."""
        return replace(self, links=False)


def note_id(identity: str) -> str:
    """Return the id of a note's text; the stop keeps it apart from ids of blocks."""
    return f"note.{identity}"


def mark_id(identity: str) -> str:
    """Return the id of a note's mark."""
    return f"mark.{identity}"


def link_targets(document: Document) -> frozenset[str]:
    """Collect every id of the tree that may be linked to, those of notes as `note_id` gives them."""
    named = (block for block in walk_blocks(document.blocks) if isinstance(block, Anchored))
    notes = (inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    return frozenset({block.id for block in named if block.id} | {note_id(note.id) for note in notes})


# The names of anchors in a page that goes out: where they would stand for a record, they only count.
# A digest of an id confirms the id to whoever guesses it, and an id may name a protected person.


def with_counted_names(document: Document) -> Document:
    """Return the document with numbers, in the order of the text, in place of digests: `allegation-2`, note `14`.

    A number that a template gave to an anchor of its own is passed over.
    """
    notes = dict.fromkeys(inline.id for inline in inlines_in_order(document.blocks) if isinstance(inline, Note))
    counted = {id_: str(number) for number, id_ in enumerate(notes, 1)}
    return replace(document, blocks=renamed(document.blocks, _anchors(document), counted))


def _anchors(document: Document) -> dict[str, str]:
    anchors = dict.fromkeys(block.id for block in walk_blocks(document.blocks) if isinstance(block, Anchored))
    counts: Counter[str] = Counter()
    made: dict[str, str] = {}
    for anchor in anchors:
        if before := before_digest(anchor):
            counts[before] += 1
            while f"{before}-{counts[before]}" in anchors:
                counts[before] += 1
            made[anchor] = f"{before}-{counts[before]}"
    return made
