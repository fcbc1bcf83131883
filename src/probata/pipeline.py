"""The way through: records become a graph, a graph becomes a document, a document becomes files.

One short function a stage, in the order of the stages; no logic of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from probata.checks import (
    ALL_DOCUMENTS,
    DOCUMENTS,
    CheckInput,
    Drafted,
    checks_about,
    findings_of,
    run_checks,
)
from probata.checks.proved import proved
from probata.citation import Library, Style, cite, load_style, load_words
from probata.compose.compose import Assignment, Composed, compose
from probata.compose.gaps import called_in, labels_of_fields, list_gaps
from probata.compose.law_names import law_in_language
from probata.compose.library import build_library
from probata.compose.place_in_template import place_in_template
from probata.diagnostics import Diagnostic, Report, Severity
from probata.disclosure import disclose, holes
from probata.document.tree import Document
from probata.figures import Computed, TypedTable, compute_figures, read_tables
from probata.forum import Forum, Profile, known_forums, load_forum, own_templates
from probata.graph import CaseGraph
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.graph.translate import in_language
from probata.graph.unread import CITABLE
from probata.law import Catalogue, load_catalogue
from probata.messages import Wording, load_wording
from probata.model.case_file import Filing
from probata.model.house import House
from probata.proof import AllegationProof
from probata.writers.discovery import format_ids, load_format
from probata.writers.format import Format, MissingLibraryError, PdfForm, WriteError, WriteOptions

FORMATS = format_ids()
OF_STATUS = frozenset({"status-draft", "status-illustration", "allegation-draft"})
"""Notes on what the team says of the case as a whole; nothing is made for filing while one stands."""
DRAFT = "DRAFT-"
"""Beginning of the name of every draft."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where templates are, the user's own before ours, and what an office adds to every case."""

    template_roots: tuple[Path, ...]
    house: House = field(default_factory=House)


@dataclass(frozen=True, slots=True)
class Session:
    """A case that was read, with all that was found in it."""

    graph: CaseGraph | None
    report: Report
    texts: Mapping[str, str]
    forums: Mapping[str, Forum] = field(default_factory=dict)
    tables: Mapping[str, TypedTable] = field(default_factory=dict)
    figures: Mapping[str, Computed] = field(default_factory=dict)
    looked_through: CheckInput | None = field(default=None, compare=False)
    """The whole case as its checks saw it, with what they worked out; `None` where it was not read."""


@dataclass(frozen=True, slots=True)
class Made:
    """One finished file, or why there is none."""

    filing: Filing
    format: str
    name: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    missing_library: str = ""
    """What to install, where the machine lacks what the format needs; `data` is empty then."""
    remarks: tuple[str, ...] = ()
    """How it was made."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A filing as a document that only has to be written; without one where its forum or template cannot be used."""

    filing: Filing
    drafted: Drafted | None
    options: WriteOptions
    findings: tuple[Diagnostic, ...]
    final: bool

    @property
    def document(self) -> Document | None:
        """The document, where there is one."""
        return self.drafted.document if self.drafted else None


def open_workspace(extra_templates: Path | None = None, house: House | None = None) -> Workspace:
    """Return the workspace with the user's templates, where they are given, before ours."""
    ours = own_templates()
    roots = [extra_templates] if extra_templates and extra_templates.resolve() != ours.resolve() else []
    return Workspace((*roots, ours), house or House())


def open_case(path: Path, shown: str, workspace: Workspace) -> Session:
    """Read, decode and join a case; read its tables and forums; run the checks on it."""
    catalogue = load_catalogue()
    forums = known_forums(workspace.template_roots)
    law = (frozenset(catalogue.instruments), frozenset(catalogue.conduct), frozenset(catalogue.elements))
    known = Known(frozenset(forums), *law)
    loaded = load_case(path, shown, known)
    report = Report()
    report.extend(loaded.findings)
    if loaded.graph is None:
        return Session(None, report, loaded.texts)
    tables, found = read_tables(loaded.graph, tuple(catalogue.instruments))
    report.extend(found)
    figures, without_result = compute_figures(loaded.graph, tables)
    report.extend(without_result)
    cells = sum(1 for fault in found if fault.severity is Severity.ERROR)
    case = workspace.house.complete(loaded.graph.case)
    graph = replace(loaded.graph, case=case, left_out=loaded.graph.left_out + cells)
    profiles = _load_forums(graph, workspace, report)
    session = Session(graph, report, loaded.texts, profiles, tables, figures)
    seen = _seen(session, graph, catalogue)
    report.extend(findings_of(run_checks(seen)))
    return replace(session, looked_through=seen)


