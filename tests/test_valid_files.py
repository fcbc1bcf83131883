"""The validators accept and LibreOffice opens every Word file of the repository without repair and print every note."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from tests.filings.cases import FILINGS, FilingName, alleges
from tests.filings.made import MadeFiling, made_filing
from tests.filings.once import made_once
from tests.readers.contact_sheet import pages_on_sheet, sheet_of
from tests.readers.item import Item
from tests.readers.libreoffice import print_in_libreoffice, printed_pages, squeezed
from tests.writers.docx_validity import audit, integrity, missing_targets, open_fields, texts, unpaired_bookmarks


def test_openxml_audit_finds_no_error(filing: MadeFiling, tmp_path: Path) -> None:
    assert audit(filing.docx, tmp_path) == []


def test_ooxml_integrity_has_no_finding(filing: MadeFiling, tmp_path: Path) -> None:
    assert integrity(filing.docx, tmp_path) == []


def test_bookmarks_and_fields_are_whole_and_lead_somewhere(filing: MadeFiling) -> None:
    for root in texts(filing.docx):
        assert unpaired_bookmarks(root) == []
        assert open_fields(root) == 0
    assert missing_targets(filing.docx) == set()


@pytest.fixture(scope="module")
def printed(shared_folder: Path) -> Mapping[FilingName, list[str]]:
    """The pages of every Word file as LibreOffice prints them."""
    folder = made_once(shared_folder, "office", _print_all)
    return {name: printed_pages("-".join(name), folder) for name in FILINGS}


def _print_all(folder: Path) -> None:
    print_in_libreoffice({"-".join(name): made_filing(name).docx for name in FILINGS}, folder)


def test_libreoffice_prints_every_note_with_its_number(
    filing: MadeFiling, printed: Mapping[FilingName, list[str]]
) -> None:
    notes = [item for item in filing.shown if item.kind == "note"]
    assert not alleges(filing.name) or len(notes) > 80
    assert [note for note in notes if not _is_printed(note, printed[filing.name])] == []


def _is_printed(note: Item, pages: list[str]) -> bool:
    """Tell whether a note stands on a page, or begins at the foot of one and ends at the foot of the next."""
    text = squeezed(note.number + note.text)
    if any(text in page for page in pages):
        return True
    pairs = pairwise(pages)
    return any(
        text[:cut] in page and text[cut:] in following for page, following in pairs for cut in range(20, len(text))
    )


def test_the_sheet_of_all_pages_in_word_has_as_many_as_are_printed_or_nearly_so(
    filing_name: FilingName, printed: Mapping[FilingName, list[str]]
) -> None:
    """The sheets of the example show finals, these are drafts; and no two LibreOffices break all pages alike."""
    count = len(printed[filing_name])

    assert abs(pages_on_sheet(sheet_of(filing_name, "-word")) - count) <= 1 + count // 40
