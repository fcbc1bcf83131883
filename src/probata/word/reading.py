"""The text of a Word file, line by line: what a reader sees, with the names by which we know it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from probata.word.cells import Cells
from probata.word.elements import Element, P, w
from probata.word.in_contents import InContents
from probata.word.names import TAG
from probata.word.package import WordFile
from probata.word.pieces import Piece, Reading, pieces, plain
from probata.word.tracked import goes_on, is_left_out_row, tracked_changes

_OUTSIDE: Final = frozenset({w("txbxContent"), w("pict"), w("object")})
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph that says something."""

    pieces: tuple[Piece, ...]
    tag: str = ""
    """Of the content control of ours in or round it; empty where there is none any more."""

    cell: int = 0
    """Which cell of a table of the document it stands in, counted from 1; 0 in running text."""

    row: int = 0
    """Which row of a table of the document it stands in, counted from 1; 0 in running text."""

    column: int = 0
    """Which cell of its row, counted from 1; 0 in running text."""

    style: str = ""
    """Id of the paragraph's style."""

    @property
    def text(self) -> str:
        """Its characters, with a mark for each thing that is none."""
        return plain(list(self.pieces))

    @property
    def field(self) -> str:
        """What the tag says of the record and field that it comes from, or empty."""
        return self.tag.removeprefix(TAG).partition(":")[0] if self.tag else ""


@dataclass(frozen=True, slots=True)
class WordText:
    """What a file says. Contents, which repeat the headings, are left out."""

    lines: tuple[Line, ...]
    notes: dict[str, tuple[tuple[Piece, ...], ...]] = field(default_factory=dict)
    """Paragraphs of each note by the key of its mark, such as `footnote 12`."""

    empty: frozenset[tuple[int, int]] = frozenset()
    """Row and column of each cell of the body without text, counted as those of lines are."""

    tracked_by: tuple[str, ...] = ()
    """Who made the tracked changes in it, each author once in order of the alphabet; empty where there are none."""


def read_text(file: WordFile, reading: Reading = "accepted") -> WordText:
    """Read body and notes; heads and feet of pages are no part of the text.

    Raises `WordFileError` for a part that cannot be read.
    """
    notes: dict[str, tuple[tuple[Piece, ...], ...]] = {}
    roots = [file.document]
    for part, name in _NOTES:
        root = file.root_of(part)
        if root is not None:
            roots.append(root)
            for note in root.iterchildren(w(name)):
                if note.get(w("type"), "normal") == "normal":
                    key = f"{name} {note.get(w('id'), '')}"
                    notes[key] = tuple(line.pieces for line in _lines(note, reading))
    authors = {author for root in roots for author in tracked_changes(root)}
    cells = Cells()
    lines = tuple(_lines(file.body, reading, cells))
    said = {(line.row, line.column) for line in lines}
    empty = frozenset(cells.places.values()) - said
    return WordText(lines, notes, empty, tuple(sorted(authors)))


def _lines(story: Element, reading: Reading, cells: Cells | None = None) -> Iterator[Line]:
    contents, cells = InContents(), cells or Cells()
    begun: list[Piece] = []
    for paragraph in _paragraphs(story, reading):
        if contents.holds(paragraph):
            continue
        begun += pieces(paragraph, reading)
        cell, row, column = cells.place(paragraph)
        if goes_on(paragraph, reading):
            continue
        line = Line(_stripped(begun), tag_of_paragraph(paragraph), cell, row, column, _style(paragraph))
        begun = []
        if line.text.strip():
            yield line
    if plain(begun).strip():
        yield Line(_stripped(begun))


def _stripped(found: list[Piece]) -> tuple[Piece, ...]:
    """Return pieces without the spaces at both ends of their paragraph: nobody sees them."""
    kept = list(found)
    while kept and kept[-1].kind == "text" and (text := kept[-1].text.rstrip(" ")) != kept[-1].text:
        kept[-1:] = [replace(kept[-1], text=text)] if text else []
    while kept and kept[0].kind == "text" and (text := kept[0].text.lstrip(" ")) != kept[0].text:
        kept[:1] = [replace(kept[0], text=text)] if text else []
    return tuple(kept)


def _paragraphs(element: Element, reading: Reading) -> Iterator[Element]:
    """Give the paragraphs in their order, without those in drawings and in rows that the reading leaves out."""
    for child in element:
        if child.tag == P:
            yield child
        elif child.tag not in _OUTSIDE and not is_left_out_row(child, reading):
            yield from _paragraphs(child, reading)


def tag_of_paragraph(paragraph: Element) -> str:
    """Return the tag of the content control of ours in or round a paragraph, or nothing."""
    around = (control for control in paragraph.iterancestors(w("sdt")))
    inside = (control for control in paragraph.iter(w("sdt")))
    for control in (*inside, *around):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        if tag is not None and tag.get(w("val"), "").startswith(TAG):
            return str(tag.get(w("val")))
    return ""


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")
