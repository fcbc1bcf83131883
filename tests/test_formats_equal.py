"""The formats of a filing show the same paragraphs, numbers, notes and cells, read by readers of our own.

That a PDF does is tested in `test_finished_pdf`.
"""

from __future__ import annotations

from tests.filings.every import every_filing
from tests.filings.made import MadeFiling
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.item import Item


@every_filing
def test_the_word_file_shows_the_items_of_the_tree(filing: MadeFiling) -> None:
    assert differences(read_docx(filing.docx), filing.shown) == []


@every_filing
def test_the_page_of_html_shows_the_items_of_the_tree(filing: MadeFiling) -> None:
    assert differences(read_html(filing.html), filing.shown) == []


def differences(found: list[Item], expected: list[Item]) -> list[tuple[Item | None, Item | None]]:
    """Return the first few places where two lists differ, found beside expected; short enough to read."""
    length = max(len(found), len(expected))
    padded = ([*items, *[None] * (length - len(items))] for items in (found, expected))
    return [pair for pair in zip(*padded, strict=True) if pair[0] != pair[1]][:5]
