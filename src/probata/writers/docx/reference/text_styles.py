"""Styles of running text, headings, lists, contents and notes."""

from __future__ import annotations

from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.style import (
    BOLD,
    CENTRED,
    CONTEXTUAL,
    DIVIDED,
    ITALIC,
    JUSTIFIED,
    KEEP,
    RIGHT,
    ROMAN,
    UNDIVIDED,
    Style,
    colour,
    indent,
    level,
    size,
    spacing,
)
from probata.writers.docx.style_names import BULLETS, CONTENTS, CONTINUED, NUMBERED, ORDERED

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
