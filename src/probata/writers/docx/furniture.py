"""Head and foot of the page: running lines, short title, page X of Y."""

from __future__ import annotations

from docx.document import Document
from docx.section import Section, _Footer, _Header
from docx.shared import Emu, Length, Pt, Twips

from probata.word.elements import Element, P, add, w
from probata.writers.docx.paragraphs import add_paragraph
from probata.writers.docx.runs import add_field, add_run, add_text
from probata.writers.docx.state import State
from probata.writers.docx.style_sheet import PAGE_LINE, RUNNING_LINE
from probata.writers.docx.tables import twips_of

_LEAST_DISTANCE = Twips(283)
"""Between head or foot and the edge of the paper: printers reach no further."""
_LEAST_GAP = 240
"""Twips between a title and the number of the page on one line; a title without that room has a line of its own."""


def write_furniture(word: Document, section: Section, state: State) -> None:
    """Write on every kind of page that the section has: all, the first, the even ones.

    What a letterhead prints there stays. Running lines come after it; the page number only where the
    letterhead counts no pages.
    """
    pages = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        pages.append((section.first_page_header, section.first_page_footer))
    if word.settings.odd_and_even_pages_header_footer:
        pages.append((section.even_page_header, section.even_page_footer))
    for header, footer in pages:
        root = _root(header, "header", state)
        _clear_if_empty(root, bool(state.meta.running))
        for line in state.meta.running:
            add_text(add_paragraph(root, RUNNING_LINE, state), line, state.face)
        root = _root(footer, "footer", state)
        if not _counts_pages(root):
            _clear_if_empty(root, True)
            _write_page_line(root, state)


def centre_furniture(section: Section, state: State) -> None:
    """Put head and foot into the middle of the margins of our own page."""
    measures = state.measures
    size, width, face = measures.size(measures.look.size.running), measures.text_width, measures.look.face
    height = Pt(size * measures.look.line.note)
    lines = sum(max(1, -(-twips_of(line, size, face=face) // width)) for line in state.meta.running)
    section.header_distance = _distance(section.top_margin, lines * height)
    section.footer_distance = _distance(section.bottom_margin, height)


def _distance(margin: Length | None, height: int) -> Length:
    return Emu(max(_LEAST_DISTANCE, round(((margin or 0) - height) / 2)))


def _root(story: _Header | _Footer, style: str, state: State) -> Element:
    if story.is_linked_to_previous:
        story.is_linked_to_previous = False
        story.part.element.clear()
        add_paragraph(story.part.element, style, state)
    root: Element = story.part.element
    return root


def _clear_if_empty(root: Element, replaced: bool) -> None:
    """Take away the empty paragraph that a header must have, where another takes its place."""
    is_empty = len(root) == 1 and root[0].tag == P and root[0].find(w("r")) is None
    if replaced and is_empty:
        root.remove(root[0])


def _counts_pages(root: Element) -> bool:
    codes = " ".join(element.text or "" for element in root.iter(w("instrText")))
    simple = " ".join(element.get(w("instr"), "") for element in root.iter(w("fldSimple")))
    return "PAGE" in f"{codes} {simple}".split()


def _write_page_line(root: Element, state: State) -> None:
    meta = state.meta
    paragraph = add_paragraph(root, PAGE_LINE, state)
    if meta.short_title:
        add_text(paragraph, meta.short_title, state.face)
        if not _stands_next_to_the_number(state):
            paragraph = add_paragraph(root, PAGE_LINE, state)
    add(add_run(paragraph), "tab")
    add_text(paragraph, f"{meta.label('page')} ", state.face)
    add_field(paragraph, "PAGE", "1", state.face)
    add_text(paragraph, f" {meta.label('of')} ", state.face)
    add_field(paragraph, "NUMPAGES", "1", state.face)


def _stands_next_to_the_number(state: State) -> bool:
    """Tell whether the title leaves room for a number of three digits."""
    meta = state.meta
    number = f"{meta.label('page')} 100 {meta.label('of')} 100"
    size = state.measures.size(meta.look.size.running)
    widths = (twips_of(text, size, face=meta.look.face) for text in (meta.short_title, number))
    return sum(widths) + _LEAST_GAP <= state.text_width
