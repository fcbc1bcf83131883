"""What every PDF of the repository has: marks of PDF/A, fonts, outline, tags, links, and pages that are well filled.

That notes stand on the pages of their marks and that every page of a draft says so is tested in `test_pdf_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from tests.filings.cases import EXAMPLE, REAL, FilingName, alleges, filings_of, language_of
from tests.filings.made import MadeFiling, MadePdf, session, tree_of, workspace
from tests.filings.words import words_in
from tests.readers.contact_sheet import pages_on_sheet, sheet_of
from tests.readers.page_fill import HALF, body_lines, white
from tests.readers.pdf_lines import Line, Page, named_places, pages_of
from tests.readers.pdf_links import internal_links
from tests.writers.pdf_pages import page_texts, unspaced

from probata.diagnostics import Severity
from probata.document.blocks import Block, Contents, Heading, PageBreak, Picture
from probata.document.inlines import CrossRef, Note
from probata.document.look import Look
from probata.document.walk import inlines_in_order, plain_text, walk_blocks
from probata.pipeline import make_document, plan

POINTS = 72 / 25.4
TOLERANCE = 2.0
"""Points by which a letter's box may reach over the line that it stands on."""
HEADING = 25
"""Millimetres that a heading above a picture takes."""
LEAST = 0.15
"""Of the height of a page that text and pictures fill."""


BEFORE_PICTURE = 0.55
"""The share that may be white where a picture that needs more stands on the next page."""


@cache
def pages(data: bytes) -> list[Page]:
    return pages_of(data)


@cache
def places(data: bytes) -> dict[str, tuple[int, float]]:
    return named_places(data)


@pytest.fixture
def opened(pdf: MadePdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf.data)) as file:
        yield file


def headings(filing: MadeFiling) -> list[Heading]:
    return [block for block in walk_blocks(filing.paged.blocks) if isinstance(block, Heading)]


def shown(heading: Heading) -> str:
    return " ".join(f"{heading.number} {plain_text(heading.inlines)}".split())


