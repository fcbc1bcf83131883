"""Paragraphs: style, bookmark and content."""

from __future__ import annotations

from probata.document.inlines import Inlines, Language, is_right_to_left
from probata.word.elements import PARAGRAPH, Element, add, make, paragraph_properties, paragraphs, place, w
from probata.writers.docx.inlines import write_inlines
from probata.writers.docx.state import State
from probata.writers.docx.style_sheet import TABLE_SEPARATOR


def add_paragraph(parent: Element, style: str, state: State) -> Element:
    """Add an empty paragraph of the style with this name."""
    paragraph = add(parent, "p")
    add(add(paragraph, "pPr"), "pStyle", val=state.styles.id_of(style))
    if state.right_to_left:
        set_property(paragraph, make("bidi"))
    return paragraph


def write_paragraph(parent: Element, inlines: Inlines, style: str, state: State, id_: str = "") -> Element:
    """Add a paragraph with its content; `id_` is what cross-references call it, or empty."""
    paragraph = add_paragraph(parent, style, state)
    if bool(inlines) and all(isinstance(i, Language) and is_right_to_left(i.lang) for i in inlines):
        set_property(paragraph, make("bidi"))
    with state.bookmarks.around(paragraph, state.bookmark_of(id_)):
        write_inlines(paragraph, inlines, state.face, state)
    return paragraph


def set_property(paragraph: Element, new: Element) -> None:
    """Give a paragraph a property of its own, where the schema wants it."""
    place(paragraph_properties(paragraph), new, PARAGRAPH)


def keep_with_next(paragraph: Element) -> None:
    """Let a paragraph stand on one page with what follows it."""
    if paragraph_properties(paragraph).find(w("keepNext")) is None:
        set_property(paragraph, make("keepNext"))


def set_space(paragraph: Element, side: str, twentieths: int) -> None:
    """Set the space `before` or `after` one paragraph, in twentieths of a point; the other side stays."""
    properties = paragraph_properties(paragraph)
    spacing = properties.find(w("spacing"))
    if spacing is None:
        spacing = make("spacing")
        place(properties, spacing, PARAGRAPH)
    spacing.set(w(side), str(twentieths))


def break_page_before(block: Element) -> None:
    """Let a paragraph, or a table by its first one, begin a new page."""
    set_property(next(paragraphs(block)), make("pageBreakBefore"))


def separate(parent: Element, state: State) -> None:
    """Put the lowest paragraph possible after a table: two tables that touch become one in Word."""
    add_paragraph(parent, TABLE_SEPARATOR, state)
