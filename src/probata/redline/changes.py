"""The changes of a redline as a list: under which heading, in what, and what was and is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from textwrap import shorten

from probata.redline.looks import STRUCK
from probata.redline.shown import PICTURE, Piece, Shown, ShownBlock, ShownParagraph, ShownTable, State

_LONGEST_LABEL = 60
"""Signs of the first cell by which a row is called."""


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A paragraph, a row or a note in which something changed."""

    heading: str
    """The heading above it, as it is in the new version; empty before the first."""

    place: str
    """`paragraph 14`, `heading C.2` or `note 12`, with the numbers of the new version, or `row “Born” of a table`."""

    old: str
    new: str
    """What it said and says; empty where it came or went."""

    words: tuple[tuple[str, str], ...] = ()
    """What went and what came in its place, place by place; text that is struck through says so."""

    turned: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What stayed and looks otherwise: `bold now`, `no longer in italics`."""

    beside: tuple[str, str] = ("", "")
    """Of a note: what the paragraph with its mark said and says."""

    name: str = ""
    """Of the paragraph, row or note in the page."""

    what: State = ""
    """`ins` where all of it came, `del` where all of it went, else nothing."""

    told: str = ""
    """Where all of it came or went: what it says, and of text that is struck through that it is."""

    section: str = ""
    """The words of the heading above it, without the number."""

    is_listing: bool = False
    """Whether it is a line of contents or of another list that is made from the text."""

    @property
    def verb(self) -> str:
        """What happened to it."""
        return {"ins": "added", "del": "taken out", "": "changed"}[self.what]


def changes_of(shown: Shown) -> list[ChangeTold]:
    """Return the changes in the order of the document, those of a note where its mark is."""
    return list(_Lister(shown).of_blocks(shown.blocks))


class _Lister:
    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._heading = self._section = ""

    def of_blocks(self, blocks: Iterable[ShownBlock]) -> Iterator[ChangeTold]:
        """Give the changes of blocks in their order, each under the last heading above it."""
        for block in blocks:
            if isinstance(block, ShownTable):
                yield from self._of_table(block)
            else:
                if block.level:
                    self._section = block.text("del") or self._section
                    self._heading = f"{block.number} {block.text('del')}".strip() or self._heading
                kind = "heading" if block.level else "paragraph"
                yield from self._of_paragraph(block, f"{kind} {block.number}".strip())
                yield from self._of_notes(block)

    def _of_paragraph(self, paragraph: ShownParagraph, place: str) -> Iterator[ChangeTold]:
        if paragraph.is_changed:
            told = self._told(place, paragraph.name, [paragraph], paragraph.text("ins"), paragraph.text("del"))
            if told.what or told.words or told.turned:  # of a mark alone its note tells
                yield told

    def _of_table(self, table: ShownTable) -> Iterator[ChangeTold]:
        for row in table.rows:
            paragraphs = [list(_paragraphs(cell)) for cell in row.cells]
            if row.state or any(one.is_changed for cell in paragraphs for one in cell):
                old, new = (" | ".join(" ".join(one.text(state) for one in cell) for cell in paragraphs)
                            for state in ("ins", "del"))  # fmt: skip
                gone, come = row.state == "del", row.state == "ins"
                inside = [one for cell in paragraphs for one in cell]
                told = self._told(_called(paragraphs), row.name, inside, "" if come else old, "" if gone else new)
                yield replace(told, told=" | ".join(" ".join(map(_whole, cell)) for cell in paragraphs))
            for cell in paragraphs:
                for one in cell:
                    yield from self._of_notes(one)

    def _of_notes(self, paragraph: ShownParagraph) -> Iterator[ChangeTold]:
        for piece in paragraph.pieces:
            note = self._shown.notes.get(piece.note)
            if note is None:
                continue
            inside = list(_paragraphs(note.blocks))
            if note.state or any(one.is_changed for one in inside):
                old, new = (" ".join(one.text(state) for one in inside) for state in ("ins", "del"))
                told = self._told(f"note {note.number}", f"note-{piece.note}", inside, old, new)
                yield replace(told, beside=(paragraph.text("ins"), paragraph.text("del")))

    def _told(self, place: str, name: str, paragraphs: Iterable[ShownParagraph], old: str, new: str) -> ChangeTold:
        what: State = "" if old and new else ("ins" if new else "del")
        held = tuple(paragraphs)
        words = () if what else tuple(pair for one in held for pair in _words(one))
        looks = tuple(pair for one in held for pair in _turned(one))
        said = " ".join(map(_whole, held))
        is_listing = any(one.is_listing for one in held)
        return ChangeTold(
            self._heading, place, old, new, words, looks, name=name, what=what, told=said,
            section=self._section, is_listing=is_listing,
        )  # fmt: skip


def _called(cells: Sequence[Sequence[ShownParagraph]]) -> str:
    """Return what a row is called: by its first cell where that says something and stayed."""
    first = cells[0] if len(cells) > 1 else ()
    label = shorten(" ".join(one.text("del") for one in first), _LONGEST_LABEL, placeholder=" …")
    if not label or label == PICTURE or any(one.is_changed for one in first):
        return "row of a table"
    return f"row “{label}” of a table"


def _words(paragraph: ShownParagraph) -> Iterator[tuple[str, str]]:
    """Give what went and came between two stretches that are kept; marks of notes are left out."""
    gone, come = "", ""
    for piece in (*paragraph.pieces, Piece("")):
        text = _said(piece)
        if piece.state == "del":
            gone += text
        elif piece.state == "ins":
            come += text
        elif gone or come:
            yield gone.strip(), come.strip()
            gone, come = "", ""


def _turned(paragraph: ShownParagraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what looks otherwise, neighbours that turned alike as one."""
    for turned, group in groupby(paragraph.pieces, key=lambda piece: piece.turned):
        if turned:
            yield "".join(piece.text for piece in group).strip(), turned


def _whole(paragraph: ShownParagraph) -> str:
    return "".join(map(_said, paragraph.pieces)).strip()


def _said(piece: Piece) -> str:
    """Return what a piece says; the mark of a note says nothing, and what is struck through says that it is."""
    if piece.note:
        return ""
    return f"[struck through: {piece.text}]" if STRUCK in piece.looks else piece.text


def _paragraphs(blocks: Iterable[ShownBlock]) -> Iterator[ShownParagraph]:
    for block in blocks:
        if isinstance(block, ShownParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
