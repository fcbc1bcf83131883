"""One document has one word for a kind of place, in sources of other kinds and in authorities."""

from __future__ import annotations

from tests.each import each

from probata.citation import load_words
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
