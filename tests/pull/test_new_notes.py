"""What a note that came in says, with the numbers that references in it show."""

from __future__ import annotations

from probata.pull.known_marks import with_known_marks
from probata.pull.new_notes import new_notes
from probata.pull.note_changes import note_stream
from probata.word.piece import MARK, Piece
from probata.word.word_text import Line, WordText

NOTE = Piece("", "note", "footnote 9")
PASTED = (Piece(" Directive 17 (n "), Piece("5", "field", "NOTEREF _n1"), Piece(") 3."))
WORDS = (Piece(" Directive 17 (n 5) 3."),)


def text(note: tuple[Piece, ...], anchor: str = "") -> WordText:
    """Return a document of one line with one note."""
    mark = Piece("", "note", "footnote 9", anchor=anchor)
    return WordText((Line((Piece("It was adopted."), mark)),), notes={"footnote 9": (note,)})


def test_a_reference_in_a_pasted_note_becomes_the_number_that_it_shows() -> None:
    (said,) = new_notes(WordText((Line((Piece("It was adopted."),)),)), text(PASTED)).values()
    assert said == "Directive 17 (n 5) 3."
    assert MARK not in said


def test_a_pasted_note_is_known_again_when_its_number_is_a_word_of_the_record() -> None:
    known = with_known_marks(text(WORDS, "n7"), text(PASTED))
    assert [piece.anchor for piece in known.lines[0].pieces if piece.kind == "note"] == ["n7"]
    base = note_stream(text(WORDS), "footnote 9")
    assert note_stream(text(PASTED), "footnote 9", as_shown=True) == base
    assert note_stream(text(PASTED), "footnote 9").text == f"Directive 17 (n {MARK}) 3."
