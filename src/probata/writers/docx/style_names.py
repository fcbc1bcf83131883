"""Names of the styles that the writer uses: the contract with every reference file.

Names, not ids: a German Word calls the id of `heading 1` `berschrift1`. Names that Word has built in are
written as it writes them.
"""

from __future__ import annotations

from typing import Final

from probata.document.blocks import Heading, Role

OF_ROLE: Final = {
    Role.BODY: "Body Text",
    Role.NUMBERED: "Numbered Paragraph 1",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.COVER: "Cover Line",
    Role.COVER_RIGHT: "Cover Right",
    Role.MARKING: "Marking",
    Role.DECLARATION: "Declaration",
    Role.SIGNATURE: "Signature",
    Role.BIBLIOGRAPHY: "Bibliography",
    Role.AUTHORITY_GROUP: "toa heading",
    Role.AUTHORITY: "table of authorities",
    Role.TABLE_NOTE: "Table Note",
}
NUMBERED: Final = ("Numbered Paragraph 1", "Numbered Paragraph 2", "Numbered Paragraph 3")
ANNEX_HEADING: Final = "Annex Heading"
UNNUMBERED_HEADINGS: Final = ("Unnumbered Heading 1", "Unnumbered Heading 2", "Unnumbered Heading 3")
SECTION_HEADINGS: Final = ("heading 1", "heading 2", "heading 3")
BULLETS: Final = ("List Bullet", "List Bullet 2", "List Bullet 3")
ORDERED: Final = ("List Number", "List Number 2", "List Number 3")
CONTINUED: Final = ("List Continue", "List Continue 2", "List Continue 3")
CONTENTS: Final = ("toc 1", "toc 2", "toc 3")
CONTENTS_TITLE: Final = "TOC Heading"
QUOTES: Final = {"quotation": "Quote", "epigraph": "Epigraph"}
ATTRIBUTION: Final = "Attribution"
CAPTION: Final = "caption"
PICTURE_CAPTION: Final = "Picture Caption"
PICTURE: Final = "Picture"
PICTURE_FRAME: Final = "Picture Frame"
TABLE_TEXT: Final = "Table Text"
TABLE_HEADING: Final = "Table Heading"
TABLE_TOTAL: Final = "Table Total"
TABLE_LABEL: Final = "Table Label"
TABLE_LIST: Final = "Table List"
ALIGNED: Final = {"left": "", "right": " Right", "center": " Centred"}
"""What the alignment of a cell adds to the name of its style: `Table Text Right` holds numbers."""
TABLE_SEPARATOR: Final = "Table Separator"
TABLES: Final = {"grid": "Case Table", "form": "Form Table"}
BOX: Final = "Notice Box"
NOTE_TEXT: Final = "footnote text"
NOTE_MARK: Final = "footnote reference"
LINK: Final = "Hyperlink"
GAP: Final = "Gap"
RUNNING_LINE: Final = "Running Line"
PAGE_LINE: Final = "Page Line"


def heading_style(heading: Heading) -> str:
    """Return the style of a heading: which one numbers it, and how."""
    level = min(max(heading.level, 1), 3)
    if heading.series == "section":
        return SECTION_HEADINGS[level - 1]
    if heading.series == "annex" and level == 1:
        return ANNEX_HEADING
    return UNNUMBERED_HEADINGS[level - 1]
