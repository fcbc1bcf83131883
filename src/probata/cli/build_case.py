"""Making the documents of a case, and of a whole case what is found in it and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from probata.cli.build_files import make_all
from probata.cli.build_outcome import Outcome
from probata.cli.build_summary import write_findings
from probata.cli.details import details_of_filings, details_of_reading
from probata.cli.exit_code import CannotContinueError
from probata.cli.kept_build import files_of
from probata.cli.opening import Named, filings_asked_for, open_found
from probata.cli.progress import progress
from probata.cli.terminal import Terminal
from probata.disclosure.consent import VERSIONS, Version
from probata.document.tree import BRIEF
from probata.model.case_file import Filing
from probata.output import FolderInUseError, OutputFolder, PlacingError, hold
from probata.output.atomic import placing_error
from probata.pipeline import DRAFT, stem_of
from probata.pipeline.planning import BUNDLE
from probata.source.file_names import on_disk
from probata.writers.format import PdfEngine


def build_case(
    named: Named, terminal: Terminal, forums: tuple[str, ...], endings: Sequence[str], final: bool,
    engine: PdfEngine | None, out: Path, version: Version | None = None,
) -> Outcome:  # fmt: skip
    """Make the filings of a case, or those named, in each format.

    All records and documents are checked and the report is made after a build of a whole case; one of some filings
    looks at what they need.
    """
    opened = open_found(named)
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, forums)
    if version:
        planned = tuple(filing.model_copy(update={"version": version}) for filing in planned)
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, planned)))
    chosen = tuple(filing.id for filing in planned) if forums else ()
    outcome = Outcome(opened.session, graph, final, engine, chosen=chosen)
    with ExitStack() as held:
        folder = open_folder(out, graph.name, held)
        with progress(terminal, len(planned) * len(endings)) as advance:
            make_all(opened, planned, endings, folder, outcome, advance)
        outcome.left_over = _left_over(folder, outcome, planned)
        outcome.report.extend(opened.session.reading if chosen else opened.session.report)
        _write_findings(folder, outcome)
        if not chosen:
            _write_report(folder, outcome)
        outcome.files = files_of(out / graph.name)
    return outcome


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
    versions = [one.model_copy(update={"version": other}) for one in own for other in VERSIONS if other != one.version]
    bundles = [stem_of(filing, BUNDLE) for filing in (*own, *versions)]  # which another command makes
    made = (stem for filing in (*others, *versions) for stem in _stems(filing, outcome))
    return folder.left_over(stems, [*bundles, *made])


def _stems(filing: Filing, outcome: Outcome) -> Iterator[str]:
    """Give with what the names of the files of a filing may begin, whichever parts it has."""
    forum = outcome.session.forums.get(filing.forum)
    yield from (stem_of(filing, part) for part in (BRIEF, *(forum.profile.parts if forum else ())))


def _write_findings(folder: OutputFolder, outcome: Outcome) -> None:
    try:
        outcome.findings_path = write_findings(folder, outcome)
    except PlacingError as error:
        outcome.troubles.append(str(error))


def _write_report(folder: OutputFolder, outcome: Outcome) -> None:
    from probata.cli.report_files import material_of, write_report

    found, blocked = outcome.by_filing, outcome.blocked
    material = material_of(
        outcome.session, outcome.graph, outcome.report, found, blocked, outcome.places, outcome.to_do
    )
    written = write_report(folder, material)
    outcome.report_path = next(iter(written.paths), None)
    outcome.troubles.extend(written.troubles)
