"""Styles of tables, of what stands in and round them, and of boxes.

A box is a table of one cell: Word draws the borders of neighbouring paragraphs as one frame only where their
indents are equal, which those of a list never are. Bold type is in the styles of paragraphs alone: where a
table's style and a paragraph's both say bold, Word prints neither.
"""

from __future__ import annotations

from probata.writers.docx.reference.measures import Measures, table_size
from probata.writers.docx.reference.style import (
    BOLD,
    CENTRED,
    CONTEXTUAL,
    KEEP,
    NOT_KEPT,
    RIGHT,
    WHOLE,
    Style,
    size,
    spacing,
)
from probata.writers.docx.style_names import (
    ALIGNED,
    CAPTION,
    PICTURE_CAPTION,
    TABLE_HEADING,
    TABLE_LABEL,
    TABLE_TEXT,
    TABLE_TOTAL,
)

HEADER_FILL = "E7E6E6"
_HEADER_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER_FILL}"/>'


_PADDING = 85
SIDE_MARGINS = 2 * _PADDING
"""Twips left and right of a cell's text together."""


def table_styles(measures: Measures) -> list[Style]:
    """Return the styles of captions, cells and tables."""
    small = size(table_size(measures.font_size))
    return [
        Style("caption", KEEP + spacing(240, 80), BOLD + small, following="Table Text"),
        Style(PICTURE_CAPTION, NOT_KEPT + spacing(80, 160), based_on=CAPTION),
        Style("Table Text", spacing(40, 40, 240), small),
        Style("Table Heading", KEEP, BOLD, based_on="Table Text"),
        Style("Table Total", run=BOLD, based_on="Table Text"),
        Style("Table Label", WHOLE, BOLD, based_on="Table Text"),
        *_aligned(),
        Style("Table List", spacing(0, 20), based_on="Table Text"),
        Style("Table Note", spacing(60, 200, 240) + CONTEXTUAL, size(measures.note_size)),
        Style("Table Separator", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', size(2)),
        _table("Case Table", _borders(top=8, bottom=8, inside=2), _first_row() + _last_row()),
        _table("Form Table", _borders(top=4, bottom=4, inside=2)),
        _table("Picture Frame", "", padding=0),
        _table("Notice Box", _frame("7F7F7F"), fill="F7F7F7", padding=170),
        _table("Gaps Box", _frame("BF8F00"), fill="FFFAE5", padding=170),
    ]


def _aligned() -> list[Style]:
    """Return the styles of cells that do not stand on the left."""
    names = (TABLE_TEXT, TABLE_HEADING, TABLE_TOTAL, TABLE_LABEL)
    looks = ((ALIGNED["right"], RIGHT), (ALIGNED["center"], CENTRED))
    return [Style(name + added, look, based_on=name) for name in names for added, look in looks]


def _table(name: str, borders: str, parts: str = "", fill: str = "", padding: int = _PADDING) -> Style:
    sides = (("top", padding // 3), ("left", padding), ("bottom", padding // 3), ("right", padding))
    margins = "".join(f'<w:{side} w:w="{n}" w:type="dxa"/>' for side, n in sides)
    whole = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    cells = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>' if fill else ""
    return Style(name, type="table", based_on="Normal Table", more=whole + cells + parts)


def line(side: str, eighths: int, colour: str = "auto") -> str:
    """Return a border; its width is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _borders(top: int, bottom: int, inside: int) -> str:
    lines = line("top", top) + line("bottom", bottom) + line("insideH", inside, "A5A5A5")
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _frame(colour: str) -> str:
    return f"<w:tblBorders>{''.join(line(side, 6, colour) for side in _SIDES)}</w:tblBorders>"


_SIDES = ("top", "left", "bottom", "right")


def _part(type_: str, cell: str) -> str:
    return f'<w:tblStylePr w:type="{type_}"><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


def _first_row() -> str:
    return _part("firstRow", f"<w:tcBorders>{line('bottom', 6)}</w:tcBorders>{_HEADER_SHADE}")


def _last_row() -> str:
    return _part("lastRow", f"<w:tcBorders>{line('top', 6)}</w:tcBorders>")
