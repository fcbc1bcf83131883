"""Every Word file opens without repair, and LibreOffice prints all of it on filled pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from tests.filings.cases import EXAMPLE, FILINGS, FilingName, alleges, language_of
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, MadePdf, is_final
from tests.filings.words import words_in
from tests.readers.item import Item
from tests.readers.libreoffice import printed_pages, squeezed
from tests.readers.page_fill import HALF, white
from tests.readers.pdf_lines import Line, Page, outline_places, pages_of
from tests.writers.docx_validity import audit, integrity, missing_targets, open_fields, texts, unpaired_bookmarks

from probata.document.blocks import Heading, PageBreak, Picture, Row, Table
from probata.document.walk import own_inlines, plain_text, walk_blocks

POINTS = 72 / 25.4
TOLERANCE = 2.0
"""Points by which the box of a line may reach over its place."""
OF_A_ROW = 24
"""Letters by which a row is told from others near it."""
OF_A_NOTE = 12
"""Letters, its number among them, by which the beginning of a note is told from a line of the text."""


@every_filing
def test_openxml_audit_finds_no_error(filing: MadeFiling, tmp_path: Path) -> None:
    assert audit(filing.docx, tmp_path) == []


@every_filing
def test_ooxml_integrity_has_no_finding(filing: MadeFiling, tmp_path: Path) -> None:
    assert integrity(filing.docx, tmp_path) == []


@every_filing
def test_bookmarks_and_fields_are_whole_and_lead_somewhere(filing: MadeFiling) -> None:
    for root in texts(filing.docx):
        assert unpaired_bookmarks(root) == []
        assert open_fields(root) == 0
    assert missing_targets(filing.docx) == set()


@pytest.fixture(scope="module")
def printed(office: Path) -> Mapping[FilingName, list[str]]:
    """The text of the pages of every Word file as LibreOffice prints them."""
    return {name: printed_pages("-".join(name), office) for name in FILINGS}


@every_filing
def test_libreoffice_prints_every_note_with_its_number(
    filing: MadeFiling, printed: Mapping[FilingName, list[str]]
) -> None:
    notes = [item for item in filing.shown if item.kind == "note"]
    assert not alleges(filing.name) or len(notes) > (40 if filing.name.case == EXAMPLE else 0)
    assert [note for note in notes if not _is_printed(note, printed[filing.name])] == []


@every_filing
def test_libreoffice_prints_every_row_of_every_table(
    filing: MadeFiling, printed: Mapping[FilingName, list[str]]
) -> None:
    """Rows are looked for in their order, so that one is not taken for another that begins alike."""
    text, place, missing = "".join(printed[filing.name]), 0, []
    tables = [block for block in walk_blocks(filing.tree.blocks) if isinstance(block, Table)]
    beginnings = [beginning_of(row) for table in tables for row in table.rows]
    assert filing.name.part != "annexes" or len(beginnings) > 50
    for beginning in beginnings:
        if found := re.compile(beginning).search(text, place):
            place = found.start() + 1
        else:
            missing.append(beginning)
    assert missing == []


def beginning_of(row: Row) -> str:
    """Return a pattern for the first letters of a row: marks of notes may stand between them."""
    texts = (plain_text(own_inlines(block)) for cell in row.cells for block in walk_blocks(cell.blocks))
    return r"\d*".join(map(re.escape, squeezed("".join(texts))[:OF_A_ROW]))


def _is_printed(note: Item, pages: list[str]) -> bool:
    """Tell whether a note stands on a page, or begins at the foot of one and ends at the foot of the next."""
    text = squeezed(note.number + note.text)
    if any(text in page for page in pages):
        return True
    pairs = pairwise(pages)
    return any(
        text[:cut] in page and text[cut:] in following for page, following in pairs for cut in range(20, len(text))
    )


@every_filing
def test_every_page_that_libreoffice_prints_carries_the_running_lines(
    filing: MadeFiling, printed: Mapping[FilingName, list[str]]
) -> None:
    running = [squeezed(line) for line in filing.tree.meta.running]
    is_marked = squeezed(words_in(language_of(filing.name))["running"]["draft"]) in "".join(running)
    assert is_marked is not is_final(filing.name.case)
    missing = [
        (number, line) for number, page in enumerate(printed[filing.name], 1) for line in running if line not in page
    ]
    assert missing == []


@every_filing
def test_no_heading_is_the_last_line_of_the_text_of_a_page_that_libreoffice_prints(
    filing: MadeFiling, office: Path
) -> None:
    data = (office / f"{'-'.join(filing.name)}.pdf").read_bytes()
    pages, look = pages_of(data), filing.tree.meta.look
    notes = tuple(squeezed(item.number + item.text)[:OF_A_NOTE] for item in filing.shown if item.kind == "note")
    headings = [block for block in walk_blocks(filing.tree.blocks) if isinstance(block, Heading)]
    placed = outline_places(data)

    margin = look.page.bottom * POINTS
    begun = [notes_begun(page, margin, notes) for page in pages]
    assert len(placed) == len(headings)
    assert headings or filing.name.part == "sheet"
    assert sum(len(tops) for tops in begun) == len(notes)
    for title, page, top in placed:
        text = text_above(pages[page], min(begun[page], default=pages[page].height - margin))
        below = squeezed("".join(line.text for line in text if line.bottom > top + TOLERANCE))
        assert len(below) > len(squeezed(title)), (page + 1, title)


def notes_begun(page: Page, margin: float, notes: tuple[str, ...]) -> list[float]:
    """Return where notes begin on a page.

    The number of a note is small and raised, and so a line of its own, before or after the first of the text: Chinese
    is higher. It stands at the margin, where no mark does that ends a cell.
    """
    inside = [line for line in page.lines if line.bottom <= page.height - margin + TOLERANCE]
    edge = min((line.left for line in inside), default=0.0) + TOLERANCE
    pairs = (pair if height(pair[0]) < height(pair[1]) else pair[::-1] for pair in pairwise(inside))
    return [
        number.top
        for number, line in pairs
        if height(line) - height(number) > TOLERANCE and abs(line.top - number.top) < TOLERANCE
        if number.left < edge
        if squeezed(number.text + line.text)[:OF_A_NOTE].startswith(notes)
    ]


def height(line: Line) -> float:
    return line.bottom - line.top


def text_above(page: Page, end: float) -> list[Line]:
    """Return the lines of a page that end above a place."""
    return [line for line in page.lines if line.top < end - TOLERANCE]


EMPTY = 0.99
"""White of a page on which nothing stands."""


@every_filing
def test_libreoffice_leaves_no_page_more_than_half_white_but_before_a_new_part_and_beside_a_picture(
    filing: MadeFiling, office: Path
) -> None:
    data = (office / f"{'-'.join(filing.name)}.pdf").read_bytes()
    made, look = pages_of(data), filing.tree.meta.look
    excused = {len(made) - 1} | _before_new_parts(filing, data) | _beside_pictures(filing, made)
    shares = [white(page, look) for page in made]
    left = [n for n, share in enumerate(shares) if share > HALF and n not in excused]
    assert [(n + 1, round(shares[n], 2)) for n in left] == []


@every_filing
def test_libreoffice_leaves_no_page_empty(filing: MadeFiling, office: Path) -> None:
    made, look = pages_of((office / f"{'-'.join(filing.name)}.pdf").read_bytes()), filing.tree.meta.look
    assert [n for n, page in enumerate(made, 1) if white(page, look) > EMPTY] == []


@every_filing
def test_a_word_file_has_as_many_pages_as_its_pdf_but_for_one_in_twelve(
    filing: MadeFiling, pdf: MadePdf, office: Path
) -> None:
    counts = [len(pages_of(data)) for data in ((office / f"{'-'.join(filing.name)}.pdf").read_bytes(), pdf.data)]
    assert max(counts) - min(counts) <= max(1, min(counts) / 12), counts


def _before_new_parts(filing: MadeFiling, data: bytes) -> set[int]:
    """Return the pages after which a new page is forced."""
    blocks = [block for block in walk_blocks(filing.tree.blocks) if isinstance(block, Heading | PageBreak)]
    after = [isinstance(before, PageBreak) for before, block in pairwise([None, *blocks]) if isinstance(block, Heading)]
    return {page - 1 for (_, page, _), forced in zip(outline_places(data), after, strict=True) if forced}


def _beside_pictures(filing: MadeFiling, made: list[Page]) -> set[int]:
    """Return the pages with the caption of a picture, and those before them."""
    pictures = (block for block in walk_blocks(filing.tree.blocks) if isinstance(block, Picture) and block.caption)
    captions = tuple(squeezed(plain_text(picture.caption)) for picture in pictures)
    texts = (squeezed("".join(line.text for line in page.lines)) for page in made)
    with_one = {n for n, text in enumerate(texts) if any(caption in text for caption in captions)}
    return with_one | {page - 1 for page in with_one}
