"""The table of authorities: each entry in full, with the paragraphs and notes that cite it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeGuard, TypeVar

from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.notes_in_parts import part_named
from probata.citation.numbering import NumberedNote, is_table_entry
from probata.citation.positions import Mention
from probata.citation.words import PinpointForm
from probata.document.blocks import Block, Blocks, ListBlock, Paragraph, Quote, Role
from probata.document.inlines import Cite, CrossRef, Emph, Inline, Inlines, Note, NoteRef, Text
from probata.document.parts import seen_from, with_parts
from probata.document.tree import AuthorityMark, PartHead
from probata.document.walk import inlines_in_order, plain_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """Fills the entries of one document."""

    writer: LegalWriter
    library: Library
    mentions: tuple[Mention, ...]
    parts: tuple[PartHead, ...] = ()
    """The files of the filing, and how they call each other."""

    passim: int = 0
    """From how many notes on an entry says *passim* in place of them; 0: never."""

    in_parts: bool = False
    """Whether notes stand in several parts that have numbers of their own each."""

    def fill(self, blocks: Blocks) -> tuple[Blocks, tuple[AuthorityMark, ...]]:
        """Return the blocks with every entry written, and what each note cites, for Word's own table.

        A paragraph that is referred to gets an id, made from that of its first note. Without entries nothing changes.
        """
        if not any(map(is_table_entry, blocks)):
            return blocks, ()
        named, paragraphs = _with_paragraphs_named(blocks)
        filled: list[Block] = []
        for is_entry, run in groupby(with_parts(named), key=lambda pair: is_table_entry(pair[1])):
            written = [self._entry(one, paragraphs, file) if is_entry else one for file, one in run]
            filled += sorted(written, key=_printed) if is_entry else written
        return tuple(filled), tuple(self._marks(named))

    def _entry(self, block: Block, paragraphs: dict[str, Paragraph], file: str) -> Block:
        key = _key(block)
        authority = self.library.authorities.get(key)
        if authority is None or not isinstance(block, Paragraph):
            return block
        cited = self.writer.full(authority)
        return replace(block, inlines=(*cited, Text(self.writer.words.colon), *self._places(key, paragraphs, file)))

    def _places(self, key: str, paragraphs: dict[str, Paragraph], file: str) -> Inlines:
        """Print the places that cite an authority, file by file: `paras 3, 14; nn 3, 15 of the brief`."""
        seen, printed = seen_from(file, self.parts), list[Inline]()
        cited = {one.note.note.id: one.note for one in self.mentions if one.key == key and one.note.file in seen}
        if self.passim and len(cited) >= self.passim:
            return (Emph((Text("passim"),)),)
        for name, run in groupby(cited.values(), key=lambda note: note.file):
            printed += (Text(self.writer.words.between),) if printed else ()
            printed += self._in_one_file(list(run), paragraphs)
            printed += (Text(f" {seen[name]}"),) if seen[name] else ()
        return tuple(printed)

    def _in_one_file(self, numbered: list[NumberedNote], paragraphs: dict[str, Paragraph]) -> Inlines:
        notes = [one.note for one in numbered]
        holding = {paragraphs[note.id].id: paragraphs[note.id] for note in notes if note.id in paragraphs}.values()
        words = self.writer.words
        parts = _listed([CrossRef(one.id, text=one.number) for one in holding], words.paragraphs)
        between = (Text(words.between),) if parts else ()
        return (*parts, *between, *self._notes(numbered))

    def _notes(self, notes: list[NumberedNote]) -> Inlines:
        """Print the numbers of notes: `nn 3, 14`; where they begin again in each part, `n 3 (part A); n 2 (part B)`."""
        words, printed = self.writer.words, list[Inline]()
        for _, part in groupby(notes, key=lambda one: one.section):
            run = list(part)
            name = part_named(run[0], words) if self.in_parts else ""
            printed += (Text(words.between),) if printed else ()
            printed += _listed([NoteRef(one.note.id, one.note.number) for one in run], words.pinpoints["note"])
            printed += (Text(f" ({name})"),) if name else ()
        return tuple(printed)

    def _marks(self, blocks: Blocks) -> Iterator[AuthorityMark]:
        categories, group = dict[str, int](), 0
        for block in blocks:
            group += isinstance(block, Paragraph) and block.role is Role.AUTHORITY_GROUP
            if is_table_entry(block):
                categories[_key(block)] = max(group, 1)
        for mention in {(mention.key, mention.note.ordinal): mention for mention in self.mentions}.values():
            if category := categories.get(mention.key):
                authority = self.library.authorities[mention.key]
                long, short = (plain_text(text) for text in (self.writer.full(authority), self.writer.names(authority)))
                yield AuthorityMark(mention.note.note.id, long, short, category)


def _listed(references: Sequence[CrossRef | NoteRef], form: PinpointForm) -> Inlines:
    """Print references behind the word for one or for several: `paras 3, 14`."""
    if not references:
        return ()
    before, _, after = (form.several if len(references) > 1 else form.one).partition("{}")
    parts: list[Inline] = [Text(before)]
    for place, reference in enumerate(references):
        parts += (Text(", "), reference) if place else (reference,)
    return (*parts, Text(after)) if after else tuple(parts)


def _with_paragraphs_named(blocks: Blocks) -> tuple[Blocks, dict[str, Paragraph]]:
    """Give numbered paragraphs with notes an id, so that they may be referred to; and the paragraph of each note.

    What goes on below a paragraph, its letters, a list and a quotation, belongs to it.
    """
    named, paragraphs = list(blocks), dict[str, Paragraph]()
    held = 0
    holder: Paragraph | None = None
    for place, block in enumerate(blocks):
        if _is_numbered(block):
            held, holder = place, block
        elif not _goes_on(block):
            holder = None
        if holder is None:
            continue
        for note in _notes_of(block):
            holder = holder if holder.id else replace(holder, id=f"p-{note.id}")
            named[held] = paragraphs[note.id] = holder
    return tuple(named), paragraphs


def _goes_on(block: Block) -> bool:
    return isinstance(block, ListBlock | Quote) or (isinstance(block, Paragraph) and block.role is Role.NUMBERED)


def _printed(entry: Block) -> str:
    """Return what an entry is sorted by: its letters, without marks and capitals."""
    return re.sub(r"\W+", " ", plain_text(entry.inlines)).strip().casefold() if isinstance(entry, Paragraph) else ""


def _is_numbered(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role is Role.NUMBERED and not block.level


def _notes_of(block: Block) -> Iterator[Note]:
    return (inline for inline in inlines_in_order((block,)) if isinstance(inline, Note))


def _key(entry: Block) -> str:
    cites = (inline for inline in inlines_in_order((entry,)) if isinstance(inline, Cite))
    return next((item.key for cite in cites for item in cite.items), "")
