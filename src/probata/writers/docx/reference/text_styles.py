"""Styles of running text, headings, lists, contents and notes."""

from __future__ import annotations

from probata.writers.docx.reference.measures import FURNITURE_SIZE, Measures
from probata.writers.docx.reference.style import (
    BOLD,
    CENTRED,
    CONTEXTUAL,
    ITALIC,
    KEEP,
    RIGHT,
    ROMAN,
    Style,
    indent,
    level,
    size,
    spacing,
)
from probata.writers.docx.style_names import BULLETS, CONTENTS, CONTINUED, NUMBERED, ORDERED

NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'
INK_OF_LINKS = '<w:color w:val="1F3864"/>'
WIDOWS = "<w:widowControl/>"
BELOW_RUNNING_LINES = 240
"""Twentieths of a point: running lines that reach down to the text push it away by this."""


def base_styles() -> list[Style]:
    """Return the styles that every Word file has."""
    margins = "".join(f'<w:{side} w:w="{n}" w:type="dxa"/>' for side, n in _CELL_MARGINS)
    table = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    return [
        Style("Normal", WIDOWS, based_on="", default=True),
        Style("Default Paragraph Font", type="character", based_on="", default=True, hidden=True),
        Style("Normal Table", type="table", based_on="", default=True, hidden=True, more=table),
        Style("No List", type="numbering", based_on="", default=True, hidden=True),
    ]


_CELL_MARGINS = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))


def text_styles(measures: Measures) -> list[Style]:
    """Return the styles of paragraphs in the text and on the cover."""
    body, points = spacing(80, 80, measures.line), measures.font_size
    numbered = [Style(name, body, following=name) for name in NUMBERED]
    return [
        Style("Body Text", body),
        *numbered,
        Style("Title", KEEP + spacing(480, 120) + CENTRED, BOLD + size(points + 6), following="Subtitle"),
        Style("Subtitle", KEEP + spacing(0, 240) + CENTRED, size(points + 2), following="Body Text"),
        Style("Cover Line", spacing(60, 60) + CENTRED),
        Style("Cover Right", spacing(0, 240) + CONTEXTUAL + RIGHT),
        Style("Marking", KEEP + spacing(240, 60) + CENTRED, BOLD + '<w:spacing w:val="10"/>'),
        Style("Declaration", KEEP + body),
        Style("Signature", KEEP + spacing(240, 0)),
        Style("Bibliography", spacing(0, 80) + indent(567, 567)),
        Style("toa heading", KEEP + spacing(200, 80), BOLD),
        Style("table of authorities", spacing(0, 80) + indent(567, 567)),
        Style("Quote", spacing(60, 80, 264) + indent(850, right=567), following="Body Text"),
        Style("Epigraph", KEEP + spacing(60, 60) + indent(1701, right=0) + RIGHT, ITALIC),
        Style("Picture", CENTRED, following="caption"),
        Style("Attribution", spacing(0, 160) + indent(850, right=0) + RIGHT, ROMAN + size(points - 1)),
    ]


def heading_styles(measures: Measures) -> list[Style]:
    """Return the headings: numbered by section, numbered as annexes, not numbered."""
    points = measures.font_size
    looks = (
        (spacing(360, 200), BOLD + size(points + 2)),
        (spacing(280, 160), BOLD + size(points + 0.5)),
        (spacing(200, 120), BOLD + ITALIC + size(points)),
    )
    styles = [
        Style(
            f"heading {n}",
            KEEP + (NO_NUMBER if n == 3 else "") + space + level(n - 1),
            run,
            following="Body Text",
        )
        for n, (space, run) in enumerate(looks, 1)
    ]
    styles.append(Style("Annex Heading", based_on="heading 1", following="Body Text"))
    return styles + [
        Style(f"Unnumbered Heading {n}", NO_NUMBER + indent(0), based_on=f"heading {n}", following="Body Text")
        for n in (1, 2, 3)
    ]


def list_styles(measures: Measures) -> list[Style]:
    """Return the styles of lists; their bullets, numbers and indents come from the numbering part."""
    items = [Style(name, spacing(20, 40, measures.line)) for name in (*BULLETS, *ORDERED)]
    continued = [
        Style(name, spacing(20, 40, measures.line) + indent(567 + 425 * depth))
        for depth, name in enumerate(CONTINUED, 1)
    ]
    return items + continued


def contents_styles(measures: Measures) -> list[Style]:
    """Return the contents: title and three levels."""
    tabs = '<w:tabs><w:tab w:val="left" w:pos="567"/><w:tab w:val="left" w:pos="1247"/></w:tabs>'
    looks = ((spacing(80, 20), indent(567, 567)), (spacing(0, 20), indent(1247, 680)), (spacing(0, 20), indent(1247)))
    title = Style("TOC Heading", KEEP + spacing(360, 120), BOLD + size(measures.font_size + 2))
    return [title, *(Style(name, tabs + space + ind) for name, (space, ind) in zip(CONTENTS, looks, strict=True))]


def note_styles(measures: Measures) -> list[Style]:
    """Return notes, links, gaps, and the head and foot of a page."""
    small = size(measures.note_size)
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{measures.text_width}"/></w:tabs>'
    rule = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'
    font = "Default Paragraph Font"
    return [
        Style("footnote text", spacing(0, 40, 240), small),
        Style("footnote reference", run='<w:vertAlign w:val="superscript"/>', type="character", based_on=font),
        Style("Hyperlink", run=INK_OF_LINKS, type="character", based_on=font),
        Style("Emphasis", run=ITALIC, type="character", based_on=font),
        Style("Strong", run=BOLD, type="character", based_on=font),
        Style("Gap", run='<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>', type="character", based_on=font),
        Style("header", run=size(FURNITURE_SIZE)),
        Style("footer", run=size(FURNITURE_SIZE)),
        Style("Running Line", spacing(0, BELOW_RUNNING_LINES) + CONTEXTUAL + CENTRED, BOLD, based_on="header"),
        Style("Page Line", rule + right_tab, based_on="footer"),
    ]
