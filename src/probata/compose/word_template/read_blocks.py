"""The body of a Word file as paragraphs and tables in their order, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from probata.compose.word_template.vocabulary import vocabulary
from probata.word import WordFile
from probata.word.elements import TABLE, Element, P, decimal, value, w
from probata.word.forms import Lists, StyleChains
from probata.word.piece import Piece, plain
from probata.word.pieces import pieces
from probata.word.reading import paragraphs_in_contents

# What a paragraph of a Word file is, by its style, its outline level and its list.

_HEADING = re.compile(r"heading (\d)")
_BODY_LEVEL = 9
"""The outline level that Word gives to text."""

What = Literal["paragraph", "heading", "item", "box", "caption", "contents"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is."""

    what: What = "paragraph"
    level: int = 0
    """Of a heading from 1, of an entry of a list from 0."""
    ordered: bool = False
    name: str = ""
    """Of a box its name; of a heading its series, where it is not that of sections."""


class Styles:
    """The styles and lists of one file."""

    def __init__(self, file: WordFile) -> None:
        styles, numbering = file.root_of("styles"), file.root_of("numbering")
        self._styles = StyleChains(styles)
        found = list(self._styles.by_id.values())
        default = (
            s.get(w("styleId"), "") for s in found if _is_on(s.get(w("default"))) and s.get(w("type")) == "paragraph"
        )
        self._default = next(default, "")
        self._lists = Lists(numbering)

    @property
    def names(self) -> dict[str, str]:
        """The names of all styles by their ids."""
        return {style_id: self.name(style_id) for style_id in self._styles.by_id}

    def name(self, style_id: str) -> str:
        """Return the name of a style in small letters, as Word writes it in every language; empty if unknown."""
        style = self._styles.by_id.get(style_id)
        return "" if style is None else value(style, "w:name").casefold()

    def look(self, paragraph: Element) -> Look:
        """Return what a paragraph is; a style that nobody knows is what it is based on."""
        properties = paragraph.find(w("pPr"))
        own = "" if properties is None else value(properties, "w:pStyle")
        chain = list(self._styles.chain(own or self._default))
        for style in chain:
            if look := _named(value(style, "w:name").casefold()):
                return look
        sources = [found for found in (properties, *(style.find(w("pPr")) for style in chain)) if found is not None]
        level = next(
            (found for one in sources if (found := decimal(value(one, "w:outlineLvl"))) is not None), _BODY_LEVEL
        )
        if level < _BODY_LEVEL:
            return Look("heading", level + 1)
        entry = self._lists.entry(sources)
        return Look("item", entry[0], entry[1] != "bullet") if entry else Look()


def _named(name: str) -> Look | None:
    if match := _HEADING.fullmatch(name):
        return Look("heading", int(match[1]))
    known = vocabulary().styles.get(name)
    if known is None:
        return None
    if "heading" in known:
        return Look("heading", known["heading"], name=known["series"])
    if "item" in known:
        return Look("item", known["item"], known.get("ordered", False))
    return Look("box", name=known["box"]) if "box" in known else Look(known["is"])


def _is_on(written: str | None) -> bool:
    return written in ("1", "true", "on")


# Sections of a Word file: which begin on a new page, and what of their pages no document keeps.

_ON_THE_SAME_PAGE: Final = frozenset(("continuous", "nextColumn"))


def new_pages(body: Element) -> Iterator[Element]:
    """Give the paragraphs that end a section whose next one begins on a new page.

    How a section begins stands with its own end, and it begins on a new page where nothing is said (ISO/IEC 29500-1,
    17.6.22).
    """
    for (paragraph, _), (_, following) in pairwise(_sections(body)):
        if paragraph is not None and value(following, "w:type") not in _ON_THE_SAME_PAGE:
            yield paragraph


def other_pages(body: Element) -> Iterator[tuple[Element | None, str]]:
    """Give what the pages of a section have that no document keeps, with the paragraph that ends it."""
    for paragraph, section in _sections(body):
        size, columns = section.find(w("pgSz")), section.find(w("cols"))
        if size is not None and size.get(w("orient")) == "landscape":
            yield paragraph, "on pages that lie on their side"
        if columns is not None and (decimal(columns.get(w("num"))) or 1) > 1:
            yield paragraph, "in columns"


def _sections(body: Element) -> list[tuple[Element | None, Element]]:
    """Return the properties of each section with the paragraph that ends it; the last ends with the body."""
    inside = [(p, found) for p in body.iter(P) if (found := p.find(f"{w('pPr')}/{w('sectPr')}")) is not None]
    last = body.find(w("sectPr"))
    return [*inside, *([] if last is None else [(None, last)])]


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
