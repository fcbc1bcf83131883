"""What somebody changed in a Word file is found, and to whom the words belong."""

from __future__ import annotations

from copy import deepcopy

from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import made_filing
from tests.pull.pulling import changes, edits, made, offers, read, taken_text
from tests.pull.word_edits import TOO_MANY, Element, W, WordEdits, run_of, text_of

from probata.document.origin import Origin
from probata.pull.change import Change
from probata.pull.edits import edits_between
from probata.pull.find_changes import Made, find_changes
from probata.pull.still import harmed_next_to, of_words, still_different
from probata.pull.stream import stream_of
from probata.word import open_word
from probata.word.piece import Piece
from probata.word.reading import read_text
from probata.word.word_text import Line, WordText


@each("name", FILINGS, ids=str)
def test_every_line_of_a_word_file_is_a_line_of_its_tree(name: FilingName) -> None:
    document = made(name)
    assert [line.text for line in document.text.lines] == [line.text for line in document.lines]
    marks = [piece for line in document.text.lines for piece in line.pieces if piece.kind == "note"]
    assert [piece.key for piece in marks] == list(document.text.notes)


@each("name", FILINGS, ids=str)
def test_nothing_is_found_in_an_untouched_document(name: FilingName) -> None:
    assert changes(made_filing(name).docx, name) == []


def test_nothing_is_found_in_what_word_writes_of_an_untouched_document() -> None:
    data = edits().in_the_manner_of_word().save()
    assert data.count(b"PK") > 10
    assert changes(data) == []


def test_nothing_is_found_where_only_the_controls_were_taken_out() -> None:
    data = edits().without_controls().save()
    assert not any(line.tag for line in read(data).lines)
    assert changes(data) == []


def test_a_number_of_a_table_belongs_to_its_dataset() -> None:
    line = next(
        line
        for line in made().lines
        if line.origin and line.origin.record.startswith("datasets/") and line.text.isdigit()
    )
    (change, *_) = changes(edits().replace_line(line.text, "98765").save())
    assert change.owner == "dataset"


def test_words_of_two_owners_are_two_changes() -> None:
    data = edits().replace("Names of Daveth", "Styles of David").save()
    assert {(change.owner, change.origin) for change in changes(data)} >= {
        ("template", None), ("record", Origin("people/orskelin", "name")),
    }  # fmt: skip


def test_tracked_changes_are_read_as_accepted_or_as_rejected() -> None:
    data = edits().replace_tracked("he was alive when", "he was unhurt when", "A Colleague").save()
    (change,) = changes(data)
    assert [edit.new.text for edit in change.edits] == ["unhurt"]
    rejected = read_text(open_word(data), "rejected")
    assert find_changes(made().text, rejected, made()) == []
    assert rejected.tracked_by == ("A Colleague",)


def test_records_that_changed_too_are_a_conflict() -> None:
    data = edits().replace("he was alive when", "he was unhurt when").save()
    older = read(edits().replace("he was alive when", "he was well when").save())
    (change,) = find_changes(older, read(data), made())
    assert change.current is not None
    assert "he was alive when" in change.current.text
    assert change.owner == "several"


def with_a_sign_in_each_line() -> WordEdits:
    """Return the document with one sign put into each of many neighbouring lines, the first of them deleted."""
    word = edits()
    lines = [one for one in word.body.iter(f"{W}p") if text_of(one).strip()]
    start = max(n for n, one in enumerate(lines) if text_of(one) == "What happened") + 1
    for line in lines[start + 1 : start + 1 + 2 * TOO_MANY]:
        text = next((one for one in line.iter(f"{W}t") if len(one.text or "") > 2), None)
        if text is not None:
            said = text.text or ""
            text.text = f"{said[0]}þ{said[1:]}"
    word.remove(text_of(lines[start]))
    return word


def test_many_changed_lines_are_taken_into_their_own_records_alone() -> None:
    found = [one for one in offers(with_a_sign_in_each_line().save()) if one.taken]
    assert len(found) > 20
    assert {one.change.kind for one in found} == {"words"}
    for one in found:
        assert one.taken is not None
        if not one.taken.value:
            assert taken_text(one).replace("þ", "") == one.taken.text.scalar.text


def test_many_lines_without_controls_are_named_and_never_taken() -> None:
    found = offers(with_a_sign_in_each_line().without_controls().save())
    alone = [one for one in found if not one.change.is_compared]
    assert len(alone) > 100
    assert {one.change.kind for one in alone} == {"left-out", "added", "row"}
    assert all(one.taken is None and "not sure what became of what" in one.why for one in alone)
    assert len(made().text.lines) > TOO_MANY


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


OLD, NEW = "Tova Semrin, a fitter at", "Tova Semrin, a pipe fitter at"
ABOVE_BESIDE, BELOW_BESIDE = "The night of 13 to 14 May 2022, by", "At the gate. On 16 May"


def word(*more: tuple[str, str]) -> WordText:
    """Return the document with the words of one paragraph changed, and others."""
    word = edits()
    for old, new in ((OLD, NEW), *more):
        word.replace(old, new)
    return read(word.save())


def harmed(edited: WordText, said: WordText) -> list[str]:
    """Take the changes of the paragraph, so that the records make a document that says that, and tell the harm."""
    before = made()
    after = Made(said, before.lines)
    taken = [one for one in find_changes(before.text, edited, before) if one.after.text.startswith(NEW)]
    assert len(taken) == 1
    return [_said(one) for one in harmed_next_to(taken, edited, before, after, still_different(after, edited))]


def _said(change: Change) -> str:
    return (change.base.text or change.edited.text)[:30]


def test_a_paragraph_beside_one_that_was_taken_is_told_where_it_says_something_else() -> None:
    for beside, other in (
        (ABOVE_BESIDE, "THE night of 13 to 14 May 2022, by"),
        (BELOW_BESIDE, "AT the gate. On 16 May"),
    ):
        assert harmed(word(), word((beside, other))) == [word((beside, other)).lines[_place(other)].text[:30]]


def test_nothing_is_told_where_the_records_say_what_was_taken_and_nothing_else() -> None:
    assert harmed(word(), word()) == []


def _place(begin: str) -> int:
    lines = made().text.lines
    return next(n for n, line in enumerate(lines) if line.text[3:].startswith(begin[3:]))


def test_a_look_and_the_end_of_a_paragraph_are_more_than_signs() -> None:
    plain, bold = (stream_of([Line((Piece("“order”", bold=is_bold),))]) for is_bold in (False, True))
    change = Change("words", "", plain, bold, tuple(edits_between(plain, bold)), "record")
    assert of_words([change]) == [change]
    two = stream_of([Line((Piece("“"),)), Line((Piece("order”"),))])
    parted = Change("words", "", plain, two, tuple(edits_between(plain, two)), "record")
    assert of_words([parted]) == [parted]
