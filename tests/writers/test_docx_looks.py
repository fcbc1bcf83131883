"""How a Word file looks on paper, as LibreOffice prints it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.each import each
from tests.readers.item import Item
from tests.readers.libreoffice import print_in_libreoffice, printed_pages, squeezed
from tests.readers.pdf_lines import Line, Page, pages_of
from tests.readers.tree_text import read_tree
from tests.readers.writer import open_in_writer
from tests.writers.closings import CLOSINGS, FIRST, LAST
from tests.writers.docx_file import LABELS, count, document_of, found, paragraph, part, written
from tests.writers.letterhead import letterhead
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Block, Cell, Heading, PageBreak, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

FILES = {"own": written(rich_document()), "letterhead": written(rich_document(), letterhead())}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the printed text of two files."""
    folder = tmp_path_factory.mktemp("office")
    print_in_libreoffice(FILES, folder)
    return {name: "".join(printed_pages(name, folder)) for name in FILES}


@each("name", FILES)
def test_every_numbered_paragraph_and_heading_is_printed_with_its_number(printed: dict[str, str], name: str) -> None:
    shown = [item for item in _items(rich_document(), "paragraph", "heading") if item.number]
    assert len(shown) == 26
    missing = [item for item in shown if _start(item) not in printed[name]]
    assert missing == []


def test_libreoffice_gives_each_note_its_number_and_begins_again_where_the_document_does(tmp_path: Path) -> None:
    told = open_in_writer({**FILES, "sections": written(section_document())}, tmp_path)
    notes = {"own": rich_document(), "letterhead": rich_document(), "sections": section_document()}
    expected = {name: [squeezed(f"{it.number}{it.text}") for it in _items(notes[name], "note")] for name in notes}

    assert {name: [squeezed(note) for note in told[name].notes] for name in notes} == expected
    assert [len(found) for found in expected.values()] == [12, 12, 6]
    assert [note.number for note in _items(section_document(), "note")] == ["1", "1", "2", "3", "1", "1"]


def _items(document: Document, *kinds: str) -> list[Item]:
    return [item for item in read_tree(document) if item.kind in kinds]


def _start(item: Item) -> str:
    """Return the beginning of what is printed, short enough to end before the first mark of a note."""
    stop = "." if item.kind == "paragraph" and item.number.isalnum() else ""
    return squeezed(f"{item.number}{stop}{item.text}")[:15]


RUNNING = ("DRAFT", "Made from a published review, addressed to no one and asserted by no one. " * 2)
LINE = 12.65
"""Height of a line of 11 points of the serif type that LibreOffice prints, in points."""


def text_document() -> Document:
    """Return a page with three running lines, two levels of headings and a title that just fits beside the number."""
    blocks: list[Block] = [
        paragraph("First of the text. " * 9),
        Heading(1, paragraph("Above").inlines, "above", number="A"),
        paragraph("Below the first level."),
        Heading(2, paragraph("Within").inlines, "within", number="A.1"),
        paragraph("Below the second level."),
    ]
    title = "Submission on the listing of Daveth Orskelin and Ismeren Tovalka under Decision (CFSP) 2020/1999"
    return document_of(*blocks, meta=Meta("T", labels=LABELS, running=RUNNING, short_title=title))


def rows(number: int) -> tuple[Row, ...]:
    """Return short rows of a table, each of two lines."""
    texts = [(f"Label {n}", f"Value {n}. " + "Of some length. " * 6) for n in range(1, number + 1)]
    return tuple(Row(tuple(Cell((paragraph(text),)) for text in row)) for row in texts)


def lines(number: int) -> list[Block]:
    """Return paragraphs of one line."""
    return [paragraph(f"Line {n}.") for n in range(1, number + 1)]


def form_document() -> Document:
    """Return a form on many pages, whose labels are longer than their column."""
    label = "Name in its own script and number"
    values = [tuple(paragraph(f"{word} {n}.") for word in ("First", *"abcdefg"[: n % 7], "Last")) for n in range(60)]
    return document_of(
        Table((1, 4), (), tuple(Row((Cell((paragraph(label),)), Cell(value))) for value in values), kind="form")
    )


