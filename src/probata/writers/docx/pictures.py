"""Pictures in Word: SVG, with a PNG for programs that cannot show it, and the alternative text on both.

A picture stands with its caption in a row of a table that may not be split. Without it LibreOffice cuts pictures off
where footnotes of a later page move: it gives their paragraph the height that is left on the page, whatever the
paragraph says. Pictures that follow each other are rows of one table: where the paragraph that must stand between two
tables comes first on a page, LibreOffice leaves that page empty.
"""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import Final, cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu
from lxml.etree import SubElement

from probata.document.blocks import Picture
from probata.fonts.files import USUAL
from probata.word.elements import R_NAMESPACE, TABLE, Element, add, last_child, make, serialise, w
from probata.writers.docx.paragraphs import add_paragraph
from probata.writers.docx.runs import add_run
from probata.writers.docx.state import Place, State
from probata.writers.docx.style_sheet import PICTURE, PICTURE_CAPTION, PICTURE_FRAME
from probata.writers.docx.tables import open_table, write_caption
from probata.writers.png import to_png
from probata.writers.svg_source import checked_svg

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Name by which Word finds the SVG beside the PNG."""
EMU: Final = 36_000
"""Units of DrawingML in a millimetre."""
TWIPS: Final = 1440 / 25.4
FIRST_ID: Final = 10_001
"""Ids of drawings begin here, so that they meet none in the head or foot of a letterhead."""


def write_picture(parent: Element, picture: Picture, place: Place, state: State) -> None:
    """Add a picture in its size, or as wide as the text where that is narrower, with its caption below.

    Raises `WriteError` as `checked_svg` does.
    """
    width = place.width
    row = add(_frame(parent, width, state), "tr")
    add(add(row, "trPr"), "cantSplit")
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    add_run(add_paragraph(cell, PICTURE, state)).append(_drawing(picture, width, state))
    if picture.caption:
        write_caption(cell, PICTURE_CAPTION, "Figure", picture, place, state)


def _frame(parent: Element, width: int, state: State) -> Element:
    """Return the table of the picture before, or a new one where something else stands there."""
    before = last_child(parent)
    style = before.find(f"{w('tblPr')}/{w('tblStyle')}") if before is not None and before.tag == TABLE else None
    is_frame = style is not None and style.get(w("val")) == state.styles.id_of(PICTURE_FRAME, "table")
    return before if before is not None and is_frame else open_table(parent, PICTURE_FRAME, (width,), state)


def _drawing(picture: Picture, width: int, state: State) -> Element:
    """Make the drawing of the PNG as python-docx makes it, with the SVG and the alternative text in it."""
    shrunk = min(1.0, width / (picture.width * TWIPS)) if width else 1.0
    size = (Emu(round(side * shrunk * EMU)) for side in (picture.width, picture.height))
    inline = state.part.new_pic_inline(BytesIO(to_png(picture.svg, state.store)), *size)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # LibreOffice leaves room round a picture that says nothing
    shown = inline.graphic.graphicData.pic
    state.drawings.append(picture.id)
    for named in cast(tuple[Element, Element], (inline.docPr, shown.nvPicPr.cNvPr)):
        named.set("id", str(FIRST_ID + len(state.drawings) - 1))
        named.set("name", f"Picture {len(state.drawings)}")
        named.set("descr", picture.alternative)
    extension = SubElement(SubElement(shown.blipFill.blip, f"{A}extLst"), f"{A}ext", uri=SVG_EXTENSION)
    reference = SubElement(extension, f"{SVG}svgBlip", nsmap={"asvg": SVG[1:-1]})
    reference.set(f"{{{R_NAMESPACE}}}embed", _add_svg(picture, state))
    drawing = make("drawing")
    drawing.append(inline)
    return drawing


def _add_svg(picture: Picture, state: State) -> str:
    """Add the SVG to the package, named by its content, and return the id of its relationship."""
    data = serialise(_in_type_of_text(picture))
    name = PackURI(f"/word/media/{sha256(data).hexdigest()[:20]}.svg")
    part = state.media.setdefault(name, Part(name, "image/svg+xml", data))
    return state.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)


def _in_type_of_text(picture: Picture) -> Element:
    """Return the SVG in a face that readers have, as wide as ours: LibreOffice reads the first family alone."""
    root = checked_svg(picture)
    for made in root.iter():
        if families := made.get("font-family"):
            made.set("font-family", f"{USUAL}, {families}")
    return root
