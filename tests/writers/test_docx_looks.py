"""How a Word file looks on paper, as LibreOffice prints it: distances, and what stands beside what."""

from __future__ import annotations

import pytest
from tests.readers.libreoffice import print_in_libreoffice
from tests.readers.pdf_lines import Line, Page, pages_of
from tests.writers.docx_file import LABELS, document_of, found, paragraph, part, written

from probata.document.blocks import Block, Heading
from probata.document.tree import Document, Meta

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


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """Return the pages of each document."""
    folder = tmp_path_factory.mktemp("looks")
    documents = {"text": text_document()}
    print_in_libreoffice({name: written(document) for name, document in documents.items()}, folder)
    return {name: pages_of((folder / f"{name}.pdf").read_bytes()) for name in documents}


def line_with(page: Page, text: str) -> Line:
    """Return the first line that holds a text."""
    return next(line for line in page.lines if text in line.text)


def test_running_lines_that_reach_down_to_the_text_leave_space_below_them(printed: dict[str, list[Page]]) -> None:
    (page,) = printed["text"]
    running = [line for line in page.lines if line.bottom < line_with(page, "First of the text").top]
    assert len(running) == 3
    assert line_with(page, "First of the text").top - running[-1].bottom > LINE


def test_running_lines_stand_close_to_each_other(printed: dict[str, list[Page]]) -> None:
    (page,) = printed["text"]
    first, second, third = page.lines[:3]
    assert second.top - first.bottom < 3
    assert third.top - second.bottom < 3


def test_a_heading_has_twice_the_space_below_it_that_lines_have_between_them(printed: dict[str, list[Page]]) -> None:
    (page,) = printed["text"]
    first, second = [line for line in page.lines if "First of the text" in line.text][:2]
    for heading, below in (("Above", "the first level"), ("Within", "the second level")):
        assert line_with(page, below).top - line_with(page, heading).bottom > 2 * (second.top - first.bottom)


def test_the_number_of_the_page_stands_on_the_line_of_a_title_that_leaves_room_for_it(
    printed: dict[str, list[Page]],
) -> None:
    (page,) = printed["text"]
    number, title = line_with(page, "Page 1 of 1"), line_with(page, "Submission on the listing")
    assert abs(number.top - title.top) < 1
    assert next(word for word in page.words if word.text == "Page").left - title_end(page) > 12


def title_end(page: Page) -> float:
    """Return where the title of the page ends, in points from the left."""
    return next(word.right for word in page.words if word.text == "2020/1999")


def test_sections_and_their_entries_show_the_number_of_the_tree_without_a_stop() -> None:
    numbering = part(written(text_document()), "word/numbering.xml")
    path = "//w:abstractNum[w:name/@w:val='ProbataSections']/w:lvl/w:lvlText/@w:val"
    assert found(numbering, path) == ["%1", "%1.%2"]