def _load_forums(graph: CaseGraph, workspace: Workspace, report: Report) -> dict[str, Forum]:
    loaded: dict[str, Forum] = {}
    for index, filing in enumerate(graph.case.filings):
        span = graph.span("case", graph.name, "filings", index, "forum")
        outcome = load_forum(filing.forum, workspace.template_roots, span)
        report.extend(found for found in outcome.findings if found.name != "unknown-forum")
        if outcome.forum:
            loaded[filing.forum] = outcome.forum
    return loaded


def check_graph(
    session: Session, graph: CaseGraph, catalogue: Catalogue, chosen: tuple[Filing, ...] | None = None
) -> tuple[Diagnostic, ...]:
    """Run the checks that look at records, for all filings or for those chosen."""
    return findings_of(run_checks(_seen(session, graph, catalogue, chosen)))


def _seen(
    session: Session, graph: CaseGraph, catalogue: Catalogue, chosen: tuple[Filing, ...] | None = None
) -> CheckInput:
    profiles: dict[str, Profile] = {name: forum.profile for name, forum in session.forums.items()}
    return CheckInput(graph, catalogue, session.tables, profiles, chosen, figures=session.figures)


def matrix_of_proof(session: Session) -> tuple[AllegationProof, ...]:
    """Return how each allegation stands with each element of its legal tests; nothing where the case was not read."""
    return proved(session.looked_through) if session.looked_through else ()


def filings(session: Session) -> tuple[Filing, ...]:
    """Return the filings of the case."""
    return session.graph.case.filings if session.graph else ()


def plan(session: Session, workspace: Workspace, forums: Sequence[str] = ()) -> tuple[Filing, ...]:
    """Return the filings to make: the case's own, or those asked for by their own ids or by that of their forum.

    Where a forum has several filings and one of them has the forum's id, that id means the one.
    """
    own = filings(session)
    if not forums:
        return own
    planned: list[Filing] = []
    for forum in forums:
        chosen = [filing for filing in own if filing.id == forum] or [f for f in own if f.forum == forum]
        planned.extend(chosen or [_for_forum(forum, own, workspace)])
    return tuple(dict.fromkeys(planned))  # a filing may be named by its forum and by its own id


def _for_forum(forum: str, own: Sequence[Filing], workspace: Workspace) -> Filing:
    """Return a filing for a forum that has none: as that of the nearest forum it inherits from, or an empty one."""
    loaded = load_forum(forum, workspace.template_roots).forum
    lineage = loaded.profile.lineage if loaded else ()
    nearest = next((filing for name in lineage for filing in own if filing.forum == name), None)
    return nearest.model_copy(update={"id": forum, "forum": forum}) if nearest else Filing(id=forum, forum=forum)


