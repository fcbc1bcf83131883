"""`probata build`: the documents of a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from probata.cli.terminal import CannotContinueError, console, error_console, is_interactive, open_session

if TYPE_CHECKING:
    from probata.diagnostics import Diagnostic
    from probata.model.case_file import Filing
    from probata.output import OutputFolder, Placed
    from probata.pipeline import Made, Session, Workspace


@dataclass(slots=True)
class Outcome:
    """What a build came to."""

    placed: list[Placed] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    is_complete: bool = True
    """False where a file asked for was not written, or a final build was refused."""


def build(
    case: Annotated[str, typer.Argument(help="Folder of the case, such as claims/example.")],
    forum: Annotated[list[str] | None, typer.Option("--forum", "-f", help="Only this forum; may be repeated.")] = None,
    format: Annotated[list[str] | None, typer.Option("--format", help="docx, pdf or html; may be repeated.")] = None,
    final: Annotated[
        bool, typer.Option("--final", help="For filing: refuses while something required is missing.")
    ] = False,
    out: Annotated[Path, typer.Option("--out", help="Folder for what is made.")] = Path("output"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only what went wrong.")] = False,
) -> int:
    """Make the documents of a case: by default its own filings, as Word and PDF, as drafts.

    A draft always builds; its gaps stand in brackets and on its first page. Ends with 0 when every file asked for was
    written and no record was left out, whatever the findings.
    """
    from probata.output import OutputFolder
    from probata.pipeline import plan

    formats = tuple(dict.fromkeys(format or ["docx", "pdf"]))
    _check_formats(formats)
    session, space = open_session(case)
    if session.graph is None:
        raise CannotContinueError(_unreadable(session))
    filings = plan(session, space, tuple(forum or ()))
    if not filings:
        raise CannotContinueError("The case names no filings: add one to case.yaml, or ask for one with --forum.")
    try:
        folder = OutputFolder(out, session.graph.name)
    except OSError as error:
        raise CannotContinueError(f"The folder {out} cannot be written: {error.strerror}.") from error
    outcome = Outcome()
    with _progress(quiet, len(filings) * len(formats)) as advance:
        for filing in filings:
            _make(session, space, filing, formats, final, folder, outcome, advance)
    _report(session, folder, outcome, quiet)
    return 0 if outcome.is_complete and not session.graph.left_out else 1


def _check_formats(formats: tuple[str, ...]) -> None:
    from probata.pipeline import FORMATS

    for name in formats:
        if name not in FORMATS:
            raise CannotContinueError(f"There is no format `{name}`: the formats are {', '.join(FORMATS)}.")


def _unreadable(session: Session) -> str:
    from probata.diagnostics.render import full

    return full.render(tuple(session.report), session.texts) + "\nNothing was made: the case itself cannot be read."


def _make(
    session: Session,
    space: Workspace,
    filing: Filing,
    formats: tuple[str, ...],
    final: bool,
    folder: OutputFolder,
    outcome: Outcome,
    advance: Advance,
) -> None:
    from probata.pipeline import make, refusals

    if final and (missing := refusals(session, space, filing)):
        lines = [f"  - {found.message}" for found in missing]
        outcome.messages.append("\n".join([f"{filing.id}: not made as final. What is missing:", *lines]))
        outcome.is_complete = False
        advance(filing.id, len(formats))
        return
    for made in make(session, space, filing, formats, final):
        outcome.findings.extend(made.diagnostics)
        _place(made, folder, outcome)
        advance(f"{filing.id} {made.format}", 1)


def _place(made: Made, folder: OutputFolder, outcome: Outcome) -> None:
    if made.missing_library:
        outcome.messages.append(f"{made.name}: not made. {made.missing_library}")
    if not made.data:
        outcome.is_complete = False
        return
    try:
        outcome.placed.append(folder.place(made.name, made.data))
    except OSError as error:
        outcome.messages.append(f"{made.name}: could not be written ({error.strerror}). Close it in other programs.")
        outcome.is_complete = False


def _report(session: Session, folder: OutputFolder, outcome: Outcome, quiet: bool) -> None:
    from probata.diagnostics import Report, Severity
    from probata.diagnostics.render import full, json_form

    report = Report()
    report.extend([*session.report, *outcome.findings])
    path = folder.note("findings.txt", full.render(tuple(report), session.texts))
    folder.note("findings.json", json_form.render(tuple(report), session.texts))
    errors = error_console()
    for message in outcome.messages:
        errors.print(message, markup=False)
    for found in outcome.findings:
        if found.severity is Severity.ERROR:
            errors.print(f"{found.severity.label}: {found.message}", markup=False)
    if session.graph and session.graph.left_out:
        errors.print(
            f"{session.graph.left_out} records or fields could not be read and are left out; see {path}.", markup=False
        )
    if not quiet:
        _summary(console(), report, outcome, path)


def _summary(out: Console, report: object, outcome: Outcome, findings: Path) -> None:
    from probata.diagnostics import Report, Severity

    for placed in outcome.placed:
        beside = " (beside the one you changed, which is untouched)" if placed.beside else ""
        out.print(f"made {placed.path.as_posix()}{beside}", markup=False)
    if isinstance(report, Report) and len(report):
        counts = ", ".join(
            f"{report.count(severity)} {severity.label}" for severity in Severity if report.count(severity)
        )
        out.print(f"findings: {counts}; they are yours alone, in {findings.as_posix()}", markup=False)
    if outcome.placed:
        out.print(f"open first: {_first(outcome.placed).as_posix()}", markup=False)


def _first(placed: list[Placed]) -> Path:
    order = {".docx": 0, ".pdf": 1, ".html": 2}
    return min((item.path for item in placed), key=lambda path: order.get(path.suffix, 3))


class Advance:
    """Moves the progress bar; silent where nobody watches."""

    def __init__(self, quiet: bool, total: int) -> None:
        from rich.progress import BarColumn, Progress, TextColumn

        stream = error_console()
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
        self._progress = Progress(*columns, console=stream, transient=True, disable=quiet or not is_interactive(stream))
        self._task = self._progress.add_task("making documents", total=total)

    def __enter__(self) -> Advance:
        self._progress.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._progress.stop()

    def __call__(self, what: str, steps: int) -> None:
        """Say what was made last."""
        self._progress.update(self._task, description=what, advance=steps)


def _progress(quiet: bool, total: int) -> Advance:
    return Advance(quiet, total)
