"""The PDF of every filing, read by readers of our own: by Typst, and a few by WeasyPrint.

WeasyPrint sets only what has a style sheet of its own, and takes a minute for the real case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple, TypeVar

import pikepdf
from tests.each import each
from tests.filings.cases import EXAMPLE, FILINGS, REAL, FilingName, alleges, language_of
from tests.filings.made import MadeFiling, MadePdf, is_final, made_filing, pdf_of, tree_of
from tests.filings.pdf_apart import pdf_apart
from tests.filings.words import words_in
from tests.readers.all_text import spread
from tests.readers.page_fill import HALF, body_lines, white
from tests.readers.pdf_lines import Line, Page, outline_places, pages_of, text_at
from tests.readers.pdf_links import links_of, notes_of
from tests.readers.pdf_structure import structure_of
from tests.readers.pdf_text import read_pdf, unspaced
from tests.test_every_document import differences
from tests.writers.pdf_layouts import LAYOUTS
from tests.writers.pdf_pages import page_texts

from probata.document.blocks import Blocks, Contents, Heading, PageBreak, Paragraph, Role, Table
from probata.document.inlines import CrossRef, Note, NoteRef
from probata.document.look import Look, base_look
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.fonts.files import FAMILIES
from probata.writers.format import PdfEngine

NOTICE = "Illustration from published work (Safeguard Defenders); addressed to no one, asserted by nobody."
COVERS = (Role.COVER, Role.COVER_RIGHT)
POINTS = 72 / 25.4
OVER = 0.25
"""The share of a letter's box by which it may reach over its place: the box holds room above capitals."""
TOLERANCE = 2.0
"""Points by which it may."""
LINE = 15.0
"""Points: the mark of a note in a table counts as standing a line lower than it is shown."""
HANGING = 3.0
"""Points by which a comma or a hyphen at the end of a line may hang into the margin."""
WITHOUT_REFERENCES = FilingName(REAL, "un-sp")
"""A letter about one work, which points to no table or paragraph of its own."""
BEFORE_PICTURE = 0.6
"""The share of a page that may be white where a picture that needs more stands on the next page."""
ALL_OF_A_PAGE = 0.8
"""The share of the letters of a page from which a picture is all that it holds: then more may be white before it."""
ROUND_PICTURE = 0.02
"""The share of a page that the space round a picture takes."""


T = TypeVar("T")


class Name(NamedTuple):
    """A PDF: which filing, and what sets it."""

    filing: FilingName
    engine: PdfEngine

    def __str__(self) -> str:
        return f"{self.filing}-{self.engine}"


BY_WEASYPRINT = (
    *(FilingName(EXAMPLE, name) for name in ("uk-ghr", "uk-ghr-annexes", "uk-cpr-ws-exhibits", "un-sp-fr")),
    FilingName(REAL, "uk-ghr"),
)
"""Text with notes, tables, cover sheets of exhibits, another language; charts and Chinese names."""
PDFS = [
    *(Name(filing, PdfEngine.TYPST) for filing in FILINGS),
    *(Name(filing, PdfEngine.WEASYPRINT) for filing in BY_WEASYPRINT),
]


every_pdf = each(
    "name",
    PDFS,
    ids=str,
    made={
        "filing": lambda name: made_filing(name.filing),
        "pdf": lambda name: pdf_of(*name),
        "opened": lambda name: pikepdf.open(BytesIO(pdf_of(*name).data)),
    },
)


def of_type(kind: type[T], blocks: Blocks) -> list[T]:
    return [block for block in walk_blocks(blocks) if isinstance(block, kind)]


def shown(heading: Heading) -> str:
    return " ".join(f"{heading.number} {plain_text(heading.inlines)}".split())


# -------------------------------------------------------------------------------------------- what it says


@every_pdf
def test_it_shows_the_items_of_the_tree(filing: MadeFiling, pdf: MadePdf) -> None:
    """Paragraphs, numbers, notes, cells and pictures with their words, in all scripts and both directions."""
    assert differences(read_pdf(pdf.data), unspaced(filing.shown)) == []


@every_pdf
def test_every_note_is_on_the_page_of_its_mark_or_told(name: Name, filing: MadeFiling, pdf: MadePdf) -> None:
    notes = notes_of(pdf.data)
    assert not alleges(filing.name) or len(notes) > (40 if filing.name.case == EXAMPLE else 0)
    assert [note.number for note in notes] == [item.number for item in filing.shown if item.kind == "note"]
    elsewhere = [note.number for note in notes if note.pages[0] != note.mark_page]
    assert [number for finding in pdf.findings for number in re.findall(r"\d+", finding)] == elsewhere
    assert len(elsewhere) <= (2 if name.engine is PdfEngine.TYPST else 0)


