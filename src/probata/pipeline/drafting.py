"""A filing as a document: disclosed, composed and cited."""

from __future__ import annotations

from dataclasses import replace

from probata.checks import Drafted
from probata.checks.order_of_use import in_order_of_use
from probata.citation import Style
from probata.citation.bibliography import cited_sources
from probata.compose.assignment import Assignment
from probata.compose.compose import Composed, compose
from probata.compose.law_names import law_in_language
from probata.compose.library import build_library
from probata.compose.passes import abbreviations_used, sources_in_order
from probata.compose.place_in_template import in_word, place_in_template
from probata.diagnostics import Diagnostic, Span
from probata.diagnostics.message import Message
from probata.disclosure import (
    NamedIn,
    NameSearch,
    disclose,
    holes,
    named_in_document,
    names_left,
    without_names,
    without_submitter,
)
from probata.document.own_notes import own_notes
from probata.figures import compute_figures, read_tables
from probata.forum import Forum, Profile
from probata.graph import CaseGraph
from probata.graph.filed import with_exhibits_filed
from probata.graph.supported import supported_filings
from probata.graph.translate import in_language
from probata.graph.unread import CITABLE
from probata.graph.unseen import without_addresses_unseen
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.model.case_file import Filing
from probata.pipeline.citing import cited_for_forum, cited_in_text, style_for_forum
from probata.pipeline.kept_changes import kept_changes
from probata.pipeline.record_checks import gaps_of
from probata.pipeline.session import Session, forum_of
from probata.pipeline.to_do import to_do_list, with_gap_count
from probata.pipeline.workspace import Workspace

_ABOUT_RECORDS = frozenset(
    {"source-not-in-style", "authorities-called-alike", "short-title-wanted", "short-journal-wanted"}
)


def draft(
    session: Session, workspace: Workspace, filing: Filing, final: bool
) -> tuple[Drafted | None, tuple[Diagnostic, ...]]:
    """Disclose, compose and cite one filing, with what was found on the way."""
    forum, faults = forum_of(session, workspace, filing)
    if session.graph is None or forum is None:
        return None, faults
    wording = load_wording(forum.profile.language_for(filing.language, session.graph.case.language))
    mark = wording.label("document.name_withheld")
    whole = with_exhibits_filed(_with_filing(session.graph, filing), filing)
    supported = supported_by(session, workspace, filing)
    shown = disclose(whole, forum.profile, mark, supported, filing.date)
    task = _assignment(session, workspace, filing, shown.graph, forum, final)
    library = build_library(task.graph, task.catalogue, wording)
    changes = kept_changes(task.graph, filing)
    # Before changes that are kept, whose old words have the mark in place of a name, and after all that adds words.
    bare, named = _without_names(compose(task, library), shown.names, mark)
    library = replace(library, schedule=bare.schedule)
    style = style_for_forum(filing, forum, wording.language, _place_of_style(filing, session.graph))
    if bare.document is None or not isinstance(style, Style):
        unusable = style if bare.document and isinstance(style, tuple) else ()
        return None, tuple(map(in_order_of_use, (*faults, *shown.findings, *bare.findings, *unusable)))
    composed, left = changes.before_citing(cited_in_text(bare, library, style), library, wording)
    document = composed.document or bare.document
    listed = bare.document.blocks if library.schedule else document.blocks
    cited, found = cited_for_forum(document, filing, forum, library, style, workspace.store)
    cited = abbreviations_used(sources_in_order(cited, document.blocks, library), wording)
    to_do: dict[str, list[str]] = {}
    if not final:
        to_do = to_do_list(cited, gaps_of(session, workspace, filing), session.graph, forum, wording)
    cited = with_gap_count(cited, to_do, wording)
    document, not_made = changes.after_citing(cited, left)
    found = tuple(place_in_template(fault, composed.templates) for fault in found if not _is_told(fault, session))
    found = tuple(in_word(fault, composed.word_templates) for fault in found)
    found = tuple(_place_in_source(fault, session.graph) for fault in found)
    hidden = shown.findings + holes(shown.taken, document, mark, others=bool(named))
    document, added = without_names(document, shown.names, mark)
    every = (*named, *added, *names_left(document, shown.names))
    hidden += tuple(dict.fromkeys(named_in_document(session.graph, shown.names, filing, every)))
    findings = tuple(map(in_order_of_use, (*faults, *hidden, *composed.findings, *found)))
    sources, notes = cited_sources(listed, library), tuple(own_notes(listed))
    return Drafted(document, composed.left_out, composed.places, sources, notes, to_do, not_made), findings


