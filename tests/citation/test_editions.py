"""Editions of books and kinds of theses, where a CSL style prints the bare number or adds a word."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import HART, citation, cited, note_texts, paragraph

THESIS: dict[str, Any] = {**HART, "type": "thesis", "publisher": "University of Halvet"}


def note(source: dict[str, Any], name: str) -> str:
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("edition", "printed"),
    [("2", "2d ed. 1961"), ("3", "3d ed. 1961"), ("12", "12th ed. 1961"), ("21", "21st ed. 1961"),
     ("rev.", "rev. ed. 1961")],
)  # fmt: skip
def test_the_number_of_an_edition_is_an_ordinal_with_its_word(edition: str, printed: str) -> None:
    """Indigo R28.1 has "12th ed." and "8th ed."; the stops of "rev." are those of the record."""
    assert note({**HART, "edition": edition}, "bluebook-21") == f"1 Herbert Hart, The Concept of Law ({printed})."


@each("edition", ["3rd", "3rd edn", "3d ed.", "3ª", "3e édition", "3.ª ed."])
def test_an_edition_recorded_as_an_ordinal_is_that_of_the_style(edition: str) -> None:
    assert "(3d ed. 1961)" in note({**HART, "edition": edition}, "bluebook-21")
    assert "(3rd edn, Clarendon Press 1961)" in note({**HART, "edition": edition}, "oscola-4")


@each(
    ("genre", "printed"),
    [
        ("PhD thesis", "(PhD thesis, "),
        ("Master’s Thesis", "(Master’s Thesis, "),
        ("PhD dissertation", "(PhD dissertation, "),
        ("PhD", "(PhD dissertation, "),
    ],
)
def test_a_genre_that_says_thesis_gets_no_other_word(genre: str, printed: str) -> None:
    assert printed in note({**THESIS, "genre": genre}, "bluebook-21")
