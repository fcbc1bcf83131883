"""Pictures in Word: SVG, with a PNG for programs that cannot show it, and the alternative text on both.

A picture stands with its caption in a row of a table that may not be split. Without it LibreOffice cuts pictures off
where footnotes of a later page move: it gives their paragraph the height that is left on the page, whatever the
paragraph says. Pictures that follow each other are rows of one table: where the paragraph that must stand between two
tables comes first on a page, LibreOffice leaves that page empty.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from lxml import etree

from probata.document.blocks import Picture
from probata.document.identity import comes_from
from probata.fonts.files import USUAL
from probata.word.elements import R_NAMESPACE, TABLE, Element, add, last_child, make, w
from probata.word.opc import OFFICE, Part
from probata.writers.docx.faces import add_run, add_text
from probata.writers.docx.fields import add_field
from probata.writers.docx.inlines import write_inlines
from probata.writers.docx.paragraphs import add_paragraph
from probata.writers.docx.places import Place
from probata.writers.docx.state import State
from probata.writers.docx.style_names import PICTURE, PICTURE_CAPTION, PICTURE_FRAME
from probata.writers.docx.tables import open_table
from probata.writers.png import to_png
from probata.writers.svg_source import checked_svg

WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
PREFIXES: Final = {WP: "wp", A: "a", PIC: "pic", SVG: "asvg"}
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
        _write_caption(cell, picture, place, state)


def _frame(parent: Element, width: int, state: State) -> Element:
    """Return the table of the picture before, or a new one where something else stands there."""
    before = last_child(parent)
    style = before.find(f"{w('tblPr')}/{w('tblStyle')}") if before is not None and before.tag == TABLE else None
    is_frame = style is not None and style.get(w("val")) == state.styles.id_of(PICTURE_FRAME, "table")
    return before if before is not None and is_frame else open_table(parent, PICTURE_FRAME, (width,), state)


def _write_caption(cell: Element, picture: Picture, place: Place, state: State) -> None:
    caption = add_paragraph(cell, PICTURE_CAPTION, state)
    if picture.number:
        add_text(caption, f"{state.meta.label('figure')} ", state.face)
        with state.bookmarks.around(caption, state.bookmark_of(picture.id)):
            add_field(caption, state.sequence("Figure", picture.number), str(picture.number), state.face)
        add_text(caption, f"{state.meta.colon} ", state.face)
    write_inlines(caption, picture.caption, state.face, state)
    state.controls.hold(caption, comes_from(picture.caption, picture, place.origin))


def _drawing(picture: Picture, width: int, state: State) -> Element:
    """Make the drawing; its parts stand in the order of the schema (ECMA-376, 20.4.2.8 and 20.2.2.5)."""
    shrunk = min(1.0, width / (picture.width * TWIPS)) if width else 1.0
    size = {"cx": round(picture.width * shrunk * EMU), "cy": round(picture.height * shrunk * EMU)}
    state.drawings.append(picture.id)
    count = len(state.drawings)
    named: dict[str, str | int] = {"id": FIRST_ID + count - 1, "name": f"Picture {count}", "descr": picture.alternative}
    drawing = make("drawing")
    inline = _add(drawing, WP, "inline", distT=0, distB=0, distL=0, distR=0)
    _add(inline, WP, "extent", **size)
    _add(inline, WP, "docPr", **named)
    _add(_add(inline, WP, "cNvGraphicFramePr"), A, "graphicFrameLocks", noChangeAspect=1)
    picture_element = _add(_add(_add(inline, A, "graphic"), A, "graphicData", uri=PIC), PIC, "pic")
    properties = _add(picture_element, PIC, "nvPicPr")
    _add(properties, PIC, "cNvPr", **named)
    _add(properties, PIC, "cNvPicPr")
    _add_files(_add(picture_element, PIC, "blipFill"), picture, state)
    shape = _add(picture_element, PIC, "spPr")
    frame = _add(shape, A, "xfrm")
    _add(frame, A, "off", x=0, y=0)
    _add(frame, A, "ext", **size)
    _add(_add(shape, A, "prstGeom", prst="rect"), A, "avLst")
    return drawing


def _add_files(fill: Element, picture: Picture, state: State) -> None:
    """Add the two files of a picture to the package, named by their content, and refer to them."""
    svg = etree.tostring(_in_type_of_text(picture), xml_declaration=True, encoding="UTF-8", standalone=True)
    blip = _add(fill, A, "blip")
    blip.set(f"{{{R_NAMESPACE}}}embed", _media(to_png(picture.svg, state.store), "png", "image/png", state))
    extension = _add(_add(blip, A, "extLst"), A, "ext", uri=SVG_EXTENSION)
    reference = _add(extension, SVG, "svgBlip")
    reference.set(f"{{{R_NAMESPACE}}}embed", _media(svg, "svg", "image/svg+xml", state))
    _add(_add(fill, A, "stretch"), A, "fillRect")


def _in_type_of_text(picture: Picture) -> Element:
    """Return the SVG in a face that readers have, as wide as ours: LibreOffice reads the first family alone."""
    root = checked_svg(picture)
    for made in root.iter():
        if families := made.get("font-family"):
            made.set("font-family", f"{USUAL}, {families}")
    return root


def _media(data: bytes, ending: str, content_type: str, state: State) -> str:
    name = f"word/media/{sha256(data).hexdigest()[:20]}.{ending}"
    state.media[name] = Part(name, content_type, data)
    return state.part.relate(f"{OFFICE}image", name)


def _add(parent: Element, namespace: str, name: str, /, **attributes: str | int) -> Element:
    """Make a DrawingML element; its attributes have no namespace."""
    made = etree.SubElement(parent, f"{{{namespace}}}{name}", nsmap={PREFIXES[namespace]: namespace})
    for key, value in attributes.items():
        made.set(key, str(value))
    return made