def table_document(before: int) -> Document:
    """Return a table of ten rows that begins below some lines."""
    header = Row((Cell((paragraph("Label"),)), Cell((paragraph("Value"),))))
    return document_of(*lines(before), Table((1, 4), (header,), rows(10)))


STARTS = range(18, 36, 3)
"""Lines above a table, so that its rows meet the foot of the page at every place."""


def closing_document(before: int) -> Document:
    """Return a quotation with its speaker below some lines, and a signed closing on the next page."""
    quote = Quote((paragraph("Words relied on."),), attribution=paragraph("The speaker.").inlines)
    signature = [Paragraph((Text(text),), Role.SIGNATURE) for text in ("Signed here", "Name", "Date")]
    closing = [*lines(before), paragraph("This is my statement."), *signature]
    truth = [*lines(before), Heading(2, paragraph("Truth").inlines, "truth", "none"), DECLARED, *signature]
    return document_of(*lines(before), quote, PageBreak(), *closing, PageBreak(), *truth)


DECLARED = Paragraph((Text("I believe that it is true."),), Role.DECLARATION)
"""A declaration, as it stands below its heading."""


ENDS = range(31, 38, 2)
"""Lines above a quotation or a signature, so that it meets the foot of the page."""


ABOVE = [above for above in CLOSINGS if above != "box"]
"""What stands above it; LibreOffice does not keep a table of one row with what follows, as Word does."""

FEET = range(20, 36, 3)
"""Lines above what is drawn to the block above it."""