@each("layout", [base_look(), *LAYOUTS[1::4]], ids=["base", "small", "large"])
def test_in_a_final_every_note_of_the_real_text_would_be_on_the_page_of_its_mark_or_told(layout: Look) -> None:
    tree, options = tree_of(FilingName(REAL, "uk-ghr"), final=False)
    data, findings = pdf_apart(replace(tree, meta=replace(tree.meta, look=layout)), options)
    notes = notes_of(data)
    elsewhere = [note.number for note in notes if note.pages[0] != note.mark_page]
    assert [number for finding in findings for number in re.findall(r"\d+", finding)] == elsewhere
    assert len(elsewhere) <= (0 if layout == base_look() else len(notes) / 100)


@every_pdf
def test_every_mark_leads_to_its_note_and_every_note_back(filing: MadeFiling, pdf: MadePdf) -> None:
    notes = notes_of(pdf.data)
    texts = [spread(item.number + item.text)[:30] for item in filing.shown if item.kind == "note"]
    wrong = [
        (note, text)
        for note, text in zip(notes, texts, strict=True)
        if note.leads_back_to[0] != note.mark_page
        or note.mark_leads_to[0] != note.pages[0]
        or text not in text_at(pdf.data, note.mark_leads_to)
        or note.number not in text_at(pdf.data, (note.leads_back_to[0], note.leads_back_to[1] - LINE))
    ]
    assert wrong == []


@every_pdf
def test_every_reference_back_to_a_note_leads_to_its_page(filing: MadeFiling, pdf: MadePdf) -> None:
    inlines = list(inlines_in_order(filing.tree.blocks))
    notes = zip((one for one in inlines if isinstance(one, Note)), notes_of(pdf.data), strict=True)
    pages = {note.id: {made.mark_page, *made.pages} for note, made in notes}
    links = Counter((link.text, link.leads_to[0]) for link in links_of(pdf.data))
    wanted = Counter(inline.target for inline in inlines if isinstance(inline, NoteRef))
    numbers = {inline.target: str(inline.number) for inline in inlines if isinstance(inline, NoteRef)}
    found = {target: sum(links[numbers[target], page] for page in pages[target]) for target in wanted}
    assert [target for target, count in wanted.items() if found[target] < count] == []


@every_pdf
def test_contents_and_cross_references_lead_to_what_they_name(filing: MadeFiling, pdf: MadePdf) -> None:
    blocks = filing.tree.blocks
    entries = [entry.target for contents in of_type(Contents, blocks) for entry in contents.entries]
    references = [i.target for i in inlines_in_order(blocks) if isinstance(i, CrossRef) and i.text]
    assert not alleges(filing.name) or filing.name == WITHOUT_REFERENCES or len(references) >= 1
    begins = _beginnings(filing)
    links = links_of(pdf.data)
    reached = {text_at(pdf.data, link.leads_to) for link in links if link.text}
    wanted = {begins[target] for target in (*entries, *references) if target in begins}
    assert [text for text in wanted if not any(text in beginning for beginning in reached)] == []


def _beginnings(filing: MadeFiling) -> dict[str, str]:
    """Return what must stand where a link to a block leads: the head of a table or picture may not."""
    found = {}
    for block in walk_blocks(filing.tree.blocks):
        match block:
            case Heading():
                found[block.id] = spread(shown(block))[:60]
            case Paragraph(number=number) if number:
                found[block.id] = spread(number + "." * (number[-1] != ")") + plain_text(block.inlines)[:1])
            case Table(header=(head, *_)):
                found[block.id] = spread("".join(plain_text(own_inlines(inner)) for inner in head.cells[0].blocks))
            case _:
                continue
    return {id_: text for id_, text in found.items() if id_}


# -------------------------------------------------------------------------------------------- what it is


@every_pdf
def test_it_states_its_standards_and_the_properties_of_the_case(
    name: Name, filing: MadeFiling, opened: pikepdf.Pdf
) -> None:
    meta, is_typst = filing.tree.meta, name.engine is PdfEngine.TYPST
    (intent,) = opened.Root.OutputIntents.as_list()
    assert intent.S == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100
    assert meta.language == opened.Root.Lang
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked
    held = {str(key): str(value) for key, value in opened.docinfo.items()}
    day = f"D:{meta.created.replace('-', '')}"
    made_by = {"/Creator": "Typst ", "/ModDate": day} if is_typst else {"/Producer": "WeasyPrint "}
    assert all(held.pop(key).startswith(begin) for key, begin in {**made_by, "/CreationDate": day}.items())
    wanted = {"/Title": meta.title, "/Author": meta.author, "/Subject": meta.subject}
    assert held == {key: text for key, text in wanted.items() if text}
    with opened.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata.get("pdfuaid:part") == ("1" if is_typst else None)


@every_pdf
def test_every_font_is_embedded_and_ours(opened: pikepdf.Pdf) -> None:
    fonts = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]
    assert fonts
    assert [str(f.FontName) for f in fonts if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(f.keys())] == []
    names = {str(font.FontName).partition("+")[2].replace("-", "") for font in fonts}
    ours = tuple(family.replace(" ", "") for family in FAMILIES)
    assert [name for name in names if not name.startswith(ours)] == []


