"""A text that is printed in several places is taken once, and what is said of it in two ways is never guessed."""

from __future__ import annotations

import pytest
from tests.pull.pulling import edits, offers, taken_text
from tests.pull.word_edits import Element, W, WordEdits, text_of

from probata.cli.exit_code import CannotContinueError
from probata.cli.pull_choices import chosen
from probata.cli.pull_writing import words_taken
from probata.edits.change import NewWords
from probata.pull.offers import Offer

TITLE = "Torture at Brann Street, May 2022"


def edited(*texts: str) -> list[Offer]:
    """Write other words in the places that name a count, one after the other."""
    word = edits()
    for old, new in zip(_places(word), texts, strict=False):
        next(text for text in old.iter(f"{W}t") if text.text == TITLE).text = new
    return offers(word.save())


def _places(edits: WordEdits) -> list[Element]:
    return [one for one in edits.body.iter(f"{W}p") if any(text.text == TITLE for text in one.iter(f"{W}t"))]


def test_it_is_said_where_a_text_is_printed_besides() -> None:
    (found,) = edited("Torture in May 2022")
    assert found.also == ("Involvement",)
    assert found.contradicts == ()


def test_a_text_of_one_place_is_printed_in_no_other() -> None:
    (found,) = offers(edits().replace("he was alive when", "he was unhurt when").save())
    assert found.also == ()


def test_what_was_changed_alike_in_two_places_is_taken_once() -> None:
    found = edited("Torture in May 2022", "Torture in May 2022")
    assert [taken_text(one) for one in found] == ["Torture in May 2022", "Torture in May 2022"]
    (change,) = words_taken(found)
    assert isinstance(change, NewWords)
    assert len(change.edits) == 1


def test_what_was_changed_in_two_ways_is_taken_by_its_number_alone() -> None:
    found = edited("Torture in May 2022", "Torture at the centre")
    assert [one.contradicts for one in found] == [(2,), (1,)]
    assert chosen(found, "all", "", "") == {}
    assert chosen(found, "2", "", "1") == {2: "take", 1: "drop"}
    with pytest.raises(CannotContinueError, match="say the same text otherwise"):
        chosen(found, "1,2", "", "")


def test_rows_that_went_are_one_change_with_their_records() -> None:
    word = edits()
    row = next(row for row in word.body.iter(f"{W}tr") if "Deputy Commander of the 2nd" in text_of(row))
    row.getparent().remove(row)  # type: ignore[union-attr]
    (found,) = offers(word.save())
    assert (found.change.kind, found.taken, found.kept) == ("row", None, None)
    assert "`roles/orskelin-deputy-2` (" in found.why
    assert ".yaml:" in found.why


def test_a_table_that_went_is_one_change() -> None:
    word = edits()
    table = next(table for table in word.body.iter(f"{W}tbl") if "Deputy Commander of the 2nd" in text_of(table))
    table.getparent().remove(table)  # type: ignore[union-attr]
    (found,) = offers(word.save())
    assert found.change.kind == "row"


def test_composed_words_name_the_cell_or_line_that_they_come_from() -> None:
    (found,) = offers(edits().replace("List: none found", "List: not found").save())
    assert found.taken is None
    assert "`found` (claims/example/listings.yaml:" in found.why
    assert "of `listings/orskelin-uk`" in found.why
