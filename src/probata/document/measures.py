"""How long a document is, and what in it is told twice: the figures by which a brief is judged before it is read.

Words are counted as a reader of the text would count them: those of the text, headings, tables and captions. The cover,
the contents and boxes are not counted, and notes are counted apart. Pages are no matter of the tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import pairwise, takewhile
from typing import Final

from probata.diagnostics.value import value
from probata.document.blocks import Block, Blocks, Box, Heading, Paragraph, Role, Row, Table
from probata.document.inlines import Note
from probata.document.tree import Document
from probata.document.walk import child_blocks, has_text, inlines_in_order, own_inlines, plain_text, walk_blocks

RUN: Final = 10
"""So many words in a row, printed twice, are no chance."""

Run = tuple[str, ...]

_COVER: Final = frozenset({Role.TITLE, Role.SUBTITLE, Role.COVER, Role.COVER_RIGHT, Role.MARKING})
_IBID: Final = frozenset({"ibid", "ibíd", "ibidem", "id"})
_WORD: Final = re.compile(r"\w+(?:['’.,-]\w+)*")


@value()
class Section:
    """What stands under one heading of the first level; what stands before the first has no number and title."""

    number: str
    title: str
    is_annex: bool
    words: int
    retold: int
    """Words of it that the document printed before, in runs of ten or more."""

    @property
    def name(self) -> str:
        """Its number and title."""
        return f"{self.number} {self.title}".strip()


@value()
class Measures:
    """The figures of one document."""

    sections: tuple[Section, ...]
    notes: int
    note_words: int
    repeated: float
    """Share of the runs of ten words that are printed more than once; headings and heads of tables have no part."""
    ibid_in_row: int
    """Notes that say *ibid* and no place, right after another such note."""
    empty_sections: tuple[str, ...]
    """Headings, of any level, below which nothing stands, or more than one line and nothing but gaps."""
    longest_cell: int
    """Words of the longest cell of a table."""

    @property
    def words(self) -> int:
        """Words of the text without its annexes."""
        return sum(one.words for one in self.sections if not one.is_annex)

    @property
    def annex_words(self) -> int:
        """Words of the annexes."""
        return sum(one.words for one in self.sections if one.is_annex)

    @property
    def notes_for_100_words(self) -> float:
        """Notes for every hundred words of text and annexes; none of an empty document."""
        words = self.words + self.annex_words
        return 100 * self.notes / words if words else 0.0


def measure(document: Document) -> Measures:
    """Measure a document whose citations are written."""
    blocks = tuple(block for block in document.blocks if not isinstance(block, Box))
    sections = tuple(_sections(blocks))
    notes = [_said(inline.blocks) for inline in inlines_in_order(blocks) if isinstance(inline, Note)]
    is_bare = [note.strip(" .").casefold() in _IBID for note in notes]
    runs = Counter(run for line in _lines(blocks) for run in _runs(line))
    return Measures(
        sections,
        notes=len(notes),
        note_words=sum(len(note.split()) for note in notes),
        repeated=sum(times for times in runs.values() if times > 1) / (runs.total() or 1),
        ibid_in_row=sum(one and next_one for one, next_one in pairwise(is_bare)),
        empty_sections=tuple(_empty(blocks)),
        longest_cell=max((count_words(cell.blocks) for row in _rows(blocks) for cell in row.cells), default=0),
    )


def count_words(blocks: Blocks) -> int:
    """Count the words of blocks as a reader of the text would: the cover and the contents are left out, and notes."""
    return len(_said(blocks).split())


def _said(blocks: Blocks) -> str:
    counted = (one for one in walk_blocks(blocks) if not (isinstance(one, Paragraph) and one.role in _COVER))
    return " ".join(plain_text(own_inlines(one)) for one in counted)


def _sections(blocks: Blocks) -> Iterator[Section]:
    seen: set[Run] = set()
    starts = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    for start, end in pairwise(dict.fromkeys((0, *starts, len(blocks)))):
        section = blocks[start:end]
        head = section[0] if start in starts else None
        words, retold = count_words(section), sum(_restated(line, seen) for line in _lines(section))
        if isinstance(head, Heading):
            yield Section(head.number, plain_text(head.inlines), head.series == "annex", words, retold)
        elif words:
            yield Section("", "", False, words, retold)


def _restated(line: str, seen: set[Run]) -> int:
    """Count the words of a line in runs that were seen before; its own are seen from now on."""
    runs = _runs(line)
    again = {n + step for n, run in enumerate(runs) if run in seen for step in range(RUN)}
    seen.update(runs)
    return len(again)


def _runs(line: str) -> list[Run]:
    words = _WORD.findall(line.casefold())
    return [tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)]


def _lines(blocks: Blocks) -> Iterator[str]:
    """Give what each paragraph, caption and row of a table says, without headings and heads of tables."""
    for block in blocks:
        if isinstance(block, Heading):
            continue
        if isinstance(block, Table):
            yield from (" ".join(_said(cell.blocks) for cell in row.cells) for row in block.rows)
            yield plain_text(block.caption)
        elif children := child_blocks(block):
            yield from _lines(children)
        else:
            yield _said((block,))


def _rows(blocks: Blocks) -> Iterator[Row]:
    for block in walk_blocks(blocks):
        if isinstance(block, Table):
            yield from block.rows


def _empty(blocks: Blocks) -> Iterator[str]:
    """Give the headings with nothing below them, in no box, quotation or table."""
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            below = tuple(takewhile(partial(_is_below, block), blocks[position + 1 :]))
            if len(below) != 1 and not has_text(below):  # one line that says what is to come is as it should be
                yield f"{block.number} {plain_text(block.inlines)}".strip()


def _is_below(heading: Heading, block: Block) -> bool:
    return not (isinstance(block, Heading) and block.level <= heading.level)
