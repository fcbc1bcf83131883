"""What the parts of the writer share while one document is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from docx.opc.part import Part
from docx.parts.story import StoryPart
from lxml import etree

from probata.document.blocks import Anchored, Role
from probata.document.identity import tag_of
from probata.document.inlines import Note, is_right_to_left
from probata.document.json_form import to_json
from probata.document.origin import Origin
from probata.document.tree import AuthorityMark, Document, Meta
from probata.document.walk import inlines_in_order, walk_blocks
from probata.kept import Store
from probata.word.elements import NAMESPACES, Element, add, make, w
from probata.word.names import MARK_DIGITS, NOTE, TAG, TARGET, counted
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.writers.docx.numbering import Numbering
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.runs import PLAIN, Face
from probata.writers.docx.style_sheet import OF_ROLE, StyleSheet

# Where blocks stand: in the text, a cell, a box, a quotation, a note, an item of a list.


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: it decides the style of plain paragraphs and of lists."""

    body_style: str = OF_ROLE[Role.BODY]
    in_cell: bool = False
    list_level: int = 0
    width: int = 0
    """Twips between the margins or the borders of a box."""

    origin: Origin | None = None
    """The record that what holds them comes from, such as the row of a table."""


# Bookmarks: each name once, with numbers that only count.


class Bookmarks:
    """Writes bookmarks, each name once: Word drops the second of two."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    @contextmanager
    def around(self, parent: Element, name: str) -> Iterator[None]:
        """Put a bookmark round what the block of this `with` adds to `parent`; an empty name puts none."""
        if not name or name in self._names:
            yield
            return
        id_ = len(self._names)
        self._names.add(name)
        add(parent, "bookmarkStart", id=id_, name=name)
        yield
        add(parent, "bookmarkEnd", id=id_)


DIGITS = 20


def mark_of(document: Document) -> str:
    """Return a digest of the whole tree, ids of its records and all: nobody who has only the file can make it again."""
    return sha256(to_json(document).encode()).hexdigest()


class RunningNames:
    """Gives names in the order in which they are asked for, the same for the same thing, but to each paragraph its own.

    A paragraph does not say which others come from the same record: in a document that conceals who somebody is, that
    would join what it says of a witness to what it says of a person. What a name stands for is for the team alone.
    """

    def __init__(self, mark: str) -> None:
        """Take the mark of the document, of which the names bear a part."""
        self.mark = mark
        self.meanings: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._last = dict.fromkeys((TAG, NOTE, TARGET), 0)

    def of_note(self, note_id: str) -> str:
        """Return the bookmark round a note's mark; it stands for the id of the note."""
        return self._known(NOTE, f"{NOTE}{note_id}")

    def of_target(self, id_: str) -> str:
        """Return the bookmark round a paragraph, a heading or a table's number; ids may hold any character."""
        return self._known(TARGET, f"{TARGET}{sha256(id_.encode()).hexdigest()[:DIGITS]}")

    def of_paragraph(self, origin: Origin, words: str) -> str:
        """Return the tag of a content control; it stands for the record and field, and the words that it holds."""
        return self._next(TAG, tag_of(origin, words))

    def _known(self, begin: str, meaning: str) -> str:
        if meaning not in self._given:
            self._given[meaning] = self._next(begin, meaning)
        return self._given[meaning]

    def _next(self, begin: str, meaning: str) -> str:
        self._last[begin] += 1
        name = counted(begin, self.mark[:MARK_DIGITS], self._last[begin])
        self.meanings[name] = meaning
        return name


# Content controls: round what a paragraph says, with the record it comes from.
# Word and LibreOffice keep them where somebody writes, saves and sends a document, so that what was written finds its
# record again by the number of the control. They stand inside the paragraph (ISO/IEC 29500-1, 17.5.2.31): LibreOffice
# does not open a file that has them round paragraphs of a cell. No frame is shown round them.

MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
FIRST_ID: Final = 1000
"""Numbers of controls; they only have to differ."""