@pytest.fixture(scope="module")
def printed_looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Return the pages of each document."""
    folder = tmp_path_factory.mktemp("looks")
    documents = {"text": text_document(), "form": form_document()}
    documents |= {f"table-{before}": table_document(before) for before in STARTS}
    documents |= {f"closing-{before}": closing_document(before) for before in ENDS}
    documents |= {f"{above}-{n}": document_of(*lines(n), *CLOSINGS[above]) for above in ABOVE for n in FEET}
    print_in_libreoffice({name: written(document) for name, document in documents.items()}, folder)
    return {name: pages_of((folder / f"{name}.pdf").read_bytes()) for name in documents}


def line_with(page: Page, text: str) -> Line:
    """Return the first line that holds a text."""
    return next(line for line in page.lines if text in line.text)


def test_running_lines_that_reach_down_to_the_text_leave_space_below_them(printed_looks: dict[str, list[Page]]) -> None:
    (page,) = printed_looks["text"]
    running = [line for line in page.lines if line.bottom < line_with(page, "First of the text").top]
    assert len(running) == 3
    assert line_with(page, "First of the text").top - running[-1].bottom > LINE


def test_the_number_of_the_page_stands_on_the_line_of_a_title_that_leaves_room_for_it(
    printed_looks: dict[str, list[Page]],
) -> None:
    (page,) = printed_looks["text"]
    number, title = line_with(page, "Page 1 of 1"), line_with(page, "Submission on the listing")
    assert abs(number.top - title.top) < 1
    assert next(word for word in page.words if word.text == "Page").left - title_end(page) > 12


def title_end(page: Page) -> float:
    """Return where the title of the page ends, in points from the left."""
    return next(word.right for word in page.words if word.text == "2020/1999")


def test_a_short_row_of_a_form_stands_on_one_page_with_its_label(printed_looks: dict[str, list[Page]]) -> None:
    pages = printed_looks["form"]
    assert len(pages) > 2
    for page in pages:
        text = " ".join(line.text for line in page.lines)
        assert text.count("Name in") == text.count("First") == text.count("Last") == text.count("number")


def test_a_long_row_of_a_form_may_run_on_but_its_label_stays_whole() -> None:
    row = Row((Cell((paragraph("Label"),)), Cell((paragraph("A long text. " * 200),))))
    data = written(document_of(Table((1, 4), (), (row, *rows(1)), kind="form")))
    assert [count(part(data, "word/document.xml"), f"//w:tr[{n}]//w:cantSplit") for n in (1, 2)] == [0, 1]
    styles = part(data, "word/styles.xml")
    assert count(styles, "//w:style[w:name/@w:val='Table Label']/w:pPr/w:keepLines") == 1


@each("before", ENDS)
def test_a_speaker_stands_below_the_words_and_a_signature_below_what_is_signed(
    printed_looks: dict[str, list[Page]], before: int
) -> None:
    texts = [" ".join(line.text for line in page.lines) for page in printed_looks[f"closing-{before}"]]
    pages = [{words: words in text for words in ("Words relied on.", "The speaker.")} for text in texts]
    signed = [(("This is my statement." in text), ("Signed here" in text)) for text in texts]

    assert [page for page in pages if len(set(page.values())) > 1] == []
    assert [one for one in signed if one[0] and not one[1]] == []


@each("before", ENDS)
def test_what_is_signed_stands_below_a_paragraph_of_the_text(printed_looks: dict[str, list[Page]], before: int) -> None:
    (page,) = (page for page in printed_looks[f"closing-{before}"] if "I believe that it is true." in text_on(page))
    first, *_ = (line.text for line in page.lines)
    assert first != "Truth"
    assert "Signed here" in text_on(page)


@each("above", ABOVE)
def test_what_is_signed_and_a_note_stand_with_the_last_of_what_is_above_them(
    printed_looks: dict[str, list[Page]], above: str
) -> None:
    assert 2 in {len(printed_looks[f"{above}-{n}"]) for n in FEET}
    for before in FEET:
        (page,) = (page for page in printed_looks[f"{above}-{before}"] if LAST in text_on(page))
        assert not page.lines[0].text.startswith((FIRST, LAST)), before


def text_on(page: Page) -> str:
    """Return the text of a page in one line."""
    return " ".join(line.text for line in page.lines)


@each("before", STARTS)
def test_no_row_stands_alone_at_the_head_of_a_page(printed_looks: dict[str, list[Page]], before: int) -> None:
    texts = [" ".join(line.text for line in page.lines) for page in printed_looks[f"table-{before}"]]
    on = {n: next(i for i, text in enumerate(texts) if f"Value {n}." in text) for n in (9, 10)}
    assert on[9] == on[10]


def bound_rows(number: int, *header: Row) -> list[int]:
    """Return which rows of a table stay with the next, the head counted in."""
    body = part(written(document_of(Table((1, 4), header, rows(number)))), "word/document.xml")
    all_rows = range(1, len(header) + number + 1)
    return [n for n in all_rows if count(body, f"//w:tr[{n}]//w:keepNext")]


def test_a_short_table_stays_whole_below_its_head_and_a_long_one_binds_its_last_rows() -> None:
    header = Row((Cell((paragraph("Name"),)), Cell((paragraph("Text"),))))
    assert [bound_rows(number, header) for number in (1, 2, 3, 5, 14)] == [[], [2], [2, 3], [2, 3, 4, 5], [13, 14]]


@each("word", ["Referencia", "Zusammensetzung", "Sub-Referencia"])
def test_no_word_of_a_header_is_broken(word: str) -> None:
    header = Row(tuple(Cell((paragraph(text),)) for text in (word, "Descripción", "Fecha")))
    body = part(written(document_of(Table((1, 8, 4), (header,), ()))), "word/document.xml")
    widths = [int(width) for width in found(body, "//w:gridCol/@w:w")]
    longest = max(word.split("-"), key=len)
    assert sum(widths) == 11906 - 2 * 1417
    assert widths[0] >= LIBERATION_BOLD[longest] * 20 + 170
    assert widths[1] > widths[2] > 1000


LIBERATION_BOLD = {"Referencia": 46.1, "Zusammensetzung": 80.1}
"""Widths of words at 10 points from the advance widths of Liberation Serif Bold, which are those of Times New Roman."""


def test_a_row_that_runs_on_is_cut_between_its_paragraphs() -> None:
    long = Row((Cell((paragraph("Label"),)), Cell(tuple(paragraph("Words of a paragraph. " * 20) for _ in range(6)))))
    body = part(written(document_of(Table((1, 3), (), (long,), kind="form"))), "word/document.xml")
    assert count(body, "//w:tr//w:cantSplit") == 0
    assert count(body, "//w:tr//w:tc[2]//w:keepLines") == 6
