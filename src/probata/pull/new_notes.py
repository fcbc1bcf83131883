"""Notes that somebody added in Word."""

from __future__ import annotations

from probata.pull.known_marks import note_words
from probata.pull.stream import key_of
from probata.word.word_text import WordText


def new_notes(base: WordText, edited: WordText) -> dict[str, str]:
    """Return what each note says that was not there before, on one line, by the key of its mark."""
    known = {key_of(piece) for line in base.lines for piece in line.pieces if piece.kind == "note"}
    marks = (piece for line in edited.lines for piece in line.pieces if piece.kind == "note")
    return {
        key_of(piece): " ".join(note_words(edited, piece.key).split()) for piece in marks if key_of(piece) not in known
    }