def _without_names(composed: Composed, names: NameSearch, mark: str) -> tuple[Composed, tuple[NamedIn, ...]]:
    if composed.document is None:
        return composed, ()
    document, named = without_names(composed.document, names, mark)
    return replace(composed, document=document), named


def supported_by(session: Session, workspace: Workspace, filing: Filing) -> tuple[Profile, ...]:
    """Return the profiles of the filings that one supports, one after the other; their readers are its readers."""
    supported = supported_filings(session.graph, filing) if session.graph else ()
    forums = (forum_of(session, workspace, found)[0] for found in supported)
    return tuple(forum.profile for forum in forums if forum)


def _with_filing(graph: CaseGraph, filing: Filing) -> CaseGraph:
    """Return the case with this filing in place of its own of that name, so that both are looked through alike."""
    filings = tuple(filing if own.id == filing.id else own for own in graph.case.filings)
    return (
        graph
        if filings == graph.case.filings
        else replace(graph, case=graph.case.model_copy(update={"filings": filings}))
    )


def _assignment(
    session: Session, workspace: Workspace, filing: Filing, graph: CaseGraph, forum: Forum, final: bool
) -> Assignment:
    language = forum.profile.language_for(filing.language, graph.case.language)
    told = without_submitter(in_language(graph, language), forum.profile, filing)
    told = without_addresses_unseen(told) if forum.profile.citation.schedule else told
    catalogue = law_in_language(load_catalogue(), language)
    tables = session.tables if told is session.graph else read_tables(told, tuple(catalogue.instruments))[0]
    figures, _ = compute_figures(told, tables)
    shown = next((own for own in told.case.filings if own.id == filing.id), filing)
    roots, store = workspace.template_roots, workspace.store
    return Assignment(told, forum, shown, catalogue, tables, roots, final, figures, store)


def _is_told(fault: Diagnostic, session: Session) -> bool:
    """Whether a citation of an unknown source was found in the records already, with its place or its cause."""
    if fault.span is not None or fault.name != "unknown-source":
        return False
    if session.graph and session.graph.unread.may_hold(CITABLE, _key(fault)):
        return True
    told = (found for found in session.reading if found.name == fault.name)
    return any(_key(fault) == _key(found) for found in told)


def _place_of_style(filing: Filing, graph: CaseGraph) -> Span | None:
    """Return where a filing names its citation style; `None` where it names none."""
    if not filing.citation_style:
        return None
    spans = (
        graph.span("case", graph.name, "filings", position, "citation_style")
        for position, own in enumerate(graph.case.filings)
        if own.id == filing.id
    )
    return next(spans, None)


def _place_in_source(fault: Diagnostic, graph: CaseGraph) -> Diagnostic:
    """Return the finding of citing that is about a record of the case with the place of the record."""
    if fault.name not in _ABOUT_RECORDS:
        return fault
    kind, key = fault.record.split("/", 1)
    if kind == "authorities" and (kind, key) not in graph.nodes and ("sources", key) in graph.nodes:
        kind = "sources"  # a law of another State
    return replace(fault, record=f"{kind}/{key}", span=graph.span(kind, key))


def _key(fault: Diagnostic) -> str:
    return Message(fault.message).first
