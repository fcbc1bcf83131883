"""Content controls: round what a paragraph says, with the record it comes from.

Word and LibreOffice keep them where somebody writes, saves and sends a document, so that what was written finds its
record again by the number of the control. They stand inside the paragraph (ISO/IEC 29500-1, 17.5.2.31): LibreOffice
does not open a file that has them round paragraphs of a cell. No frame is shown round them.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from probata.document.origin import Origin
from probata.word.elements import NAMESPACES, Element, add, make, w
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.writers.docx.running_names import RunningNames

MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
FIRST_ID: Final = 1000
"""Numbers of controls; they only have to differ."""


class Controls:
    """Keeps which paragraphs come from a record until the document is written, then puts the controls in."""

    def __init__(self) -> None:
        self._held: list[tuple[Element, Origin]] = []

    def hold(self, paragraph: Element, origin: Origin | None) -> None:
        """Say where a paragraph comes from; nothing is put in where that is `None`."""
        if origin:
            self._held.append((paragraph, origin))

    def put_in(self, names: RunningNames) -> None:
        """Put a control round the content of every paragraph that comes from a record, and has any."""
        for number, (paragraph, origin) in enumerate(self._held, FIRST_ID):
            content = [child for child in paragraph if child.tag != w("pPr")]
            if content:
                control = _control(names.of_paragraph(origin, plain(pieces(paragraph))), number)
                paragraph.append(control)
                control[-1].extend(content)


def make_root() -> Element:
    """Make the root of the main document, which tells older programs that they may pass over what is Word's own."""
    root = etree.Element(w("document"), nsmap={**NAMESPACES, "mc": MC, "w15": W15})
    root.set(f"{{{MC}}}Ignorable", "w15")
    return root


def _control(tag: str, number: int) -> Element:
    """Make an empty control; the order is that of the schema, with Word's own extension last."""
    control = make("sdt")
    properties = add(control, "sdtPr")
    add(properties, "tag", val=tag)
    add(properties, "id", val=number)
    etree.SubElement(properties, f"{{{W15}}}appearance", {f"{{{W15}}}val": "hidden"})
    add(control, "sdtContent")
    return control
