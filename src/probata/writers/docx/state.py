"""What the parts of the writer share while one document is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.opc.part import Part
from docx.parts.story import StoryPart

from probata.document.blocks import Heading, Paragraph, Picture, Table
from probata.document.inlines import Note
from probata.document.tree import AuthorityMark, Document, Meta
from probata.document.walk import inlines_in_order, walk_blocks
from probata.kept import Store
from probata.writers.docx.bookmarks import Bookmarks
from probata.writers.docx.controls import Controls
from probata.writers.docx.faces import PLAIN, Face
from probata.writers.docx.languages import is_right_to_left
from probata.writers.docx.numbering import Numbering
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.running_names import RunningNames
from probata.writers.docx.style_sheet import StyleSheet

Target = Heading | Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class State:
    """Shared by all parts of one document; what grows in it grows in document order."""

    meta: Meta
    styles: StyleSheet
    numbering: Numbering
    part: StoryPart
    """The part that is being written: its relationships hold the addresses of links."""

    measures: Measures
    targets: Mapping[str, Target]
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


def targets_of(document: Document) -> dict[str, Target]:
    """Return what cross-references and contents may lead to, by id; of two with one id the first counts."""
    found: dict[str, Target] = {}
    for block in walk_blocks(document.blocks):
        if isinstance(block, Target) and block.id:
            found.setdefault(block.id, block)
    return found


def note_ids_of(document: Document) -> frozenset[str]:
    """Return the ids of all notes."""
    return frozenset(i.id for i in inlines_in_order(document.blocks) if isinstance(i, Note))
