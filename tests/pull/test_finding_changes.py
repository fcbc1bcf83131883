"""What somebody changed in a Word file is found, and to whom the words belong."""

from __future__ import annotations

from tests.each import each
from tests.filings.cases import FILINGS, FilingName
from tests.filings.made import made_filing
from tests.pull.pulling import changes, edits, made, read

from probata.document.origin import Origin
from probata.pull.find_changes import find_changes
from probata.word import open_word
from probata.word.reading import read_text


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
