"""The text of a Word file, line by line: what a reader sees, with the names by which we know it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from probata.word.addresses import address_of, addresses
from probata.word.cells import Cells
from probata.word.elements import Element, w
from probata.word.forms import Forms
from probata.word.in_contents import may_hold_contents, paragraphs_in_contents
from probata.word.new_pages import broken_before
from probata.word.package import WordFile
from probata.word.piece import Piece
from probata.word.pieces import Reading, pieces
from probata.word.standing import Standing, standing_in
from probata.word.struck import is_struck, without_struck
from probata.word.tracked import goes_on, tracked_changes
from probata.word.word_text import Line, WordText

_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_text(file: WordFile, reading: Reading = "accepted") -> WordText:
    """Read body, notes, heads and feet of pages.

    What is struck through is read as a tracked deletion. Raises `WordFileError` for a part that cannot be read.
    """
    notes: dict[str, tuple[tuple[Piece, ...], ...]] = {}
    roots = [file.document]
    reader = _reader(reading, file)
    for kind, name in _NOTES:
        part = file.part(kind)
        if part is not None:
            roots.append(file.root(part))
            notes.update(reader.notes(file.root(part), name, addresses(part)))
    cells = Cells()
    lines = tuple(reader.lines(file.body, addresses(file.main), cells))
    said = {(line.row, line.column) for line in lines}
    empty = cells.places() - said
    heads = tuple(reader.heads(file))
    roots += [file.root(part) for part in file.furniture()]
    authors = {author for root in roots for author in tracked_changes(root)}
    return WordText(lines, notes, empty, tuple(sorted(authors)), heads, reader.is_struck, reader.forms.first_number())


def read_heads(file: WordFile, reading: Reading = "accepted") -> tuple[Line, ...]:
    """Read heads and feet of pages alone; raises `WordFileError` for a part that cannot be read, be it of the notes."""
    for kind, _ in _NOTES:
        file.root_of(kind)
    return tuple(_reader(reading, file).heads(file))


def _reader(reading: Reading, file: WordFile) -> _Reader:
    forms = Forms(file)
    return _Reader(reading, forms, forms.raised())


@dataclass(slots=True)
class _Reader:
    reading: Reading
    forms: Forms
    raised: frozenset[str] = frozenset()
    """The styles that raise words."""

    is_struck: bool = False
    """Whether anything was struck through in what was read."""

    def heads(self, file: WordFile) -> Iterator[Line]:
        """Give what stands at the head of pages, then at their foot."""
        for part in file.furniture():
            yield from self.lines(file.root(part), addresses(part))

    def notes(self, root: Element, name: str, links: Mapping[str, str]) -> dict[str, tuple[tuple[Piece, ...], ...]]:
        """Return what each note of a part says, by the key of its mark."""
        notes = [note for note in root.iterchildren(w(name)) if note.get(w("type"), "normal") == "normal"]
        holds_contents = may_hold_contents(root)
        return {
            f"{name} {note.get(w('id'), '')}": tuple(
                said for said, _ in self.said(note, links, may_hold_contents=holds_contents)
            )
            for note in notes
        }

    def lines(self, story: Element, links: Mapping[str, str], cells: Cells | None = None) -> Iterator[Line]:
        """Give the lines of a story; `links` are the addresses that its part names."""
        cells = cells or Cells()
        broken = broken_before(story)
        for said, ending in self.said(story, links, cells):
            if ending is None:
                yield Line(said)
            else:
                held = ending.properties
                layout = self.forms.layout(held, ending.paragraph in broken)
                yield Line(said, ending.tag(), *cells.place(ending.cell), held.style, self.forms.of(held), layout)

    def said(
        self, story: Element, links: Mapping[str, str], cells: Cells | None = None, *, may_hold_contents: bool = True
    ) -> Iterator[tuple[tuple[Piece, ...], Standing | None]]:
        """Give what each line says, where it says something, with the paragraph that ends it, if any does.

        The cells in which paragraphs stand are numbered, those without a word too.
        """
        contents = paragraphs_in_contents(story) if may_hold_contents else frozenset()
        begun: list[Piece] = []
        for one in standing_in(story, self.reading):
            if one.paragraph in contents:
                continue
            begun += self._seen(one.paragraph, links)
            if cells and one.cell:
                cells.place(one.cell)
            if not goes_on(one.properties, self.reading):
                if _says_something(begun):
                    yield _stripped(begun), one
                begun = []
        if _says_something(begun):
            yield _stripped(begun), None

    def _seen(self, paragraph: Element, links: Mapping[str, str]) -> list[Piece]:
        """Return what a paragraph says in this reading, with the addresses of its links."""
        found = pieces(paragraph, self.reading, exact=True, raised=self.raised)
        for one in found:  # few have any
            if one.marks and is_struck(one):
                self.is_struck = True
                found = without_struck(found) if self.reading == "accepted" else found
                break
        for n, one in enumerate(found):
            if one.link:
                found[n] = replace(one, link=address_of(one.link, links))
        return found


def _says_something(found: Sequence[Piece]) -> bool:
    """Tell whether pieces have anything but white space; a thing that is no text says something."""
    return any(piece.kind != "text" or piece.text.strip() for piece in found)


def _stripped(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces without the spaces at both ends of their paragraph: nobody sees them."""
    kept = list(found)
    while kept and kept[-1].kind == "text" and (text := kept[-1].text.rstrip(" ")) != kept[-1].text:
        kept[-1:] = [replace(kept[-1], text=text)] if text else []
    while kept and kept[0].kind == "text" and (text := kept[0].text.lstrip(" ")) != kept[0].text:
        kept[:1] = [replace(kept[0], text=text)] if text else []
    return tuple(kept)
