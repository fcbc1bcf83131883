"""Notes, long rows and odd texts on the pages of a PDF."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from tests.each import each
from tests.readers.pdf_lines import pages_of
from tests.readers.pdf_links import links_of, notes_of
from tests.readers.pdf_text import read_pdf
from tests.readers.pdf_text import unspaced as unspaced_pdf_bad_input
from tests.readers.pdf_text import unspaced as unspaced_rows
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, part
from tests.writers.docx_file import written as written_for_word
from tests.writers.pdf_layouts import LAYOUTS
from tests.writers.pdf_long_document import NUMBER_OF_NOTES, long_document, mark_word, note_word
from tests.writers.pdf_pages import in_both_engines, page_texts, rich_pdf, unspaced, written
from tests.writers.rich_document import rich_document

from probata.diagnostics import Severity
from probata.document.blocks import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Inline, Language, Note, NoteRef, Text
from probata.document.look import Look
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines, plain_text
from probata.writers.format import PdfEngine, Written
from probata.writers.pdf.typst.tree import plain_document
from probata.writers.pdf.weasyprint.engine import Engine, Laid
from probata.writers.pdf.weasyprint.source import pdf_source


@each(("engine", "layout"), [*((PdfEngine.TYPST, one) for one in LAYOUTS), (PdfEngine.WEASYPRINT, LAYOUTS[2])])
def test_every_note_of_a_long_document_is_on_the_page_of_its_mark(engine: PdfEngine, layout: Look) -> None:
    made = written(long_document(layout), engine=engine)
    pages = page_texts(made.data)
    assert made.diagnostics == ()
    for number in range(1, NUMBER_OF_NOTES + 1):
        with_mark = [place for place, text in enumerate(pages) if f"{mark_word(number)}{number}" in text]
        with_note = [place for place, text in enumerate(pages) if f"{number}{note_word(number)}" in text]
        assert len(with_mark) == 1, number
        assert with_mark == with_note, number


@in_both_engines
def test_notes_of_all_kinds_of_text_are_linked_both_ways_on_the_page_of_their_mark(engine: PdfEngine) -> None:
    notes = notes_of(rich_pdf(engine))
    inlines = list(inlines_in_order(rich_document().blocks))
    texts = [
        f"{one.number}{unspaced(plain_text(own_inlines(one.blocks[0])))}" for one in inlines if isinstance(one, Note)
    ]
    assert len(notes) == 12
    for note, text in zip(notes, texts, strict=True):
        assert {*note.pages, note.mark_leads_to[0], note.leads_back_to[0]} == {note.mark_page}
        assert text in page_texts(rich_pdf(engine))[note.mark_page]

    references = Counter(str(one.number) for one in inlines if isinstance(one, NoteRef))
    on = {note.number: note.mark_page for note in notes}
    links = Counter(link.text for link in links_of(rich_pdf(engine)) if on.get(link.text) == link.leads_to[0])
    assert references
    assert references - links == Counter()


def test_a_note_longer_than_a_page_is_a_finding_of_weasyprint() -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    note = Note("long", (Paragraph((Text(words),)),), 1, Origin("sources/s-1"))
    document = Document(Meta("Long"), (Paragraph((Text("Said"), note)),))
    (finding,) = written(document, engine=PdfEngine.WEASYPRINT).diagnostics
    assert (finding.code, finding.record) == ("PDF105", "sources/s-1")
    assert finding.message == "note 1 is longer than a page"


HIDDEN = ".note { display: none }"
OVERLEAF = ".note { float: none; display: block; break-before: page }"
"""Style sheets that no moving of blocks can make good."""


def one_note(lines: int) -> Document:
    """Return a document with a few lines and, in the last, a note."""
    note = Note("n", (Paragraph((Text("See there"),)),), 1, Origin("sources/s-1"))
    before = (Paragraph((Text(f"Line {line}."),)) for line in range(lines))
    return Document(Meta("One note"), (*before, Paragraph((Text("Said"), note))))


def test_a_note_that_stays_on_another_page_is_a_finding() -> None:
    made = written(one_note(3), OVERLEAF)
    (finding,) = made.diagnostics

    assert len(page_texts(made.data)) == 2
    assert (finding.code, finding.name, finding.record) == ("PDF103", "note-on-another-page", "sources/s-1")
    assert finding.severity is Severity.ERROR
    assert finding.message == "note 1 is on page 2, its mark on page 1"
    assert "shorten or move a paragraph on that page" in finding.help


def test_a_note_that_the_file_lacks_is_a_finding() -> None:
    made = written(one_note(3), HIDDEN)
    (finding,) = made.diagnostics

    assert "Seethere" not in "".join(page_texts(made.data))
    assert (finding.code, finding.name, finding.record) == ("PDF104", "note-missing", "sources/s-1")
    assert finding.severity is Severity.ERROR
    assert finding.message == "note 1 is missing from the PDF"


def test_a_text_that_cannot_be_mended_is_laid_out_five_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    lay_out = Engine.lay_out

    def counted(engine: Engine, breaks: frozenset[str], fallen: frozenset[str] = frozenset()) -> Laid:
        asked.append(breaks)
        return lay_out(engine, breaks, fallen)

    monkeypatch.setattr(Engine, "lay_out", counted)
    notes = [Note(f"n{n}", (Paragraph((Text("See there"),)),), n) for n in range(1, 31)]
    text = tuple(Paragraph((Text("Said"), note)) for note in notes)
    made = written(Document(Meta("Notes"), text), HIDDEN)

    assert [finding.code for finding in made.diagnostics] == ["PDF104"] * 30
    assert len(asked) == 5
    assert made.remarks[0].startswith("laid out 5 times")


def paragraph(words: str, *more: Inline) -> Paragraph:
    return Paragraph((Text(words), *more))


def cell(*blocks: Block) -> Cell:
    return Cell(blocks)


POINTS = 72 / 25.4
LONG_TEXT = " ".join(f"w{number}" for number in range(300))
NOTE = Note("n1", (paragraph("A remark of some length. " * 30),), 1)
LABELS = {"short": "Label", "long": "Label of several words " * 4}
VALUES: dict[str, tuple[Block, ...]] = {
    "one": (paragraph(f"First {LONG_TEXT}"),),
    "many": (paragraph("First"), *(paragraph(f"Said {number}.") for number in range(20))),
    "list": (ListBlock(((paragraph("First"),), *((paragraph(f"Item {number}."),) for number in range(20)))),),
    "note": (paragraph("First", NOTE), paragraph(LONG_TEXT)),
}
PARTED = [("long", "many", 31), ("long", "one", 30), ("short", "one", 32), ("short", "note", 29), ("long", "list", 31)]
"""Label, value and lines above with which WeasyPrint alone parts the two."""
TOGETHER = [("short", "one", 25), ("long", "many", 24), ("long", "note", 22), ("short", "list", 30)]


def form(label: str, value: str, before: int) -> Document:
    """Return a form with one long row between two short ones, below some lines of text."""
    short = [Row((cell(paragraph(words)), cell(paragraph("x")))) for words in ("Above", "Below")]
    row = Row((cell(paragraph(LABELS[label])), cell(*VALUES[value])))
    lines = (paragraph(f"Line {number}.") for number in range(before))
    return Document(Meta("A form"), (*lines, Table((1, 4), (), (short[0], row, short[1]), kind="form")))


@each(
    ("engine", "label", "value", "before"),
    [*((PdfEngine.TYPST, *at) for at in (*PARTED, *TOGETHER)), *((PdfEngine.WEASYPRINT, *at) for at in PARTED[:2])],
)
def test_the_whole_label_stands_on_the_page_where_its_value_begins(
    engine: PdfEngine, label: str, value: str, before: int
) -> None:
    document = form(label, value, before)
    made = written(document, engine=engine)
    texts = page_texts(made.data)
    (page,) = (text for text in texts if "First" in text)

    assert made.diagnostics == ()
    assert "".join(LABELS[label].split()) in page
    assert sum(text.count("Label") for text in texts) == LABELS[label].count("Label")
    assert read_pdf(made.data) == unspaced_rows(read_tree(document))


@each("before", [24, 27, 30])
def test_a_long_row_fills_its_page_and_goes_on_overleaf(before: int) -> None:
    first, second = pages_of(written(form("short", "one", before)).data)
    foot = first.height - 25 * POINTS
    text = [line for line in first.lines if line.bottom < foot]

    assert foot - text[-1].bottom < 3 * (text[-1].bottom - text[-1].top)
    assert second.lines[0].text.startswith("w")


@in_both_engines
def test_a_row_longer_than_two_pages_is_one_row_to_a_screen_reader(engine: PdfEngine) -> None:
    texts = tuple(paragraph(f"Part {number}. " + LONG_TEXT) for number in range(12))
    row = Row((cell(paragraph("Label")), cell(*texts)))
    document = Document(Meta("A form"), (paragraph("Above."), Table((1, 4), (), (row, row), kind="form")))
    made = written(document, engine=engine)

    assert len(page_texts(made.data)) > 4
    assert read_pdf(made.data) == unspaced_rows(read_tree(document))


def test_the_same_rows_run_on_in_the_pdf_and_in_word() -> None:
    lengths = [1, 200, 700, 1000, 1300, 2000]
    rows = tuple(Row((cell(paragraph("Label")), cell(paragraph("Text " * (length // 5))))) for length in lengths)
    document = Document(Meta("A form"), (Table((1, 4), (), rows, kind="form"),))
    in_word = part(written_for_word(document), "word/document.xml")
    whole = [count(in_word, f"//w:tr[{number}]//w:cantSplit") for number in range(1, 7)]

    assert len(pdf_source(document, "", {}).rows) == whole.count(0) == 2
    assert [not row["long"] for row in plain_document(document, {})["blocks"][0]["rows"]] == [bool(n) for n in whole]


LABELS_PDF_BAD_INPUT = (("table", "Table"), ("figure", "Figure"), ("page", "Page"), ("of", "of"))
LONG = ("A title of four hundred characters " * 12)[:400].strip()
WORD = "w" * 150


def paragraph_pdf_bad_input(*inlines: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def row(*cells: str | Inline) -> Row:
    return Row(tuple(Cell((paragraph_pdf_bad_input(cell),)) for cell in cells))


def titled(title: str) -> Document:
    """Return a document with a text wherever a title stands, and in a paragraph and a cell."""
    text = (Text(title),)
    blocks: tuple[Block, ...] = (
        Paragraph(text, Role.TITLE),
        Contents((Text("Contents"),), (ContentsEntry(1, "A", text, "h"),)),
        Heading(1, text, "h", "section", "A"),
        paragraph_pdf_bad_input(title),
        Table((1, 1), (row("Head", title),), (row(title, "x"),), text, "t", 1),
    )
    return Document(Meta(title, labels=LABELS_PDF_BAD_INPUT, short_title=title, running=(title,)), blocks)


def told(made: Written) -> list[str]:
    """Return the numbers of the notes that are told not to be on the page of their mark."""
    found = (one.message for one in made.diagnostics if one.name == "note-on-another-page")
    return [number for message in found for number in re.findall(r"\d+", message)]


def of(*blocks: Block) -> Document:
    return Document(Meta("T", labels=LABELS_PDF_BAD_INPUT), blocks)


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
    assert read_pdf(made.data) == unspaced_pdf_bad_input(read_tree(document))
    assert outside == []
    assert made.diagnostics == ()


def test_each_of_two_thousand_notes_is_on_the_page_of_its_mark_or_told() -> None:
    def said(number: int) -> tuple[Text, Note]:
        return Text(f"Said {number}"), Note(f"n{number}", (paragraph_pdf_bad_input(f"Source {number}."),), number)

    numbers = range(1, 2001)
    text = (Paragraph(tuple(one for n in numbers[first : first + 5] for one in said(n))) for first in range(0, 2000, 5))
    made = written(of(*text))
    notes = notes_of(made.data)
    assert len(notes) == 2000
    assert told(made) == [note.number for note in notes if note.pages[0] != note.mark_page]


def test_a_note_of_three_pages_is_printed_whole_and_told_where_it_is_not_on_the_page_of_its_mark() -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    note = Note("n", (paragraph_pdf_bad_input(words),), 1, Origin("sources/s-1"))
    document = of(paragraph_pdf_bad_input("Before. " * 30), paragraph_pdf_bad_input("Said", note, " and on."))
    made = written(document)
    (found,) = notes_of(made.data)
    assert read_pdf(made.data) == unspaced_pdf_bad_input(read_tree(document))
    assert len(found.pages) >= 3
    assert told(made) == (["1"] if found.pages[0] != found.mark_page else [])


def test_a_name_from_right_to_left_keeps_its_order_and_place_in_a_cell_from_left_to_right() -> None:
    name = Language("ar", (Text("عبد الله بن سلمان"),))
    cell = Cell((paragraph_pdf_bad_input(name, " (No. 7)"),))
    document = of(Table((1, 1), (row("Name", "Of"),), (Row((cell, Cell((paragraph_pdf_bad_input("x"),)))),)))
    made = written(document)
    (page,) = pages_of(made.data)
    below = sorted((word for word in page.words if 85 < word.top < 110), key=lambda word: word.left)
    assert read_pdf(made.data) == unspaced_pdf_bad_input(read_tree(document))
    assert [word.text for word in below][-3:] == ["(No.", "7)", "x"]
    assert below[0].left == pytest.approx(page.words[0].left, abs=1)
