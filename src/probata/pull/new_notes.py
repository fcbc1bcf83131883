"""Notes that somebody added in Word."""

from __future__ import annotations

from probata.pull.known_marks import shown_note
from probata.pull.stream import key_of
from probata.word.word_text import WordText


def new_notes(base: WordText, edited: WordText) -> dict[str, str]:
    """Return what each note says that was not there before, on one line, by the key of its mark.

    A reference in it, as “(n 5)” in a note pasted from another document, says the number that it shows.
    """
    known = {key_of(piece) for line in base.lines for piece in line.pieces if piece.kind == "note"}
    marks = (piece for line in edited.lines for piece in line.pieces if piece.kind == "note")
    return {
        key_of(piece): " ".join(shown_note(edited, piece.key).split()) for piece in marks if key_of(piece) not in known
    }
