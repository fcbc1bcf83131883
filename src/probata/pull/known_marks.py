"""Marks of notes that have lost their bookmark, known again by what their note says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from probata.word.piece import MARK, Piece, plain
from probata.word.word_text import Line, WordText


def note_words(text: WordText, key: str) -> str:
    """Return what a note says, its paragraphs one below the other, as printed behind its number."""
    return "\n".join(plain(list(paragraph)) for paragraph in text.notes.get(key, ())).strip()


def shown_note(text: WordText, key: str) -> str:
    """Return what anybody reads in a note, the number that a reference shows too; see `note_words`."""
    return "\n".join(plain(list(map(shown, paragraph))) for paragraph in text.notes.get(key, ())).strip()


def _said(text: WordText, key: str) -> tuple[str, ...]:
    """Return what a note says, and what it shows; a no-break space is one like any other."""
    return tuple(" ".join(words.split()) for words in (note_words(text, key), shown_note(text, key)))


def shown(piece: Piece) -> Piece:
    """Return a reference as the words that it shows; every other piece as it is."""
    return replace(piece, kind="text", key="") if piece.kind == "field" else piece


def with_known_marks(base: WordText, edited: WordText, *, bare: bool = False) -> WordText:
    """Return the edited text with our bookmarks round the marks of notes that have none of this document.

    They are lost where words were pasted from elsewhere, and others where the note was written by another version. Such
    a note is the next one that says the same, or shows the same, and whose own mark is nowhere else. With `bare`, only
    marks without any bookmark are named, such as those of notes that somebody added. A mark without one that stands
    where a lost one stood, in a line that says the same otherwise, is that one too, whatever its note says by now.
    """
    known = [piece for line in base.lines for piece in _notes(line) if piece.anchor]
    standing = {piece.anchor for line in edited.lines for piece in _notes(line)}
    ours = {piece.anchor for piece in known}
    lost: dict[str, dict[str, None]] = {}
    for piece in known:
        for words in _said(base, piece.key) if piece.anchor not in standing else ():
            lost.setdefault(words, {})[piece.anchor] = None
    if not lost:
        return edited
    left = {anchor for waiting in lost.values() for anchor in waiting}

    def named(piece: Piece) -> Piece:
        if piece.kind != "note" or piece.anchor in ours or (bare and piece.anchor):
            return piece
        said = _said(edited, piece.key)
        anchor = next((one for words in said for one in lost.get(words, ()) if one in left), None)
        left.discard(anchor or "")
        return replace(piece, anchor=anchor) if anchor else piece

    lines = tuple(_with_pieces(line, tuple(map(named, line.pieces))) if _notes(line) else line for line in edited.lines)
    return replace(edited, lines=_by_place(base.lines, lines, left) if left else lines)


def _by_place(base: Sequence[Line], edited: Sequence[Line], lost: Collection[str]) -> tuple[Line, ...]:
    """Return the edited lines, each bare mark named as the lost one at its place in the one line that says the same."""
    counts = [Counter(line.text for line in lines) for lines in (base, edited)]
    there = {line.text: line for line in base if all(count[line.text] == 1 for count in counts)}

    def named(piece: Piece, other: Piece) -> Piece:
        is_it = piece.kind == other.kind == "note" and not piece.anchor and other.anchor in lost
        return replace(piece, anchor=other.anchor) if is_it else piece

    def of_line(line: Line) -> Line:
        other = there.get(line.text) if any(not one.anchor for one in _notes(line)) else None
        if other is None or len(marks := _marks(other)) != len(_marks(line)):
            return line
        waiting = iter(marks)
        pieces = (named(piece, next(waiting)) if piece.kind != "text" else piece for piece in line.pieces)
        return replace(line, pieces=tuple(pieces))

    return tuple(map(of_line, edited))


def _notes(line: Line) -> list[Piece]:
    return [piece for piece in line.pieces if piece.kind == "note"] if MARK in line.text else []


def _marks(line: Line) -> list[Piece]:
    return [piece for piece in line.pieces if piece.kind != "text"]


def _with_pieces(line: Line, pieces: tuple[Piece, ...]) -> Line:
    return line if pieces == line.pieces else replace(line, pieces=pieces)
