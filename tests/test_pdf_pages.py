"""The pages of every PDF: notes stand below their marks, and every page says what it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from tests.filings.cases import REAL, FilingName, alleges, filings_of, language_of
from tests.filings.made import MadeFiling, MadePdf, is_final, tree_of
from tests.filings.words import words_in
from tests.readers.item import Item
from tests.readers.pdf_links import internal_links
from tests.readers.tree_text import read_tree
from tests.writers.pdf_layouts import LAYOUTS
from tests.writers.pdf_pages import page_texts, unspaced

from probata.document.blocks import Blocks, Heading
from probata.document.inlines import Note, NoteRef
from probata.document.look import Look
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.writers.discovery import load_format
from probata.writers.html.counted_names import with_counted_names

NOTICE = (
    "Illustration made from a published review: “Liu Jianchao - caught by his own investigators” "
    "(Safeguard Defenders). Addressed to no one. The makers of this software assert none of it."
)
of_the_real_case = pytest.mark.parametrize("filing_name", filings_of(REAL), ids=str)


def test_the_writer_found_nothing_to_report(pdf: MadePdf) -> None:
    assert pdf.findings == []


def test_every_note_is_on_the_page_of_its_mark(filing: MadeFiling, pdf: MadePdf) -> None:
    assert not alleges(filing.name) or sum(item.kind == "note" for item in filing.shown) > 80
    assert notes_elsewhere(filing.tree, pdf.data) == []


@pytest.mark.parametrize("layout", LAYOUTS[1::4], ids=str)
def test_every_note_of_the_real_text_is_on_the_page_of_its_mark_in_other_layouts(layout: Look) -> None:
    tree, options = tree_of(FilingName(REAL, "uk-ghr"), final=False)
    text = replace(tree, blocks=first_sections(tree, 4), meta=replace(tree.meta, look=layout))
    written = load_format("pdf").write(text, options)
    assert written.diagnostics == ()
    assert sum(isinstance(inline, Note) for inline in inlines_in_order(text.blocks)) > 80
    assert notes_elsewhere(text, written.data) == []


def first_sections(tree: Document, number: int) -> Blocks:
    """Return the blocks from the first heading of the first level on, up to the one after `number` of them."""
    at = [n for n, block in enumerate(tree.blocks) if isinstance(block, Heading) and block.level == 1]
    return tree.blocks[at[0] : at[number]]


def notes_elsewhere(tree: Document, data: bytes) -> list[Item]:
    """Return the notes whose number and text are not on the page of their mark."""
    texts = page_texts(data)
    page_of_mark: dict[str, int] = {}
    for page, links in enumerate(internal_links(data)):
        for link in links:  # the mark comes first, references back to the note later
            page_of_mark.setdefault(link, page)
    notes = [item for item in read_tree(tree) if item.kind == "note"]
    named = with_counted_names(tree)
    ids = [inline.id for inline in inlines_in_order(named.blocks) if isinstance(inline, Note)]
    places = [(note, page_of_mark[f"note.{id_}"]) for note, id_ in zip(notes, ids, strict=True)]
    return [note for note, page in places if unspaced(note.number + note.text) not in texts[page]]


def test_every_mark_has_a_link_and_every_note_one_back(filing: MadeFiling, pdf: MadePdf) -> None:
    links = Counter(link for links in internal_links(pdf.data) for link in links)
    ids = [inline.id for inline in inlines_in_order(filing.paged.blocks) if isinstance(inline, Note)]
    assert [id_ for id_ in ids if not (links[f"note.{id_}"] and links[f"mark.{id_}"])] == []


def test_every_reference_back_to_a_note_is_a_link_beside_that_of_the_mark(filing: MadeFiling, pdf: MadePdf) -> None:
    links = Counter(link for links in internal_links(pdf.data) for link in links)
    back = Counter(inline.target for inline in inlines_in_order(filing.paged.blocks) if isinstance(inline, NoteRef))
    assert {id_: links[f"note.{id_}"] for id_, count in back.items() if links[f"note.{id_}"] < 1 + count} == {}


def test_every_page_of_a_draft_and_none_of_a_final_says_draft_and_each_has_its_number(
    filing_name: FilingName, pdf: MadePdf
) -> None:
    pages = page_texts(pdf.data)
    words = words_in(language_of(filing_name))
    draft = unspaced(words["running"]["draft"])
    page_word, of = (words["document"][key] for key in ("page", "of"))
    for number, page in enumerate(pages, 1):
        assert (draft in page) is not is_final(filing_name.case)
        assert f"{page_word}{number}{of}{len(pages)}" in page


@of_the_real_case
def test_every_page_of_the_real_case_says_that_it_is_an_illustration(filing_name: FilingName, pdf: MadePdf) -> None:
    pages = page_texts(pdf.data)
    assert filing_name.case == REAL
    assert len(pages) > (50 if alleges(filing_name) else 1)
    assert [number for number, page in enumerate(pages, 1) if unspaced(NOTICE) not in page] == []
