"""PDFs for tests of the bundle: exhibits drawn with pikepdf, and a brief set by our own writer."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from probata.bundle.margins import spots
from probata.bundle.pieces import Piece, Run
from probata.document.anchors import IN_BUNDLE
from probata.document.blocks import Block, Heading, Paragraph, Role
from probata.document.inlines import Inline, Link, Note, Text
from probata.document.tree import Document, Meta
from probata.writers.format import WriteOptions, load_format

A4 = (595.0, 842.0)


def exhibit(
    path: Path,
    says: Sequence[str],
    size: tuple[float, float] = A4,
    rotate: int = 0,
    drawn: bytes = b"",
) -> Path:
    """Write a PDF with a line of text on each page, in its middle; `drawn` is drawn on every page before."""
    with pikepdf.new() as pdf:
        for said in says:
            pdf.add_blank_page(page_size=size)
            page = pdf.pages[-1]
            text = f"BT /F 12 Tf {size[0] / 4} {size[1] / 2} Td ({said}) Tj ET".encode()
            page.obj.Contents = pdf.make_stream(drawn + text)
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
            if rotate:
                page.obj.Rotate = rotate
        pdf.save(path, deterministic_id=True)
    return path


def piece(key: str, path: Path, title: str = "", *, is_ours: bool = False) -> Piece:
    """Return a file as one piece of a bundle."""
    run = Run(path, spots(str(path)), is_ours=is_ours)
    return Piece(key, title or key, (run,))


def brief(path: Path, leads_to: Sequence[str], pages: int = 3) -> Path:
    """Write a brief of some sections, each on a page or more, whose text and first note lead to exhibits."""
    blocks: list[Block] = []
    for number in range(pages):
        blocks += [Heading(1, (Text(f"Part {number + 1}"),), f"s-{number}", "section", "ABCDEFGHI"[number])]
        marks: list[Inline] = []
        for key in leads_to:
            marks += [Text("See "), Link(f"{IN_BUNDLE}{key}", (Text(f"[{key}]"),)), Text(". ")]
        note = Note(f"n{number}", (Paragraph((Text("Noted in "), *marks[1:2])),), number + 1)
        blocks += [Paragraph((*marks, Text("and so on " * 700), note), Role.NUMBERED, number=str(number + 1))]
    document = Document(Meta("The brief", created="2026-03-01"), tuple(blocks))
    path.write_bytes(load_format("pdf").write(document, WriteOptions()).data)
    return path


# Readers that are not ours: Poppler, and pikepdf on the finished file.


def text_of(path: Path, page: int) -> str:
    """Return what Poppler reads on a page, counted from 0."""
    asked = ["pdftotext", "-layout", "-f", str(page + 1), "-l", str(page + 1), str(path), "-"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def words_at(path: Path, page: int) -> list[tuple[str, float, float, float, float]]:
    """Return the words of a page as Poppler sees them: left, upper, right and lower edge from the top left corner."""
    asked = ["pdftotext", "-bbox", "-f", str(page + 1), "-l", str(page + 1), str(path), "-"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    found = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<', said)
    return [(word, *(float(one) for one in box)) for *box, word in found]


def labels_of(path: Path) -> list[str]:
    """Return the labels of all pages, as viewers show them."""
    with pikepdf.open(path) as pdf:
        return [page.label for page in pdf.pages]


def links_of(path: Path) -> list[tuple[int, str, object]]:
    """Return of each link its page, its kind and where it leads: a page from 0, an address, or a file and page."""
    found: list[tuple[int, str, object]] = []
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            for one in page.obj.get("/Annots", ()):
                if one.Subtype != Name.Link:
                    continue
                action = one.get("/A", Dictionary())
                if isinstance(one.get("/Dest"), Array):
                    found.append((number, "page", numbers[one.Dest[0].objgen]))
                elif action.get("/S") == Name.GoTo and isinstance(action.D, Array):
                    found.append((number, "page", numbers[action.D[0].objgen]))
                elif action.get("/S") == Name.GoToR:
                    found.append((number, "file", (str(action.F.UF), int(action.D[0]))))
                else:
                    found.append((number, "other", str(action.get("/URI", one.get("/Dest", "")))))
    return found


def outline_of(path: Path) -> list[tuple[int, str, int]]:
    """Return the lines of the outline: how deep, the words, the page from 0."""
    found: list[tuple[int, str, int]] = []
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        above = [(0, item) for item in reversed(outline.root)]
        while above:
            depth, item = above.pop()
            assert isinstance(item.destination, Array)
            found.append((depth, item.title, numbers[item.destination[0].objgen]))
            above += [(depth + 1, below) for below in reversed(item.children)]
    return found
