"""Opening written Word files in tests: parts as XML, and documents of a few blocks."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from probata.document.blocks import Block, Paragraph
from probata.document.inlines import Inline, Text
from probata.document.tree import Document, Meta
from probata.writers.docx import FORMAT
from probata.writers.format import WriteOptions

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NAMESPACES['w']}}}"
LABELS = (("table", "Table"), ("page", "Page"), ("of", "of"))


def written(document: Document, reference: bytes | None = None) -> bytes:
    """Return the file of a document."""
    return FORMAT.write(document, WriteOptions(reference_docx=reference)).data


def document_of(*blocks: Block, meta: Meta | None = None) -> Document:
    """Return a document of a few blocks."""
    return Document(meta or Meta("A test", labels=LABELS), blocks)


def paragraph(*inlines: Inline | str) -> Paragraph:
    """Return a plain paragraph; strings are text."""
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the files inside."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    """Return one part, such as `word/document.xml`."""
    return etree.fromstring(parts(data)[name])


def found(element: etree._Element, path: str) -> list[str]:
    """Return the attributes or texts that an XPath with the prefixes `w` and `r` selects."""
    result = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(result, list)
    return [str(item) for item in result]


def count(element: etree._Element, path: str) -> int:
    """Return how many elements an XPath selects."""
    return len(found(element, path))


def rezipped(files: dict[str, bytes]) -> bytes:
    """Return a ZIP file of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return out.getvalue()
