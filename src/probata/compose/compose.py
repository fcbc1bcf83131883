"""One filing of a case to a document tree: template, Markdown, passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

from probata.citation import Library, works_cited
from probata.compose.calculations import with_calculations
from probata.compose.context import LIST_OF_SOURCES, CaseContext
from probata.compose.environment import TemplateEnvironment
from probata.compose.fill_texts import TextFiller
from probata.compose.gaps_in_text import with_gaps_in_text
from probata.compose.outside_blocks import outside_blocks
from probata.compose.passes import (
    leave_out_nothing,
    leave_out_sentences,
    list_abbreviations,
    list_authorities,
    mark_languages,
    neutral_anchors,
    passes_in,
    set_aside_pictures,
    without_footnotes,
)
from probata.compose.phrases import Phrases
from probata.compose.pictures import POINTS, tallest_in_text
from probata.compose.place_in_template import begins, in_word, whole
from probata.compose.printer import Printer
from probata.compose.running_title import running_title
from probata.compose.template_fault import explain_template_fault
from probata.compose.template_file import JINJA, template_of
from probata.compose.template_loader import TemplateLoader
from probata.compose.unknown_blocks import unknown_blocks
from probata.compose.unknown_names import unknown_names
from probata.compose.untranslated import findings, in_citations, left_behind, on_pages, with_list
from probata.compose.word_template import WordTemplate
from probata.diagnostics import Diagnostic
from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.inlines import Cite, CiteItem
from probata.document.tree import Document, Layout, Meta
from probata.figures import Computed, TypedTable
from probata.forum import Forum, Profile
from probata.graph.case_graph import CaseGraph
from probata.law import Catalogue
from probata.markup import parse_markdown
from probata.markup.block_builder import Context
from probata.messages import Wording, load_wording
from probata.model.case_file import Filing
from probata.model.statement import Statement

_ANCHORED = ("people", "roles", "allegations", "events", "exhibits", "datasets")
_LABELS = ("table", "figure", "page", "of", "contents", "notes")


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is to be composed."""

    graph: CaseGraph
    forum: Forum
    filing: Filing
    catalogue: Catalogue
    tables: Mapping[str, TypedTable]
    roots: Sequence[Path]
    """Template roots, the user's before ours."""
    is_final: bool
    figures: Mapping[str, Computed] = field(default_factory=dict)
    """Figures that have a result, by id."""
    gaps: tuple[str, ...] = ()
    """What must be there before it can be filed, for the first page of a draft."""
    gaps_wanted: tuple[str, ...] = ()
    """What the forum wants besides."""

    @property
    def language(self) -> str:
        """Language of the document."""
        return self.forum.profile.language_for(self.filing.language, self.graph.case.language)


@dataclass(frozen=True, slots=True)
class Composed:
    """The tree, or `None` where the template cannot be used, and what was found."""

    document: Document | None
    findings: tuple[Diagnostic, ...] = ()
    left_out: tuple[Paragraph, ...] = ()
    """Paragraphs of a kind of sentence that the forum does not take."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The texts of the templates by their names, to find places in."""
    word_templates: Mapping[str, WordTemplate] = field(default_factory=dict)
    """Those of them that are Word files."""


def compose(task: Assignment, library: Library) -> Composed:
    """Compose one filing. The tree still holds citations; the citation stage turns them into notes."""
    wording = load_wording(task.language)
    printer = Printer(task.graph, task.catalogue, wording)
    context = CaseContext(printer, task.forum, task.filing, task.tables, task.figures)
    loader = TemplateLoader(task.roots)
    files = loader.texts
    environment = TemplateEnvironment(jinja2.FunctionLoader(loader), task.is_final, wording=wording)
    names = {
        **context.names(),
        "words": Phrases(task.forum.words, task.language, environment.placeholders),
        "is_final": task.is_final,
        "gaps": task.gaps,
        "gaps_wanted": task.gaps_wanted,
        "running": running_lines(task, context.marking, wording),
    }
    template = template_of(task.forum.folders)
    if isinstance(template, Diagnostic):
        return Composed(None, (template,))
    template_name = template.name if template else f"{task.forum.profile.id}/{JINJA}"
    try:
        text = str(environment.get_template(template_name).render(names))
    except jinja2.TemplateError as error:
        if faults := loader.faults:
            return Composed(None, faults)
        first = explain_template_fault(error, files, names)
        others = unknown_names(files, environment, names) if first.name == "unknown-name" else ()
        found = (first, *(found for found in others if found != first))
        return Composed(None, tuple(in_word(one, loader.words) for one in found))
    span = whole(template_name, files.get(template_name, ""))
    texts = {**files, **task.graph.texts}
    filler = TextFiller(names, task.graph.texts, task.is_final, wording)
    around = Context(role=Role.NUMBERED, quotes=wording.quotes)
    parsed = parse_markdown(text, environment.placeholders, span, around, texts, filler.fill)
    blocks = parsed.blocks if task.filing.footnotes else without_footnotes(parsed.blocks)
    taken, left_out = leave_out_sentences(blocks, task.forum.profile.sentence_kinds.accepted)
    taken = with_calculations(taken, task.figures, printer)
    marked, foreign = mark_languages(leave_out_nothing(taken) if task.is_final else taken)
    foreign = (*foreign, *in_citations(marked, library, task.graph), *on_pages(context.marking, task.graph.case.title))
    marked = set_aside_pictures(marked, tallest_in_text(task.forum.profile))
    marked = with_gaps_in_text(marked, (*task.gaps, *task.gaps_wanted), wording)
    blocks = list_sources(with_list(marked, () if task.is_final else foreign, wording), library)
    blocks = list_abbreviations(blocks, library, task.graph, wording)
    blocks = list_authorities(blocks, library, task.forum.profile.citation.groups, wording)
    blocks = neutral_anchors(blocks, ids_of(task.graph), task.forum.profile.sections.named)
    for change in passes_in(wording):
        blocks = change(blocks)
    written = {name: text for name, text in files.items() if name not in loader.words}
    found = (
        *loader.findings,
        *outside_blocks(written, environment),
        *unknown_blocks(written),
        *begins(parsed.findings, template_name, files.get(template_name, "")),
        *filler.findings,
        *findings(foreign, task.language, task.graph, task.filing.id),
        *left_behind(context.left_behind, task.language, task.graph),
    )
    found = tuple(in_word(one, loader.words) for one in found)
    return Composed(Document(_meta(task, context, wording), blocks), found, left_out, files, loader.words)


