"""What counts as different still after something was taken: words, and no sign that print sets by itself."""

from __future__ import annotations

from tests.each import each

from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.still import of_words
from probata.pull.stream import stream_of
from probata.word.piece import Piece
from probata.word.word_text import Line


@each(
    ("printed", "typed", "is_left"),
    [
        ("the “order” of May", 'the "order" of May', False),
        ("the minister’s “order”", 'the minister\'s "order"', False),
        ("the «\u00a0order\u00a0» of May", 'the "order" of May', False),
        ("the order of May", "the  order of May", False),
        ("the “order” of May", "the order of May", True),
        ("2021–2022", "2021-2022", True),
        ("the “order” of May", 'the "orders" of May', True),
    ],
)
def test_quotation_marks_that_print_sets_round_are_as_they_were_typed(printed: str, typed: str, is_left: bool) -> None:
    base, edited = (stream_of([Line((Piece(text),))]) for text in (printed, typed))
    change = Change("words", "", base, edited, tuple(edits_between(base, edited)), "record")
    assert (of_words([change]) == [change]) is is_left


def test_a_look_and_the_end_of_a_paragraph_are_more_than_signs() -> None:
    plain, bold = (stream_of([Line((Piece("“order”", bold=is_bold),))]) for is_bold in (False, True))
    change = Change("words", "", plain, bold, tuple(edits_between(plain, bold)), "record")
    assert of_words([change]) == [change]
    two = stream_of([Line((Piece("“"),)), Line((Piece("order”"),))])
    parted = Change("words", "", plain, two, tuple(edits_between(plain, two)), "record")
    assert of_words([parted]) == [parted]
