"""What notes say in French and Spanish, in a style that is English at home."""

from __future__ import annotations

import pytest

from probata.citation import cite, load_words
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, item, note_texts, paragraph, style

NARROW = "\u202f"


def notes_in(language: str, name: str = "oscola") -> list[str]:
    blocks = (
        paragraph("A", citation(item("dworkin", "page", "1058"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation(item("dworkin", "paragraph", "3"))),
        paragraph("D", citation(item("dworkin", "paragraph", "3"))),
    )
    found = style(name, language=language)
    result = cite(Document(Meta("Test", language=language), blocks), LIBRARY, found, load_words(language))
    return note_texts(result)


@pytest.mark.parametrize(
    ("language", "first", "later"),
    [
        ("en-GB", "‘Hard Cases’", "(n #1)"),
        ("fr", f"«{NARROW}Hard Cases{NARROW}»", "(note #1)"),
        ("es", "«Hard Cases»", "(nota #1)"),
    ],
)
def test_marks_and_back_references_are_those_of_the_language(language: str, first: str, later: str) -> None:
    notes = notes_in(language)

    assert first in notes[0]
    assert later in notes[2]
    assert [note for note in notes if language != "en-GB" and ("‘" in note or "(n " in note)] == []


@pytest.mark.parametrize(("language", "paragraph_named"), [("fr", "par"), ("es", "párr")])
def test_a_paragraph_is_named_as_the_language_names_it(language: str, paragraph_named: str) -> None:
    assert notes_in(language)[2].rstrip(".").endswith(f"{paragraph_named} 3")


def test_a_style_prints_its_own_terms_in_english() -> None:
    assert load_words("en-GB").terms == {}
    assert set(load_words("fr").terms) > {"open-quote", "close-quote", "paragraph"}
