"""The pages of every PDF: notes stand below their marks, and every page says what it is."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.filings.cases import REAL, FilingName, filings_of
from tests.filings.made import MadeFiling, MadePdf
from tests.readers.pdf_links import internal_links
from tests.writers.pdf_pages import page_texts, unspaced

from probata.document.inlines import Note
from probata.document.walk import inlines_in_order

NOTICE = (
    "Illustration made from a published review: “Liu Jianchao - caught by his own investigators” "
    "(Safeguard Defenders). Addressed to no one. The makers of this software assert none of it."
)
of_the_real_case = pytest.mark.parametrize("filing_name", filings_of(REAL), ids=str)


def test_the_writer_found_nothing_to_report(pdf: MadePdf) -> None:
    assert pdf.findings == []


def test_every_note_is_on_the_page_of_its_mark(filing: MadeFiling, pdf: MadePdf) -> None:
    texts = page_texts(pdf.data)
    page_of_mark: dict[str, int] = {}
    for page, links in enumerate(internal_links(pdf.data)):
        for link in links:  # the mark comes first, references back to the note later
            page_of_mark.setdefault(link, page)
    notes = [item for item in filing.shown if item.kind == "note"]
    ids = [inline.id for inline in inlines_in_order(filing.tree.blocks) if isinstance(inline, Note)]
    assert len(notes) == len(ids) > 80
    places = [(note, page_of_mark[f"note.{id_}"]) for note, id_ in zip(notes, ids, strict=True)]
    assert [note for note, page in places if unspaced(note.number + note.text) not in texts[page]] == []


def test_every_mark_has_a_link_and_every_note_one_back(filing: MadeFiling, pdf: MadePdf) -> None:
    links = Counter(link for links in internal_links(pdf.data) for link in links)
    ids = [inline.id for inline in inlines_in_order(filing.tree.blocks) if isinstance(inline, Note)]
    assert [id_ for id_ in ids if not (links[f"note.{id_}"] and links[f"mark.{id_}"])] == []


def test_every_page_carries_draft_and_its_number(pdf: MadePdf) -> None:
    pages = page_texts(pdf.data)
    for number, page in enumerate(pages, 1):
        assert "DRAFT–notforfiling" in page
        assert f"Page{number}of{len(pages)}" in page


@of_the_real_case
def test_every_page_of_the_real_case_says_that_it_is_an_illustration(filing_name: FilingName, pdf: MadePdf) -> None:
    pages = page_texts(pdf.data)
    assert filing_name.case == REAL
    assert len(pages) > 50
    assert [number for number, page in enumerate(pages, 1) if unspaced(NOTICE) not in page] == []
