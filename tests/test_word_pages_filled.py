"""The pages of every Word file, as LibreOffice prints them, are filled."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, MadePdf
from tests.readers.libreoffice import squeezed
from tests.readers.page_fill import HALF, white
from tests.readers.pdf_lines import Page, outline_places, pages_of

from probata.document.blocks import Heading, PageBreak, Picture
from probata.document.walk import plain_text, walk_blocks

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
