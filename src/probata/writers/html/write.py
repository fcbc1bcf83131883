"""The HTML file: one page with its notes at the end, or at the end of each section."""

from __future__ import annotations

from importlib.resources import files

from probata.document.blocks import Blocks
from probata.document.look import Look
from probata.document.tree import Document
from probata.writers.format import WriteOptions, Written
from probata.writers.html.context import Context, link_targets
from probata.writers.html.counted_names import with_counted_names
from probata.writers.html.element import Element, serialise
from probata.writers.html.notes import mark_only, notes_section
from probata.writers.html.page import main_part, page, running_lines
from probata.writers.html.sections import notes_in
from probata.writers.look_css import shown


def write_html(document: Document, options: WriteOptions) -> Written:
    """Write the document as one HTML file without scripts and without anything to fetch.

    Raises `WriteError` for a citation that was not resolved, a link of a forbidden kind, equal ids and
    characters that no document can hold.
    """
    document = with_counted_names(document)
    context = Context(document.meta, link_targets(document), mark_only)
    by_section = document.meta.note_numbering == "section"

    def section_end(part: Blocks) -> list[Element]:
        return _notes(part, context) if by_section else []

    body = [running_lines(document.meta)] if document.meta.running else []
    main = main_part(document, context, section_end)
    if not by_section:
        main.extend(_notes(document.blocks, context))
    root = page(document.meta, _style_sheet(document.meta.look, options), [*body, main])
    return Written(serialise(root).encode("utf-8"))


def _notes(blocks: Blocks, context: Context) -> list[Element]:
    notes = notes_in(blocks)
    return [notes_section(notes, context)] if notes else []


def _style_sheet(look: Look, options: WriteOptions) -> str:
    own = shown(look) + "\n" + files("probata.writers.html").joinpath("screen.css").read_text("utf-8")
    return f"{own}\n{options.print_css}" if options.print_css else own
