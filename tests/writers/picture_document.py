"""A document with pictures, for the tests of all writers."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Block, Heading, ListBlock, Paragraph, Picture, Role
from probata.document.inlines import CrossRef, Inlines, Note, Text
from probata.document.tree import Document, Meta
from probata.messages import load_wording
from probata.pictures.drawing import Canvas, Label, Sheet, rectangle
from probata.pictures.picture import Room, Title, pictures_of

LABELS = (("table", "Table"), ("figure", "Figure"), ("page", "Page"), ("of", "of"))
WIDE = Room(453.5, 600)
HOSTILE = '<script>alert("1")</script> & </svg>'


def picture(
    label: str, alternative: str, number: int = 0, caption: Inlines = (), size: tuple[float, float] = (453.5, 90.0)
) -> Picture:
    """Return a picture with one label in a frame."""
    canvas = Canvas(*size)
    canvas.add([rectangle((1, 1), (size[0] - 2, size[1] - 2), width=1.5)], [Label((10, 30), label)])
    key = f"f-{number}" if number else ""
    (made,) = pictures_of([Sheet(canvas.drawing(), alternative)], Title("", key), WIDE, load_wording("en-GB"))
    return replace(made, caption=caption, number=number)


def picture_document() -> Document:
    """Return the document: four pictures, three of them captioned and numbered, one note in a caption."""
    note = Note("cap", (Paragraph((Text("A source of the picture."),)),), 1)
    first = picture("Совет 看守所", "A frame with two words", 1, (Text("Words in a frame"), note))
    second = picture("مركز الاحتجاز", "A frame with Arabic letters", 2, (Text("Letters that join"),))
    third = picture(HOSTILE, f"A frame with {HOSTILE}", 3, (Text(HOSTILE),))
    tall = picture("tall", "A tall frame", size=(300, 560))
    blocks: tuple[Block, ...] = (
        Paragraph((Text("Pictures"),), Role.TITLE),
        Heading(1, (Text("Pictures"),), "s", "section", "A"),
        Paragraph((Text("See Figure "), CrossRef("f-2", "figure", "2"), Text(".")), Role.NUMBERED, "p", number="1"),
        first,
        second,
        third,
        Paragraph((Text("Between."),)),
        tall,
        ListBlock(((Paragraph((Text("item"),)),),)),
    )
    return Document(Meta("Pictures", labels=LABELS), blocks)
