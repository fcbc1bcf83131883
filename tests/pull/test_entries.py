"""What is written before the words of an entry or a heading is no word of print: changes stand beside it, not in it."""

from __future__ import annotations

from tests.each import each

from probata.pull.edits import Edit as PrintEdit
from probata.pull.edits import edits_between
from probata.pull.line_signs import signs_of_lines
from probata.pull.source_words import Printed, lay
from probata.pull.stream import Stream, stream_of
from probata.pull.written_edits import written_edits
from probata.source.change_yaml import Edit, edited
from probata.word.piece import Piece
from probata.word.word_text import Line

DEMANDS = "They made demands:\n\n1. First: dry cells.\n2. Second: a doctor.\n\nNobody answered."
ENTRY = "paragraph 2"
FIRST, SECOND = ("First: dry cells.", ENTRY), ("Second: a doctor.", ENTRY)


def stream(*entries: tuple[str, str]) -> Stream:
    """Return the demands as print has them; the form of an entry is that of its paragraph."""
    lines = (("They made demands:", ""), *entries, ("Nobody answered.", ""))
    return stream_of([Line((Piece(words),), form=form) for words, form in lines])


def written(*entries: tuple[str, str]) -> str:
    """Return how the demands are written when print has other entries."""
    base = stream(FIRST, SECOND)
    laid = lay(Printed(base.text, lambda _: True), DEMANDS, is_markdown=True)
    found = written_edits(laid, edits_between(base, stream(*entries)), base, {}, {}, "markdown")
    return edited(DEMANDS, [Edit(one.start, one.end, one.new) for one in found])


def test_a_new_entry_stands_between_two_that_end_with_stops() -> None:
    now = written(FIRST, ("Middle: letters.", ENTRY), SECOND)
    assert now == DEMANDS.replace("\n2. Second", "\n2. Middle: letters.\n2. Second")


@each(
    ("text", "signs"),
    [
        ("1. a\n2. b", ["1.", "2."]),
        ("- a\n- b\n\n3) c", ["-", "-", "3)"]),
        ("## A heading\n{kind=context}\nWords", ["## ", "{kind=context}"]),
        ("on page\n7. The next", []),
        ("words\n- an entry", ["-"]),
        ("a - b and 2. c", []),
        ("1. held in\n   2015. freed\n2. b", ["1.", "2."]),
        ("1. a\n\n   more\n2. b", ["1.", "2."]),
        ("1. a\n\nmore\n2. b", ["1."]),
        ("1. a\n   - b\n   - c\n   2) d\n2. e", ["1.", "   -", "   -", "   2)", "2."]),
        ("-\ta\n\t2. b", ["-"]),
        ("", []),
    ],
)
def test_what_stands_before_the_words_of_a_line_is_found(text: str, signs: list[str]) -> None:
    assert [text[start:end] for start, end in signs_of_lines(text)] == signs


@each(
    ("text", "words", "left"),
    [
        ("1. a\n2. b\n\nc", "a", "2. b\n\nc"),
        ("1. a\n2. b\n3. d\n\nc", "b", "1. a\n3. d\n\nc"),
        ("1. a\n2. b\n\nc", "b", "1. a\n\nc"),
        ("- a\n- b", "b", "- a"),
        ("a\n\n> b\n\nc", "b", "a\n\nc"),
        ("a\n\n> b\n\n1. c\n2. d", "b", "a\n\n1. c\n2. d"),
        ("a\n\n## b\n\nc", "b", "a\n\nc"),
        ("a\n\n- > b\n\nc", "b", "a\n\nc"),
        ("a\n\n{kind=context}\nb\n\nc", "b", "a\n\nc"),
        ("a\n\nb\n\nc", "a", "b\n\nc"),
    ],
)
def test_with_a_line_go_its_signs_and_its_neighbours_stay_apart(text: str, words: str, left: str) -> None:
    shown = text.replace("{kind=context}", " " * 14)
    printed = sorted((one for one in "abcd" if one in shown), key=shown.index)
    base = stream_of([Line((Piece(one),)) for one in printed])
    place = base.text.index(words)
    laid = lay(Printed(base.text, lambda _: True), text, is_markdown=True)
    (found,) = written_edits(laid, [PrintEdit(place, place + 1, base.part(0, 0))], base, {}, {}, "markdown")
    assert edited(text, [Edit(found.start, found.end, found.new)]) == left
