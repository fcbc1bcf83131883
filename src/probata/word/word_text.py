"""What a Word file says, as plain values: its lines, notes, heads and feet of pages."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from probata.diagnostics.value import value
from probata.word.names import TAG
from probata.word.piece import Piece, plain


@value()
class Line:
    """One paragraph that says something."""

    pieces: tuple[Piece, ...]
    tag: str = ""
    """Of the content control of ours in or round it; empty where there is none any more."""

    cell: int = 0
    """Which cell of a table of the document it stands in, counted from 1; 0 in running text."""

    row: int = 0
    """Which row of a table of the document it stands in, counted from 1; 0 in running text."""

    column: int = 0
    """Which cell of its row, counted from 1; 0 in running text."""

    style: str = ""
    """Id of the paragraph's style."""

    form: str = ""
    """Whether it is a heading or an entry of a list, as `Forms.of` says it."""

    layout: tuple[str, ...] = ()
    """What no record says of it, as `Forms.layout` has it."""

    text: str = dataclasses.field(init=False, repr=False, compare=False)
    """Its characters, with a mark for each thing that is none."""

    def __post_init__(self) -> None:
        """Put the pieces together once: a line is compared many times."""
        object.__setattr__(self, "text", plain(self.pieces))

    @property
    def field(self) -> str:
        """What the tag says of the record and field that it comes from, or empty."""
        return self.tag.removeprefix(TAG).partition(":")[0] if self.tag else ""


@dataclass(frozen=True, slots=True)
class WordText:
    """What a file says. Contents, which repeat the headings, are left out."""

    lines: tuple[Line, ...]
    notes: dict[str, tuple[tuple[Piece, ...], ...]] = dataclasses.field(default_factory=dict)
    """Paragraphs of each note by the key of its mark, such as `footnote 12`."""

    empty: frozenset[tuple[int, int]] = frozenset()
    """Row and column of each cell of the body without text, counted as those of lines are."""

    tracked_by: tuple[str, ...] = ()
    """Who made the tracked changes in it, each author once in order of the alphabet; empty where there are none."""

    heads: tuple[Line, ...] = ()
    """What stands at the head of pages, then at their foot."""

    is_struck: bool = False
    """Whether something in it is struck through."""

    first_number: int = 1
    """With which the numbered paragraphs begin."""
