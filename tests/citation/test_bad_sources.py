"""Sources that lack what a style needs, and very many of them: a filing is made all the same."""

from __future__ import annotations

from typing import Any

import pytest

from probata.citation import Library
from probata.document.walk import own_inlines, plain_text

from .cases import citation, cited, listed, note_texts, paragraph, shown

STYLES = ("oscola-4", "bluebook-21", "mcgill-en", "chicago-notes-bibliography", "apa", "ieee", "nature")
BARE: dict[str, dict[str, Any]] = {
    "no title": {"type": "webpage", "author": [{"literal": "Office"}], "issued": {"date-parts": [[2020]]}},
    "no date": {"type": "book", "title": "A Book", "author": [{"family": "Hart", "given": "H"}]},
    "no title and no date": {"type": "report", "author": [{"literal": "Office"}]},
    "an address alone": {"type": "webpage", "URL": "https://example.org/a"},
    "a journal without volume or page": {"type": "article-journal", "title": "An Article"},
    "a chapter without its book": {"type": "chapter", "title": "A Chapter"},
    "a law without number": {"type": "legislation", "title": "An Act"},
    "a case without court": {"type": "legal_case", "title": "A v B"},
    "nothing but its kind": {"type": "patent"},
    "a kind that CSL does not know": {"type": "telegram", "title": "A Telegram"},
    "a date in words": {"type": "book", "title": "A Book", "issued": {"literal": "about 1940"}},
}


@pytest.mark.parametrize("name", STYLES)
def test_a_source_that_lacks_what_a_style_needs_is_cited(name: str) -> None:
    library = Library(BARE)
    blocks = [paragraph("A", citation(key)) for key in BARE for _ in range(2)]
    result = cited(*blocks, *(listed(key) for key in BARE), library=library, name=name)

    assert result.diagnostics == ()
    assert all(any(map(str.isalnum, text.partition(" ")[2])) for text in note_texts(result))
    assert set(result.bibliography) == set(BARE)
    assert all(any(map(str.isalnum, plain_text(entry))) for entry in result.bibliography.values())


def test_a_name_without_parts_is_passed_over() -> None:
    library = Library({"one": {"type": "book", "title": "A Book", "author": [{}], "language": "en"}})
    assert note_texts(cited(paragraph("A", citation("one")), library=library)) == ["1 _A Book_."]


@pytest.mark.parametrize(
    "title",
    [
        "תיק העצורים [The file of the detained]",
        "تقرير عن الاحتجاز [Report on detention]",
        "\u202eright to left\u202c and back",
        "*Stars*, <i>marks</i> & [links](https://example.org)",
    ],
)
def test_a_title_in_another_direction_or_with_marks_is_printed_as_it_is(title: str) -> None:
    library = Library({"one": {"type": "book", "title": title, "language": "he"}})
    result = cited(paragraph("A", citation("one")), listed("one"), library=library)
    assert title in plain_text(result.bibliography["one"])
    assert title in "".join(plain_text(own_inlines(block)) for block in result.document.blocks[1:])


def test_two_thousand_sources_are_listed_each_in_its_place() -> None:
    """Some 300 pages of entries: about two seconds on two processors."""
    sources = {
        f"s{number}": {
            "type": "book",
            "title": f"Study {number} of the courts",
            "author": [{"family": f"Author{number:04}", "given": "Ada"}],
            "issued": {"date-parts": [[1990 + number % 30]]},
            "language": "en-GB",
        }
        for number in range(2000)
    }
    entries = [listed(key) for key in reversed(sources)]
    result = cited(paragraph("A", citation("s7")), *entries, library=Library(sources))
    assert result.diagnostics == ()
    assert list(result.bibliography) == list(sources)
    texts = [shown(own_inlines(block)) for block in result.document.blocks[1:]]
    assert [text.partition(" ")[0] for text in texts] == [f"Author{number:04}" for number in reversed(range(2000))]
