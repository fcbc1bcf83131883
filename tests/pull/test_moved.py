"""What was moved is named as moved, and neither half of it is taken into a record."""

from __future__ import annotations

from copy import deepcopy

from tests.pull.pulling import edits, offers, taken_text
from tests.pull.word_edits import Element, W, WordEdits, run_of, text_of

GENDER, NATIONALITY, COUNT = "Gender", "Nationality", "Custody without trace"
ABOVE, SEMRIN, BELOW = (
    "The night of 13 to 14 May 2022",
    "Tova Semrin, a fitter",
    "At the gate. On 16 May",
)


def row(edited: WordEdits, words: str) -> Element:
    return next(one for one in edited.body.iter(f"{W}tr") if words in text_of(one))


def take_out(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def test_a_row_that_was_moved_is_named_once_with_all_its_cells() -> None:
    edited = edits()
    row(edited, NATIONALITY).addnext(row(edited, GENDER))
    (found,) = offers(edited.save())
    assert (found.change.kind, found.taken, found.kept) == ("moved", None, None)
    assert found.change.edited.text.split("\u2029")[0] in (GENDER, NATIONALITY)
    assert found.change.base.text == found.change.edited.text


def test_a_row_that_was_moved_and_changed_is_not_taken_by_halves() -> None:
    edited = edits()
    row(edited, NATIONALITY).addnext(row(edited, GENDER))
    for word in ("male", "Kelvandran"):
        cell = next(one for one in edited.body.iter(f"{W}tc") if text_of(one).startswith(word))
        edited.replace(word, f"{word}-Semrin", cell)
    found = offers(edited.save())
    moved = [one for one in found if one.change.kind == "moved"]
    assert len(moved) == 1
    assert "-Semrin" in moved[0].change.edited.text
    assert "-Semrin" not in moved[0].change.base.text
    assert {one.change.kind for one in found if one.taken} == {"words"}


def test_a_table_that_was_moved_is_named_and_no_cell_of_it_is_taken() -> None:
    edited = edits()
    table = next(row(edited, GENDER).iterancestors(f"{W}tbl"))
    edited.paragraph(SEMRIN).addnext(table)
    found = offers(edited.save())
    assert {one.change.kind for one in found} == {"moved"}
    assert GENDER in found[0].change.edited.text
    assert all(one.taken is None for one in found)


def test_a_row_left_out_is_not_taken_where_another_is_added() -> None:
    edited = edits()
    take_out(row(edited, NATIONALITY))
    row(edited, COUNT).addnext(deepcopy(row(edited, COUNT)))
    found = offers(edited.save())
    assert sorted(one.change.kind for one in found) == ["added", "row"]
    assert all(one.taken is None for one in found)


def test_a_paragraph_moved_and_changed_is_named_once_and_not_taken() -> None:
    edited = edits().move_after(SEMRIN, BELOW).replace("fitter at the waterworks", "plumber at the waterworks")
    (found,) = offers(edited.save())
    assert (found.change.kind, found.taken, found.kept) == ("moved", None, None)
    assert "fitter at the waterworks" in found.change.base.text
    assert "plumber at the waterworks" in found.change.edited.text


def test_what_is_written_below_a_moved_paragraph_is_named_by_itself() -> None:
    edited = edits().move_after(SEMRIN, BELOW)
    edited.add_after(SEMRIN, "The centre is closed now.")
    moved, added = offers(edited.save())
    assert (moved.change.kind, added.change.kind) == ("moved", "added")
    assert moved.taken is added.taken is None
    assert added.change.edited.text.endswith("\u2029The centre is closed now.")


def test_a_change_beside_a_moved_paragraph_is_taken_still() -> None:
    edited = edits().move_after(SEMRIN, BELOW)
    edited.paragraph(ABOVE).append(run_of(" It is denied."))
    found = offers(edited.save())
    assert sorted(one.change.kind for one in found) == ["moved", "words"]
    (taken,) = (one for one in found if one.taken)
    assert "It is denied." in taken_text(taken)
    assert taken_text(taken).count(SEMRIN) == 1
