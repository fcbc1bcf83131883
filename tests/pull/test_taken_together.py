"""What several changes make of one text: those that agree are taken once, those of other parts together."""

from __future__ import annotations

from probata.diagnostics import Span
from probata.pull.block_signs import Written
from probata.pull.fields import FieldText
from probata.pull.taken import Taken
from probata.source.node import Scalar

TEXT = FieldText("people", "wolk", ("description",), Scalar("one two three four", Span("people.yaml")), "markdown")


def taken(place: int, covers: tuple[int, int], *edits: Written) -> Taken:
    return Taken(TEXT, edits, place=place, covers=covers)


def test_changes_that_make_the_same_of_a_text_agree_however_they_are_cut() -> None:
    one = taken(1, (0, 18), Written(0, 3, "ten"))
    other = taken(9, (0, 18), Written(0, 7, "ten two"))
    assert one.result == other.result == "ten two three four"
    assert not one.contradicts(other)


def test_changes_of_two_parts_of_a_text_that_are_printed_apart_agree() -> None:
    assert not taken(1, (0, 7), Written(0, 3, "ten")).contradicts(taken(9, (8, 18), Written(14, 18, "5")))


def test_a_change_that_the_other_place_has_not_contradicts_it() -> None:
    both = taken(1, (0, 18), Written(0, 3, "ten"), Written(14, 18, "5"))
    assert both.contradicts(taken(9, (0, 18), Written(0, 3, "ten")))
    assert both.contradicts(taken(9, (8, 18), Written(14, 18, "6")))


def test_a_place_that_prints_a_part_agrees_where_that_part_is_changed_alike() -> None:
    both = taken(1, (0, 18), Written(0, 3, "ten"), Written(14, 18, "5"))
    assert not both.contradicts(taken(9, (8, 18), Written(14, 18, "5")))
