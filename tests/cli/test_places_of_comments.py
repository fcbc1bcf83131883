"""A comment is told with the heading above it and the number of its paragraph."""

from __future__ import annotations

from probata.returned.differences import PlacesOfComments
from probata.word.comments import Comment
from probata.word.piece import Piece
from probata.word.word_text import Line, WordText


def line(text: str, style: str = "", tag: str = "") -> Line:
    return Line((Piece(text),), style=style, tag=tag)


def comment(paragraph: str, tag: str = "") -> Comment:
    return Comment("Ada Brun", "", "Since when?", "", paragraph, tag)


PLACES = PlacesOfComments(
    WordText(
        (
            line("Facts", "Heading1"),
            line("He was beaten.", "NumberedParagraph1", "a"),
            line("Law", "Heading1"),
            line("He was beaten.", "NumberedParagraph1", "b"),
        )
    )
)


def test_without_a_control_of_its_own_it_is_in_the_first_that_says_so() -> None:
    assert PLACES.of(comment("He was beaten.")) == ("Facts", "1")
