"""A source that is exhibited shows the mark of its exhibit where it is first cited, as a live reference."""

from __future__ import annotations

from dataclasses import replace

from tests.each import each

from probata.citation import Cited, Library, load_words
from probata.document.blocks import Block, Paragraph
from probata.document.inlines import CrossRef
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order

from .cases import LIBRARY, citation, cite, item, note_texts, paragraph, style

EXHIBITED = replace(LIBRARY, exhibits={"hart": ("JS/3",), "dworkin": ("JS/4", "X1")})
LIST = (Paragraph((), id="exhibit-js-3"), Paragraph((), id="exhibit-js-4"))
"""What a list of exhibits holds of marks."""


def written(*blocks: Block, library: Library = EXHIBITED, language: str = "en", name: str = "oscola-4") -> Cited:
    document = Document(Meta("Test", language=language), blocks)
    return cite(document, library, style(name, language=language), load_words(language))


def test_the_mark_stands_behind_the_place_of_the_first_citation_and_of_no_later_one() -> None:
    result = written(
        paragraph("A", citation(item("hart", "page", "4"))), paragraph("B", citation(item("hart", "page", "4"))), *LIST
    )
    first, second = note_texts(result)
    assert first.endswith("1961) 4 (exhibit JS/3).")
    assert second == "2 ibid."


def test_it_leads_to_the_list() -> None:
    found = list(inlines_in_order(written(paragraph("A", citation("hart")), *LIST).document.blocks))
    assert CrossRef("exhibit-js-3", "exhibit", "JS/3") in found


def test_an_exhibit_that_the_document_does_not_list_is_not_named() -> None:
    (alone,) = note_texts(written(paragraph("A", citation("hart"))))
    assert "exhibit" not in alone
    (other,) = note_texts(written(paragraph("A", citation("dworkin")), *LIST))
    assert "(exhibit JS/4)" in other
    assert "X1" not in other


@each(("language", "words"), [("fr", "(pièce JS/3)"), ("es", "(documento anexo JS/3)")])
def test_the_word_is_of_the_language(language: str, words: str) -> None:
    (note,) = note_texts(written(paragraph("A", citation("hart")), *LIST, language=language))
    assert words in note
