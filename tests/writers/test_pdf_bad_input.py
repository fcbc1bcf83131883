"""What records may hold and no page has room for: all of it is printed, on the page, or told with its place."""

from __future__ import annotations

import re

import pytest
from tests.each import each
from tests.readers.pdf_lines import pages_of
from tests.readers.pdf_links import notes_of
from tests.readers.pdf_text import read_pdf, unspaced
from tests.readers.tree_text import read_tree
from tests.writers.pdf_pages import written

from probata.document.blocks import Block, Cell, Contents, ContentsEntry, Heading, Paragraph, Role, Row, Table
from probata.document.inlines import Inline, Language, Note, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.writers.format import Written

LABELS = (("table", "Table"), ("figure", "Figure"), ("page", "Page"), ("of", "of"))
LONG = ("A title of four hundred characters " * 12)[:400].strip()
WORD = "w" * 150


def paragraph(*inlines: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def row(*cells: str | Inline) -> Row:
    return Row(tuple(Cell((paragraph(cell),)) for cell in cells))


def titled(title: str) -> Document:
    """Return a document with a text wherever a title stands, and in a paragraph and a cell."""
    text = (Text(title),)
    blocks: tuple[Block, ...] = (
        Paragraph(text, Role.TITLE),
        Contents((Text("Contents"),), (ContentsEntry(1, "A", text, "h"),)),
        Heading(1, text, "h", "section", "A"),
        paragraph(title),
        Table((1, 1), (row("Head", title),), (row(title, "x"),), text, "t", 1),
    )
    return Document(Meta(title, labels=LABELS, short_title=title, running=(title,)), blocks)


def told(made: Written) -> list[str]:
    """Return the numbers of the notes that are told not to be on the page of their mark."""
    found = (one.message for one in made.diagnostics if one.name == "note-on-another-page")
    return [number for message in found for number in re.findall(r"\d+", message)]


def of(*blocks: Block) -> Document:
    return Document(Meta("T", labels=LABELS), blocks)


WIDE = of(Table((1,) * 30, (row(*(f"Column {n}" for n in range(30))),), (row(*(f"value{n}" for n in range(30))),) * 5))
ROWS = of(Table((1, 4), (row("No", "Said"),), tuple(row(str(n), f"Said in row {n}") for n in range(500))))


@each("document", [titled(LONG), titled(WORD), WIDE, ROWS], ids=["title", "word", "wide", "rows"])
def test_what_is_too_long_or_too_wide_is_printed_whole_on_the_page(document: Document) -> None:
    made = written(document)
    outside = [
        word.text
        for page in pages_of(made.data)
        for word in page.words
        if min(word.left, word.top) < 0 or word.right > page.width - 60 or word.bottom > page.height
    ]
    assert read_pdf(made.data) == unspaced(read_tree(document))
    assert outside == []
    assert made.diagnostics == ()


def test_each_of_two_thousand_notes_is_on_the_page_of_its_mark_or_told() -> None:
    def said(number: int) -> tuple[Text, Note]:
        return Text(f"Said {number}"), Note(f"n{number}", (paragraph(f"Source {number}."),), number)

    numbers = range(1, 2001)
    text = (Paragraph(tuple(one for n in numbers[first : first + 5] for one in said(n))) for first in range(0, 2000, 5))
    made = written(of(*text))
    notes = notes_of(made.data)
    assert len(notes) == 2000
    assert told(made) == [note.number for note in notes if note.pages[0] != note.mark_page]


def test_a_note_of_three_pages_is_printed_whole_and_told_where_it_is_not_on_the_page_of_its_mark() -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    note = Note("n", (paragraph(words),), 1, Origin("sources/s-1"))
    document = of(paragraph("Before. " * 30), paragraph("Said", note, " and on."))
    made = written(document)
    (found,) = notes_of(made.data)
    assert read_pdf(made.data) == unspaced(read_tree(document))
    assert len(found.pages) >= 3
    assert told(made) == (["1"] if found.pages[0] != found.mark_page else [])


def test_a_name_from_right_to_left_keeps_its_order_and_place_in_a_cell_from_left_to_right() -> None:
    name = Language("ar", (Text("عبد الله بن سلمان"),))
    cell = Cell((paragraph(name, " (No. 7)"),))
    document = of(Table((1, 1), (row("Name", "Of"),), (Row((cell, Cell((paragraph("x"),)))),)))
    made = written(document)
    (page,) = pages_of(made.data)
    below = sorted((word for word in page.words if 85 < word.top < 110), key=lambda word: word.left)
    assert read_pdf(made.data) == unspaced(read_tree(document))
    assert [word.text for word in below][-3:] == ["(No.", "7)", "x"]
    assert below[0].left == pytest.approx(page.words[0].left, abs=1)
