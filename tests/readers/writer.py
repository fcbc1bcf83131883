"""Word files as LibreOffice opens them, told in its own format: all that needs no page, numbers of notes among it.

Elements are those of OpenDocument 1.3, part 3, 5.1 and 6.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from tests.readers.libreoffice import convert

_NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text")}
_NOTE = f"{{{_NAMES['text']}}}note"


@dataclass(frozen=True, slots=True)
class Told:
    """What LibreOffice has of a file."""

    text: str
    """Without the notes and the numbers of paragraphs."""
    notes: list[str]
    """The number of each with its text, in the order of their marks."""


def open_in_writer(files: Mapping[str, bytes], folder: Path) -> dict[str, Told]:
    """Have LibreOffice open Word files that are written into `folder`, and return what it has of each."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert((folder / f"{name}.docx" for name in files), "fodt", folder)
    return {name: _told(folder / f"{name}.fodt") for name in files}


def _told(path: Path) -> Told:
    body = etree.parse(path, etree.XMLParser(huge_tree=True)).find(".//office:body/office:text", _NAMES)
    assert body is not None, f"LibreOffice made no text of {path.stem}"
    notes = ["".join(map(str, note.itertext())) for note in body.iter(_NOTE)]
    return Told("".join(_outside_notes(body)), notes)


def _outside_notes(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if inner.tag != _NOTE:
            yield from _outside_notes(inner)
        yield inner.tail or ""
