"""Citations that stand in the text and are no notes.

In tables and below them those of the evidence schedule, which their reader has at hand: `[E16] 2; [E17] 61`.
Everywhere those of the one work on which a case rests, since a note after every sentence would say the same name: `(SD
fn 3.2)`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from probata.citation.exhibits import marked, place_of, short
from probata.citation.held_numbers import HeldNumbers
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library, Scheduled, is_matrix, is_schedule
from probata.citation.numbering import merge_citations
from probata.citation.pinpoints import COMMA
from probata.citation.place_parts import with_places_joined, words_apart
from probata.citation.planning import read_item
from probata.citation.stage import with_words_of_places
from probata.citation.style import Style
from probata.citation.words import Words
from probata.document.blocks import Block, Blocks, Cell, Contents, Heading, Paragraph, Picture, Role, Row, Table
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Note, Text
from probata.document.rebuild import map_block, map_blocks, map_children, same_or_new

_STOP = "."
_UNBROKEN = "\u00a0"
_Shown = Callable[[Cite], Inlines]


def with_citations_in_text(blocks: Blocks, library: Library, style: Style, words: Words) -> Blocks:
    """Print the citations that are no notes; without an evidence schedule there are none.

    One with words of its author before or behind it stays a note, and so does one of a work that has no number. In
    headings, captions and notes nothing is changed.
    """
    if not library.schedule:
        return blocks
    words = with_words_of_places(words, style)
    hold = HeldNumbers(style.legal, words).hold
    printer = _Printer(library, LegalWriter(style.legal, words), words.between, hold)
    return tuple(printer.block(block) for block in blocks)


@dataclass(frozen=True, slots=True)
class _Printer:
    library: Library
    writer: LegalWriter
    between: str
    hold: Callable[[Inlines], Inlines]

    def block(self, block: Block) -> Block:
        if is_schedule(block) or isinstance(block, Heading | Contents | Picture):
            return block
        if isinstance(block, Table):
            shown = self._named if is_matrix(block) else self._numbered
            return replace(block, rows=tuple(self._row(row, shown) for row in block.rows))
        is_below_table = isinstance(block, Paragraph) and block.role is Role.TABLE_NOTE
        shown = self._numbered if is_below_table else self._through_one_work
        return map_block(block, lambda inlines: self._line(inlines, shown))

    def _row(self, row: Row, shown: _Shown) -> Row:
        return replace(row, cells=tuple(self._cell(cell, shown) for cell in row.cells))

    def _cell(self, cell: Cell, shown: _Shown) -> Cell:
        return replace(cell, blocks=map_blocks(cell.blocks, lambda inlines: self._line(inlines, shown)))

    def _line(self, inlines: Inlines, shown: _Shown) -> Inlines:
        made: list[Inline] = []
        for inline in merge_citations(inlines):
            if isinstance(inline, Cite) and (text := shown(self._read(inline))):
                made += _behind(made, text)
            elif isinstance(inline, Note):
                made.append(inline)
            else:
                made.append(map_children(inline, lambda inner: self._line(inner, shown)))
        return same_or_new(inlines, tuple(made))

    def _read(self, cite: Cite) -> Cite:
        return replace(cite, items=with_places_joined(tuple(read_item(one, self.library) for one in cite.items)))

    def _named(self, cite: Cite) -> Inlines:
        return self._joined([short(item, self.library, self.writer) for item in cite.items])

    def _numbered(self, cite: Cite) -> Inlines:
        if text := self._through_one_work(cite):
            return text
        items = self.library.schedule.items
        if not all(one.key in items and _is_bare(one) for one in cite.items):
            return ()
        return self._joined([self._marked(one, items[one.key]) for one in cite.items])

    def _through_one_work(self, cite: Cite) -> Inlines:
        schedule = self.library.schedule
        if not all(one.key == schedule.rests_on and _is_bare(one) for one in cite.items):
            return ()
        name = schedule.items[schedule.rests_on].name
        return (Text("("), *self._joined([self._item(one, name) for one in cite.items]), Text(")"))

    def _marked(self, item: CiteItem, one: Scheduled) -> Inlines:
        """Return the mark of an item, and the place in it; the marks of exhibits stand in the schedule."""
        place = self._place(item)
        behind = f"{_UNBROKEN}{place}" if place else ""
        return self.hold(marked(replace(one, marks=()), self.library, item.pinpoint, behind=behind))

    def _item(self, item: CiteItem, label: str) -> Inlines:
        place = self._place(item)
        return self.hold((Text(f"{label}{_UNBROKEN}{place}" if place else label),))

    def _place(self, item: CiteItem) -> str:
        item = words_apart(item)
        place = place_of(item, self.library, self.writer).removeprefix(COMMA).lstrip(", ")
        return place.replace(" ", _UNBROKEN, 1) + item.suffix

    def _joined(self, items: list[Inlines]) -> Inlines:
        parts: list[Inline] = []
        for item in items:
            parts += [Text(self.between), *item] if parts else item
        return tuple(parts)


def _is_bare(item: CiteItem) -> bool:
    return not (item.prefix or item.suffix)


def _behind(made: list[Inline], text: Inlines) -> Inlines:
    """Return a citation as it goes behind what is `made`: after a space, and before the stop that ends a sentence."""
    last = made[-1] if made else None
    if not isinstance(last, Text):
        return (Text(" "), *text) if made else text
    words = last.text.rstrip()
    stop = _STOP if words.endswith(_STOP) else ""
    made[-1] = replace(last, text=words.removesuffix(stop))
    return (Text(" "), *text, *([Text(stop)] if stop else []))
