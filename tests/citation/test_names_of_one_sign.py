"""Given names of one sign are whole names and no initials."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library
from probata.document.walk import own_inlines

from .cases import HART, citation, cited, free_note, listed, note_texts, paragraph, shown


def notes(family: str, given: str, name: str) -> tuple[str, str]:
    """Return the first and a later note of a book by one author."""
    library = Library({"a": {**HART, "author": [{"family": family, "given": given}]}})
    blocks = paragraph("A", citation("a")), paragraph("B", free_note("x")), paragraph("C", citation("a"))
    first, _, later = note_texts(cited(*blocks, library=library, name=name))
    return first, later


@each("name", ["oscola-4", "bluebook-21", "un-plain", "chicago-notes-bibliography"])
@each(("family", "given"), [("王", "明"), ("김", "구"), ("林", "望")])
def test_such_a_name_is_printed_whole_and_without_a_stop(family: str, given: str, name: str) -> None:
    for note in notes(family, given, name):
        assert f"{family}{given}" in note
        assert f"{given}." not in note


def test_a_longer_name_stays_in_two_parts() -> None:
    first, later = notes("王", "小明", "oscola-4")
    assert first.startswith("1 {zh: 王小明}, ")
    assert later.startswith("3 {zh: 王} ")


@each(("family", "given", "printed"), [("Wang", "M", "M. Wang"), ("Иванов", "И", "{ru: И. Иванов}")])
def test_a_letter_that_is_cut_short_keeps_its_stop(family: str, given: str, printed: str) -> None:
    assert notes(family, given, "un-plain")[0].startswith(f"1 {printed}, ")


def test_a_list_has_the_whole_name_too() -> None:
    library = Library({"a": {**HART, "author": [{"family": "王", "given": "明"}]}})
    result = cited(listed("a"), library=library, name="un-plain")
    assert shown(own_inlines(result.document.blocks[0])).startswith("{zh: 王明}. ")