@every_pdf
def test_the_outline_is_the_headings_and_pages_are_labelled_as_printed(filing: MadeFiling, opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        found = list(_flat(outline.root, 1))
    headings = of_type(Heading, filing.tree.blocks)
    assert [" ".join(title.split()) for title, _ in found] == [shown(heading) for heading in headings]
    assert [level for _, level in found] == _depths([heading.level for heading in headings])
    assert [page.label for page in opened.pages] == [str(number) for number in range(1, len(opened.pages) + 1)]


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


# -------------------------------------------------------------------------------------------- how it looks


@every_pdf
def test_every_page_carries_its_number_and_running_lines_and_a_draft_says_so(filing: MadeFiling, pdf: MadePdf) -> None:
    texts = page_texts(pdf.data)
    words = words_in(language_of(filing.name))
    page_word, of = (words["document"][key] for key in ("page", "of"))
    for number, text in enumerate(texts, 1):
        assert f"{page_word}{number}{of}{len(texts)}" in text
        assert (spread(words["running"]["draft"]) in text) is not is_final(filing.name.case)
        assert [line for line in filing.tree.meta.running if spread(line) not in text] == []
        assert is_final(filing.name.case) or spread(NOTICE) in text
        assert not is_final(filing.name.case) or "notrecorded]" not in text


@every_pdf
def test_every_word_is_inside_the_margins(filing: MadeFiling, pdf: MadePdf) -> None:
    look = filing.tree.meta.look
    words = ((number, word, page) for number, page in enumerate(pages_of(pdf.data), 1) for word in page.words)
    assert [(number, word.text) for number, word, page in words if not _is_inside(word, page, look)][:5] == []


def _is_inside(word: Line, page: Page, look: Look) -> bool:
    """Tell whether a word keeps to the sides, and to the text, the head or the foot of its page."""
    over = OVER * (word.bottom - word.top)
    top, bottom = look.page.top * POINTS, page.height - look.page.bottom * POINTS
    keeps_sides = (
        word.left >= look.page.left * POINTS - HANGING and word.right <= page.width - look.page.right * POINTS + HANGING
    )
    in_text = word.top >= top - over and word.bottom <= bottom + over
    in_head = word.top >= 0 and word.bottom <= top + over
    in_foot = word.top >= bottom - over and word.bottom <= page.height
    return keeps_sides and (in_text or in_head or in_foot)


@every_pdf
def test_no_page_is_left_more_than_half_white_but_the_last_before_a_page_break(
    filing: MadeFiling, pdf: MadePdf
) -> None:
    look, pages = filing.tree.meta.look, pages_of(pdf.data)
    excused = {len(pages) - 1} | {page - 1 for page in _forced(filing, pdf)}
    figures = structure_of(pdf.data).find("Figure")
    drawn = Counter[int]()
    for run in (run for figure in figures for run in figure.walk() if not run.tag and run.page > 0):
        drawn[run.page] += len(spread(run.text))
    shares = [white(page, look) for page in pages]
    most = [HALF] * len(pages)
    for n, letters in drawn.items():
        is_full = letters > ALL_OF_A_PAGE * len(spread("".join(line.text for line in body_lines(pages[n], look))))
        most[n - 1] = max(BEFORE_PICTURE, 1 - shares[n] + ROUND_PICTURE) if is_full else BEFORE_PICTURE
    assert [(n + 1, round(share, 2)) for n, share in enumerate(shares) if share > most[n] and n not in excused] == []


def _forced(filing: MadeFiling, pdf: MadePdf) -> set[int]:
    """Return the pages that a heading begins by force, or a cover above it."""
    blocks = [block for block in filing.tree.blocks if not (isinstance(block, Paragraph) and block.role in COVERS)]
    after = [block for before, block in pairwise(blocks) if isinstance(before, PageBreak)]
    return {page for heading, page, _ in _placed(filing, pdf) if any(heading is block for block in after)}


def _placed(filing: MadeFiling, pdf: MadePdf) -> list[tuple[Heading, int, float]]:
    headings = of_type(Heading, filing.tree.blocks)
    places = outline_places(pdf.data)
    return [(heading, page, top) for heading, (_, page, top) in zip(headings, places, strict=True)]


@every_pdf
def test_no_heading_is_the_last_line_of_a_page(filing: MadeFiling, pdf: MadePdf) -> None:
    look, pages = filing.tree.meta.look, pages_of(pdf.data)
    first_note = [page.height for page in pages]
    for page, top in (note.mark_leads_to for note in notes_of(pdf.data)):
        first_note[page] = min(first_note[page], top)
    for heading, page, top in _placed(filing, pdf):
        lines = body_lines(pages[page], look)
        below = [line.text for line in lines if line.bottom > top + 5 and line.top < first_note[page] - TOLERANCE]
        assert len(spread("".join(below))) > len(spread(shown(heading))), (page + 1, shown(heading))