def running_lines(task: Assignment, marking: str | None, wording: Wording) -> tuple[str, ...]:
    """Return the lines at the head of every page: marking, DRAFT, the notice of an illustration."""
    lines = [str(marking)] if marking else []
    if not task.is_final:
        lines.append(wording.label("running.draft"))
    if task.graph.case.status == "illustration":
        lines.append(illustration_notice(task.graph, wording))
    if task.forum.profile.document_kind == "statement" and not task.filing.statement:
        lines.append(wording.label("running.specimen"))
    return tuple(lines)


def illustration_notice(graph: CaseGraph, wording: Wording) -> str:
    """Return the notice that every page of an illustration carries."""
    made_from = [source for c in graph.case.made_from for source in graph.sources if source.id == c.source]
    named = (wording.quote(s.title or s.id) + (f" ({s.publisher})" if s.publisher else "") for s in made_from)
    works = wording.label("list.between_long").join(named)
    return wording.label("running.illustration", works=works or wording.label("running.works_not_named"))


def _meta(task: Assignment, context: CaseContext, wording: Wording) -> Meta:
    profile, case, filing = task.forum.profile, task.graph.case, task.filing
    when = filing.date or case.as_of
    start = when.start if when else None
    author = "" if profile.disclosure.source_confidential else case.prepared_by.organisation or case.prepared_by.name
    title = filing.title or context.title_of_forum
    layout = _layout(profile)
    persons = wording.join([Printer.name(p.name) for p in task.graph.persons_concerned(filing)])
    named = wording.label("document.about_persons", title=title, persons=persons)
    return Meta(
        title=title if filing.title or not persons else named,
        language=wording.language,
        author=author or "",
        subject=str(case.title),
        created=start.first.isoformat() if start else "",
        running=running_lines(task, context.marking, wording),
        short_title=_foot(task) or running_title(title, context.title_of_forum, layout.text_width * POINTS),
        labels=tuple(_labels(wording)),
        note_numbering=profile.notes,
        authority_pages=profile.citation.authority_pages,
        layout=layout,
    )


def _labels(wording: Wording) -> Iterator[tuple[str, str]]:
    yield from ((key, wording.label(f"document.{key}")) for key in _LABELS)
    if (colon := wording.label("document.colon")) != ":":
        yield "colon", colon


def _foot(task: Assignment) -> str:
    """Return number and initials where the forum wants them on each page (CPR PD 32, para 19.1(3)); else nothing."""
    if task.forum.profile.layout.foot != "proceedings":
        return ""
    number = task.filing.proceedings.number if task.filing.proceedings else None
    statement = task.graph.find("statements", Statement, task.filing.statement or "")
    return ", ".join(part for part in (number, statement.initials if statement else None) if part)


def _layout(profile: Profile) -> Layout:
    page = profile.layout
    sides = page.margins
    return Layout(page.paper, sides.top, sides.right, sides.bottom, sides.left, page.font_size, page.line_height)


def ids_of(graph: CaseGraph) -> frozenset[str]:
    """Return the ids of records of which templates make anchors."""
    return frozenset(key for kind in _ANCHORED for key in graph.records.get(kind, {}))


def list_sources(blocks: Blocks, library: Library) -> Blocks:
    """Put the list of cited sources where the template asks for it, in order of author and title; see `_sort_key`."""
    if not any(isinstance(block, Paragraph) and block.id == LIST_OF_SOURCES for block in blocks):
        return blocks
    cited = dict.fromkeys(works_cited(blocks, library))
    for key in list(cited):
        cited.update(dict.fromkeys(item.key for item in library.cited_in.get(key, ())))
    entries = sorted((key for key in cited if key in library.sources), key=lambda key: _sort_key(library, key))
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.id == LIST_OF_SOURCES:
            made.extend(Paragraph((Cite((CiteItem(key),)),), Role.BIBLIOGRAPHY) for key in entries)
        else:
            made.append(block)
    return tuple(made)


def _sort_key(library: Library, key: str) -> tuple[str, str]:
    """Return what an entry prints first, and its title: legal styles name legislation by its title alone."""
    entry = library.sources[key]
    is_law = entry.get("type") == "legislation"  # of which no State is recorded
    authors: Iterable[Mapping[str, str]] = () if is_law else entry.get("author", ())
    author = next((a.get("family") or a.get("literal") or "" for a in authors), "")
    title = str(entry.get("title") or entry.get("container-title") or entry.get("URL") or "")
    return (author or title).casefold(), title.casefold()
