"""`probata check`: what is missing in a case, does not agree, or would be found by the other side."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from probata.cli.details import details_of_filings, details_of_reading
from probata.cli.exit_code import ExitCode
from probata.cli.findings import count_in_words, print_findings
from probata.cli.opening import open_named
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.terminal import Terminal
from probata.diagnostics.render import concise, json_form
from probata.pipeline import Session, check_documents, filings
from probata.source.format_version import OTHER_FORMATS


class Form(StrEnum):
    """Forms of findings."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help="`full` shows the line and the next step, `concise` one line a finding, `json` is for other programs. "
        "Without it: full in a terminal, concise elsewhere.",
        show_default=False,
        case_sensitive=False,
    ),
]


EXITS = (
    "Exit 0: nothing must be fixed. Exit 1: something must be. Exit 2: the case is of another format. "
    "`probata explain check NAME` tells what a finding means."
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=EXITS)(run)


def run(
    case: CaseArgument,
    form: FormOption = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List what is missing in a case, does not agree, or could be turned against it.

    Nothing is changed and nothing is sent anywhere. Findings are **must fix**, **should fix** or **note**; each names
    the file and the line. A draft builds whatever the findings.
    """
    terminal = Terminal(quiet, verbose)
    opened = open_named(case, templates)
    session = opened.session
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, filings(session))))
    session.report.extend(check_documents(session, opened.workspace))
    _print(terminal, session, form or (Form.FULL if terminal.is_interactive else Form.CONCISE))
    if not quiet:
        terminal.trouble(f"findings: {count_in_words(session.report)}")
    raise typer.Exit(_exit_code(session))


def _exit_code(session: Session) -> ExitCode:
    if any(found.name in OTHER_FORMATS for found in session.report):
        return ExitCode.CANNOT_CONTINUE
    return ExitCode.FINDINGS if session.report.has_errors else ExitCode.FINE


def _print(terminal: Terminal, session: Session, form: Form) -> None:
    match form:
        case Form.FULL:
            print_findings(terminal.out, session.report, session.texts)
        case Form.CONCISE:
            for line in concise.render(session.report, session.texts).splitlines():
                terminal.result(line)
        case Form.JSON:
            # Not through the console: JSON is for programs and must come out byte for byte.
            typer.echo(json_form.render(session.report, session.texts), nl=False)
