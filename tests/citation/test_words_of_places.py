"""One document has one word for a kind of place, in sources of other kinds and in authorities."""

from __future__ import annotations

from tests.each import each

from probata.citation import load_words
from probata.citation.words_of_places import with_words_of_places
from probata.document.blocks import Block
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, cite, first_notes, item, note_texts, paragraph, style

UN = {
    ("paragraph", "4"): "para. 4", ("paragraph", "4-6"): "paras. 4–6", ("article", "3"): "art. 3",
    ("article", "3, 5"): "arts. 3, 5", ("section", "2"): "sect. 2", ("section", "2-3"): "sects. 2–3",
    ("clause", "2"): "cl. 2", ("chapter", "2"): "chap. 2",
}  # fmt: skip


def printed(key: str, kind: str, value: str, name: str, language: str, authorities: str = "") -> str:
    blocks: tuple[Block, ...] = (paragraph("A", citation(item(key, kind, value))),)
    made = style(name, language=language, authorities=authorities)
    return note_texts(cite(Document(Meta("Test"), blocks), LIBRARY, made, load_words(language)))[0]


@each("language", ["en-GB", "en-US"])
@each("key", ["hart", "liu"])
def test_a_document_in_plain_forms_has_the_same_words_in_sources_and_authorities(key: str, language: str) -> None:
    found = first_notes(key, UN, name="un-plain", language=language)
    assert [
        text.rpartition(", ")[2] if "," not in words else ", ".join(text.split(", ")[-2:])
        for text, words in zip(found, UN.values(), strict=True)
    ] == [f"{words}." for words in UN.values()]


@each("key", ["hart", "liu"])
def test_so_it_has_with_another_csl_style_that_takes_its_words_from_the_language(key: str) -> None:
    text = printed(key, "paragraph", "4-6", "chicago-notes-bibliography", "en-GB", authorities="un-plain")

    assert text.endswith(", paras. 4–6.")


def test_a_csl_style_that_prints_no_stops_keeps_to_that() -> None:
    assert printed("hart", "paragraph", "4-6", "oscola-5", "en-GB", authorities="un-plain").endswith(" paras 4–6.")
    assert printed("hart", "article", "3", "oscola-5", "en-GB", authorities="un-plain").endswith(" 1961) art 3.")


def test_the_table_of_authorities_names_paragraphs_as_notes_do() -> None:
    assert with_words_of_places(load_words("en-GB"), style("un-plain")).paragraphs.fill("3, 14") == "paras. 3, 14"


@each(("name", "language"), [("oscola-5", "en-GB"), ("bluebook-21", "en-US"), ("un-plain", "fr")])
def test_a_style_without_words_for_others_and_another_language_keep_theirs(name: str, language: str) -> None:
    words = load_words(language)

    assert with_words_of_places(words, style(name, language=language)) == words
