"""A newspaper is cited by one page: that of the place, where one is cited."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import citation, cited, item, note_texts, paragraph

COURIER: dict[str, Any] = {
    "type": "article-newspaper",
    "title": "Names Missing",
    "author": [{"family": "Hesketren", "given": "Lio"}],
    "container-title": "Ostamar Courier",
    "issued": {"date-parts": [[2022, 5, 19]]},
    "page": "1",
    "language": "en",
}
REVIEW: dict[str, Any] = {**COURIER, "type": "article-journal", "volume": "88", "page": "1057"}


def first(source: dict[str, Any], name: str, place: str = "") -> str:
    cites = citation(item("work", "page", place) if place else "work")
    return note_texts(cited(paragraph("A", cites), library=Library({"work": source}), name=name))[0]


@each(
    ("name", "whole", "place"),
    [
        ("oscola-4", "(19 May 2022) 1.", "(19 May 2022) 3."),
        ("bluebook-21", "May 19, 2022, at 1.", "May 19, 2022, at 3."),
        ("mcgill-en", "(19 May 2022) 1.", "(19 May 2022) at 3."),
        ("chicago-notes-bibliography", "19 May 2022.", "19 May 2022, 3."),
    ],
)
def test_the_place_stands_in_for_the_page_on_which_the_article_begins(name: str, whole: str, place: str) -> None:
    assert first(COURIER, name).endswith(whole)
    assert first(COURIER, name, "3").endswith(place)


@each(("name", "ending"), [("oscola-4", "1057, 1060."), ("bluebook-21", "1057, 1060 (2022).")])
def test_an_article_of_a_journal_has_both(name: str, ending: str) -> None:
    assert first(REVIEW, name, "1060").endswith(ending)


@each(("name", "ending"), [("oscola-4", "1 para 4."), ("bluebook-21", "at 1, ¶ 4.")])
def test_a_place_that_is_no_page_stands_behind_the_page(name: str, ending: str) -> None:
    cites = citation(item("work", "paragraph", "4"))
    (note,) = note_texts(cited(paragraph("A", cites), library=Library({"work": COURIER}), name=name))
    assert note.endswith(ending)
