"""Works of one author that are first cited in one note are told apart by their titles later."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import HART, citation, cited, item, note_texts, paragraph

LIBRARY = Library(
    sources={
        "concept": HART,
        "essays": {**HART, "title": "Essays on Bentham", "title-short": "Essays"},
        "letters": {**HART, "title": "Letters"},
    }
)


def _notes(*cites: Any, name: str = "bluebook-21") -> list[str]:
    return note_texts(cited(*(paragraph("A", one) for one in cites), library=LIBRARY, name=name))


def test_the_bluebook_names_the_title_where_author_and_note_are_those_of_two_works() -> None:
    """Bluebook 4.2(a): two works of one author in one footnote are told apart by their titles."""
    both = citation("concept", "essays")
    found = _notes(both, citation(item("essays", "page", "7")), citation("concept"))

    assert found[1:] == ["2 Hart, _Essays_, _supra_ note #1, at 7.", "3 Hart, _The Concept of Law_, _supra_ note #1."]


@each("name", ["oscola-4", "chicago-notes-bibliography-16th-edition"])
def test_a_style_that_names_the_title_itself_names_it_once(name: str) -> None:
    found = _notes(citation("concept", "letters"), citation("letters"), citation("concept"), name=name)

    assert found[2].count("Concept of Law") == 1
