"""LibreOffice opens the file and prints every note under its own mark."""

from __future__ import annotations

import pytest
from tests.each import each
from tests.readers.item import Item
from tests.readers.libreoffice import print_in_libreoffice, printed_pages, squeezed
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import written
from tests.writers.letterhead import letterhead
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.tree import Document


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the text of three files."""
    files = {"own": written(rich_document()), "letterhead": written(rich_document(), letterhead())}
    files["sections"] = written(section_document())
    folder = tmp_path_factory.mktemp("office")
    print_in_libreoffice(files, folder)
    return {name: "".join(printed_pages(name, folder)) for name in files}


@each("name", ["own", "letterhead"])
def test_every_numbered_paragraph_and_heading_is_printed_with_its_number(printed: dict[str, str], name: str) -> None:
    shown = [item for item in _items(rich_document(), "paragraph", "heading") if item.number]
    assert len(shown) == 26
    missing = [item for item in shown if _start(item) not in printed[name]]
    assert missing == []


@each("name", ["own", "letterhead"])
def test_every_note_is_printed_with_its_own_number(printed: dict[str, str], name: str) -> None:
    notes = _items(rich_document(), "note")
    assert len(notes) == 12
    missing = [note for note in notes if squeezed(note.number + note.text)[:30] not in printed[name]]
    assert missing == []


def test_notes_that_begin_again_do_so_in_libreoffice_too(printed: dict[str, str]) -> None:
    notes = _items(section_document(), "note")
    assert [note.number for note in notes] == ["1", "1", "2", "3", "1", "1"]
    assert [note for note in notes if squeezed(note.number + note.text) not in printed["sections"]] == []


def _items(document: Document, *kinds: str) -> list[Item]:
    return [item for item in read_tree(document) if item.kind in kinds]


def _start(item: Item) -> str:
    """Return the beginning of what is printed, short enough to end before the first mark of a note."""
    stop = "." if item.kind == "paragraph" and item.number.isalnum() else ""
    return squeezed(f"{item.number}{stop}{item.text}")[:15]
