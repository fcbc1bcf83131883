"""Blocks: what stands below each other on a page."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from probata.diagnostics.value import value
from probata.document.inlines import Inlines
from probata.document.origin import Origin


class Role(StrEnum):
    """What a paragraph is. Every writer maps each value to one style of its own."""

    BODY = "body"
    NUMBERED = "numbered"
    """Numbered 1, 2, 3 through the whole document; level 1 is (a), level 2 is (i)."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    COVER = "cover"
    """A centred line of the cover block."""

    COVER_RIGHT = "cover-right"
    """A line of the block at the top right corner of a witness statement."""

    MARKING = "marking"
    """Confidentiality marking or status line of the cover block, bold and centred."""

    DECLARATION = "declaration"
    """The declaration above a signature; it stays whole and with the signature."""

    SIGNATURE = "signature"
    """A line of the signature block."""

    BIBLIOGRAPHY = "bibliography"
    """An entry of a list of sources, with a hanging indent."""

    AUTHORITY_GROUP = "authority-group"
    """What a part of a table of authorities holds: treaties, legislation, the cases of one court."""

    AUTHORITY = "authority"
    """An entry of a table of authorities, with a hanging indent."""

    TABLE_NOTE = "table-note"
    """Small text below a table."""


@value()
class Paragraph:
    """A paragraph. Empty ones do not exist: the builder drops them."""

    inlines: Inlines
    role: Role = Role.BODY
    id: str = ""
    """Target of cross-references; empty where nothing may refer to it."""

    level: int = 0
    """0, 1 or 2, for numbered paragraphs only."""

    number: str = ""
    """What the number shows without its final stop (`14`, `(a)`, `(i)`); numbered paragraphs only."""

    origin: Origin | None = None

    sentence: str = ""
    """Kind of its sentences, such as `fact` or `context`; empty where nothing says so."""


HeadingSeries = Literal["section", "annex", "none"]


@value()
class Heading:
    """A heading, level 1 to 3.

    Series `section`: level 1 shows `A`, level 2 `A.1`, level 3 nothing. Series `annex`: level 1 shows
    `Annex 1`, deeper levels nothing. Series `none`: no number at all.
    """

    level: int
    inlines: Inlines
    id: str
    series: HeadingSeries = "section"
    number: str = ""
    origin: Origin | None = None


@value()
class ListBlock:
    """A list with bullets, or numbered 1, 2, 3 inside itself."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@value()
class Quote:
    """A quotation set off from the text, or an epigraph below a heading."""

    blocks: tuple[Block, ...]
    kind: Literal["quotation", "epigraph"] = "quotation"
    attribution: Inlines = ()
    """Who said it, on a line of its own below; may be empty."""

    origin: Origin | None = None


@value()
class Cell:
    """One cell of a table; its blocks are paragraphs or lists."""

    blocks: tuple[Block, ...]
    align: Literal["left", "right", "center"] = "left"


@value()
class Row:
    """One row. `total` rows are set off by a line above and bold type."""

    cells: tuple[Cell, ...]
    kind: Literal["body", "total"] = "body"
    origin: Origin | None = None


@value()
class Table:
    """A table. Every row has as many cells as `widths` has entries."""

    widths: tuple[int, ...]
    """Relative widths, whole numbers greater than 0."""

    header: tuple[Row, ...]
    """Rows repeated on every page; may be empty."""

    rows: tuple[Row, ...]
    caption: Inlines = ()
    """Without the word and number: writers print `Table 3: ` before it. Empty: no caption line."""

    id: str = ""
    number: int = 0
    """Number among the tables that have a caption, 0 where there is no caption."""

    kind: Literal["grid", "form"] = "grid"
    """`form`: two columns of label and value, no header, lighter lines, labels bold."""

    origin: Origin | None = None


@value()
class Picture:
    """A picture drawn from records, with its caption below it. Nothing in it is fetched or run."""

    svg: str
    """The whole SVG file: shapes and text, no script, no reference to anything outside."""

    width: float
    """In millimetres; writers make it smaller where the page is narrower, never larger."""

    height: float
    """In millimetres."""

    alternative: str
    """What the picture shows, in words, for readers who do not see it."""

    caption: Inlines = ()
    """Without the word and number: writers print `Figure 2: ` before it. Empty: no caption line."""

    id: str = ""
    number: int = 0
    """Number among the pictures that have a caption, 0 where there is no caption."""

    origin: Origin | None = None


@value()
class Box:
    """A framed passage: a notice to the reader."""

    blocks: tuple[Block, ...]


@value()
class ContentsEntry:
    """One line of the contents."""

    level: int
    number: str
    inlines: Inlines
    target: str
    """`Heading.id`."""


@value()
class Contents:
    """The table of contents, filled by the numbering pass."""

    title: Inlines
    entries: tuple[ContentsEntry, ...] = ()


@value()
class PageBreak:
    """A forced new page."""

    may_fall: bool = False
    """Whether it may be left out where the page before it would stay almost empty."""

    part: str = ""
    """The part of the filing that begins here, a file of its own; empty where none does. See `document/parts.py`."""


Block = Paragraph | Heading | ListBlock | Quote | Table | Picture | Box | Contents | PageBreak
Blocks = tuple[Block, ...]

Anchored = Paragraph | Heading | Table | Picture
"""Blocks with an id, to which something may lead."""
