"""The styles of the reference document as text: of running text, headings, lists and notes, of tables and boxes."""

from __future__ import annotations

from dataclasses import dataclass

from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.style_sheet import (
    ALIGNED,
    BULLETS,
    CAPTION,
    CONTENTS,
    CONTINUED,
    NUMBERED,
    ORDERED,
    PICTURE_CAPTION,
    TABLE_HEADING,
    TABLE_LABEL,
    TABLE_TEXT,
    TABLE_TOTAL,
)

# One style of the reference document as text.

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
ROMAN = '<w:i w:val="0"/><w:iCs w:val="0"/>'
KEEP = "<w:keepNext/><w:keepLines/>"
WHOLE = "<w:keepLines/>"
NOT_KEPT = '<w:keepNext w:val="0"/>'
CENTRED = '<w:jc w:val="center"/>'
CONTEXTUAL = "<w:contextualSpacing/>"
"""No space between paragraphs of one style."""
JUSTIFIED = '<w:jc w:val="both"/>'
RIGHT = '<w:jc w:val="right"/>'
DIVIDED = '<w:suppressAutoHyphens w:val="0"/>'
"""Words are divided at the end of a line."""
UNDIVIDED = "<w:suppressAutoHyphens/>"


def size(points: float) -> str:
    """Return the size of type, in half points as Word counts."""
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int, after: int, line: int = 0) -> str:
    """Return space before and after in twentieths of a point, and line height in 240ths of a line."""
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int, hanging: int = 0, right: int = 0) -> str:
    """Return indents in twentieths of a point."""
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def colour(look: str) -> str:
    """Return a colour of a look as Word writes it."""
    return look.removeprefix("#").upper()


def level(outline: int) -> str:
    """Return the outline level, 0 for the highest, 9 for none."""
    return f'<w:outlineLvl w:val="{outline}"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its id is its name without spaces."""

    name: str
    paragraph: str = ""
    """Content of `w:pPr`, in the schema's order."""

    run: str = ""
    """Content of `w:rPr`, in the schema's order."""

    based_on: str = "Normal"
    type: str = "paragraph"
    following: str = ""
    """Style of the next paragraph that a user types."""

    default: bool = False
    more: str = ""
    """What follows the properties: those of tables."""

    hidden: bool = False

    @property
    def id(self) -> str:
        """The id inside the file."""
        return style_id(self.name)

    def xml(self) -> str:
        """Return the element."""
        default = ' w:default="1"' if self.default else ""
        based_on = f'<w:basedOn w:val="{style_id(self.based_on)}"/>' if self.based_on else ""
        following = f'<w:next w:val="{style_id(self.following)}"/>' if self.following else ""
        shown = '<w:uiPriority w:val="99"/><w:semiHidden/>' if self.hidden else "<w:qFormat/>"
        paragraph = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        run = f"<w:rPr>{self.run}</w:rPr>" if self.run else ""
        return (
            f'<w:style w:type="{self.type}"{default} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f"{based_on}{following}{shown}{paragraph}{run}{self.more}</w:style>"
        )


