"""What no filing may print: ids of records, doubled stops, a draft's words in a final file."""

import re

import pytest
import yaml
from tests.filings.cases import CLAIMS, EXAMPLE, FilingName
from tests.filings.made import MadeFiling, tree_of
from tests.writers.pdf_pages import page_texts

from probata.writers.discovery import load_format


def test_no_cell_is_the_id_of_a_source(filing: MadeFiling) -> None:
    records = yaml.load((CLAIMS / filing.name.case / "sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # reads strings only
    ids = {record["id"] for record in records}

    assert len(ids) > 20
    assert [item.text for item in filing.shown if item.text in ids] == []


def test_no_sentence_ends_with_two_stops(filing: MadeFiling) -> None:
    assert [item.text for item in filing.shown if re.search(r"\w\.\.(?!\.)", item.text)] == []


def test_no_value_is_printed_as_the_program_holds_it(filing: MadeFiling) -> None:
    assert [
        item.text for item in filing.shown if re.search(r"(?:Inline|Literal|Markdown|Block)Value\(", item.text)
    ] == []


@pytest.mark.parametrize("name", ["un-sp"])
def test_a_final_pdf_has_no_page_that_says_draft(name: str) -> None:
    tree, options = tree_of(FilingName(EXAMPLE, name), final=True)
    written = load_format("pdf").write(tree, options)
    pages = page_texts(written.data)

    assert written.diagnostics == ()
    assert len(pages) > 20
    assert [number for number, text in enumerate(pages, 1) if "DRAFT" in text or "notrecorded]" in text] == []
    assert all("Fictionalexample" in text for text in pages)
