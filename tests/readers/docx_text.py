"""An independent reader of Word files: what a person sees, as a list of (kind, number, text).

It does not import the project. It counts automatic numbers as Word does, from `numbering.xml` alone.

Kinds and their numbers, the same for the readers of every format:

- `heading`: `A`, `A.1`, `Annex 1` or nothing
- `paragraph`: `14`, `(a)` or nothing; also title, cover lines, sources, notes below tables, text of boxes
- `list`: one for each paragraph of an item; `1` on the first of an ordered one, nothing for bullets
- `quote`: one for each paragraph of a quotation or an epigraph, and one for its attribution
- `caption`: `Table 3`, `Figure 2` where it has a number; the text without the colon between
- `picture`: no number; its alternative text
- `cell`: one for each cell, row by row, empty ones too; its paragraphs joined by a space, list numbers left out
- `note`: `12`; its paragraphs joined by a space; after the body, in order of their marks

A final stop of a number is left out. Text has its spaces made single, and no marks of notes. Contents (title and
entries) and what stands in the head and foot of a page are left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from tests.readers.docx_numbers import Counter, StyleTable, val
from tests.readers.item import Item
from tests.readers.read_once import read_once
from tests.readers.section import Section, sections

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
QUOTE_STYLES = {"quote", "epigraph", "attribution"}
CAPTION_STYLES = {"caption", "picture caption"}
BOX_STYLES = {"notice box", "picture frame"}


@read_once
def read_docx(data: bytes) -> list[Item]:
    """Return what the file shows, the body first and then its notes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in _PARTS}
    reader = _Reader(parts["word/styles.xml"], parts["word/numbering.xml"])
    body = parts["word/document.xml"].find(f"{W}body")
    assert body is not None
    notes = _notes(parts["word/document.xml"], parts["word/footnotes.xml"], parts["word/settings.xml"])
    return [*reader.blocks(body), *notes]


@read_once
def read_docx_sections(data: bytes) -> list[Section]:
    """Return the headings with what stands below each; what stands before the first has an empty heading."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        document, settings, styles = (
            etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "settings", "styles")
        )
    table = StyleTable(styles)
    place, place_of = 0, dict[etree._Element, int]()
    for element in document.iter(f"{W}p", f"{W}footnoteReference"):
        if element.tag == f"{W}p":
            place += table.is_heading(table.name(val(element, "pPr/pStyle")))
        else:
            place_of[element] = place
    marks = numbered_marks(document, settings)
    return sections(read_docx(data), ((place_of[mark], str(number)) for number, mark in marks))


_PARTS = tuple(f"word/{name}.xml" for name in ("document", "styles", "numbering", "footnotes", "settings"))


class _Reader:
    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self.styles = StyleTable(styles)
        self.counter = Counter(numbering, self.styles)

    def blocks(self, parent: etree._Element) -> Iterator[Item]:
        for block in parent:
            if block.tag == f"{W}p":
                yield from self._paragraph(block)
            elif block.tag == f"{W}tbl":
                yield from self._table(block)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Item]:
        number, text = self.counter.next(paragraph), visible_text(paragraph)
        style = self.styles.name(val(paragraph, "pPr/pStyle"))
        kind = self._kind(style)
        for drawing in paragraph.iter(DRAWING):
            yield Item("picture", "", " ".join(str(drawing.get("descr")).split()))
        if kind == "contents" or not (text or number):
            return
        if kind == "caption" and ":" in text and paragraph.find(f".//{W}instrText") is not None:
            number, _, text = text.partition(":")
            number, text = number.rstrip(), text.lstrip()
        yield Item(kind, number.removesuffix("."), text)

    def _kind(self, style: str) -> str:
        if re.fullmatch(r"toc (\d|heading)", style):
            return "contents"
        if style in CAPTION_STYLES or style in QUOTE_STYLES:
            return "caption" if style in CAPTION_STYLES else "quote"
        if style.startswith("list "):
            return "list"
        return "heading" if self.styles.is_heading(style) else "paragraph"

    def _table(self, table: etree._Element) -> Iterator[Item]:
        is_box = self.styles.name(val(table, "tblPr/tblStyle")) in BOX_STYLES
        for cell in table.findall(f"{W}tr/{W}tc"):
            if is_box:
                yield from self.blocks(cell)
                continue
            # Numbered paragraphs in cells count, although their numbers are not listed.
            shown = [item.text for item in self.blocks(cell)]
            yield Item("cell", "", " ".join(" ".join(shown).split()))


def visible_text(element: etree._Element) -> str:
    """Return the text of runs, instructions of fields and marks of notes and what parts them left out."""
    of_marks = {
        val(run, "rPr/rStyle") for run in element.iter(f"{W}r") if run.find(f"{W}footnoteReference") is not None
    }
    again = set(_marks_again(element))
    parts = [
        (run.text or "") if run.tag == f"{W}t" else " "
        for run in element.iter(f"{W}t", f"{W}tab", f"{W}br")
        if (parent := run.getparent()) is not None and parent.tag == f"{W}r"
        if val(parent, "rPr/rStyle") not in of_marks - {""}
        if parent not in again
    ]
    return " ".join("".join(parts).split())


def _marks_again(element: etree._Element) -> Iterator[etree._Element]:
    """Give the runs of marks that are printed again: raised results of fields, two runs behind the code."""
    for code in element.iter(f"{W}instrText"):
        run = code.getparent()
        if run is not None and (code.text or "").split()[:1] == ["NOTEREF"] and val(run, "rPr/vertAlign"):
            yield list(run.itersiblings())[1]


def _notes(document: etree._Element, footnotes: etree._Element, settings: etree._Element) -> Iterator[Item]:
    texts = {note.get(f"{W}id"): note for note in footnotes.findall(f"{W}footnote")}
    for number, mark in numbered_marks(document, settings):
        shown = [visible_text(part) for part in texts[mark.get(f"{W}id")].iter(f"{W}p")]
        yield Item("note", str(number), " ".join(" ".join(shown).split()))


def numbered_marks(document: etree._Element, settings: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Give the marks of notes as Word numbers them: in order, from 1 in each section where it says so."""
    number, restarts = 0, _restarts(document, settings)
    for paragraph in document.iter(f"{W}p"):
        for mark in paragraph.iter(f"{W}footnoteReference"):
            number += 1
            yield number, mark
        if restarts and paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            number = 0


def _restarts(document: etree._Element, settings: etree._Element) -> bool:
    """Tell whether every section begins again; one that says nothing does as the settings say."""
    general = val(settings, "footnotePr/numRestart")
    sections = document.iter(f"{W}sectPr")
    return {val(section, "footnotePr/numRestart") or general for section in sections} == {"eachSect"}