def style_id(name: str) -> str:
    """Return the id that our own file gives a style: `heading 1` becomes `Heading1`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


# Styles of tables, of what stands in and round them, and of boxes.
# A box is a table of one cell: Word draws the borders of neighbouring paragraphs as one frame only where their indents
# are equal, which those of a list never are. Bold type is in the styles of paragraphs alone: where a table's style and
# a paragraph's both say bold, Word prints neither.


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


NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'
WIDOWS = "<w:widowControl/>"


def base_styles() -> list[Style]:
    """Return the styles that every Word file has."""
    margins = "".join(f'<w:{side} w:w="{n}" w:type="dxa"/>' for side, n in _CELL_MARGINS)
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    return [
        Style("Normal", WIDOWS + UNDIVIDED, based_on="", default=True),
        Style("Default Paragraph Font", type="character", based_on="", default=True, hidden=True),
        Style("Normal Table", type="table", based_on="", default=True, hidden=True, more=table),
        Style("No List", type="numbering", based_on="", default=True, hidden=True),
    ]


_CELL_MARGINS = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))


def text_styles(measures: Measures) -> list[Style]:
    """Return the styles of paragraphs in the text and on the cover."""
    m, sizes, space, indents = measures, measures.look.size, measures.look.space, measures.look.indent
    between, line = m.twips(space.paragraph), m.line(measures.look.line.text)
    whole, justified = spacing(between, between, line), JUSTIFIED if measures.look.alignment.justified else ""
    body, left = DIVIDED + whole + justified, whole
    hanging = m.twips(indents.entry)
    entry = spacing(0, m.twips(space.entry), line) + indent(hanging, hanging)
    heads = m.line(measures.look.line.heading)
    title = spacing(m.twips(space.title_above), m.twips(space.title_below), heads)
    quotation = indent(m.twips(indents.quotation), right=m.twips(indents.quotation_right))
    return [
        Style("Body Text", body),
        *(Style(name, body, following=name) for name in NUMBERED),
        Style("Title", KEEP + title + CENTRED, BOLD + size(m.size(sizes.title)), following="Subtitle"),
        Style(
            "Subtitle", KEEP + spacing(0, m.twips(space.subtitle_below), heads) + CENTRED, size(m.size(sizes.subtitle)),
            following="Body Text",
        ),
        Style("Cover Line", left + CENTRED),
        Style("Cover Right", spacing(0, m.twips(space.block), line) + CONTEXTUAL + RIGHT),
        Style("Marking", KEEP + left + CENTRED, BOLD),
        Style("Declaration", KEEP + body),
        Style("Signature", KEEP + spacing(m.twips(space.signature), 0, line) + CONTEXTUAL),
        Style("Bibliography", entry),
        Style("toa heading", KEEP + spacing(m.twips(space.block), m.twips(space.caption), line), BOLD),
        Style("table of authorities", entry),
        Style("Quote", DIVIDED + whole + quotation + justified, size(m.size(sizes.quotation)), following="Body Text"),
        Style(
            "Epigraph", KEEP + whole + indent(m.twips(indents.epigraph), right=0) + RIGHT,
            ITALIC + size(m.size(sizes.quotation)),
        ),
        Style("Picture", spacing(m.twips(space.block), 0) + CENTRED, following="caption"),
        Style(
            "Attribution", whole + indent(m.twips(indents.quotation), right=m.twips(indents.quotation_right)) + RIGHT,
            ROMAN + size(m.size(sizes.quotation)),
        ),
    ]  # fmt: skip


def heading_styles(measures: Measures) -> list[Style]:
    """Return the headings: numbered by section, numbered as annexes, not numbered."""
    m, look = measures, measures.look
    weights = (BOLD, BOLD, ITALIC)
    of_levels = zip(look.space.heading_above, look.space.heading_below, look.size.heading, weights, strict=True)
    styles = [
        Style(
            f"heading {n}",
            KEEP
            + (NO_NUMBER if n == 3 else "")
            + spacing(m.twips(above), m.twips(below), m.line(look.line.heading))
            + level(n - 1),
            weight + size(m.size(share)),
            following="Body Text",
        )
        for n, (above, below, share, weight) in enumerate(of_levels, 1)
    ]
    styles.append(Style("Annex Heading", based_on="heading 1", following="Body Text"))
    return styles + [
        Style(f"Unnumbered Heading {n}", NO_NUMBER + indent(0), based_on=f"heading {n}", following="Body Text")
        for n in (1, 2, 3)
    ]


def list_styles(measures: Measures) -> list[Style]:
    """Return the styles of lists; their bullets, numbers and indents come from the numbering part."""
    m, look = measures, measures.look
    below, justified = m.twips(look.space.item), JUSTIFIED if look.alignment.justified else ""
    item = DIVIDED + spacing(0, below, m.line(look.line.text))
    items = [Style(name, item + justified) for name in (*BULLETS, *ORDERED)]
    continued = [
        Style(name, item + indent(m.twips(look.indent.number + look.indent.list * depth)) + justified)
        for depth, name in enumerate(CONTINUED, 1)
    ]
    return items + continued


def contents_styles(measures: Measures) -> list[Style]:
    """Return the contents: title and three levels."""
    m, look = measures, measures.look
    number, annex = m.twips(look.indent.number), m.twips(look.indent.annex)
    tabs = "".join(f'<w:tab w:val="left" w:pos="{n}"/>' for n in sorted({number, 2 * number, annex}))
    tabs += f'<w:tab w:val="right" w:leader="dot" w:pos="{m.text_width}"/>'
    space = spacing(0, m.twips(look.space.contents), m.line(look.line.text))
    indents = (indent(number, number), indent(2 * number, number), indent(2 * number))
    above, below = (m.twips(space) for space in (look.space.heading_above[0], look.space.heading_below[0]))
    title = Style("TOC Heading", KEEP + spacing(above, below), BOLD + size(m.size(look.size.heading[0])))
    entries = (
        Style(name, f"<w:tabs>{tabs}</w:tabs>{space}{left}") for name, left in zip(CONTENTS, indents, strict=True)
    )
    return [title, *entries]


def note_styles(measures: Measures) -> list[Style]:
    """Return notes, links, gaps, and the head and foot of a page."""
    m, look = measures, measures.look
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{m.text_width}"/></w:tabs>'
    font = "Default Paragraph Font"
    note = spacing(0, m.twips(look.space.note), m.line(look.line.note))
    gap = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(look.colour.gap)}"/>'
    running = f'<w:color w:val="{colour(look.colour.running)}"/>{size(m.size(look.size.running))}'
    line = spacing(0, 0, m.line(look.line.note))
    below = spacing(0, m.twips(look.space.paragraph), m.line(look.line.note))
    return [
        Style("footnote text", DIVIDED + note, size(m.size(look.size.note))),
        Style("footnote reference", run='<w:vertAlign w:val="superscript"/>', type="character", based_on=font),
        Style("Hyperlink", run=f'<w:color w:val="{colour(look.colour.link)}"/>', type="character", based_on=font),
        Style("Emphasis", run=ITALIC, type="character", based_on=font),
        Style("Strong", run=BOLD, type="character", based_on=font),
        Style("Gap", run=gap, type="character", based_on=font),
        Style("header", line, running),
        Style("footer", line, running),
        Style("Running Line", below + CONTEXTUAL + CENTRED, based_on="header"),
        Style("Page Line", right_tab, based_on="footer"),
    ]
