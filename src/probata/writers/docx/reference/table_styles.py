"""Styles of tables, of what stands in and round them, and of boxes.

A box is a table of one cell: Word draws the borders of neighbouring paragraphs as one frame only where their
indents are equal, which those of a list never are. Bold type is in the styles of paragraphs alone: where a
table's style and a paragraph's both say bold, Word prints neither.
"""

from __future__ import annotations

from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.style import (
    BOLD,
    CENTRED,
    CONTEXTUAL,
    KEEP,
    NOT_KEPT,
    RIGHT,
    WHOLE,
    Style,
    colour,
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


def side_margins(measures: Measures) -> int:
    """Return what is left and right of a cell's text together, in twips."""
    return 2 * measures.twips(measures.look.space.cell_side)


def table_styles(measures: Measures) -> list[Style]:
    """Return the styles of captions, cells and tables."""
    m, look = measures, measures.look
    small, line, space = size(m.size(look.size.table)), m.line(look.line.table), look.space
    block, caption, cell = m.twips(space.block), m.twips(space.caption), m.twips(space.cell)
    note = spacing(caption, block, m.line(look.line.note)) + CONTEXTUAL
    side, box = m.twips(space.cell_side), m.twips(space.box)
    inside = max(0, box - m.twips(space.paragraph))  # its paragraphs bring their own space
    colours = look.colour
    return [
        Style("caption", KEEP + spacing(block, caption, line), BOLD + small, following="Table Text"),
        Style(PICTURE_CAPTION, NOT_KEPT + spacing(caption, block, line), based_on=CAPTION),
        Style("Table Text", spacing(cell, cell, line), small),
        Style("Table Heading", KEEP, BOLD, based_on="Table Text"),
        Style("Table Total", run=BOLD, based_on="Table Text"),
        Style("Table Label", WHOLE, BOLD, based_on="Table Text"),
        *_aligned(),
        Style("Table List", spacing(0, cell, line), based_on="Table Text"),
        Style("Table Note", note, size(m.size(look.size.note))),
        Style(
            "Table Separator",
            f'<w:spacing w:before="0" w:after="0" w:line="{block // 2}" w:lineRule="exact"/>',
            size(2),
        ),
        _table("Case Table", _rows(m, look.rule.edge, "auto"), side, parts=_first_row(m) + _last_row(m)),
        _table("Form Table", _rows(m, look.rule.row, colour(colours.row)), side),
        _table("Picture Frame", "", 0),
        _table("Notice Box", _frame(m, colours.box_edge), box, inside, fill=colours.box),
    ]


def _aligned() -> list[Style]:
    """Return the styles of cells that do not stand on the left."""
    names = (TABLE_TEXT, TABLE_HEADING, TABLE_TOTAL, TABLE_LABEL)
    looks = ((ALIGNED["right"], RIGHT), (ALIGNED["center"], CENTRED))
    return [Style(name + added, look, based_on=name) for name in names for added, look in looks]


def _table(name: str, borders: str, side: int, above: int = 0, parts: str = "", fill: str = "") -> Style:
    sides = (("top", above), ("left", side), ("bottom", above), ("right", side))
    margins = "".join(f'<w:{side} w:w="{n}" w:type="dxa"/>' for side, n in sides)
    whole = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    cells = f"<w:tcPr>{shade(fill)}</w:tcPr>" if fill else ""
    return Style(name, type="table", based_on="Normal Table", more=whole + cells + parts)


def shade(fill: str) -> str:
    """Return what stands behind a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/>'


def line(side: str, eighths: int, ink: str = "auto") -> str:
    """Return a border; its width is in eighths of a point, 0 for none."""
    if not eighths:
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{ink}"/>'


def _rows(measures: Measures, edge: float, ink: str) -> str:
    look, edges = measures.look, "".join(line(side, measures.eighths(edge), ink) for side in ("top", "bottom"))
    inside = line("insideH", measures.eighths(look.rule.row), colour(look.colour.row))
    return f"<w:tblBorders>{edges}{inside}</w:tblBorders>"


def _frame(measures: Measures, edge: str) -> str:
    rule = measures.eighths(measures.look.rule.box)
    return f"<w:tblBorders>{''.join(line(side, rule, colour(edge)) for side in _SIDES)}</w:tblBorders>"


_SIDES = ("top", "left", "bottom", "right")


def _part(type_: str, cell: str) -> str:
    return f'<w:tblStylePr w:type="{type_}"><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


def _first_row(measures: Measures) -> str:
    below = line("bottom", measures.eighths(measures.look.rule.head))
    return _part("firstRow", f"<w:tcBorders>{below}</w:tcBorders>{shade(measures.look.colour.head)}")


def _last_row(measures: Measures) -> str:
    return _part("lastRow", f"<w:tcBorders>{line('top', measures.eighths(measures.look.rule.head))}</w:tcBorders>")
