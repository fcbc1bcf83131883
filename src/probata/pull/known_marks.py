"""Marks of notes that have lost their bookmark, known again by what their note says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from probata.word.pieces import Piece, plain
from probata.word.reading import WordText


def note_words(text: WordText, key: str) -> str:
    """Return what a note says, its paragraphs one below the other, as printed behind its number."""
    return "\n".join(plain(list(paragraph)) for paragraph in text.notes.get(key, ())).strip()


def with_known_marks(base: WordText, edited: WordText) -> WordText:
    """Return the edited text with the bookmarks of notes that were lost, as where words were pasted elsewhere.

    A note is the one that says the same and whose own mark is nowhere else; of two that say the same it is none.
    """
    marks = [piece for line in base.lines for piece in line.pieces if piece.kind == "note" and piece.anchor]
    standing = {piece.anchor for line in edited.lines for piece in line.pieces if piece.kind == "note"}
    lost = [piece for piece in marks if piece.anchor not in standing]
    counts = Counter(note_words(base, piece.key) for piece in lost)
    by_words = {words: piece.anchor for piece in lost if counts[words := note_words(base, piece.key)] == 1}
    if not by_words:
        return edited

    def known(piece: Piece) -> Piece:
        if piece.kind != "note" or piece.anchor:
            return piece
        return replace(piece, anchor=by_words.pop(note_words(edited, piece.key), ""))

    lines = tuple(replace(line, pieces=tuple(map(known, line.pieces))) for line in edited.lines)
    return replace(edited, lines=lines)
