"""Anchors of a page that goes out count; none confirms the id of a record to whoever guesses it."""

from __future__ import annotations

import re

from tests.filings.cases import alleges
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling

from probata.document.anchors import neutral_name
from probata.document.blocks import Blocks, Contents, ContentsEntry, Heading, Paragraph, Table
from probata.document.inlines import CrossRef, Note, NoteRef, Text
from probata.document.tree import Document, Meta
from probata.writers.html.context import with_counted_names

WING, ROOF = neutral_name("allegation", "north-wing"), neutral_name("allegation", "roof")


def counted(*blocks: Heading | Paragraph | Table | Contents) -> Blocks:
    return with_counted_names(Document(Meta("A title"), blocks)).blocks


def heading(name: str) -> Heading:
    return Heading(1, (Text("A heading"),), name)


def test_names_with_a_digest_become_numbers_in_the_order_of_the_text_and_what_leads_there_follows() -> None:
    contents = Contents((), (ContentsEntry(1, "A", (Text("A heading"),), ROOF),))
    blocks = counted(contents, heading(WING), Paragraph((CrossRef(ROOF),)), heading(ROOF))

    assert [block.id for block in blocks if isinstance(block, Heading)] == ["allegation-1", "allegation-2"]
    assert isinstance(blocks[0], Contents)
    assert blocks[0].entries[0].target == "allegation-2"
    assert isinstance(blocks[2], Paragraph)
    assert blocks[2].inlines == (CrossRef("allegation-2"),)


def test_names_of_sections_stay_and_a_number_that_is_taken_is_passed_over() -> None:
    blocks = counted(heading("summary"), heading("allegation-1"), heading(WING))

    assert [block.id for block in blocks if isinstance(block, Heading)] == ["summary", "allegation-1", "allegation-2"]


def test_notes_are_named_by_their_place_and_references_to_them_follow() -> None:
    (block,) = counted(Paragraph((Note("n0a1b2", ()), Note("nfeed", (Paragraph((NoteRef("n0a1b2", 1),)),)))))

    assert isinstance(block, Paragraph)
    assert block.inlines == (Note("1", ()), Note("2", (Paragraph((NoteRef("1", 1),)),)))


@every_filing
def test_no_anchor_of_a_filing_that_goes_out_is_a_digest(filing: MadeFiling) -> None:
    digest = re.compile(r"[0-9a-f]{12}")
    page = filing.html.decode()
    anchors = re.findall(r'(?:id|href)="#?([^"/]+)"', page)

    assert len(anchors) > 20 or not alleges(filing.name)
    assert [anchor for anchor in anchors if digest.search(anchor)] == []