def refusals(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return why a filing cannot be final by its records: must-fix findings, and what the case says of its status."""
    return tuple(found for found in findings_for(session, workspace, filing) if _refuses(found))


def _refuses(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR or found.name in OF_STATUS


def findings_for(session: Session, workspace: Workspace, filing: Filing) -> tuple[Diagnostic, ...]:
    """Return what concerns one filing: faults of reading, and the checks with this filing alone."""
    if session.graph is None:
        return tuple(session.report)
    forum, found = forum_of(session, workspace, filing)
    alone = replace(session, forums={filing.forum: forum} if forum else {})
    reading = [f for f in session.report if f.code[:3] in {"SRC", "REC", "REF", "TAB", "MKD", "FOR", "HSE"}]
    return (*reading, *found, *check_graph(alone, session.graph, load_catalogue(), (filing,)))


def forum_of(session: Session, workspace: Workspace, filing: Filing) -> tuple[Forum | None, tuple[Diagnostic, ...]]:
    """Return the forum of a filing, loading it where the case has no filing for it."""
    if filing.forum in session.forums:
        return session.forums[filing.forum], ()
    loaded = load_forum(filing.forum, workspace.template_roots)
    return loaded.forum, loaded.findings


def make(
    session: Session, workspace: Workspace, filing: Filing, formats: Sequence[str], final: bool = False
) -> Iterator[Made]:
    """Make one filing in each format: disclose, compose, cite, check, write."""
    prepared = prepare(session, workspace, filing, final)
    if prepared.document is None:
        yield Made(filing, "", "", b"", prepared.findings)
        return
    for position, name in enumerate(formats):
        made = finish(prepared, name)
        yield made if position else replace(made, diagnostics=(*prepared.findings, *made.diagnostics))


def prepare(
    session: Session, workspace: Workspace, filing: Filing, final: bool, pdf_form: PdfForm = PdfForm.ARCHIVE
) -> Prepared:
    """Make all of a filing but its files."""
    drafted, options, findings = _draft_and_check(session, workspace, filing, final)
    return Prepared(filing, drafted, replace(options, pdf_form=pdf_form), findings, final)


def finish(prepared: Prepared, name: str) -> Made:
    """Write a prepared filing in one format. Pure, so that it may run in another process."""
    if prepared.document is None:
        return Made(prepared.filing, "", "", b"")
    return _write(prepared.document, prepared.filing, load_format(name), prepared.options, prepared.final)


def make_document(
    session: Session, workspace: Workspace, filing: Filing, final: bool
) -> tuple[Document | None, WriteOptions, tuple[Diagnostic, ...]]:
    """Compose, cite and check one filing; `None` with findings where its forum or template cannot be used."""
    drafted, options, findings = _draft_and_check(session, workspace, filing, final)
    return drafted.document if drafted else None, options, findings


def _draft_and_check(
    session: Session, workspace: Workspace, filing: Filing, final: bool
) -> tuple[Drafted | None, WriteOptions, tuple[Diagnostic, ...]]:
    drafted, found = draft(session, workspace, filing, final)
    forum, _ = forum_of(session, workspace, filing)
    if drafted is None or forum is None:
        return None, WriteOptions(), found
    options = write_options(forum, workspace.house)
    return drafted, options, (*found, *check_document(session, filing, forum, drafted))


def draft(
    session: Session, workspace: Workspace, filing: Filing, final: bool
) -> tuple[Drafted | None, tuple[Diagnostic, ...]]:
    """Disclose, compose and cite one filing, with what was found on the way."""
    forum, faults = forum_of(session, workspace, filing)
    if session.graph is None or forum is None:
        return None, faults
    wording = load_wording(forum.profile.language_for(filing.language, session.graph.case.language))
    mark = wording.label("document.name_withheld")
    shown = disclose(_with_filing(session.graph, filing), forum.profile, mark, supported_by(session, workspace, filing))
    task = _assignment(session, workspace, filing, shown.graph, forum, final)
    library = build_library(task.graph, task.catalogue, wording)
    composed = compose(task, library)
    document, found = _cite(composed, forum, library)
    found = tuple(place_in_template(fault, composed.templates) for fault in found if not _is_told(fault, session))
    hidden = (*shown.findings, *(holes(shown.taken, document, mark) if document else ()))
    findings = (*faults, *hidden, *composed.findings, *found)
    return Drafted(document, composed.left_out) if document else None, findings


def supported_by(session: Session, workspace: Workspace, filing: Filing) -> tuple[Profile, ...]:
    """Return the profiles of the filings that one supports, one after the other; their readers are its readers."""
    own = {found.id: found for found in filings(session)}
    chain: dict[str, Filing] = {}
    while (named := filing.supports_filing) in own and named not in chain:
        chain[named] = filing = own[named]
    forums = (forum_of(session, workspace, found)[0] for found in chain.values())
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
    told = in_language(graph, language)
    catalogue = law_in_language(load_catalogue(), language)
    tables = session.tables if told is session.graph else read_tables(told, tuple(catalogue.instruments))[0]
    figures, _ = compute_figures(told, tables)
    missing = (found for found in findings_for(session, workspace, filing) if _may_be_told(found, graph))
    gaps, wanted = ((), ()) if final else _gap_lines(tuple(missing), told, forum, load_wording(language))
    shown = next((own for own in told.case.filings if own.id == filing.id), filing)
    return Assignment(told, forum, shown, catalogue, tables, workspace.template_roots, final, figures, gaps, wanted)


def check_document(session: Session, filing: Filing, forum: Forum, drafted: Drafted) -> tuple[Diagnostic, ...]:
    """Run the checks that look at a document, on one filing."""
    return _check_drafts(session, DOCUMENTS, {filing.forum: forum}, {filing.id: drafted}, (filing,))


def check_documents(session: Session, workspace: Workspace) -> Report:
    """Compose every filing of the case and return what is found in composing and in the documents."""
    report = Report()
    for _, found in check_each_document(session, workspace):
        report.extend(found)
    return report


def check_each_document(session: Session, workspace: Workspace) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """Compose every filing and give its id with what is found; last, with no id, what is found in all together."""
    drafts: dict[str, Drafted] = {}
    for filing in filings(session):
        drafted, found = draft(session, workspace, filing, final=False)
        if drafted and filing.forum in session.forums:
            drafts[filing.id] = drafted
            found = (*found, *check_document(session, filing, session.forums[filing.forum], drafted))
        yield filing.id, found
    yield "", _check_drafts(session, ALL_DOCUMENTS, session.forums, drafts)


def check_together(session: Session, prepared: Iterable[Prepared]) -> tuple[Diagnostic, ...]:
    """Run the checks that look at all documents of a case together; they pass over a case of which one is not there."""
    drafts = {one.filing.id: one.drafted for one in prepared if one.drafted}
    return _check_drafts(session, ALL_DOCUMENTS, session.forums, drafts)


def _check_drafts(
    session: Session,
    about: str,
    forums: Mapping[str, Forum],
    drafts: Mapping[str, Drafted],
    chosen: tuple[Filing, ...] | None = None,
) -> tuple[Diagnostic, ...]:
    if session.graph is None:
        return ()
    profiles = {name: forum.profile for name, forum in forums.items()}
    case = CheckInput(session.graph, load_catalogue(), session.tables, profiles, chosen, drafts, session.figures)
    return findings_of(run_checks(case, checks_about(about)))


def _is_told(fault: Diagnostic, session: Session) -> bool:
    """Whether a citation of an unknown source was found in the records already, with its place or its cause."""
    if fault.span is not None or fault.name != "unknown-source":
        return False
    if session.graph and session.graph.unread.may_hold(CITABLE, _key(fault)):
        return True
    told = (found for found in session.report if found.name == fault.name)
    return any(f"`{_key(fault)}`" in found.message for found in told)


def _key(fault: Diagnostic) -> str:
    return fault.message.split("`")[1] if "`" in fault.message else ""


def _may_be_told(found: Diagnostic, graph: CaseGraph) -> bool:
    """Tell whether a document may say what is missing: of a person whom it does not show it says nothing."""
    kind, _, key = found.record.partition("/")
    return kind != "people" or graph.has(kind, key)


def _gap_lines(
    findings: Sequence[Diagnostic], graph: CaseGraph, forum: Forum, wording: Wording
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is missing for filing, and what is wanted only: nothing refuses a document for the want of it."""
    needed = [found for found in findings if found.severity is Severity.ERROR]
    wanted = [found for found in findings if found.severity is not Severity.ERROR]
    labels, called = labels_of_fields(forum, wording.language), called_in(graph)
    lines = list_gaps(needed, wording, labels, called)
    if number := graph.left_out:
        lines.append(wording.label(f"document.left_out{'_one' * (number == 1)}", number=str(number)))
    return tuple(lines), tuple(list_gaps(wanted, wording, labels, called))


def _cite(composed: Composed, forum: Forum, library: Library) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    if composed.document is None:
        return None, ()
    profile, language = forum.profile, composed.document.meta.language
    style = load_style(
        profile.citation.style,
        language=language,
        restart=profile.notes == "section",
        list_of_sources=profile.citation.list_of_sources,
    )
    if not isinstance(style, Style):
        return None, (style,)
    cited = cite(composed.document, library, style, load_words(language))
    return cited.document, cited.diagnostics


def write_options(forum: Forum, house: House) -> WriteOptions:
    """Return what the forum adds to the looks of its documents; the office's letterhead where the forum has none."""
    reference, css = forum.file("reference.docx"), forum.file("print.css")
    return WriteOptions(
        reference.read_bytes() if reference else house.letterhead,
        css.read_text(encoding="utf-8-sig", errors="replace") if css else "",
        css.as_posix() if css else "",
    )


def file_name(filing: Filing, document: Document, ending: str, final: bool) -> str:
    """Return the name of a finished file: `uk-ghr.en-GB.docx`, with `DRAFT-` before it for a draft."""
    return f"{'' if final else DRAFT}{filing.id}.{document.meta.language}.{ending}"


def _write(document: Document, filing: Filing, fmt: Format, options: WriteOptions, final: bool) -> Made:
    name = file_name(filing, document, fmt.id, final)
    try:
        written = fmt.write(document, options)
    except MissingLibraryError as error:
        return Made(filing, fmt.id, name, b"", (), str(error))
    except WriteError as error:
        help, record = "mend what the message names, then build again", f"filings/{filing.id}"
        fault = Diagnostic("WRT101", "not-written", Severity.ERROR, str(error), None, help, record=record)
        return Made(filing, fmt.id, name, b"", (fault,))
    return Made(filing, fmt.id, name, written.data, written.diagnostics, remarks=written.remarks)
