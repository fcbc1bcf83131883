"""What counts as different still after something was taken: words, and no sign that print sets by itself."""

from __future__ import annotations

from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.still import of_words
from probata.pull.stream import stream_of
from probata.word.piece import Piece
from probata.word.word_text import Line


def test_a_look_and_the_end_of_a_paragraph_are_more_than_signs() -> None:
    plain, bold = (stream_of([Line((Piece("“order”", bold=is_bold),))]) for is_bold in (False, True))
    change = Change("words", "", plain, bold, tuple(edits_between(plain, bold)), "record")
    assert of_words([change]) == [change]
    two = stream_of([Line((Piece("“"),)), Line((Piece("order”"),))])
    parted = Change("words", "", plain, two, tuple(edits_between(plain, two)), "record")
    assert of_words([parted]) == [parted]
