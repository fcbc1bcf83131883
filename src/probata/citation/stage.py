"""The citation stage: from a document with citations to one with numbered notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from probata.citation.authority_citer import AuthorityCiter
from probata.citation.authority_table import AuthorityTable
from probata.citation.bibliography import cited_sources, filled
from probata.citation.cited_items import with_items_read
from probata.citation.exhibited import with_listed_exhibits
from probata.citation.findings import long_title, not_in_style, not_written, short_journal, unknown_sources
from probata.citation.held_numbers import HeldNumbers
from probata.citation.library import Library
from probata.citation.long_titles import first_words, long_names, long_titles_again
from probata.citation.notes_written import notes_written, with_names_led, with_notes
from probata.citation.numbering import Numbering, is_list_entry, is_table_entry
from probata.citation.pandoc import PandocError
from probata.citation.persons_named import with_persons_named
from probata.citation.program import find_program
from probata.citation.rendering import Rendered, Renderer
from probata.citation.runs import Runs
from probata.citation.short_journals import WANTED, without_short_journal
from probata.citation.style import Style
from probata.citation.told_apart import cases_told_apart
from probata.citation.unit import Unit
from probata.citation.words import Words
from probata.citation.words_of_places import with_words_of_places
from probata.diagnostics import Diagnostic
from probata.document.blocks import Block
from probata.document.inlines import Inlines, NoteRef
from probata.document.parts import open_blocks
from probata.document.rebuild import map_block
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.kept import Store


@dataclass(frozen=True, slots=True)
class Cited:
    """A document with its notes, and what came up."""

    document: Document
    """Holds no `Cite` any more; every note has its id and number."""

    diagnostics: tuple[Diagnostic, ...] = ()

    bibliography: Mapping[str, Inlines] = field(default_factory=dict)
    """Id of each source cited → its entry, in the order of the style; empty where no list was wanted."""


def cite(
    document: Document,
    library: Library,
    style: Style,
    words: Words,
    program: Path | None = None,
    store: Store | None = None,
) -> Cited:
    """Number the notes of a document and write its citations in the forum's style.

    Every citation in running text becomes a note; citations in notes are written in place; a paragraph with
    the role of a list of sources prints the full entry of what it cites, and is no note. An id that is not
    recorded prints as a gap. Where Pandoc does not run, sources print in full without the style: a draft
    always builds. Notes and numbers are the same either way.

    `words` and `style` are of one language: Pandoc knows the words of pinpoints in the style's. `program` is the
    Pandoc to run, by default the one that comes with the installation; `store` keeps its answers from one build to the
    next, and what is printed is the same with and without. Raises `StyleError` for a `Style` made
    by hand that holds no CSL.
    """
    words = with_words_of_places(words, style)
    restart = style.restart or document.meta.note_numbering == "section"
    numbering = Numbering(words.mark_after, restart=restart)
    blocks = numbering.number(with_items_read(document.blocks, library))
    seen = open_blocks(blocks, document.meta.parts)
    library = with_persons_named(with_listed_exhibits(library, blocks, seen), style, words)
    renderer = Renderer(library, style, words)
    citer = AuthorityCiter(writer := renderer.writer(), cases_told_apart(numbering.notes, library, writer))
    units = renderer.plan(numbering.notes, citer)
    rendered, faults = _rendered(renderer, units, _listed(blocks, renderer), Runs(program or find_program(), store))
    hold = HeldNumbers(style.legal, words).hold
    notes = notes_written(units, rendered, hold)
    printed = tuple(with_notes(filled(block, rendered.catalogue), notes) for block in blocks)
    inlines = tuple(inlines_in_order(blocks))
    if any(isinstance(inline, NoteRef) for inline in inlines):  # few documents have one
        printed = with_names_led(printed, numbering, words, document.meta.parts)
    mentions = tuple(citer.positions.mentions)
    in_parts = len({note.section for note in numbering.notes}) > len({note.file for note in numbering.notes})
    table = AuthorityTable(citer.writer, library, mentions, document.meta.parts, style.passim, in_parts=in_parts)
    printed, marks = table.fill(printed)
    printed = tuple(map_block(one, hold) if is_list_entry(one) or is_table_entry(one) else one for one in printed)
    meta = replace(document.meta, note_numbering="section" if restart else "continuous")
    unknown = dict.fromkeys(unknown_sources(inlines, library))
    bibliography = {key: hold(entry) for key, entry in rendered.catalogue.bibliography().items()}
    return Cited(Document(meta, printed, marks), (*unknown, *faults, *citer.alike.findings()), bibliography)


def _listed(blocks: tuple[Block, ...], renderer: Renderer) -> tuple[str, ...]:
    """Return the sources of the list of sources; none where neither style nor document has one."""
    is_wanted = renderer.style.list_of_sources or any(map(is_list_entry, blocks))
    return cited_sources(blocks, renderer.library) if is_wanted else ()


def _rendered(
    renderer: Renderer, units: tuple[Unit, ...], listed: tuple[str, ...], runs: Runs
) -> tuple[Rendered, tuple[Diagnostic, ...]]:
    try:
        rendered = renderer.render(units, listed, runs)
    except PandocError as error:
        return renderer.render_plainly(units, listed), (not_written(error, renderer.style.file),)
    left_out = (not_in_style(key, renderer.style.name) for key in rendered.left_out)
    again = long_titles_again(units, rendered.units, renderer.library, renderer.style.csl)
    is_wanted = renderer.style.is_own and renderer.style.legal.journals == WANTED
    whole = without_short_journal(units, renderer.library) if is_wanted else ()
    long = dict.fromkeys((*again, *long_names(renderer.library)))
    wished = (long_title(key, first_words(renderer.library, key)) for key in long)
    return rendered, (
        *left_out,
        *wished,
        *(short_journal(key) for key in whole),
    )
