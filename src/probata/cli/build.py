"""`probata build`: the documents of a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.asked_for import did_you_mean, filings_asked_for
from probata.cli.build_files import make_all
from probata.cli.build_outcome import Outcome
from probata.cli.build_summary import print_summary, write_findings
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.check_key import check_key
from probata.cli.details import details_of_filings, details_of_reading
from probata.cli.exit_code import ExitCode
from probata.cli.kept_records import findings_on_records
from probata.cli.opening import find_named, open_found
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.progress import progress
from probata.cli.report_files import material_of, write_report
from probata.cli.terminal import Terminal
from probata.cli.workers import usual_workers
from probata.document.tree import BRIEF
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import FolderInUseError, OutputFolder, PlacingError, hold
from probata.output.placing_error import placing_error
from probata.pipeline import DRAFT, stem_of
from probata.source.file_names import on_disk
from probata.writers.discovery import format_ids
from probata.writers.format import PdfEngine

USUAL_FORMATS = ("docx", "pdf")
"""What is made where no format is named."""

ForumsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--forum",
        metavar="ID",
        help="Only for this forum or filing; may be given several times. A forum for which the case has no filing is "
        "made all the same, with gaps. `probata list forums` shows them.",
        show_default=False,
    ),
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="docx, pdf or html; may be given several times. Without it: docx and pdf.",
        show_default=False,
    ),
]
FinalOption = Annotated[
    bool,
    typer.Option(
        "--final",
        help="Make the documents for filing. Refused, with the list of what is missing, where a field that the forum "
        "requires has a gap, a must-fix finding is not decided, or the case does not say `status: ready`.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where the documents go: `DIR/<case>/outgoing/`. Without it: the folder that `probata.toml` names, else "
        "`output` beside it.",
        file_okay=False,
        show_default=False,
    ),
]
EngineOption = Annotated[
    PdfEngine | None,
    typer.Option(
        "--engine",
        help="What sets the PDF. Without it: what `probata.toml` says, else WeasyPrint where the forum has a "
        "`print.css`, else Typst. WeasyPrint needs the library Pango.",
        case_sensitive=False,
        show_default=False,
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, help="How many PDFs WeasyPrint sets side by side. Without it: one for each "
        "processor, four at most.", show_default=False,
    ),
]  # fmt: skip

NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Make every citation and picture anew, check all records, and keep nothing. Else what has not changed "
        "since a run is taken from it; the documents and findings are the same either way.",
    ),
]

EXAMPLES = (
    "Examples: `probata build claims/example`, `probata build claims/example --forum uk-ghr --format html`, "
    "`probata build claims/example --final`"
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build", epilog=EXAMPLES)(run)


def run(
    case: CaseArgument,
    forums: ForumsOption = None,
    formats: FormatsOption = None,
    final: FinalOption = False,
    out: OutOption = None,
    templates: TemplatesOption = None,
    engine: EngineOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Make the documents of a case: Word and PDF, or the formats you name.

    Without **--final** a draft is made. A draft always builds: what is not recorded stands in it as a gap, every page
    and the file name say DRAFT, its first page says how many gaps there are, and a to-do list names them.

    Documents for others are written to `DIR/<case>/outgoing/`, findings, to-do lists and the report to
    `DIR/<case>/internal/`: they are yours.
    A file in `outgoing/` that you have changed is never overwritten; the new one is written beside it. A document
    whose records have not changed since it was made is left as it is.

    Exit 0: every file asked for was written. Exit 1: something was left out, not written or refused. Exit 2: nothing
    could be done, since the case cannot be read or another build of it is running.
    """
    terminal = Terminal(quiet, verbose)
    endings = _endings(formats or USUAL_FORMATS)
    named = find_named(case, templates, keeps=not no_cache)
    key = None if no_cache else check_key(named)
    opened = open_found(named)
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, tuple(forums or ()))
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, planned)))
    outcome = Outcome(opened.session, graph, final, engine, looked_at=_chosen(graph, planned))
    with ExitStack() as held:
        folder = open_folder(out or opened.house.documents, graph.name, held)
        with progress(terminal, len(planned) * len(endings)) as advance:
            make_all(opened, planned, endings, folder, outcome, jobs or usual_workers(), advance)
        outcome.left_over = _left_over(folder, outcome, planned)
        outcome.report.extend(findings_on_records(named, key, opened.session))
        _write_findings(folder, outcome)
        _write_report(folder, outcome)
    terminal.details(outcome.remarks)
    opened.house.tell(terminal)
    print_summary(terminal, outcome)
    raise typer.Exit(ExitCode.FINE if outcome.is_complete else ExitCode.FINDINGS)


def _endings(formats: Sequence[str]) -> tuple[str, ...]:
    for name in formats:
        if name not in format_ids():
            raise CannotContinueError(f"there is no format `{name}`", did_you_mean(name, format_ids()))
    return tuple(dict.fromkeys(formats))


def _chosen(graph: CaseGraph, planned: tuple[Filing, ...]) -> tuple[str, ...]:
    """Return the filings of a build that leaves some of the case out; none of a build of all."""
    made = {filing.id for filing in planned}
    return tuple(filing.id for filing in planned) if {filing.id for filing in graph.case.filings} - made else ()


def open_folder(out: Path, case: str, held: ExitStack) -> OutputFolder:
    """Open the folder of the case and keep other builds out of it until `held` is closed."""
    try:
        held.enter_context(hold(on_disk(out / case)))
        return OutputFolder(out, case)
    except FolderInUseError as error:
        raise CannotContinueError(str(error), "wait until it has ended, then build again") from None
    except OSError as error:
        raise CannotContinueError(str(placing_error(out, error)), "choose another folder with `--out`") from None


def _left_over(folder: OutputFolder, outcome: Outcome, planned: tuple[Filing, ...]) -> tuple[Path, ...]:
    """Return the files of filings that are gone; none where the case names no filing, or some of it was not read."""
    own = outcome.graph.case.filings
    if not own or outcome.graph.left_out:
        return ()
    names = [placed.beside or placed.path for placed in outcome.placed]
    stems = {name.stem.removeprefix(DRAFT) for name in names}
    complete = {filing.id for filing in planned if any(stem.startswith(f"{filing.id}.") for stem in stems)}
    has_all = not (outcome.troubles or outcome.libraries)  # else a part of a filing may be there from before
    others = [filing for filing in (*own, *planned) if not (has_all and filing.id in complete)]
    return folder.left_over(stems, [stem for filing in others for stem in _stems(filing, outcome)])


def _stems(filing: Filing, outcome: Outcome) -> Iterator[str]:
    """Give with what the names of the files of a filing may begin, whichever parts it has."""
    forum = outcome.session.forums.get(filing.forum)
    yield from (stem_of(filing.id, part) for part in (BRIEF, *(forum.profile.parts if forum else ())))


def _write_findings(folder: OutputFolder, outcome: Outcome) -> None:
    try:
        outcome.findings_path = write_findings(folder, outcome)
    except PlacingError as error:
        outcome.troubles.append(str(error))


def _write_report(folder: OutputFolder, outcome: Outcome) -> None:
    material = material_of(outcome.session, outcome.graph, outcome.report, outcome.by_filing, outcome.blocked,
                           outcome.places, outcome.looked_at)  # fmt: skip
    written = write_report(folder, material)
    outcome.report_path = next(iter(written.paths), None)
    outcome.troubles.extend(written.troubles)
