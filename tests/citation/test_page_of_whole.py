"""Pages recorded of a work that is no part of another: a place that is cited in it stands alone."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library
from probata.document.walk import own_inlines

from .cases import citation, cited, item, listed, note_texts, paragraph, shown

BOOK: dict[str, Any] = {
    "type": "book",
    "title": "The Concept of Law",
    "author": [{"family": "Hart", "given": "Herbert"}],
    "issued": {"date-parts": [[1986]]},
    "publisher": "HUP",
    "edition": "2",
    "page": "100-200",
    "language": "en-GB",
}


def note(name: str, kind: str = "page", **other: Any) -> str:
    cites = citation(item("work", kind, "3") if kind else "work")
    return note_texts(cited(paragraph("A", cites), library=Library({"work": {**BOOK, **other}}), name=name))[0]


def test_the_place_in_a_book_has_no_other_page_beside_it() -> None:
    assert note("oscola-4") == "1 Herbert Hart, _The Concept of Law_ (2nd edn, HUP 1986) 3."


@each(
    ("name", "kind", "ending"),
    [
        ("oscola-4", "report", " 3."),
        ("oscola-4", "broadcast", "(1986) 3."),
        ("oscola-5", "manuscript", " 3."),
        ("bluebook-21", "document", ", _The Concept of Law_, 3 (2d ed. 1986)."),
        ("mcgill-en", "speech", "“The Concept of Law” (1986) at 3."),
    ],
)
def test_nor_has_that_in_another_work_that_is_whole(name: str, kind: str, ending: str) -> None:
    text = note(name, type=kind)
    assert text.endswith(ending)
    assert "100" not in text


@each("kind", ["book", "report", "thesis"])
@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain"])
def test_how_many_pages_a_work_has_is_not_printed(name: str, kind: str) -> None:
    assert "400" not in note(name, "", type=kind, page="400")
    result = cited(listed("work"), library=Library({"work": {**BOOK, "type": kind, "page": "400"}}), name=name)
    assert "400" not in shown(own_inlines(result.document.blocks[0]))
