"""A redline as a page shows it: paragraphs, tables and notes, each piece kept, deleted or inserted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

State = Literal["", "ins", "del"]
PICTURE: Final = "[picture]"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, or the mark of a note."""

    text: str
    state: State = ""
    note: str = ""
    """Name of the note in `Shown.notes`, of a mark."""

    looks: tuple[str, ...] = ()
    """How it looks beyond the style of its paragraph: `bold`, `struck through`."""

    turned: tuple[str, ...] = ()
    """Of kept text that looked otherwise: `bold now`, `no longer in italics`."""

    @property
    def is_changed(self) -> bool:
        """Tell whether it is marked."""
        return bool(self.state or self.turned)


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph; `level` is 0 for running text, 1 to 9 for headings."""

    pieces: tuple[Piece, ...]
    level: int = 0
    name: str = ""
    """By which the list of changes leads to it; empty where nothing is marked."""
    number: str = ""
    """Its number in the new version, without a final stop; nothing where it is deleted or has none."""
    old_number: str = ""
    """Its number in the old version, likewise; nothing where it is inserted."""
    is_listing: bool = False
    """Whether it is a line of contents or of a table of authorities: it says what is said elsewhere."""

    @property
    def is_changed(self) -> bool:
        """Tell whether something in it is marked."""
        return any(piece.is_changed for piece in self.pieces)

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
