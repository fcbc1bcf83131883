"""`probata report`: the private page on a case, and its lists for a spreadsheet."""

from __future__ import annotations

from contextlib import ExitStack

import typer

from probata.checks import fold
from probata.checks.engine.first_page import Places, add_places
from probata.cli.build import OutOption
from probata.cli.build_case import open_folder
from probata.cli.exit_code import ExitCode
from probata.cli.findings import count_in_words
from probata.cli.opening import open_named
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption
from probata.cli.report_files import Written, material_of, write_report
from probata.cli.terminal import Terminal
from probata.pipeline import check_each_document

EPILOG = "Example: `probata report claims/example`"


def run(
    case: CaseArgument, out: OutOption = None, templates: TemplatesOption = None, quiet: QuietOption = False
) -> None:
    """Make the report on a case: one page for those who prepare it, and its lists as Excel and CSV files.

    The page opens in any browser by a double click and loads nothing. It begins with what to do next; then come all
    findings; what proves what; roles against conduct; bodies and command by day; figures; reads; and the state of the
    case. It is **privileged**: it is written to `DIR/<case>/internal/`, as a build of a whole case does, and is not for
    others.

    Exit 0: the files were written. Exit 1: one of them could not be. Exit 2: the case cannot be read.
    """
    terminal = Terminal(quiet)
    opened = open_named(case, templates)
    graph, session = opened.graph(terminal), opened.session
    documents = tuple(check_each_document(session, opened.workspace))
    places: Places = {}
    for one in documents:
        session.report.extend(one.findings)
        add_places(places, one.places)
    by_filing = {one.filing: frozenset(one.findings) for one in documents if one.filing}
    blocked = {one.filing: one.blocked_by for one in documents if one.filing}
    to_do = {one.filing: one.to_do for one in documents}
    with ExitStack() as held:
        folder = open_folder(out or opened.house.documents, graph.name, held)
        written = write_report(folder, material_of(session, graph, session.report, by_filing, blocked, places, to_do))
    opened.house.tell(terminal)
    _tell(terminal, written)
    terminal.tell(f"findings on all records and documents: {count_in_words(fold(session.report))}")
    raise typer.Exit(ExitCode.FINDINGS if written.troubles else ExitCode.FINE)


def _tell(terminal: Terminal, written: Written) -> None:
    if written.paths:
        terminal.tell("made, for those who prepare the case:", "bold")
    for path in written.paths:
        if path.suffix != ".csv":
            terminal.result(f"  {path.as_posix()}")
    lists = [path for path in written.paths if path.suffix == ".csv"]
    if lists:
        names = ", ".join(path.name for path in lists)
        terminal.result(f"  {lists[0].parent.as_posix()}/ with {len(lists)} lists: {names}")
    for trouble in written.troubles:
        terminal.trouble(trouble, "bold red")