class Controls:
    """Keeps which paragraphs come from a record until the document is written, then puts the controls in."""

    def __init__(self) -> None:
        self._held: list[tuple[Element, Origin]] = []

    def hold(self, paragraph: Element, origin: Origin | None) -> None:
        """Say where a paragraph comes from; nothing is put in where that is `None`."""
        if origin:
            self._held.append((paragraph, origin))

    def put_in(self, names: RunningNames) -> None:
        """Put a control round the content of every paragraph that comes from a record, and has any."""
        for number, (paragraph, origin) in enumerate(self._held, FIRST_ID):
            content = [child for child in paragraph if child.tag != w("pPr")]
            if content:
                control = _control(names.of_paragraph(origin, plain(pieces(paragraph))), number)
                paragraph.append(control)
                control[-1].extend(content)


def make_root() -> Element:
    """Make the root of the main document, which tells older programs that they may pass over what is Word's own."""
    root = etree.Element(w("document"), nsmap={**NAMESPACES, "mc": MC, "w15": W15})
    root.set(f"{{{MC}}}Ignorable", "w15")
    return root


def _control(tag: str, number: int) -> Element:
    """Make an empty control; the order is that of the schema, with Word's own extension last."""
    control = make("sdt")
    properties = add(control, "sdtPr")
    add(properties, "tag", val=tag)
    add(properties, "id", val=number)
    etree.SubElement(properties, f"{{{W15}}}appearance", {f"{{{W15}}}val": "hidden"})
    add(control, "sdtContent")
    return control


@dataclass(frozen=True, slots=True)
class State:
    """Shared by all parts of one document; what grows in it grows in document order."""

    meta: Meta
    styles: StyleSheet
    numbering: Numbering
    part: StoryPart
    """The part that is being written: its relationships hold the addresses of links."""

    measures: Measures
    targets: Mapping[str, Anchored]
    """What cross-references may lead to, by id."""

    note_ids: frozenset[str]
    names: RunningNames
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    notes: list[Note] = field(default_factory=list)
    """Notes whose marks are written; the place in the list, counted from 1, is the `w:id`."""

    marks: Mapping[str, tuple[AuthorityMark, ...]] = field(default_factory=dict)
    """Which authorities each note cites, by its id."""

    drawings: list[str] = field(default_factory=list)
    """Ids of the pictures written; the place in the list is their number in the file."""

    media: dict[str, Part] = field(default_factory=dict)
    """The SVG of pictures by name."""

    counted: set[str] = field(default_factory=set)
    """What has been counted by fields: tables, figures."""

    store: Store | None = None
    """Where pictures are kept from one run to the next."""

    pages: Mapping[str, int] = field(default_factory=dict)
    """Pages of headings, by id, for the contents; none where they are not known."""

    controls: Controls = field(default_factory=Controls)
    in_note: bool = False

    @property
    def text_width(self) -> int:
        """The width of the text in twips."""
        return self.measures.text_width

    @property
    def right_to_left(self) -> bool:
        """Tell whether the document as a whole runs from right to left."""
        return is_right_to_left(self.meta.language)

    @property
    def face(self) -> Face:
        """The look of plain text."""
        return Face(language=self.meta.language) if self.right_to_left else PLAIN

    def sequence(self, name: str, number: int) -> str:
        """Return the field that counts tables or figures; the first of a part goes on from the part before."""
        begins = f" \\r {number}" if number > 1 and name not in self.counted else ""
        self.counted.add(name)
        return f"SEQ {name}{begins} \\* ARABIC"

    def bookmark_of(self, id_: str) -> str:
        """Return the bookmark of a target of cross-references, or nothing where there is no such target."""
        return self.names.of_target(id_) if id_ in self.targets else ""

    def bookmark_of_note(self, id_: str) -> str:
        """Return the bookmark of a note's mark, or nothing where the document has no such note."""
        return self.names.of_note(id_) if id_ in self.note_ids else ""


def targets_of(document: Document) -> dict[str, Anchored]:
    """Return what cross-references and contents may lead to, by id; of two with one id the first counts."""
    found: dict[str, Anchored] = {}
    for block in walk_blocks(document.blocks):
        if isinstance(block, Anchored) and block.id:
            found.setdefault(block.id, block)
    return found


def note_ids_of(document: Document) -> frozenset[str]:
    """Return the ids of all notes."""
    return frozenset(i.id for i in inlines_in_order(document.blocks) if isinstance(i, Note))
