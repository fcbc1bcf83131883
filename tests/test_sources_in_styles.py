"""No source of our cases is left out by a style of ours, whether a document cites it first, again or in its list."""

from __future__ import annotations

from functools import cache

from tests.citation.cases import citation, cite, free_note, listed, paragraph, style
from tests.each import each
from tests.filings.made import session

from probata.citation import Library, load_words
from probata.citation.style_file import style_names
from probata.compose.library import build_library
from probata.document.tree import Document, Meta
from probata.law import load_catalogue
from probata.messages import load_wording


@cache
def library_of(case: str) -> Library:
    graph = session(case).graph
    assert graph is not None
    return build_library(graph, load_catalogue(), load_wording("en"))


@each("name", style_names())
@each("case", ["example", "liu-jianchao"])
def test_every_source_of_our_cases_is_printed_by_every_style_of_ours(case: str, name: str) -> None:
    library = library_of(case)
    assert len(library.sources) > 20
    again = [paragraph("A", citation(key), free_note("Between.")) for _ in range(2) for key in library.sources]
    entries = [listed(key) for key in library.sources]
    result = cite(Document(Meta("Test"), (*again, *entries)), library, style(name), load_words("en"))
    assert [found.record for found in result.diagnostics if found.name == "source-not-in-style"] == []
