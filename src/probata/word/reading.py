"""The text of a Word file, line by line: what a reader sees, with the names by which we know it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from docx.opc.part import Part

from probata.word.elements import Element, P, w
from probata.word.forms import Forms
from probata.word.package import WordFile
from probata.word.piece import STRUCK, Piece
from probata.word.pieces import Reading, pieces
from probata.word.standing import Cells, Standing, goes_on, standing_in, tracked_changes
from probata.word.word_text import Line, WordText

# Where links lead: a relationship of the part, and a place in what is there (ISO/IEC 29500-1, 17.16.22).


def addresses(part: Part) -> dict[str, str]:
    """Return the addresses outside that a part names, by the ids of their relationships."""
    return {id_: one.target_ref for id_, one in part.rels.items() if one.is_external}


def address_of(link: str, known: Mapping[str, str]) -> str:
    """Return the address of a `Piece.link`, which has an id or the address itself before the place."""
    name, mark, place = link.partition("#")
    return f"{known.get(name, name)}{mark}{place}"


# Which paragraphs belong to a table of contents: they repeat the headings, and a program makes them anew.

_CHARACTER: Final = w("fldChar")
_TYPE: Final = w("fldCharType")
_INSTRUCTION: Final = w("instrText")
_CONTENTS: Final = "TOC"
_BEGINNING: Final = 8
"""Letters of an instruction that tell what field it is."""


def paragraphs_in_contents(story: Element) -> frozenset[Element]:
    """Return the paragraphs of a story in which a table of contents begins or goes on (ISO/IEC 29500-1, 17.16.5.68)."""
    beginnings = sum(map(_may_begin_contents, story.iter(_INSTRUCTION)))
    if not beginnings:
        return frozenset()
    open_: list[str] = []  # how the instructions of the fields begin that have begun and not ended
    contents = 0
    found: set[Element] = set()
    for element in story.iter(P, _CHARACTER, _INSTRUCTION):
        if element.tag == P:
            if contents:
                found.add(element)
        elif element.tag == _INSTRUCTION:
            beginnings -= _may_begin_contents(element)
            if open_:
                contents -= _is_contents(open_[-1])
                open_[-1] = (open_[-1] + (element.text or "")).lstrip()[:_BEGINNING]
                contents += _is_contents(open_[-1])
            if contents:
                found.update(element.iterancestors(P))
        elif element.get(_TYPE) == "begin":
            open_.append("")
        elif element.get(_TYPE) == "end" and open_:
            contents -= _is_contents(open_.pop())
            if not beginnings and not open_:
                break  # most of a document is behind its contents
    return frozenset(found)


def may_hold_contents(root: Element) -> bool:
    """Tell whether any table of contents may begin in what a part holds: one look at all notes, of which none has."""
    return any(map(_may_begin_contents, root.iter(_INSTRUCTION)))


def _may_begin_contents(instruction: Element) -> bool:
    """Tell whether a part of an instruction may be the first of one of contents; programs cut them where they like."""
    beginning = (instruction.text or "").lstrip()[: len(_CONTENTS)]
    return bool(beginning) and _CONTENTS.startswith(beginning)


def _is_contents(beginning: str) -> bool:
    return beginning.split()[:1] == [_CONTENTS]


# The paragraphs with which a new page begins, because a style has it so, or because somebody broke the page there.

_BREAK: Final = w("br")
_TYPE_OF_BREAK: Final = w("type")
_TEXT: Final = frozenset((w("t"), w("footnoteReference"), w("drawing"), w("fldChar")))


def is_page_break(element: Element) -> bool:
    """Tell the break of a page or column from that of a line: no word depends on it."""
    return element.tag == _BREAK and element.get(_TYPE_OF_BREAK, "textWrapping") != "textWrapping"


def broken_before(story: Element) -> frozenset[Element]:
    """Return the paragraphs before whose words a break of the page stands, at the end of the one above it too.

    LibreOffice writes one there where a style begins the page. A break in the middle of words counts for its paragraph.
    """
    if not any(map(is_page_break, story.iter(_BREAK))):
        return frozenset()
    found: set[Element] = set()
    is_waiting = False
    for paragraph in story.iter(P):
        said = [one for one in paragraph.iter(_BREAK, *_TEXT) if one.tag in _TEXT or is_page_break(one)]
        breaks = [n for n, one in enumerate(said) if one.tag == _BREAK]
        if len(breaks) == len(said):
            is_waiting = is_waiting or bool(breaks)
            continue
        if is_waiting or any(n < len(said) - 1 for n in breaks):
            found.add(paragraph)
        is_waiting = bool(breaks) and breaks[-1] == len(said) - 1
    return frozenset(found)


# Words that are struck through: to whoever did that in Word, they are deleted.


def is_struck(piece: Piece) -> bool:
    """Tell whether something says anything and is struck through."""
    return bool(piece.marks & STRUCK) and (piece.kind != "text" or bool(piece.text.strip()))


def without_struck(found: Sequence[Piece]) -> list[Piece]:
    """Return pieces without what is struck through; of the spaces on both sides of it, one stays."""
    kept: list[Piece] = []
    was_struck = False
    for piece in found:
        if piece.marks & STRUCK:
            was_struck = True
            continue
        last = kept[-1] if kept else None
        if was_struck and last and last.text.endswith(" ") and piece.kind == last.kind == "text":
            piece = replace(piece, text=piece.text.removeprefix(" "))
        was_struck = False
        if piece.kind != "text" or piece.text:
            kept.append(piece)
    return kept


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
    return any(piece.kind != "text" or piece.text.strip() for piece in found)


def _stripped(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces without the spaces at both ends of their paragraph: nobody sees them."""
    kept = list(found)
    while kept and kept[-1].kind == "text" and (text := kept[-1].text.rstrip(" ")) != kept[-1].text:
        kept[-1:] = [replace(kept[-1], text=text)] if text else []
    while kept and kept[0].kind == "text" and (text := kept[0].text.lstrip(" ")) != kept[0].text:
        kept[:1] = [replace(kept[0], text=text)] if text else []
    return tuple(kept)
