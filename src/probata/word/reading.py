"""The text of a Word file, line by line: what a reader sees, with the names by which we know it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from probata.word.addresses import address_of, addresses
from probata.word.cells import Cells
from probata.word.elements import Element, P, w
from probata.word.forms import Forms
from probata.word.in_contents import InContents
from probata.word.names import TAG
from probata.word.package import WordFile
from probata.word.piece import Piece, plain
from probata.word.pieces import Reading, pieces
from probata.word.struck import is_struck, without_struck
from probata.word.tracked import goes_on, is_left_out_row, tracked_changes
from probata.word.word_text import Line, WordText

_OUTSIDE: Final = frozenset({w("txbxContent"), w("pict"), w("object")})
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_text(file: WordFile, reading: Reading = "accepted") -> WordText:
    """Read body, notes, heads and feet of pages.

    What is struck through is read as a tracked deletion. Raises `WordFileError` for a part that cannot be read.
    """
    notes: dict[str, tuple[tuple[Piece, ...], ...]] = {}
    roots = [file.document]
    reader = _Reader(reading, Forms(file))
    for kind, name in _NOTES:
        part = file.part(kind)
        if part is not None:
            links = addresses(part)
            roots.append(file.root(part))
            for note in file.root(part).iterchildren(w(name)):
                if note.get(w("type"), "normal") == "normal":
                    key = f"{name} {note.get(w('id'), '')}"
                    notes[key] = tuple(line.pieces for line in reader.lines(note, links))
    cells = Cells()
    lines = tuple(reader.lines(file.body, addresses(file.main), cells))
    said = {(line.row, line.column) for line in lines}
    empty = frozenset(cells.places.values()) - said
    heads = tuple(line for part in file.furniture() for line in reader.lines(file.root(part), addresses(part)))
    roots += [file.root(part) for part in file.furniture()]
    authors = {author for root in roots for author in tracked_changes(root)}
    return WordText(lines, notes, empty, tuple(sorted(authors)), heads, reader.is_struck)


@dataclass(slots=True)
class _Reader:
    reading: Reading
    forms: Forms
    is_struck: bool = False
    """Whether anything was struck through in what was read."""

    def lines(self, story: Element, links: Mapping[str, str], cells: Cells | None = None) -> Iterator[Line]:
        """Give the lines of a story that say something; `links` are the addresses that its part names."""
        contents, cells = InContents(), cells or Cells()
        begun: list[Piece] = []
        for paragraph in _paragraphs(story, self.reading):
            if contents.holds(paragraph):
                continue
            begun += self._seen(paragraph, links)
            cell, row, column = cells.place(paragraph)
            if goes_on(paragraph, self.reading):
                continue
            tag, form = tag_of_paragraph(paragraph), self.forms.of(paragraph)
            line = Line(_stripped(begun), tag, cell, row, column, _style(paragraph), form)
            begun = []
            if line.text.strip():
                yield line
        if plain(begun).strip():
            yield Line(_stripped(begun))

    def _seen(self, paragraph: Element, links: Mapping[str, str]) -> list[Piece]:
        """Return what a paragraph says in this reading, with the addresses of its links."""
        found = pieces(paragraph, self.reading, exact=True)
        if any(one.marks and is_struck(one) for one in found):
            self.is_struck = True
            found = without_struck(found) if self.reading == "accepted" else found
        return [replace(one, link=address_of(one.link, links)) if one.link else one for one in found]


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
