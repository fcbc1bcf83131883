"""The table of contents: a field whose result we write, with links and, where they are known, page numbers."""

from __future__ import annotations

from probata.document.blocks import Contents, ContentsEntry
from probata.document.inlines import Inline, Inlines, Link, Note
from probata.document.rebuild import map_children
from probata.word.elements import Element, add
from probata.writers.docx.faces import add_run, add_text
from probata.writers.docx.fields import add_field, close_field, open_field
from probata.writers.docx.inlines import write_inlines
from probata.writers.docx.paragraphs import add_paragraph, write_paragraph
from probata.writers.docx.state import State
from probata.writers.docx.style_names import CONTENTS, CONTENTS_TITLE


def write_contents(parent: Element, contents: Contents, state: State) -> None:
    """Add the title and the field; without entries nothing, since a field must have a result."""
    if not contents.entries:
        return
    if contents.title:
        write_paragraph(parent, contents.title, CONTENTS_TITLE, state)
    deepest = min(max(entry.level for entry in contents.entries), len(CONTENTS))
    paragraph = parent
    for index, entry in enumerate(contents.entries):
        paragraph = add_paragraph(parent, CONTENTS[min(entry.level, len(CONTENTS)) - 1], state)
        if index == 0:
            numbers = "" if state.pages else "\\n "
            open_field(paragraph, f'TOC \\o "1-{deepest}" {numbers}\\h \\z \\u')
        _write_entry(paragraph, entry, state)
    close_field(paragraph)


def _write_entry(paragraph: Element, entry: ContentsEntry, state: State) -> None:
    name = state.bookmark_of(entry.target)
    holder = add(paragraph, "hyperlink", anchor=name, history="1") if name else paragraph
    if entry.number:
        add_text(holder, entry.number, state.face)
        add(add_run(holder, state.face), "tab")
    write_inlines(holder, _without_notes_and_links(entry.inlines), state.face, state)
    if name and (page := state.pages.get(entry.target)):
        add(add_run(holder, state.face), "tab")
        add_field(holder, f"PAGEREF {name} \\h", str(page), state.face)


def _without_notes_and_links(inlines: Inlines) -> Inlines:
    """Keep what a heading says: a mark would be a second note, and a link inside a link leads nowhere."""
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Link):
            kept += _without_notes_and_links(inline.inlines)
        elif not isinstance(inline, Note):
            kept.append(map_children(inline, _without_notes_and_links))
    return tuple(kept)
