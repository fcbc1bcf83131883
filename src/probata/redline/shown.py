"""A redline as a page shows it: paragraphs, tables and notes, each piece kept, deleted or inserted.

Read from the finished Word file, so that what a page or a list says of it is what stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import Final, Literal

from probata.redline.numbers import Numbers
from probata.redline.outline import Outline
from probata.word import WordFile, open_word
from probata.word.elements import TABLE, Element, P, w

State = Literal["", "ins", "del"]
_STATES: Final[dict[str, State]] = {w("ins"): "ins", w("del"): "del"}
_SIGNS: Final = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("ptab"): "\t"}
_DRAWN: Final = frozenset(("drawing", "pict", "object", "AlternateContent"))
_NOTES: Final = (w("footnoteReference"), w("endnoteReference"))
PICTURE: Final = "[picture]"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, or the mark of a note."""

    text: str
    state: State = ""
    note: str = ""
    """Name of the note in `Shown.notes`, of a mark."""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph; `level` is 0 for running text, 1 to 9 for headings."""

    pieces: tuple[Piece, ...]
    level: int = 0
    name: str = ""
    """By which the list of changes leads to it; empty where nothing is marked."""
    number: str = ""
    """Its number in the new version, without a final stop; nothing where it is deleted or has none."""

    @property
    def is_changed(self) -> bool:
        """Tell whether something in it is marked."""
        return any(piece.state for piece in self.pieces)

    def text(self, without: State) -> str:
        """Return the text without what is deleted, or without what is inserted; marks of notes are left out."""
        return "".join(piece.text for piece in self.pieces if piece.state != without and not piece.note).strip()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of cells; `state` where all of it came or went."""

    cells: tuple[tuple[ShownBlock, ...], ...]
    state: State = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table."""

    rows: tuple[ShownRow, ...]


ShownBlock = ShownParagraph | ShownTable


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note with what it is called: the number in the new version, or in the old one where it is no more."""

    number: str
    blocks: tuple[ShownBlock, ...]
    state: State = ""


@dataclass(slots=True)
class Shown:
    """The whole."""

    blocks: tuple[ShownBlock, ...] = ()
    notes: dict[str, ShownNote] = field(default_factory=dict)
    """In the order of their marks."""


def read_shown(data: bytes) -> Shown:
    """Return what a redline shows; raises `WordFileError` for what is no Word file."""
    return _Reader(open_word(data)).whole()


class _Reader:
    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._outline = Outline(file.root_of("styles"))
        self._numbers = Numbers(file.root_of("styles"), file.root_of("numbering"))
        self._notes: dict[str, ShownNote] = {}
        self._bodies = {
            (name, one.get(w("id"), "")): one
            for kind, name in (("footnotes", _NOTES[0]), ("endnotes", _NOTES[1]))
            if (root := file.root_of(kind)) is not None
            for one in root
        }
        self._count: dict[str, int] = {"ins": 0, "del": 0}
        self._changes = count(1)

    def whole(self) -> Shown:
        return Shown(tuple(self._blocks(self._file.body)), self._notes)

    def _blocks(self, container: Element) -> Iterator[ShownBlock]:
        for child in container:
            if child.tag == P:
                paragraph = self._paragraph(child)
                if paragraph.pieces:
                    yield paragraph
            elif child.tag == TABLE:
                yield ShownTable(tuple(self._rows(child)))
            elif str(child.tag).endswith(("}sdt", "}sdtContent", "}customXml")):
                yield from self._blocks(child)

    def _rows(self, parent: Element) -> Iterator[ShownRow]:
        for row in parent.iter(w("tr")):
            if next(row.iterancestors(TABLE), None) is not parent:
                continue  # of a table in a cell
            marks = row.find(w("trPr"))
            states = [_STATES[str(one.tag)] for one in ([] if marks is None else marks) if one.tag in _STATES]
            cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]
            name = f"change-{next(self._changes)}"
            yield ShownRow(tuple(tuple(self._blocks(cell)) for cell in cells), states[0] if states else "", name)

    def _paragraph(self, paragraph: Element) -> ShownParagraph:
        found = self._pieces(paragraph, "")
        joined = tuple(
            Piece("".join(one.text for one in group), state, note)
            for (state, note), group in groupby(found, key=lambda one: (one.state, one.note))
        )
        name = f"change-{next(self._changes)}" if any(one.state for one in joined) else ""
        is_gone = bool(joined) and all(one.state == "del" for one in joined)
        number = "" if is_gone else self._numbers.next(paragraph)
        return ShownParagraph(joined, self._outline.level(paragraph), name, number)

    def _pieces(self, parent: Element, state: State) -> Iterator[Piece]:
        for child in parent:
            name = str(child.tag).rpartition("}")[2]
            if child.tag in _NOTES:
                yield self._mark(child, state)
            elif name in ("t", "delText"):
                yield Piece(child.text or "", state)
            elif child.tag in _SIGNS:
                yield Piece(_SIGNS[str(child.tag)], state)
            elif name in _DRAWN:
                yield Piece(PICTURE, state)
            elif not name.endswith("Pr"):
                yield from self._pieces(child, _STATES.get(str(child.tag), state))

    def _mark(self, mark: Element, state: State) -> Piece:
        for side in ("ins", "del"):
            self._count[side] += state != ("del" if side == "ins" else "ins")
        number = str(self._count["del" if state == "del" else "ins"])
        name = f"{'old-' if state == 'del' else ''}{number}"
        body = self._bodies.get((str(mark.tag), mark.get(w("id"), "")))
        self._notes[name] = ShownNote(number, () if body is None else tuple(self._blocks(body)), state)
        return Piece(number, state, name)
