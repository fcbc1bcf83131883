"""What one build made, left out and refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from probata.checks.engine.first_page import Places
from probata.checks.engine.to_do import ToDo
from probata.cli.kept_findings import PASSING
from probata.diagnostics import Diagnostic, Report, Severity
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import Placed
from probata.pipeline import Made, Session
from probata.writers.format import PdfEngine

INTERNAL = "Internal: for those who prepare the case, not for others."
"""What stands at the head of files that stay with them."""
UNKNOWN_FORUM = "unknown-forum"
NEVER_FINAL = "status-illustration"
"""The finding on a case whose documents are never final."""


@dataclass(slots=True)
class Outcome:
    """Collects while the documents are made, and knows whether all went well."""

    session: Session
    graph: CaseGraph
    final: bool
    pdf_engine: PdfEngine | None = None
    placed: list[Placed] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    """Files that were not written, a sentence each."""
    libraries: dict[str, list[str]] = field(default_factory=dict)
    """What to install, with the files that wait for it."""
    refused: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Filings that may not be final, with the reasons."""
    to_do: dict[str, tuple[ToDo, ...]] = field(default_factory=dict)
    """The gaps in the draft of each filing."""
    listed: dict[str, Path] = field(default_factory=dict)
    """Where they are listed."""
    report: Report = field(default_factory=Report)
    remarks: list[str] = field(default_factory=list)
    """How files were made, a line each."""
    findings_path: Path | None = None
    report_path: Path | None = None
    by_filing: dict[str, set[Diagnostic]] = field(default_factory=dict)
    """Findings in the document of each filing."""
    blocked: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Why each filing could not be final, whatever is being made."""
    places: Places = field(default_factory=dict)
    left_over: tuple[Path, ...] = ()
    """Files of earlier builds that belong to no filing of the case any more."""
    files: str = ""
    """The digest of the output folder as it was left."""
    chosen: tuple[str, ...] = ()
    """The filings that were asked for. Only what they need is looked at; without any, records and documents are."""

    @property
    def is_complete(self) -> bool:
        """Whether every file asked for was written and no record was left out."""
        return not (self.troubles or self.libraries or self.refused or self.graph.left_out)

    @property
    def may_be_kept(self) -> bool:
        """Whether a build of the same would say the same: all was made, and nothing of it hung on the machine."""
        is_passing = any(found.code.startswith(PASSING) for found in self.report)
        return self.is_complete and bool(self.files) and not is_passing

    def made_before(self) -> Outcome:
        """Return what a build says that finds all of this one made already."""
        return replace(self, placed=[replace(one, unchanged=True, open_in="") for one in self.placed])

    def placed_at_record(self, found: Diagnostic) -> Diagnostic:
        """Give a finding of a writer, which knows no files, the place of the record that it is about."""
        kind, _, key = found.record.partition("/")
        return found if found.span or not key else replace(found, span=self.graph.span(kind, key))

    def add(self, findings: Iterable[Diagnostic], filing: Filing) -> None:
        """Take the findings on a filing; that its forum is unknown was found in the records already, at its place."""
        own = filing in self.graph.case.filings
        kept = [found for found in findings if not (own and found.name == UNKNOWN_FORUM)]
        self.by_filing.setdefault(filing.id, set()).update(kept)
        self.report.extend(kept)

    def refuse(self, filing: Filing, findings: tuple[Diagnostic, ...]) -> None:
        """Note that a filing may not be final. Its reasons are in the report already, worded for the whole case.

        First stands what no completing removes: an illustration is never final.
        """
        self.refused[filing.id] = tuple(sorted(findings, key=lambda found: found.name != NEVER_FINAL))

    @property
    def is_never_final(self) -> bool:
        """Whether a filing was refused because the case is an illustration."""
        return any(found.name == NEVER_FINAL for reasons in self.refused.values() for found in reasons)

    def faults_in(self, findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the must-fix findings among some."""
        return tuple(found for found in findings if found.severity is Severity.ERROR)

    def miss_library(self, name: str, library: str) -> None:
        """Note that a file waits for a library of the system."""
        self.libraries.setdefault(library, []).append(name)

    def take_back(self, name: str, kept: Path | None = None) -> None:
        """Note that a file tells what its readers may not know; `kept` is where one is now that stood there."""
        where = (
            f"was taken out of the folder for others, and stands in `{kept.as_posix()}`" if kept else "was not placed"
        )
        self.placed = [one for one in self.placed if one.path.name != name]
        self.troubles.append(
            f"`{name}` {where}: it tells of somebody whom its readers may not know; the findings say where"
        )

    def miss(self, made: Made) -> None:
        """Note that a file could not be made, with each fault, its place and the next step."""
        lines = [f"`{made.name or made.filing.id}` could not be made"]
        for number, fault in enumerate(map(self.placed_at_record, self.faults_in(made.diagnostics))):
            head = f"{lines.pop()}: " if number == 0 else "also: "
            lines.append(f"{head}{fault.message}")
            lines += [f"  place: {fault.span}"] if fault.span else []
            lines += [f"  next step: {fault.help}"] if fault.help else []
        self.troubles.append("\n".join(lines))
