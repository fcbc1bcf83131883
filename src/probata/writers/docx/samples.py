"""A page of samples: every look of a document once, with what it is for, so that an office sees what it changes."""

from __future__ import annotations

from typing import Final

from probata.document.blocks import (
    Block,
    Box,
    Cell,
    Heading,
    HeadingSeries,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Gap, Link, Note, Text
from probata.document.look import Look
from probata.document.tree import Document, Meta
from probata.word import open_word
from probata.word.elements import add, w
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions

_LABELS: Final = (("table", "Table"), ("figure", "Figure"), ("page", "Page"), ("of", "of"))
_ROLES: Final = {
    Role.COVER: "Cover Line: a line of the cover",
    Role.MARKING: "Marking: the marking of confidentiality",
    Role.COVER_RIGHT: "Cover Right: a line at the top of a witness statement",
    Role.BODY: "Body Text: text without a number",
    Role.DECLARATION: "Declaration: what is declared above a signature",
    Role.SIGNATURE: "Signature: ____________________",
    Role.AUTHORITY_GROUP: "toa heading: a group of authorities",
    Role.AUTHORITY: "table of authorities: an authority, with the paragraphs that cite it, and a hanging line",
    Role.BIBLIOGRAPHY: "Bibliography: an entry of the list of sources, which goes on over a line that hangs",
}


def sample_document(look: Look) -> Document:
    """Return the page, as a document like any other."""
    meta = Meta(
        "Letterhead", labels=_LABELS, look=look, short_title="Page Line: the foot of each page",
        running=("Running Line: the marking at the head of each page",),
    )  # fmt: skip
    return Document(meta, tuple(_blocks()))


def sample_letterhead(look: Look) -> bytes:
    """Return the page as a Word file whose header and footer are empty.

    What stands there is printed in every document: so the samples of both are the last lines of the text.
    """
    file = open_word(write(sample_document(look), WriteOptions()).data)
    section = file.body[-1]
    for part in file.furniture():
        root = file.root(part)
        for paragraph in list(root):
            section.addprevious(paragraph)
        kind = "header" if root.tag == w("hdr") else "footer"
        add(add(add(root, "p"), "pPr"), "pStyle", val=kind.capitalize())
    return file.to_bytes()


def _blocks() -> list[Block]:
    return [
        _paragraph("Title: what the document is", Role.TITLE),
        _paragraph("Subtitle: whom it concerns", Role.SUBTITLE),
        *(_paragraph(_ROLES[role], role) for role in (Role.COVER, Role.MARKING, Role.COVER_RIGHT)),
        *(_heading(level, "section", f"heading {level}: a numbered heading") for level in (1, 2)),
        _heading(3, "section", "heading 3: a heading of the third level, without a number"),
        *(_heading(level, "none", f"Unnumbered Heading {level}: a heading without a number") for level in (1, 2, 3)),
        *_numbered(),
        _paragraph(_ROLES[Role.BODY], Role.BODY),
        ListBlock(tuple((_paragraph(f"List Bullet: {word} point"),) for word in ("one", "another"))),
        ListBlock(tuple((_paragraph(f"List Number: {word} point"),) for word in ("one", "another")), ordered=True),
        Quote((_paragraph("Quote: what somebody else said, set off."),), attribution=_text("Attribution")),
        Quote((_paragraph("Epigraph: a quotation below a heading."),), kind="epigraph"),
        _grid(),
        _paragraph("Table Note: a remark below a table", Role.TABLE_NOTE),
        _form(),
        Box((_paragraph("Notice Box: a notice to the reader"),)),
        Paragraph((*_text("Gap: what a draft lacks, "), Gap("gap: not recorded"))),
        *(_paragraph(_ROLES[role], role) for role in (Role.AUTHORITY_GROUP, Role.AUTHORITY, Role.BIBLIOGRAPHY)),
        *(_paragraph(_ROLES[role], role) for role in (Role.DECLARATION, Role.SIGNATURE)),
        _heading(1, "annex", "Annex Heading: the heading of an annex"),
    ]


def _text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def _paragraph(words: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(_text(words), role)


def _heading(level: int, series: HeadingSeries, words: str) -> Heading:
    return Heading(level, _text(words), f"sample-{series}-{level}", series)


def _numbered() -> list[Block]:
    note = Note("sample", (Paragraph(_text("footnote text: what stands at the foot of the page.")),), 1)
    link = Link("https://example.org", _text("Hyperlink"))
    first = Paragraph((*_text("Numbered Paragraph 1: with a note"), note, *_text(" and a "), link), Role.NUMBERED)
    rest = [Paragraph(_text(f"Numbered Paragraph {n + 1}"), Role.NUMBERED, level=n) for n in (1, 2)]
    return [first, *rest]


def _grid() -> Table:
    def row(words: str, number: str) -> Row:
        return Row((Cell((_paragraph(words),)), Cell((_paragraph(number),), align="right")))

    total = Row((Cell((_paragraph("Table Total"),)), Cell((_paragraph("3"),), align="right")), kind="total")
    rows = (row("Table Text", "1"), row("Table Text Right is for numbers", "2"), total)
    return Table((3, 1), (row("Table Heading", "Number"),), rows, _text("caption: what a table shows"), number=1)


def _form() -> Table:
    cells = tuple(Cell((_paragraph(words),)) for words in ("Table Label", "Table Text beside a label"))
    return Table((1, 2), (), (Row(cells),), kind="form")
