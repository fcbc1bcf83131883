"""From a filing to finished files: prepared, then written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from probata.checks import Drafted
from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.parts import documents_of
from probata.document.tree import BRIEF, Document
from probata.model.case_file import Filing
from probata.pipeline.document_checks import check_all_drafts, check_document
from probata.pipeline.drafting import draft
from probata.pipeline.looks import looks_of
from probata.pipeline.session import Session, Workspace, forum_of
from probata.writers.format import (
    Format,
    MissingLibraryError,
    PdfEngine,
    WriteError,
    WriteOptions,
    format_ids,
    load_format,
)

FORMATS = format_ids()
DRAFT = "DRAFT-"
"""Beginning of the name of every draft."""
PUBLIC = "-public"
"""Behind the filing in the name of every public version."""


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
    names: Mapping[str, str] = field(default_factory=dict)
    """What the names in the file stand for that only count; for the team alone."""


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
        """The document with all its parts, where there is one."""
        return self.drafted.document if self.drafted else None

    @property
    def documents(self) -> tuple[Document, ...]:
        """The document of each part, that of the brief first; none where there is no document."""
        return documents_of(self.document) if self.document else ()


def make(
    session: Session, workspace: Workspace, filing: Filing, formats: Sequence[str], final: bool = False
) -> Iterator[Made]:
    """Make one filing in each format, part by part: disclose, compose, cite, check, write."""
    prepared = prepare(session, workspace, filing, final)
    if not prepared.documents:
        yield Made(filing, "", "", b"", prepared.findings)
        return
    found = prepared.findings
    for part, name in product((one.meta.part for one in prepared.documents), formats):
        made, told = finish(prepared, name, part), found
        found = ()
        yield replace(made, diagnostics=(*told, *made.diagnostics))


def prepare(
    session: Session,
    workspace: Workspace,
    filing: Filing,
    final: bool,
    pdf_engine: PdfEngine | None = None,
    checked: bool = True,
) -> Prepared:
    """Make all of a filing but its files; `pdf_engine` stands before that of the office.

    Where nobody asks what its checks find, they do not run: `checked` is false.
    """
    drafted, options, findings = _draft_and_check(session, workspace, filing, final, checked)
    options = replace(options, pdf_engine=pdf_engine or options.pdf_engine)
    return Prepared(filing, drafted, options, findings, final)


def with_findings(session: Session, workspace: Workspace, prepared: Prepared) -> Prepared:
    """Return what was prepared without its checks, with what they find."""
    forum, _ = forum_of(session, workspace, prepared.filing)
    if prepared.drafted is None or forum is None:
        return prepared
    found = check_document(session, prepared.filing, forum, prepared.drafted)
    return replace(prepared, findings=(*prepared.findings, *found))


def finish(prepared: Prepared, name: str, part: str = BRIEF) -> Made:
    """Write one part of a prepared filing in one format. Pure, so that it may run in another process."""
    document = next((one for one in prepared.documents if one.meta.part == part), None)
    if document is None:
        return Made(prepared.filing, "", "", b"")
    return _write(document, prepared.filing, load_format(name), prepared.options, prepared.final)


def make_document(
    session: Session, workspace: Workspace, filing: Filing, final: bool
) -> tuple[Document | None, WriteOptions, tuple[Diagnostic, ...]]:
    """Compose, cite and check one filing, all its parts in one tree.

    There is `None` with findings where its forum or template cannot be used.
    """
    drafted, options, findings = _draft_and_check(session, workspace, filing, final)
    return drafted.document if drafted else None, options, findings


def _draft_and_check(
    session: Session, workspace: Workspace, filing: Filing, final: bool, checked: bool = True
) -> tuple[Drafted | None, WriteOptions, tuple[Diagnostic, ...]]:
    drafted, found = draft(session, workspace, filing, final)
    forum, _ = forum_of(session, workspace, filing)
    if drafted is None or forum is None:
        return None, WriteOptions(), found
    looks, unread = looks_of(forum, workspace.house)
    options = replace(looks, store=workspace.store)
    return drafted, options, (*found, *unread, *(check_document(session, filing, forum, drafted) if checked else ()))


def check_together(session: Session, prepared: Iterable[Prepared]) -> tuple[Diagnostic, ...]:
    """Run the checks that look at all documents of a case together, on what was prepared."""
    return check_all_drafts(session, {one.filing.id: one.drafted for one in prepared if one.drafted})


def file_name(filing: Filing, document: Document, ending: str, final: bool) -> str:
    """Return the name of a finished file: `uk-ghr.en-GB.docx`, with `DRAFT-` before it for a draft.

    One that is not the brief has its part behind the filing, `uk-ghr-annexes.en-GB.docx`, and a public version says so,
    `uk-ghr-public.en-GB.docx`.
    """
    meta = document.meta
    return f"{'' if final else DRAFT}{stem_of(filing, meta.part)}.{meta.language}.{ending}"


def stem_of(filing: Filing, part: str = BRIEF) -> str:
    """Return what the name of the file of a part begins with."""
    whole = f"{filing.id}{PUBLIC}" if filing.version == "public" else filing.id
    return whole if part == BRIEF else f"{whole}-{part}"


def _write(document: Document, filing: Filing, fmt: Format, options: WriteOptions, final: bool) -> Made:
    name = file_name(filing, document, fmt.id, final)
    try:
        written = fmt.write(document, options)
    except MissingLibraryError as error:
        return Made(filing, fmt.id, name, b"", (), str(error))
    except WriteError as error:
        help, record = "mend what the message names, then build again", f"filings/{filing.id}"
        place = Span(error.file) if error.file else None  # else that of the record
        fault = Diagnostic("WRT101", "not-written", Severity.ERROR, str(error), place, help, record=record)
        return Made(filing, fmt.id, name, b"", (fault,))
    return Made(filing, fmt.id, name, written.data, written.diagnostics, remarks=written.remarks, names=written.names)
