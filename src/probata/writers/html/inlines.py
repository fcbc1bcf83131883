"""Inlines as HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, assert_never

from probata.document.blocks import Paragraph
from probata.document.inlines import (
    BETWEEN_MARKS,
    Cite,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
    is_right_to_left,
)
from probata.document.rebuild import without_notes
from probata.document.walk import plain_text, walk_inlines
from probata.writers.format import WriteError
from probata.writers.html.context import Child, Context, Element, element, mark_id, note_id

# What HTML must be told of a passage's language.

LONGEST_UNBROKEN: Final = 6
"""Han characters of a name or term that stays on one line; longer texts are broken anywhere, as Chinese is."""
UNBROKEN: Final = "unbroken"
"""Class of such a passage."""


def is_short_han_run(text: str) -> bool:
    """Tell a name or term of a few Han characters and nothing else."""
    is_han = all(unicodedata.name(sign, "").startswith("CJK UNIFIED IDEOGRAPH") for sign in text)
    return is_han and 0 < len(text) <= LONGEST_UNBROKEN


def language_attributes(lang: str) -> dict[str, str]:
    """Return `lang` and, where the script runs from right to left, `dir`; `lang` is a BCP 47 tag."""
    return {"lang": lang, "dir": "rtl"} if is_right_to_left(lang) else {"lang": lang}


SCHEMES = ("http:", "https:", "mailto:")
DOI = "https://doi.org/"


def render_inlines(inlines: Inlines, context: Context) -> Iterator[Child]:
    """Give the texts and elements of a line, in order.

    Raises `WriteError` for a citation that was not resolved and for a link of a forbidden kind.
    """
    before: Inline | None = None
    for inline in inlines:
        if isinstance(before, Note) and isinstance(inline, Note):
            yield element("sup", [BETWEEN_MARKS], {"class": "between-marks"})
        yield from _render(inline, context)
        before = inline


def _render(inline: Inline, context: Context) -> Iterator[Child]:
    match inline:
        case Text(text=text, origin=origin):
            told = context.origin(origin)
            yield element("span", [text], told) if told else text
        case Emph(inlines=inner):
            yield element("em", render_inlines(inner, context))
        case Strong(inlines=inner):
            yield element("strong", render_inlines(inner, context))
        case SmallCaps(inlines=inner):
            yield element("span", render_inlines(inner, context), {"class": "small-caps"})
        case Underline(inlines=inner):
            yield element("u", render_inlines(inner, context))
        case Superscript(inlines=inner):
            yield element("sup", render_inlines(inner, context))
        case Subscript(inlines=inner):
            yield element("sub", render_inlines(inner, context))
        case Language(lang=lang, inlines=inner):
            attributes = language_attributes(lang)
            if is_short_han_run(plain_text(inner)):
                attributes["class"] = UNBROKEN
            yield element("span", render_inlines(inner, context), attributes)
        case _:
            yield from _render_leaf(inline, context)


def _render_leaf(
    inline: Link | LineBreak | Gap | Cite | Note | NoteRef | CrossRef, context: Context
) -> Iterator[Child]:
    match inline:
        case Link():
            yield from _link(inline, context)
        case LineBreak():
            yield element("br")
        case Gap(text=text, required=required, origin=origin):
            kind = "gap required" if required else "gap"
            yield element("mark", [f"[{text}]"], {"class": kind, **context.origin(origin)})
        case Note():
            yield from context.place_note(inline, context)
        case NoteRef(target=target, number=number):
            yield element("span", _reference(note_id(target), str(number), context), {"class": "note-reference"})
        case CrossRef(target=target, text=text):
            yield from _reference(target, text, context)
        case Cite(items=items):
            keys = ", ".join(item.key for item in items)
            raise WriteError(f"the citation of `{keys}` was not resolved before writing")
        case _:
            assert_never(inline)


def _reference(target: str, text: str, context: Context) -> Iterator[Child]:
    if context.links and target in context.targets:
        yield element("a", [text], {"class": "reference", "href": f"#{target}"})
    else:
        yield text


def _link(link: Link, context: Context) -> Iterator[Child]:
    shown = without_notes(link.inlines)
    if context.links:
        attributes = {"class": "external", "href": address(link.url)}
        yield element("a", render_inlines(shown, context.without_links()), attributes)
    else:
        yield from render_inlines(shown, context)
    for inner in walk_inlines(link.inlines):
        if isinstance(inner, Note):
            yield from context.place_note(inner, context)


def address(url: str) -> str:
    """Return the address that a link leads to; a DOI is one at its resolver."""
    if url.lower().startswith("doi:"):
        return DOI + url[4:].lstrip("/")
    if not url.lower().startswith(SCHEMES):
        raise WriteError(f"the link to `{url}` is none of http, https, mailto and doi")
    return url


def note_mark(note: Note) -> Element:
    """Make the mark that stands in the text and leads to the note."""
    attributes = {"id": mark_id(note.id), "href": f"#{note_id(note.id)}", "role": "doc-noteref"}
    return element("sup", [element("a", [str(note.number)], attributes)], {"class": "mark"})


def mark_only(note: Note, context: Context) -> Sequence[Child]:
    """Place the mark alone, for documents whose notes stand elsewhere."""
    del context
    return (note_mark(note),)


def note_number(note: Note) -> Element:
    """Make the number before a note's text, which leads back to the mark."""
    attributes = {"class": "number", "href": f"#{mark_id(note.id)}", "role": "doc-backlink"}
    return element("a", [f"{note.number} "], attributes)


def note_paragraphs(note: Note) -> Iterator[Inlines]:
    """Give the lines of each paragraph of a note.

    Raises `WriteError` for anything but paragraphs, since a note at the foot of a page cannot hold it.
    """
    for block in note.blocks:
        if not isinstance(block, Paragraph):
            raise WriteError(f"note {note.number} holds something else than paragraphs")
        yield block.inlines


def notes_section(notes: Iterable[Note], context: Context) -> Element:
    """List the notes under their title, each with a link back to its mark."""
    title = element("p", [context.meta.label("notes")], {"class": "notes-title"})
    items = element("ol", (_note_item(note, context) for note in notes))
    attributes = {"class": "notes", "role": "doc-endnotes", "aria-label": context.meta.label("notes")}
    return element("section", [title, items], attributes)


def _note_item(note: Note, context: Context) -> Element:
    paragraphs = [element("p", render_inlines(inlines, context)) for inlines in note_paragraphs(note)]
    item = element("li", [note_number(note)], {"id": note_id(note.id), "role": "doc-endnote"})
    item.append(element("div", paragraphs, {"class": "note-text"}))
    return item
