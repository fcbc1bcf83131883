"""Numbers every note of a document, plain ones too, before any citation is written.

Only so is *ibid* right: a plain note between two citations breaks it, and `(n 4)` counts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.citation.identity import NoteIds
from probata.citation.marks import merge_citations, notes_from_citations
from probata.citation.schedule import is_schedule
from probata.diagnostics.value import value
from probata.document.blocks import Block, Contents, Heading, Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Note, NoteRef, Superscript, Text
from probata.document.parts import begins_part
from probata.document.rebuild import map_block, map_children, same_or_new, without_notes
from probata.document.tree import BRIEF
from probata.document.walk import plain_text


@value()
class NumberedNote:
    """A note with its final id and number, its citations not yet written."""

    note: Note
    ordinal: int
    """Place among all notes of the document, from 1; the number that Pandoc is told."""

    section: int
    """0 where numbers run on through the document; else the count of level-1 headings and parts up to here."""

    part: str = ""
    """Number of the heading that it stands below, `B`, where numbers begin again at each."""

    heading: str = ""
    """The words of that heading."""

    begins_part: bool = False
    """Whether a heading of level 1 stands between it and the note before: *ibid* does not lead out of a part."""

    file: str = BRIEF
    """The part of the filing in which it stands, a file of its own."""

    @property
    def number_begins(self) -> bool:
        """Whether it is the first of those that are numbered together."""
        return self.note.number == 1


class Numbering:
    """Goes through a document once, in output order, and keeps what it numbered."""

    def __init__(self, mark_after: str, *, restart: bool) -> None:
        self.notes: list[NumberedNote] = []
        self.renamed: dict[str, str] = {}
        """Id that a note came with → its final id, for references made before this stage."""

        self.repeated: set[str] = set()
        """Ids with which more than one note came: a reference to one does not say which it means."""

        self.sections: list[int] = []
        """The section of each block."""

        self.files: dict[int, str] = {0: BRIEF}
        """The part of the filing in which each section stands."""

        self._mark_after = mark_after
        self._restart = restart
        self._section = 0
        self._part = ""
        self._heading = ""
        self._shown = 0
        self._begins_part = False
        self._before: Note | None = None
        """The note before, in the same block."""

        self._ids = NoteIds()

    def number(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with every citation inside a numbered note, those of a list of sources excepted."""
        return tuple(self._counted(block) for block in blocks)

    def named(self) -> dict[str, NumberedNote]:
        """Return the notes that came with an id of which there is but one, by that id."""
        notes = {one.note.id: one for one in self.notes}
        return {old: notes[new] for old, new in self.renamed.items() if old not in self.repeated}

    def _counted(self, block: Block) -> Block:
        self._before = None
        numbered = self._block(block)
        self.sections.append(self._section)
        return numbered

    def _block(self, block: Block) -> Block:
        if is_list_entry(block) or is_table_entry(block):
            return map_block(block, self._notes)
        if isinstance(block, Heading) and block.level == 1:
            self._begins_part = bool(self.notes)
            if self._restart:
                self._begin_section(self.files[self._section], block.number, plain_text(block.inlines))
        elif file := begins_part(block):
            self._begin_section(file)
        if isinstance(block, Contents):
            return _unmarked(block)
        return map_block(block, self._marked)

    def _begin_section(self, file: str, part: str = "", heading: str = "") -> None:
        self._section += 1
        self._shown = 0
        self._part, self._heading, self.files[self._section] = part, heading, file

    def _marked(self, inlines: Inlines) -> Inlines:
        if all(isinstance(inline, Text) for inline in inlines):
            return inlines  # most cells of tables
        return self._notes(notes_from_citations(merge_citations(inlines), self._mark_after))

    def _notes(self, inlines: Inlines) -> Inlines:
        behind = (*inlines[1:], None)
        return same_or_new(inlines, tuple(map(self._inline, inlines, behind)))

    def _inline(self, inline: Inline, behind: Inline | None) -> Inline:
        if not isinstance(inline, Note):
            return map_children(inline, self._notes)
        touches = isinstance(behind, Note)  # only the marks of notes are kept apart, 12 and 13
        return (None if touches else self._again(inline)) or self._numbered(inline)

    def _again(self, note: Note) -> Inline | None:
        """Return the mark of the note before, where this one would say the same in one block, such as a table."""
        before, cited = self._before, _cited_alone(note)
        if before is None or cited is None or cited != _cited_alone(before):
            return None
        if note.id:
            self._known(note.id, before.id)
        return Superscript((NoteRef(before.id, before.number),))

    def _known(self, old: str, new: str) -> None:
        self.repeated |= {old} & self.renamed.keys()
        self.renamed.setdefault(old, new)

    def _numbered(self, note: Note) -> Note:
        self._shown += 1
        numbered = Note(self._ids.id_for(note), note.blocks, self._shown, note.origin)
        if note.id:
            self._known(note.id, numbered.id)
        place = len(self.notes) + 1
        where = self._section, self._part, self._heading, self._begins_part, self.files[self._section]
        self.notes.append(NumberedNote(numbered, place, *where))
        self._begins_part = False
        self._before = numbered
        return numbered


def _cited_alone(note: Note) -> tuple[CiteItem, ...] | None:
    """Return what a note cites; nothing where its author has words in it."""
    match note.blocks:
        case (Paragraph(inlines=(Cite(items=items),)),):
            return items
    return None


def is_list_entry(block: Block) -> bool:
    """Tell whether the block prints citations in its text: the list of sources, evidence schedule.

    Such blocks stand at the top level.
    """
    return is_schedule(block) or (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY)


def is_table_entry(block: Block) -> bool:
    """Tell whether the block is an entry of a table of authorities; such entries stand at the top level."""
    return isinstance(block, Paragraph) and block.role is Role.AUTHORITY


def by_section(notes: list[NumberedNote]) -> Iterator[tuple[NumberedNote, ...]]:
    """Give the notes of each section that has some, in order."""
    for section in sorted({note.section for note in notes}):
        yield tuple(note for note in notes if note.section == section)


def _unmarked(contents: Contents) -> Contents:
    """Take notes off the entries of a table of contents: they repeat headings, whose notes count once."""
    entries = tuple(replace(entry, inlines=without_notes(entry.inlines)) for entry in contents.entries)
    return replace(contents, title=without_notes(contents.title), entries=entries)
