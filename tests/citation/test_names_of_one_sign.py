"""Given names of one sign are whole names and no initials."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library

from .cases import HART, citation, cited, free_note, note_texts, paragraph


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
