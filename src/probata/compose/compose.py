"""One filing of a case to a document tree: template, Markdown, passes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from probata.citation import Library, Schedule, load_words
from probata.compose.assignment import Assignment
from probata.compose.calculations import with_calculations
from probata.compose.context import CaseContext
from probata.compose.evidence_schedule import evidence_authorities
from probata.compose.fill_texts import TextFiller
from probata.compose.head_of_document import head_of_document
from probata.compose.passes import (
    EvidenceOf,
    leave_out_nothing,
    leave_out_sentences,
    list_abbreviations,
    list_authorities,
    list_evidence,
    list_sources,
    mark_languages,
    neutral_anchors,
    passes_in,
    set_aside_pictures,
    without_footnotes,
)
from probata.compose.pictures import tallest_in_text
from probata.compose.place_in_template import begins, in_word, whole
from probata.compose.printer import Printer
from probata.compose.rendered_template import RenderedTemplate, render_template
from probata.compose.short_names import short_names
from probata.compose.unknown_parts import unknown_parts
from probata.compose.untranslated import findings, in_citations, left_behind, on_pages
from probata.diagnostics import Diagnostic
from probata.document.blocks import Blocks, Paragraph, Role
from probata.document.parts import open_blocks
from probata.document.tree import Document, PartHead
from probata.document.walk import without_section
from probata.graph.case_graph import CaseGraph
from probata.graph.filed import statements_filed
from probata.markup import Parsed, parse_markdown
from probata.markup.block_builder import Context
from probata.messages import Wording, load_wording

if TYPE_CHECKING:
    from probata.compose.word_template import WordTemplate

_ANCHORED = ("people", "roles", "allegations", "counts", "events", "exhibits", "datasets")


@dataclass(frozen=True, slots=True)
class Composed:
    """The tree, or `None` where the template cannot be used, and what was found."""

    document: Document | None
    findings: tuple[Diagnostic, ...] = ()
    left_out: tuple[Paragraph, ...] = ()
    """Paragraphs of a kind of sentence that the forum does not take."""
    places: tuple[str, ...] = ()
    """Places of narrative sections that its template asks for."""
    schedule: Schedule = field(default_factory=Schedule)
    """The items of the evidence schedule, which notes of every part of the document cite."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The texts of the templates by their names, to find places in."""
    word_templates: Mapping[str, WordTemplate] = field(default_factory=dict)
    """Those of them that are Word files."""


def compose(task: Assignment, library: Library) -> Composed:
    """Compose one filing. The tree still holds citations; the citation stage turns them into notes."""
    wording = load_wording(task.language)
    printer = Printer(task.graph, task.catalogue, wording)
    context = CaseContext(printer, task.forum, task.filing, task.tables, task.figures)
    rendered = render_template(task, context, wording)
    if not isinstance(rendered, RenderedTemplate):
        return Composed(None, rendered)
    parsed = _parsed(rendered, task, wording)
    blocks, left_out = leave_out_sentences(parsed.blocks, task.forum.profile.sentence_kinds.accepted)
    blocks = with_calculations(blocks, task.figures, printer)
    meta = head_of_document(task, context, wording)
    blocks, schedule = _with_schedule(blocks, context, library, _seen(blocks, task, meta.parts))
    library = replace(library, schedule=schedule)
    blocks, foreign = mark_languages(leave_out_nothing(blocks) if task.is_final else blocks)
    foreign = (*foreign, *in_citations(blocks, library, task.graph), *on_pages(context.marking, task.graph.case.title))
    blocks = _with_lists(set_aside_pictures(blocks, tallest_in_text(task.forum.look)), task, library, meta.parts)
    blocks = neutral_anchors(blocks, _ids(task.graph), task.forum.profile.sections.named)
    for change in passes_in(wording, meta.parts):
        blocks = change(blocks)
    found = (
        *rendered.faults(),
        *unknown_parts(blocks, task.forum.profile.parts, rendered.loader.texts),
        *parsed.findings,
        *findings(foreign, task.language, task.graph, task.filing.id),
        *left_behind(context.left_behind, task.language, task.graph),
    )
    words = rendered.loader.words
    found = tuple(in_word(one, words) for one in found)
    document = Document(meta, blocks)
    return Composed(document, found, left_out, tuple(context.places), schedule, rendered.loader.texts, words)


def _parsed(rendered: RenderedTemplate, task: Assignment, wording: Wording) -> Parsed:
    """Read the Markdown of a document, with the texts of the records that it holds."""
    filler = TextFiller(rendered.names, task.graph.texts, task.is_final, wording)
    span = whole(rendered.name, rendered.own_text)
    around = Context(role=Role.NUMBERED, quotes=wording.quotes)
    texts = {**rendered.loader.texts, **task.graph.texts}
    parsed = parse_markdown(rendered.text, rendered.environment.placeholders, span, around, texts, filler.fill)
    blocks = parsed.blocks if task.filing.footnotes else without_footnotes(parsed.blocks)
    of_template = begins(parsed.findings, rendered.name, rendered.own_text)
    return Parsed(blocks, (*of_template, *filler.findings))


def _with_schedule(blocks: Blocks, context: CaseContext, library: Library, seen: Blocks) -> tuple[Blocks, Schedule]:
    """Number what the document cites where its template prints the evidence schedule."""
    graph, wording = context.graph, context.printer.wording
    names: Mapping[str, str] = {}
    if context.profile.citation.schedule:
        names = short_names(graph, wording, load_words(wording.language))
        names = {**dict.fromkeys((one.id for one in evidence_authorities(context)), ""), **names}
    filed = [one.source for one in statements_filed(graph, context.filing) if one.source]
    counts = {f"count-{one.id}": one.number for one in context.counts}
    of = EvidenceOf(names, filed, counts, context.profile.citation.numbered)
    return list_evidence(blocks, library, of, wording, seen)


def _seen(blocks: Blocks, task: Assignment, heads: Sequence[PartHead]) -> Blocks:
    """Return the blocks whose readers see the lists: those of no confidential part, and not the sheet of the source."""
    return without_section(open_blocks(blocks, heads), task.forum.profile.disclosure.source_sheet)


def _with_lists(blocks: Blocks, task: Assignment, library: Library, heads: Sequence[PartHead]) -> Blocks:
    """Put what the document prints of itself where its template asks for it."""
    wording = load_wording(task.language)
    seen = open_blocks(blocks, heads)
    blocks = list_sources(blocks, library, _seen(blocks, task, heads))
    blocks = list_abbreviations(blocks, library, task.graph)
    return list_authorities(blocks, library, task.forum.profile.citation.groups, wording, seen)


def _ids(graph: CaseGraph) -> frozenset[str]:
    """Return the ids of records of which templates make anchors."""
    return frozenset(key for kind in _ANCHORED for key in graph.records.get(kind, {}))
