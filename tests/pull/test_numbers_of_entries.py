"""Entries that come or go leave the numbers of their list in order, as they are written in the records."""

from __future__ import annotations

from tests.each import each

from probata.pull.line_signs import with_numbers_in_order
from probata.source.change_yaml import Edit, edited

TWO = "1. a\n2. b\n\nWords.\n\n1. d\n"


@each(
    ("text", "old", "new", "becomes"),
    [
        (TWO, "1. a", "1. a\n1. x\n1. y", "1. a\n2. x\n3. y\n4. b\n\nWords.\n\n1. d\n"),
        ("1. a\n2. b\n3. c", "1. a\n", "", "1. b\n2. c"),
        (TWO, "1. d", "1. d\n2. e", "1. a\n2. b\n\nWords.\n\n1. d\n2. e\n"),
        (TWO, "Words.", "Other words.", TWO.replace("Words", "Other words")),
        ("Words.", "Words.", "Words.\n\n1. a\n1. b", "Words.\n\n1. a\n2. b"),
        ("1. a\n1. b", "1. b", "1. b\n1. c", "1. a\n1. b\n1. c"),
        ("1) a\n\n   more\n\n2) b", "1) a", "1) a\n1) x", "1) a\n2) x\n\n   more\n\n3) b"),
        ("Held in\n2015. Freed in\n2016. Left.", "2015", "2014", "Held in\n2014. Freed in\n2016. Left."),
        ("1. in\n   2015. a\n2. b\n3. c", "2. b\n", "", "1. in\n   2015. a\n2. c"),
    ],
)
def test_entries_are_counted_on_and_what_is_no_number_of_an_entry_stays(
    text: str, old: str, new: str, becomes: str
) -> None:
    place = text.index(old)
    assert edited(text, with_numbers_in_order(text, [Edit(place, place + len(old), new)])) == becomes
