"""Long rows of tables run on to the next page, the label whole and beside the beginning of its value."""

from __future__ import annotations

from tests.each import each
from tests.readers.pdf_lines import pages_of
from tests.readers.pdf_text import read_pdf, unspaced
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, part
from tests.writers.docx_file import written as written_for_word
from tests.writers.pdf_pages import in_both_engines, page_texts, written

from probata.document.blocks import Block, Cell, ListBlock, Paragraph, Row, Table
from probata.document.inlines import Inline, Note, Text
from probata.document.tree import Document, Meta
from probata.writers.format import PdfEngine
from probata.writers.pdf.typst.tree import plain_document
from probata.writers.pdf.weasyprint.source import pdf_source


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
    assert read_pdf(made.data) == unspaced(read_tree(document))


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
    assert read_pdf(made.data) == unspaced(read_tree(document))


def test_the_same_rows_run_on_in_the_pdf_and_in_word() -> None:
    lengths = [1, 200, 700, 1000, 1300, 2000]
    rows = tuple(Row((cell(paragraph("Label")), cell(paragraph("Text " * (length // 5))))) for length in lengths)
    document = Document(Meta("A form"), (Table((1, 4), (), rows, kind="form"),))
    in_word = part(written_for_word(document), "word/document.xml")
    whole = [count(in_word, f"//w:tr[{number}]//w:cantSplit") for number in range(1, 7)]

    assert len(pdf_source(document, "", {}).rows) == whole.count(0) == 2
    assert [not row["long"] for row in plain_document(document, {})["blocks"][0]["rows"]] == [bool(n) for n in whole]
