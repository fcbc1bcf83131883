"""Marks of notes that have lost their bookmark, known again by what their note says."""

from __future__ import annotations

from dataclasses import replace

from probata.word.piece import Piece, plain
from probata.word.word_text import Line, WordText


def note_words(text: WordText, key: str) -> str:
    """Return what a note says, its paragraphs one below the other, as printed behind its number."""
    return "\n".join(plain(list(paragraph)) for paragraph in text.notes.get(key, ())).strip()


def with_known_marks(base: WordText, edited: WordText) -> WordText:
    """Return the edited text with our bookmarks round the marks of notes that have none of this document.

    They are lost where words were pasted from elsewhere, and others where the note was written by another version. Such
    a note is the next one that says the same and whose own mark is nowhere else.
    """
    known = [piece for line in base.lines for piece in line.pieces if piece.kind == "note" and piece.anchor]
    standing = {piece.anchor for line in edited.lines for piece in line.pieces if piece.kind == "note"}
    ours = {piece.anchor for piece in known}
    lost: dict[str, list[str]] = {}
    for piece in known:
        if piece.anchor not in standing:
            lost.setdefault(note_words(base, piece.key), []).append(piece.anchor)
    if not lost:
        return edited

    def named(piece: Piece) -> Piece:
        if piece.kind != "note" or piece.anchor in ours:
            return piece
        waiting = lost.get(note_words(edited, piece.key))
        return replace(piece, anchor=waiting.pop(0)) if waiting else piece

    return replace(edited, lines=tuple(_with_pieces(line, tuple(map(named, line.pieces))) for line in edited.lines))


def _with_pieces(line: Line, pieces: tuple[Piece, ...]) -> Line:
    return line if pieces == line.pieces else replace(line, pieces=pieces)
