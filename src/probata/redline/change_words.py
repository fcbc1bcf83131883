"""A changed passage in words: what it is called, what went and came in it, what looks otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import shorten

from probata.redline.looks import STRUCK
from probata.redline.shown import PICTURE, Piece, ShownNote, ShownParagraph
from probata.redline.whole_dates import cut_at_dates

_LONGEST_LABEL = 60
"""Signs of the first cell by which a row is called."""


def place_of(paragraph: ShownParagraph) -> str:
    """Return what a paragraph is called: by its number, and one that went by that of the old version."""
    kind = "heading" if paragraph.level else "paragraph"
    if paragraph.old_number and not paragraph.text("del"):
        return f"{kind} {paragraph.old_number} of the old version"
    return f"{kind} {paragraph.number}".strip()


def note_called(note: ShownNote) -> str:
    """Return what a note is called, likewise."""
    return f"note {note.number}{' of the old version' if note.state == 'del' else ''}"


def row_called(cells: Sequence[Sequence[ShownParagraph]]) -> str:
    """Return what a row is called: by its first cell where that says something and stayed."""
    first = cells[0] if len(cells) > 1 else ()
    label = shorten(" ".join(one.text("del") for one in first), _LONGEST_LABEL, placeholder=" …")
    if not label or label == PICTURE or any(one.is_changed for one in first):
        return "row of a table"
    return f"row “{label}” of a table"


def words_of(paragraph: ShownParagraph) -> Iterator[tuple[str, str]]:
    """Give what went and came between two stretches that are kept, of a date the whole; marks of notes are left out."""
    gone, come = "", ""
    for text, state, is_dated in cut_at_dates([(_said(piece), piece.state) for piece in paragraph.pieces]):
        if state or is_dated:
            gone += text if state != "ins" else ""
            come += text if state != "del" else ""
        elif gone or come:
            yield gone.strip(), come.strip()
            gone, come = "", ""
    if gone or come:
        yield gone.strip(), come.strip()


def turned_of(paragraph: ShownParagraph) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what looks otherwise, neighbours that turned alike as one."""
    for turned, group in groupby(paragraph.pieces, key=lambda piece: piece.turned):
        if turned:
            yield "".join(piece.text for piece in group).strip(), turned


def whole(paragraph: ShownParagraph) -> str:
    """Return all that a paragraph says, in both versions."""
    return "".join(map(_said, paragraph.pieces)).strip()


def _said(piece: Piece) -> str:
    """Return what a piece says; the mark of a note says nothing, and what is struck through says that it is."""
    if piece.note:
        return ""
    return f"[struck through: {piece.text}]" if STRUCK in piece.looks else piece.text
