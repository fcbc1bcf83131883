"""A filing as a document: disclosed, composed and cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from probata.changes import NotMade, keep_in_entries, keep_in_notes, keep_in_text, without_lost_entries
from probata.checks import Drafted
from probata.checks.engine.finding import for_readers
from probata.checks.engine.order_of_use import in_order_of_use
from probata.checks.engine.to_do import ToDo
from probata.citation import Library, Style, load_words
from probata.citation.bibliography import cited_sources
from probata.compose.assignment import Assignment
from probata.compose.compose import Composed, compose
from probata.compose.library import build_library
from probata.compose.passes import abbreviations_used, passes_in, sources_in_order
from probata.compose.phrases import labels_of_fields, law_in_language
from probata.compose.template_checks import in_word, place_in_template
from probata.diagnostics import Diagnostic, Span
from probata.diagnostics.message import Message
from probata.disclosure import (
    NamedIn,
    NameSearch,
    at_level,
    conditions_asked,
    disclose,
    holes,
    named_in_document,
    names_left,
    texts_left_out,
    withheld,
    without_names,
    without_submitter,
)
from probata.disclosure.consent import hidden_and_masked
from probata.disclosure.identities import named_by_pseudonym, with_identities, with_texts
from probata.document.anchors import GAP_COUNT
from probata.document.blocks import Block, Blocks, Heading, Paragraph
from probata.document.inlines import Gap, Strong, Text
from probata.document.origin import Origin
from probata.document.own_notes import own_notes
from probata.document.parts import begins_part
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, plain_text
from probata.forum import Forum, Profile
from probata.graph import CaseGraph
from probata.graph.case_graph import CITABLE
from probata.graph.filings import supported_filings, with_exhibits_filed
from probata.graph.sources import without_addresses_unseen
from probata.graph.translate import in_language
from probata.law import load_catalogue
from probata.messages import Wording, load_wording
from probata.model.case_file import Filing
from probata.model.change import Change
from probata.pipeline.citing import cited_for_forum, cited_in_text, style_for_forum
from probata.pipeline.opening import read_figures
from probata.pipeline.record_checks import gaps_of
from probata.pipeline.session import Session, Workspace, forum_of

# Where changes that are kept in one document come into it: before its citations are written, and after.


@dataclass(frozen=True, slots=True)
class KeptChanges:
    """The changes of one filing, in the order of their file."""

    all: tuple[Change, ...]
    takes_notes: bool

    @property
    def of_text(self) -> tuple[Change, ...]:
        """Those of lines of the document."""
        return tuple(change for change in self.all if change.note_of is None)

    @property
    def of_notes(self) -> tuple[Change, ...]:
        """Those of what notes say."""
        return tuple(change for change in self.all if change.note_of is not None)

    def before_citing(
        self, composed: Composed, library: Library, wording: Wording
    ) -> tuple[Composed, tuple[NotMade, ...]]:
        """Return what was composed with the changes of its text, numbered anew; and those that were not made."""
        document = composed.document
        if document is None:
            return composed, ()
        mark_after = load_words(document.meta.language).mark_after
        kept, not_made = keep_in_text(document, self.of_text, mark_after, self.takes_notes)
        if kept is document:
            return composed, not_made
        blocks = without_lost_entries(document.blocks, kept.blocks, library)
        for change in passes_in(wording, document.meta.parts):
            blocks = change(blocks)
        return replace(composed, document=replace(kept, blocks=blocks)), not_made

    def after_citing(self, document: Document, left: Sequence[NotMade]) -> tuple[Document, tuple[NotMade, ...]]:
        """Return the cited document with the changes of lists of works and of notes; and all that were not made.

        `left` are those that were not made before: whose words stand nowhere may be about an entry of such a list.
        """
        nowhere = {found.change for found in left if not found.places}
        document, not_listed = keep_in_entries(document, [one for one in self.of_text if one.id in nowhere])
        document, not_noted = keep_in_notes(document, self.of_notes)
        others = (found for found in left if found.places)
        not_made = {found.change: found for found in (*others, *not_listed, *not_noted)}
        return document, tuple(not_made[change.id] for change in self.all if change.id in not_made)


def kept_changes(graph: CaseGraph, filing: Filing) -> KeptChanges:
    """Return the changes that are kept in the document of a filing."""
    return KeptChanges(tuple(change for change in graph.changes if change.filing == filing.id), filing.footnotes)


# The to-do list of a draft: its gaps by section, and the line of its first page that says how many there are.

_UNPLACED = "Not in the text"
_FIRST_PAGE = "First page"


def to_do_list(
    document: Document, missing: Sequence[Diagnostic], graph: CaseGraph, forum: Forum, wording: Wording
) -> tuple[ToDo, ...]:
    """Return the gaps, in the order of the document; first what no place of the text shows.

    `missing` is what the checks miss for this filing. A gap of one field is told once, where it stands first.
    """
    shown = list(dict.fromkeys(_shown(document, graph, wording)))
    labels = labels_of_fields(forum, wording.language)
    unplaced = [ToDo(_UNPLACED, _left_out(graph.left_out), needed=True)] if graph.left_out else []
    for found in missing:
        label, place = labels.get(found.gap, found.gap), str(found.span or "")
        alike = [n for n, one in enumerate(shown) if _is_same(one, label, found.record)]
        for n in alike:
            own, needed = shown[n].record or found.record, shown[n].needed or found.refuses
            shown[n] = replace(shown[n], record=own, place=place, needed=needed)
        if not alike:
            unplaced.append(ToDo(_UNPLACED, label, found.record, place=place, needed=found.refuses))
    return (*unplaced, *shown)


def with_gap_count(document: Document, to_do: Sequence[ToDo], wording: Wording) -> Document:
    """Put how many gaps are printed where the template asks for it; without any, and in a final, nothing."""
    number = sum(one.section != _UNPLACED for one in to_do)
    return replace(document, blocks=tuple(_counted(document.blocks, number, wording)))


def _counted(blocks: Blocks, number: int, wording: Wording) -> Iterator[Block]:
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.id == GAP_COUNT):
            yield block
        elif number:
            words = wording.label(f"document.gaps{'_one' * (number == 1)}", number=str(number))
            yield replace(block, inlines=(Strong((Text(words),)),))


def _shown(document: Document, graph: CaseGraph, wording: Wording) -> Iterator[ToDo]:
    """Give the gaps in the text, of one field in several sections the first; else the heading tells the record."""
    before, _, after = wording.words["document.not_recorded"].partition("{what}")
    section, about, seen = _FIRST_PAGE, None, set[Origin]()
    titles = {head.name: head.title for head in document.meta.parts}
    for block in document.blocks:
        if part := begins_part(block):
            section, about = titles.get(part, part), None
        if isinstance(block, Heading):
            section = f"{block.number} {plain_text(block.inlines)}".strip()
            named = (getattr(inline, "origin", None) for inline in inlines_in_order((block,)))
            about = next((Origin(origin.record) for origin in named if origin), None)
        for inline in inlines_in_order((block,)):
            if isinstance(inline, Gap) and inline.origin not in seen:
                seen |= {inline.origin} if inline.origin else set()
                what, of = inline.text.removeprefix(before).removesuffix(after), inline.origin or about
                told = (of.record, of.field) if of else ("", "")
                yield ToDo(section, what, *told, str(_place(of, graph) or ""))


def _place(origin: Origin | None, graph: CaseGraph) -> Span | None:
    if origin is None or origin.is_section:
        return None
    kind, _, key = origin.record.partition("/")
    return graph.span(kind, key or graph.name)


def _is_same(one: ToDo, label: str, record: str) -> bool:
    """Tell whether a gap of the text is what a check misses: so called, and of its record."""
    of = one.record or record
    is_of_record = of == record or (of == "case" and record.partition("/")[0] in ("case", "filings"))
    return is_of_record and one.what.lower().startswith(label.lower())


def _left_out(number: int) -> str:
    return f"could not be read and left out: {'one record or field' if number == 1 else f'{number} records or fields'}"


_ABOUT_RECORDS = frozenset(
    {
        "source-not-in-style",
        "place-not-in-style",
        "authorities-called-alike",
        "short-title-wanted",
        "short-journal-wanted",
    }
)


def draft(
    session: Session, workspace: Workspace, filing: Filing, final: bool, in_bundle: bool = False
) -> tuple[Drafted | None, tuple[Diagnostic, ...]]:
    """Disclose, compose and cite one filing, once, with what was found on the way."""
    key = ("draft", filing, final, workspace.template_roots, in_bundle)
    return session.once(key, lambda: _draft(session, workspace, filing, final, in_bundle))


def _draft(
    session: Session, workspace: Workspace, filing: Filing, final: bool, in_bundle: bool
) -> tuple[Drafted | None, tuple[Diagnostic, ...]]:
    forum, faults = forum_of(session, workspace, filing)
    if session.graph is None or forum is None:
        return None, faults
    wording = load_wording(forum.profile.language_for(filing.language, session.graph.case.language))
    mark = wording.label("document.name_withheld")
    whole = with_identities(_with_filing(session.graph, filing), workspace.identities)
    whole = with_exhibits_filed(whole, filing)
    supported = supported_by(session, workspace, filing)
    levelled = at_level(whole, filing.version)
    hidden_there, masked = hidden_and_masked(levelled.graph, (forum.profile, *supported), filing.date, filing.version)
    # A public version leaves a text out that names who is hidden: it must be found there.
    unnamed = masked if filing.version == "public" else hidden_there | masked
    told = with_texts(levelled.graph, workspace.texts_apart, unnamed)
    shown = disclose(told, forum.profile, mark, supported, filing.date, filing.version)
    gone = {kind: {*levelled.gone.get(kind, ()), *shown.gone.get(kind, ())} for kind in (*levelled.gone, *shown.gone)}
    task = _assignment(workspace, filing, shown.graph, forum, final)
    library = replace(build_library(task.graph, task.catalogue, wording), in_bundle=in_bundle)
    changes = kept_changes(task.graph, filing)
    # Before changes that are kept, whose old words have the mark in place of a name, and after all that adds words.
    bare, named = _without_names(compose(task, library), shown.names, mark)
    library = replace(library, schedule=bare.schedule)
    named_at = _place_of_style(filing, session.graph)
    style = style_for_forum(filing, forum, wording.language, named_at)
    if bare.document is None or not isinstance(style, Style):
        unusable = style if bare.document and isinstance(style, tuple) else ()
        hidden = _by_title(shown.findings, session.graph)
        return None, tuple(map(in_order_of_use, (*faults, *hidden, *bare.findings, *unusable)))
    composed, left = changes.before_citing(cited_in_text(bare, library, style), library, wording)
    document = composed.document or bare.document
    listed = bare.document.blocks if library.schedule else document.blocks
    cited, found = cited_for_forum(document, filing, forum, library, style, workspace.store, named_at)
    cited = abbreviations_used(sources_in_order(cited, document.blocks, library), wording)
    to_do: tuple[ToDo, ...] = ()
    if not final:
        to_do = to_do_list(cited, gaps_of(session, workspace, filing), session.graph, forum, wording)
    cited = with_gap_count(cited, to_do, wording)
    document, not_made = changes.after_citing(cited, left)
    found = tuple(place_in_template(fault, composed.templates) for fault in found if not _is_stated(fault, session))
    found = tuple(in_word(fault, composed.word_templates) for fault in found)
    found = tuple(_place_in_source(fault, session.graph) for fault in found)
    hidden = shown.findings + holes(shown.taken, document, mark, others=bool(named))
    document, added = without_names(document, shown.names, mark)
    every = (*named, *added, *names_left(document, shown.names))
    hidden += tuple(dict.fromkeys(named_in_document(session.graph, shown.names, filing, every)))
    hidden += tuple(named_by_pseudonym(whole, filing, shown.graph))
    hidden += tuple(withheld(session.graph, gone, filing.id))
    if filing.version == "public":
        lost = (*levelled.lost, *shown.lost)
        hidden += tuple(texts_left_out(session.graph, lost, filing, wording.language))
        hidden += tuple(conditions_asked(session.graph, filing))
    findings = tuple(map(in_order_of_use, (*faults, *_by_title(hidden, session.graph), *composed.findings, *found)))
    sources, notes = cited_sources(listed, library), tuple(own_notes(listed))
    drafted = Drafted(
        document,
        composed.left_out,
        composed.places,
        sources,
        notes,
        to_do,
        not_made,
        shown.hidden,
        shown.masked,
        gone,
        library.schedule.items,
        shown if in_bundle else None,
    )
    return drafted, findings


def _by_title(findings: Sequence[Diagnostic], graph: CaseGraph) -> tuple[Diagnostic, ...]:
    """Return findings on who is named, each record called by its title as in all others."""
    return tuple(
        replace(
            one, message=for_readers(one.message, graph), notes=tuple(for_readers(note, graph) for note in one.notes)
        )
        for one in findings
    )


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


def _assignment(workspace: Workspace, filing: Filing, graph: CaseGraph, forum: Forum, final: bool) -> Assignment:
    language = forum.profile.language_for(filing.language, graph.case.language)
    told = without_submitter(in_language(graph, language), forum.profile, filing)
    told = without_addresses_unseen(told) if forum.profile.citation.schedule else told
    catalogue = law_in_language(load_catalogue(), language)
    (tables, _), (figures, _) = read_figures(told)
    shown = next((own for own in told.case.filings if own.id == filing.id), filing)
    roots, store = workspace.template_roots, workspace.store
    return Assignment(told, forum, shown, catalogue, tables, roots, final, figures, store)


def _is_stated(fault: Diagnostic, session: Session) -> bool:
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
