"""Inlines as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from probata.document.between_marks import BETWEEN_MARKS
from probata.document.inlines import (
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
)
from probata.document.rebuild import without_notes
from probata.document.walk import plain_text, walk_inlines
from probata.writers.format import WriteError
from probata.writers.html.context import Context, note_id
from probata.writers.html.element import Child, element
from probata.writers.html.language import UNBROKEN, is_short_han_run, language_attributes

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
        case Text(text=text):
            yield text
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
        case Gap(text=text, required=required):
            kind = "gap required" if required else "gap"
            yield element("mark", [f"[{text}]"], {"class": kind})
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
    """Render a link out of the document; marks of notes inside it follow it."""
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
