"""The table of contents as HTML."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Contents, ContentsEntry
from probata.document.inlines import Note
from probata.writers.html.context import Context
from probata.writers.html.element import Child, Element, element
from probata.writers.html.inlines import render_inlines

TITLE_ID = "contents.title"


def render_contents(contents: Contents, context: Context) -> Element:
    """Make the list of headings; each line is one link, and marks of notes are left out of it."""
    plain = replace(context.without_links(), place_note=_no_mark)
    title = element("p", render_inlines(contents.title, plain), {"class": "contents-title", "id": TITLE_ID})
    lines = element("ol", (_line(entry, plain) for entry in contents.entries))
    return element("nav", [title, lines], {"class": "contents", "aria-labelledby": TITLE_ID})


def _line(entry: ContentsEntry, context: Context) -> Element:
    children: list[Child] = [element("span", render_inlines(entry.inlines, context), {"class": "entry"})]
    if entry.number:
        children.insert(0, element("span", [f"{entry.number} "], {"class": "number"}))
    known = entry.target in context.targets
    line = element("a", children, {"href": f"#{entry.target}"}) if known else element("span", children)
    annex = " annex" if _is_annex(entry) else ""
    return element("li", [line], {"class": f"level-{entry.level}{annex}"})


def _is_annex(entry: ContentsEntry) -> bool:
    """Tell `Annex 1`, in any language, from the letter of a section: its number needs more room."""
    return entry.level == 1 and any(sign.isdigit() for sign in entry.number)


def _no_mark(note: Note, context: Context) -> tuple[Child, ...]:
    del note, context
    return ()
