"""The body of a Word file as paragraphs and tables in their order, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from probata.compose.word_template.page_sections import new_pages
from probata.compose.word_template.styles import Look, Styles
from probata.word import WordFile
from probata.word.elements import TABLE, Element, P, value, w
from probata.word.in_contents import paragraphs_in_contents
from probata.word.piece import Piece, plain
from probata.word.pieces import pieces

_SHOWN = 60
"""Characters of a heading or paragraph that a place shows."""
_AROUND = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("smartTag")})


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a Word file, as somebody finds it there."""

    number: int
    """Of the paragraph in the body, those in tables counted, from 1."""
    heading: str = ""
    """The nearest heading above it; empty before the first."""
    text: str = ""
    """The first words of the paragraph."""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph."""

    place: Place
    look: Look
    pieces: tuple[Piece, ...]
    new_page: bool = False
    """Whether it begins a new page."""
    element: Element | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        """Its characters, with a mark for each thing that is none."""
        return plain(list(self.pieces))


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table by rows, each row by cells, each cell by paragraphs."""

    rows: tuple[tuple[tuple[WordParagraph, ...], ...], ...]
    widths: tuple[int, ...]
    is_form: bool
    """Whether its first column labels its second, and no row is a heading."""
    place: Place
    element: Element = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class WordContents:
    """A table of contents that Word made."""

    place: Place


Block = WordParagraph | WordTable | WordContents


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of one body and counts its paragraphs."""

    file: WordFile
    styles: Styles
    heading: str = ""
    number: int = 0
    contents: frozenset[Element] = frozenset()
    in_contents: bool = False
    breaks: frozenset[Element] = frozenset()
    """Paragraphs with which a section ends whose next one begins on a new page."""

    def __post_init__(self) -> None:
        """Find where sections begin on new pages, and what a table of contents holds."""
        self.breaks = frozenset(new_pages(self.file.body))
        self.contents = paragraphs_in_contents(self.file.body)

    def blocks(self, element: Element) -> Iterator[Block]:
        """Give the blocks in an element; content controls are looked into."""
        for child in element:
            if child.tag == P:
                yield from self._block(child)
                if child in self.breaks:
                    last = Place(self.number, self.heading)
                    yield WordParagraph(last, self.styles.look(child), (), new_page=True)
            elif child.tag == TABLE:
                yield self._table(child)
            elif child.tag in _AROUND:
                yield from self.blocks(child)

    def _block(self, element: Element) -> Iterator[Block]:
        paragraph = self._paragraph(element)
        if element in self.contents or paragraph.look.what == "contents":
            if not self.in_contents:
                yield WordContents(paragraph.place)
            self.in_contents = True
            return
        self.in_contents = False
        yield paragraph

    def _paragraph(self, element: Element) -> WordParagraph:
        self.number += 1
        found, look = tuple(pieces(element, exact=True)), self.styles.look(element)
        text = shortened(plain(list(found)))
        if look.what == "heading" and text:
            self.heading = text
        return WordParagraph(Place(self.number, self.heading, text), look, found, _begins_page(element), element)

    def _table(self, element: Element) -> WordTable:
        rows = tuple(
            tuple(tuple(self._paragraph(p) for p in cell.iterchildren(P)) for cell in row.iter(w("tc")))
            for row in element.iterchildren(w("tr"))
        )
        first = next((p.place for row in rows for cell in row for p in cell), Place(self.number + 1, self.heading))
        is_form = self.styles.name(value(element, "w:tblPr/w:tblStyle")) == "form table"
        grid = [int(w_) for one in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
                if (w_ := one.get(w("w"), "")).isdecimal() and len(w_) < 8]  # fmt: skip
        return WordTable(rows, tuple(grid), is_form, first, element)


def paragraphs_of(block: Block) -> Sequence[WordParagraph]:
    """Return a paragraph by itself, or those in the cells of a table; a table of contents has none."""
    if isinstance(block, WordParagraph):
        return (block,)
    return [p for row in block.rows for cell in row for p in cell] if isinstance(block, WordTable) else ()


def shortened(text: str) -> str:
    """Return the first words of a text on one line."""
    line = " ".join(text.replace("\N{OBJECT REPLACEMENT CHARACTER}", "").split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"


def _begins_page(element: Element) -> bool:
    before = element.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    if before is not None and before.get(w("val"), "true") not in ("0", "false", "off"):
        return True
    return any(one.get(w("type")) == "page" for one in element.iter(w("br")))
