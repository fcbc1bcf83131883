"""Quotation marks that a program made straight are no change; all else is one."""

from __future__ import annotations

from tests.each import each

from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.find_changes import is_typed_straight
from probata.pull.stream import stream_of
from probata.word.piece import Piece
from probata.word.word_text import Line


@each(
    ("printed", "typed", "is_none"),
    [
        ("the “order” of May", 'the "order" of May', True),
        ("the minister’s order", "the minister's order", True),
        ("the «\u00a0order\u00a0» of May", 'the "order" of May', True),
        ('the "order" of May', "the “order” of May", False),
        ("the “order“ of May", "the “order” of May", False),
        ("the “order” of May", "the ‘order’ of May", False),
        ("the “order” of May", "the order of May", False),
        ("the order of May", "the  order of May", False),
        ("the “order” of May", 'the "orders" of May', False),
    ],
)
def test_round_marks_made_straight_are_no_change(printed: str, typed: str, is_none: bool) -> None:
    base, edited = (stream_of([Line((Piece(text),))]) for text in (printed, typed))
    change = Change("words", "", base, edited, tuple(edits_between(base, edited)), "record")
    assert is_typed_straight(change) is is_none


def test_straight_marks_in_bold_are_a_change() -> None:
    base, edited = (
        stream_of([Line((Piece(text, bold=bold),))]) for text, bold in (("“order”", False), ('"order"', True))
    )
    change = Change("words", "", base, edited, tuple(edits_between(base, edited)), "record")
    assert not is_typed_straight(change)
