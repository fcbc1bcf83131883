"""LibreOffice, asked to accept or reject all changes, comes to the same two documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.filings.cases import EXAMPLE, REAL, FilingName
from tests.filings.made import made_filing
from tests.readers.libreoffice_changes import settle_in_libreoffice
from tests.redline.changed import changed
from tests.writers.docx_file import document_of, paragraph, written
from tests.writers.docx_validity import audit, integrity
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Cell, Row, Table
from probata.document.tree import Document
from probata.redline import make_redline
from probata.redline.reading import View, read_stories


def settled(data: bytes, folder: Path, name: str) -> dict[str, dict[str, list[str]]]:
    """Return the stories of a file as LibreOffice saves it with all changes accepted, and rejected."""
    own = folder / name
    own.mkdir()
    return {view: read_stories(file, View.ACCEPTED) for view, file in settle_in_libreoffice(data, own).items()}


def both_ways(old: Document, new: Document, folder: Path) -> tuple[object, object]:
    """Return what LibreOffice makes of a redline, rejected and accepted, and what it makes of the two versions."""
    before, after = written(old), written(new)
    data = make_redline(before, after, "A. Author").data
    read = settled(data, folder, "redline")
    # LibreOffice changes something whenever it saves: so the versions go through it, too.
    versions = settled(before, folder, "old")["accepted"], settled(after, folder, "new")["accepted"]
    return (read["rejected"], read["accepted"]), versions


def test_of_a_document_with_everything(tmp_path: Path) -> None:
    settled_redline, versions = both_ways(rich_document(), changed(rich_document(), 25), tmp_path)
    assert settled_redline == versions


def test_of_a_filing_with_forty_changes(tmp_path: Path) -> None:
    tree = made_filing(FilingName(EXAMPLE, "uk-ghr")).tree
    settled_redline, versions = both_ways(tree, changed(tree, 40), tmp_path)
    assert settled_redline == versions


T = Table((1, 1), (), tuple(Row((Cell((paragraph(a),)), Cell((paragraph(b),)))) for a, b in ("ab", "cd")))
FIRST, GONE, LAST = paragraph("First."), paragraph("Gone."), paragraph("Last.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((FIRST, T, LAST), (FIRST, LAST)),
        ((FIRST, GONE, T, LAST), (FIRST, T, LAST)),
        ((FIRST, GONE, T, LAST), (FIRST, LAST)),
        ((FIRST, T, LAST), (FIRST, paragraph("Come."), T, LAST)),
        ((FIRST, T), (FIRST,)),
        ((FIRST,), (FIRST, GONE, LAST)),
    ],
)
def test_of_paragraphs_and_tables_that_stand_beside_each_other(
    old: tuple[Block, ...], new: tuple[Block, ...], tmp_path: Path
) -> None:
    settled_redline, versions = both_ways(document_of(*old), document_of(*new), tmp_path)
    assert settled_redline == versions


def test_no_validator_finds_anything_in_the_redline_of_the_real_case(tmp_path: Path) -> None:
    tree = made_filing(FilingName(REAL, "uk-ghr")).tree
    data = make_redline(written(tree), written(changed(tree, 60)), "A. Author").data
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []
