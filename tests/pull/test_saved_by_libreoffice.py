"""Files that LibreOffice has really saved: nothing is found that nobody changed, and what was changed is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import each
from tests.filings.cases import REAL, FilingName
from tests.filings.made import made_filing
from tests.pull.pulling import GHR, changes, offers, read, taken_text
from tests.pull.word_edits import WordEdits
from tests.readers.libreoffice import WORD, convert

NAMES = (GHR, FilingName(GHR.case, "un-sp-fr"), FilingName(REAL, "uk-ghr"))
EDITED = "edited"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents that LibreOffice has opened and saved, one of them edited before."""
    folder = tmp_path_factory.mktemp("saved")
    for name in NAMES:
        (folder / f"{'-'.join(name)}.docx").write_bytes(made_filing(name).docx)
    edits = WordEdits(made_filing(GHR).docx)
    edits.replace("Two guards carried him", "Two guards and others carried him")
    edits.split("The Court of Review found that he was")
    (folder / f"{EDITED}.docx").write_bytes(edits.save())
    convert(sorted(folder.glob("*.docx")), WORD, folder / "out")
    return folder / "out"


@each("name", NAMES, ids=str)
def test_nothing_is_found_in_an_untouched_document_that_libreoffice_saved(name: FilingName, saved: Path) -> None:
    data = (saved / f"{'-'.join(name)}.docx").read_bytes()
    assert data != made_filing(name).docx
    assert changes(data, name) == []


def test_libreoffice_keeps_the_controls(saved: Path) -> None:
    tags = [line.tag for line in read((saved / f"{'-'.join(GHR)}.docx").read_bytes()).lines]
    assert tags == [line.tag for line in read(made_filing(GHR).docx).lines]
    assert sum(map(bool, tags)) > 80


def test_what_was_changed_is_found_in_what_libreoffice_saved(saved: Path) -> None:
    (found,) = offers((saved / f"{EDITED}.docx").read_bytes(), GHR)
    text = taken_text(found)
    assert "Two guards\nand others carried him" in text
    assert "paras 9-10].\n\nThe Court of Review found" in text
