"""The PDF: what it says, how it is built and what it may not do."""

import pytest
from tests.each import each
from tests.readers.pdf_text import read_pdf, unspaced
from tests.readers.tree_text import read_tree
from tests.writers.pdf_pages import in_both_engines, page_texts, rich_pdf, written
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Heading, PageBreak, Paragraph, Role
from probata.document.inlines import Note, Text
from probata.document.tree import Document, Meta
from probata.writers.format import MissingLibraryError, PdfEngine, WriteError
from probata.writers.pdf.write import missing_library


@in_both_engines
def test_the_file_shows_what_the_tree_says(engine: PdfEngine) -> None:
    assert read_pdf(rich_pdf(engine)) == unspaced(read_tree(rich_document()))


@in_both_engines
def test_each_page_carries_running_lines_short_title_and_its_number(engine: PdfEngine) -> None:
    pages = page_texts(rich_pdf(engine))
    assert len(pages) > 4
    for number, text in enumerate(pages, 1):
        assert "CONFIDENTIALDRAFTof1March2026:notforfiling" in text
        assert f"ReExamplePage{number}of{len(pages)}" in text


@in_both_engines
def test_notes_that_restart_keep_their_numbers_in_each_section(engine: PdfEngine) -> None:
    blocks: list[Block] = []
    for letter in "AB":
        note = Note(f"n{letter}", (Paragraph((Text(f"Only note of {letter}"),)),), 1)
        blocks += [
            Heading(1, (Text("Part"),), f"s{letter}", "section", letter),
            Paragraph((Text(f"Said in {letter}"), note)),
        ]
    (page,) = page_texts(written(Document(Meta("Two", note_numbering="section"), tuple(blocks)), engine=engine).data)
    for letter in "AB":
        assert f"Saidin{letter}1" in page
        assert f"1Onlynoteof{letter}" in page


@each("number", range(17, 23))
def test_the_last_entry_of_a_list_of_sources_never_stands_alone_on_a_page(number: int) -> None:
    entries = [Paragraph((Text(f"Entry {n}. " + "A long title " * 12),), Role.BIBLIOGRAPHY) for n in range(number)]
    sheet = (PageBreak(), Heading(1, (Text("Sheet"),), "sheet", "annex", "2"))
    blocks: list[Block] = [Heading(1, (Text("Sources"),), "sources", "annex", "1"), *entries, *sheet]
    pages = page_texts(written(Document(Meta("Sources"), tuple(blocks))).data)
    last = next(page for page in pages if f"Entry{number - 1}." in page)

    assert f"Entry{number - 2}." in last
    assert f"Entry{number - 3}." in last


@in_both_engines
@each(("may_fall", "lines", "page"), [(True, 1, 2), (False, 1, 3), (True, 20, 3)], ids=["sparse", "firm", "filled"])
def test_a_page_break_that_may_fall_does_where_the_page_before_would_hold_a_line_or_two(
    engine: PdfEngine, may_fall: bool, lines: int, page: int
) -> None:
    said = [Paragraph((Text(f"Paragraph {n}."),)) for n in range(lines)]
    annex = (PageBreak(may_fall=may_fall), Heading(1, (Text("Annexed"),), "sheet", "annex", "1"), said[0])
    blocks: tuple[Block, ...] = (Paragraph((Text("First page."),)), PageBreak(), *said, *annex)
    pages = page_texts(written(Document(Meta("A title"), blocks), engine=engine).data)

    assert "Annexed" in pages[page - 1]


@each("address", ["file:///etc/hostname", "http://127.0.0.1:9/picture.png", "picture.png"])
def test_a_style_sheet_that_asks_for_anything_outside_is_refused(address: str) -> None:
    document = Document(Meta("A title"), (Paragraph((Text("text"),)),))
    with pytest.raises(WriteError, match="lies outside the document"):
        written(document, f'p {{ background: url("{address}") }}')


def test_a_missing_library_is_named_with_what_to_install() -> None:
    error = missing_library(OSError("cannot load library 'libpango-1.0-0'"))
    assert isinstance(error, MissingLibraryError)
    assert "apt install libpango" in str(error)
    assert "brew install pango" in str(error)
    assert "pip install weasyprint" in str(missing_library(ModuleNotFoundError("weasyprint")))
