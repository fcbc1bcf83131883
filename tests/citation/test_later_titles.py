"""Titles in later citations: with the capitals that they had in the first, and a comma behind a name."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library

from .cases import LIBRARY, citation, cited, note_texts, paragraph

REGISTER = {"id": "s", "type": "document", "title": "Register of visitors", "language": "en-GB"}


@each(
    ("name", "first", "later"),
    [
        ("bluebook-21", "_Register of Visitors_", "Register of Visitors, "),
        ("oscola-4", "‘Register of Visitors’", "‘Register of Visitors’ (n "),
    ],
)
def test_a_title_has_the_same_capitals_in_later_citations(name: str, first: str, later: str) -> None:
    library = Library(sources={**LIBRARY.sources, "s": REGISTER})
    blocks = (paragraph("A", citation(key)) for key in ("s", "hart", "s"))
    found = note_texts(cited(*blocks, library=library, name=name))

    assert first in found[0]
    assert later in found[2]


@each("name", ["oscola-4", "oscola-5"])
def test_a_comma_parts_a_title_from_the_name_before_it_in_later_citations_too(name: str) -> None:
    hearing = {"type": "hearing", "title": "The budget", "author": [{"literal": "Committee on Security"}]}
    library = Library(sources={**LIBRARY.sources, "h": hearing})
    blocks = (paragraph("A", citation(key)) for key in ("h", "hart", "h"))
    first, _, later = note_texts(cited(*blocks, library=library, name=name))

    assert first == "1 Committee on Security, ‘The budget’."
    assert later == "3 Committee on Security, ‘The budget’ (n #1)."
