"""The Bluebook has its own words whatever the English of the document, other languages none of the English ones."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library, load_words
from probata.document.tree import Document, Meta

from .cases import citation, cite, item, note_texts, paragraph, style

CHAPTER: dict[str, Any] = {
    "type": "chapter",
    "title": "Custody before Charge",
    "author": [{"family": "Okoye", "given": "Ngozi"}],
    "container-title": "The Handbook",
    "editor": [{"family": "Brandt", "given": "Karl"}, {"family": "Siu", "given": "May"}],
    "issued": {"date-parts": [[2015]]},
    "page": "411-437",
}
BROADCAST: dict[str, Any] = {
    "type": "broadcast",
    "title": "Behind the Wall",
    "container-title": "Evening Report",
    "publisher": "Radio Ostamar",
    "issued": {"date-parts": [[2022, 6, 3]]},
}
REGISTER: dict[str, Any] = {"type": "manuscript", "title": "Register", "author": [{"literal": "North Wing Office"}]}


def note(source: dict[str, Any], name: str, language: str, place: str = "") -> str:
    one = citation(item("a", "page", place) if place else "a")
    document = Document(Meta("Test", language=language), (paragraph("A", one),))
    library = Library({"a": source})
    return note_texts(cite(document, library, style(name, language=language), load_words(language)))[0]


@each("language", ["en-GB", "en-US"])
@each(("persons", "word"), [(1, "Karl Brandt ed., 2015"), (2, "Karl Brandt & May Siu eds., 2015")])
def test_editors_have_their_stop_in_the_bluebook_in_british_english_too(persons: int, word: str, language: str) -> None:
    assert word in note({**CHAPTER, "editor": CHAPTER["editor"][:persons]}, "bluebook-21", language)


@each(("language", "pages"), [("fr", "p. 1030–1032"), ("es", "págs. 1030–1032")])
def test_pages_stand_in_full_where_the_language_is_not_english(language: str, pages: str) -> None:
    assert pages in note(CHAPTER, "un-plain", language, "1030-1032")


@each(("language", "told"), [("fr", "3 juin 2022, sur Radio Ostamar"), ("es", "3 de junio de 2022, en Radio Ostamar")])
def test_a_broadcast_has_no_english_words_before_its_day_and_station(language: str, told: str) -> None:
    found = note(BROADCAST, "un-plain", language)
    assert told in found
    assert "aired" not in found
