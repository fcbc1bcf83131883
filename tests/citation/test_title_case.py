"""A title that stands for an author has in later citations the capitals that it had in the first."""

from __future__ import annotations

import pytest

from probata.citation import Library

from .cases import LIBRARY, citation, cited, note_texts, paragraph

REGISTER = {"id": "s", "type": "document", "title": "Register of visitors", "language": "en-GB"}


@pytest.mark.parametrize(
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