def test_it_is_marked_as_pdf_a_3a_with_its_colours(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
    (intent,) = opened.Root.OutputIntents.as_list()
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100


def test_language_title_tags_and_properties_are_those_of_the_case(filing: MadeFiling, opened: pikepdf.Pdf) -> None:
    meta = filing.tree.meta
    assert meta.language == opened.Root.Lang
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.StructTreeRoot.Type == "/StructTreeRoot"
    wanted = {"/Title": meta.title, "/Author": meta.author, "/Subject": meta.subject}
    held = {str(key): str(value) for key, value in opened.docinfo.items()}
    assert held.pop("/Producer").startswith("WeasyPrint ")
    assert held.pop("/CreationDate") == f"D:{meta.created.replace('-', '')}"
    assert held == {key: text for key, text in wanted.items() if text}


def test_every_font_is_embedded_and_ours(opened: pikepdf.Pdf) -> None:
    fonts = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    assert fonts
    assert [str(f.FontName) for f in fonts if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(f.keys())] == []
    names = {str(font.FontName).partition("+")[2] for font in fonts}
    assert [
        name for name in names if not name.startswith(("Liberation-Serif", "Noto-Serif", "Noto-Naskh-Arabic"))
    ] == []
    used = {str(font.get("/BaseFont")) for page in opened.pages for font in page.resources.get("/Font", {}).values()}
    assert {name.partition("+")[2] for name in used} <= names


def test_pages_are_labelled_with_their_printed_numbers(opened: pikepdf.Pdf) -> None:
    assert [page.label for page in opened.pages] == [str(number) for number in range(1, len(opened.pages) + 1)]


def test_the_outline_is_the_headings(filing: MadeFiling, opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        found = list(_flat(outline.root, 1))
    assert [title for title, _ in found] == [shown(heading) for heading in headings(filing)]
    assert [level for _, level in found] == _depths([heading.level for heading in headings(filing)])


def _flat(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[str, int]]:
    for item in items:
        yield item.title, level
        yield from _flat(list(item.children), level + 1)


def _depths(levels: list[int]) -> list[int]:
    """Return how deep each stands below those before it, where a level may be left out."""
    above: list[int] = []
    found = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        found.append(len(above))
    return found


def test_contents_and_cross_references_lead_to_what_they_name(filing: MadeFiling, pdf: MadePdf) -> None:
    links = [link for page in internal_links(pdf.data) for link in page]
    assert [link for link in links if link not in places(pdf.data)] == []
    contents = [block for block in walk_blocks(filing.paged.blocks) if isinstance(block, Contents)]
    entries = [entry.target for block in contents for entry in block.entries]
    references = [i.target for i in inlines_in_order(filing.paged.blocks) if isinstance(i, CrossRef) and i.text]
    assert [target for target in (*entries, *references) if target not in links] == []
    assert not alleges(filing.name) or min(len(entries), len(references)) >= 1
    for heading in headings(filing):
        if heading.id in links:
            page, top = places(pdf.data)[heading.id]
            below = unspaced("".join(line.text for line in pages(pdf.data)[page].lines if line.top > top - 5 * POINTS))
            assert unspaced(shown(heading)) in below, shown(heading)


def test_every_word_is_inside_the_margins(filing: MadeFiling, pdf: MadePdf) -> None:
    look = filing.tree.meta.look
    outside = [
        (number, word.text)
        for number, page in enumerate(pages(pdf.data), 1)
        for word in page.words
        if not _is_inside(word, page, look)
    ]
    assert outside[:5] == []


def _is_inside(word: Line, page: Page, look: Look) -> bool:
    """Tell whether a word keeps to the sides, and to the text, the head or the foot of its page."""
    top, bottom = look.page.top * POINTS, page.height - look.page.bottom * POINTS
    keeps_sides = (
        word.left >= look.page.left * POINTS - TOLERANCE
        and word.right <= page.width - look.page.right * POINTS + TOLERANCE
    )
    in_text = word.top >= top - TOLERANCE and word.bottom <= bottom + TOLERANCE
    in_head = word.top >= 0 and word.bottom <= top + TOLERANCE
    in_foot = word.top >= bottom - TOLERANCE and word.bottom <= page.height
    return keeps_sides and (in_text or in_head or in_foot)


def test_no_page_but_the_last_of_a_section_is_nearly_empty(filing: MadeFiling, pdf: MadePdf) -> None:
    look = filing.tree.meta.look
    shares = [filled(page, look) for page in pages(pdf.data)]
    last = {page - 1 for page in _forced(filing.paged.blocks, places(pdf.data))} | {len(shares) - 1}
    sparse = [(n + 1, round(share, 2)) for n, share in enumerate(shares) if share < LEAST and n not in last]
    assert sparse == []


def filled(page: Page, look: Look) -> float:
    """Return the share of the height between the margins that lines of text, of notes and of pictures cover."""
    height = page.height - (look.page.top + look.page.bottom) * POINTS
    covered, reached = 0.0, 0.0
    for line in body_lines(page, look):
        covered += max(0.0, line.bottom - max(line.top, reached))
        reached = max(reached, line.bottom)
    return covered / height


def test_no_page_is_left_more_than_half_white(filing: MadeFiling, pdf: MadePdf) -> None:
    look, made, known = filing.tree.meta.look, pages(pdf.data), places(pdf.data)
    excused = {len(made) - 1} | {page - 1 for page in _forced(filing.paged.blocks, known)}
    before_pictures = {page - 1 for page in _opened_by_picture(filing, known)}
    most = [BEFORE_PICTURE if n in before_pictures else HALF for n in range(len(made))]
    shares = [white(page, look) for page in made]
    assert [(n + 1, round(shares[n], 2)) for n in range(len(made)) if shares[n] > most[n] and n not in excused] == []


def _opened_by_picture(filing: MadeFiling, known: Mapping[str, tuple[int, float]]) -> set[int]:
    """Return the pages that begin with a picture, with no more than a heading above it."""
    pictures = (block.id for block in walk_blocks(filing.paged.blocks) if isinstance(block, Picture))
    tops = (known[id_] for id_ in pictures if id_ in known)
    return {page for page, top in tops if top < (filing.tree.meta.look.page.top + HEADING) * POINTS}


def _forced(blocks: tuple[Block, ...], known: Mapping[str, tuple[int, float]]) -> set[int]:
    """Return the pages that begin by force."""
    after = (block for before, block in pairwise(blocks) if isinstance(before, PageBreak))
    return {known[id_][0] for block in after if (id_ := getattr(block, "id", "")) in known}


def test_no_heading_is_the_last_line_of_a_page(filing: MadeFiling, pdf: MadePdf) -> None:
    known, look = places(pdf.data), filing.tree.meta.look
    notes = [inline.id for inline in inlines_in_order(filing.paged.blocks) if isinstance(inline, Note)]
    first_note = [page.height for page in pages(pdf.data)]
    for page, top in (known[f"note.{id_}"] for id_ in notes):
        first_note[page] = min(first_note[page], top)
    assert set(_placed(filing, known))
    for heading, page, top in _placed(filing, known):
        lines = body_lines(pages(pdf.data)[page], look)
        below = [line.text for line in lines if line.bottom > top + 5 and line.top < first_note[page] - TOLERANCE]
        assert len(unspaced("".join(below))) > len(unspaced(shown(heading))), (page + 1, shown(heading))


def _placed(filing: MadeFiling, known: Mapping[str, tuple[int, float]]) -> Iterator[tuple[Heading, int, float]]:
    for heading in headings(filing):
        if heading.id in known:
            yield heading, *known[heading.id]


of_the_example = pytest.mark.parametrize("name", filings_of(EXAMPLE), ids=str)


@of_the_example
def test_a_final_pdf_has_no_finding(name: FilingName, pdfs: Mapping[FilingName, MadePdf]) -> None:
    (filing,) = plan(session(name.case), workspace(), [name.filing])
    tree, _, found = make_document(session(name.case), workspace(), filing, final=True)
    assert tree is not None
    assert [each.message for each in found if each.severity is Severity.ERROR] == []
    assert pdfs[name].findings == []


@of_the_example
def test_every_page_of_a_final_pdf_carries_its_marking_and_number(
    name: FilingName, pdfs: Mapping[FilingName, MadePdf]
) -> None:
    tree, _ = tree_of(name, final=True)
    words = words_in(language_of(name))
    texts = page_texts(pdfs[name].data)
    of = words["document"]["of"]
    for number, text in enumerate(texts, 1):
        assert [line for line in tree.meta.running if unspaced(line) not in text] == []
        assert f"{words['document']['page']}{number}{of}{len(texts)}" in text
        assert unspaced(words["running"]["draft"]) not in text
        assert "notrecorded]" not in text


@of_the_example
def test_the_sheet_of_all_pages_of_a_final_has_as_many_pages(
    name: FilingName, pdfs: Mapping[FilingName, MadePdf]
) -> None:
    assert pages_on_sheet(sheet_of(name)) == len(pages(pdfs[name].data))


@pytest.mark.parametrize("name", filings_of(REAL), ids=str)
def test_the_sheet_of_all_pages_of_a_draft_has_as_many_pages(
    name: FilingName, pdfs: Mapping[FilingName, MadePdf]
) -> None:
    assert pages_on_sheet(sheet_of(name)) == len(pages(pdfs[name].data))
