"""What an office adds to a case: each field that the case leaves out, and no other."""

from __future__ import annotations

from probata.model.case_file import Author, CaseFile
from probata.model.house import House


def test_the_author_is_filled_field_by_field() -> None:
    case = CaseFile(title="T", prepared_by=Author(name="A. Case"))
    house = House(author=Author(name="A. House", contact="house@example.org"))

    author = house.complete(case).prepared_by

    assert (author.name, author.contact, author.organisation) == ("A. Case", "house@example.org", None)


def test_a_translation_comes_with_the_field_that_is_taken_and_with_no_other() -> None:
    texts = {"description": "Un cabinet.", "name": "not taken"}
    house = House(author=Author(name="A. House", description="A firm.", translations={"fr": texts}))
    case = CaseFile(title="T", prepared_by=Author(name="A. Case", translations={"es": {"name": "A. Caso"}}))

    author = house.complete(case).prepared_by

    assert author.description == "A firm."
    assert author.translations == {"es": {"name": "A. Caso"}, "fr": {"description": "Un cabinet."}}
