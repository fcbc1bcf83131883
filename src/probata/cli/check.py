"""`probata check`: what is missing in a case, does not agree, or would be found by the other side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from probata.checks import fold
from probata.checks.first_page import first_page
from probata.cli.cache_folder import cache_folder
from probata.cli.check_key import check_key
from probata.cli.check_options import (
    AllOption,
    CommentsOption,
    Form,
    FormOption,
    ForumsOption,
    IgnoreOption,
    NoCacheOption,
    SelectOption,
    StatisticsOption,
)
from probata.cli.exit_code import ExitCode
from probata.cli.findings import count_in_words, print_findings
from probata.cli.first_page import print_first_page
from probata.cli.kept_findings import Checked, keep, read_kept
from probata.cli.opening import Named, find_named, open_found
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.selection import read_selection
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic, Report, Severity
from probata.diagnostics.render import concise, json_form
from probata.source.format_version import OTHER_FORMATS

if TYPE_CHECKING:
    from probata.cli.tables.statistics import Count
    from probata.model.case_file import Filing
    from probata.pipeline import Session, Workspace

EXITS = (
    "Exit 0: nothing of what is shown must be fixed. Exit 1: something must be. Exit 2: the case is of another format. "
    "`probata explain check NAME` tells what a finding means."
)


def attach(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=EXITS)(run)


def run(
    case: CaseArgument,
    forums: ForumsOption = None,
    form: FormOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    everything: AllOption = False,
    statistics: StatisticsOption = False,
    comments: CommentsOption = False,
    templates: TemplatesOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List what is missing in a case, does not agree, or could be turned against it.

    First comes what to do next: which filings are ready and what blocks the others, then twenty matters at most, those
    first that wait for your decision, then what to fix. `--all` lists every finding, **must fix**, **should fix** or
    **note**, with the file and the line, or the sheet and the cell; of one weight, those first that the other side
    would use first. What is found in several records alike is told once; as JSON, of each record.

    Nothing is changed, but for `--comments`, and nothing is sent anywhere. A draft builds whatever the findings.
    """
    terminal = Terminal(quiet, verbose)
    named = find_named(case, templates, keeps=not no_cache)
    checked = _found_for(named, terminal, tuple(forums)) if forums else _checked(named, terminal, not no_cache)
    lists = everything or bool(form or select or ignore)
    form = form or (Form.FULL if terminal.is_interactive else Form.CONCISE)
    selection = read_selection(select or (), ignore or (), checked.findings)
    told = checked.findings if form is Form.JSON else fold(checked.findings)
    chosen = [found for found in told if selection.takes(found)]
    if statistics:
        from probata.cli.tables.statistics import count_by_check

        answers = (answer for answer in checked.answers if selection.takes(answer))
        _print_statistics(terminal, count_by_check(chosen, answers), form, everything or bool(select))
    elif lists:
        _print_list(terminal, checked.texts, chosen, form)
    else:
        print_first_page(terminal, first_page(checked.findings, checked.blocked, checked.places), named.place.shown)
    if comments:
        _write_comments(named, chosen, terminal)
    if not quiet:
        left_out = len(told) - len(chosen)
        terminal.trouble(f"findings: {count_in_words(chosen)}{f'; {left_out} not selected' if left_out else ''}")
    raise typer.Exit(_exit_code(checked, chosen))


def _write_comments(named: Named, chosen: Sequence[Diagnostic], terminal: Terminal) -> None:
    from probata.cli.open_elsewhere import warn_if_open
    from probata.cli.write_comments import write_comments

    warn_if_open(terminal, named.place)
    shown, without = write_comments(named.place, chosen)
    terminal.trouble(f"comments: {shown}")
    if without:
        cells = ", ".join(f"`{cell}`" for cell in without)
        terminal.trouble(f"no comment beside a conversation, which Excel would not show: {cells}", "yellow")


def _checked(named: Named, terminal: Terminal, may_be_kept: bool) -> Checked:
    """Return the findings of a case: those kept from a run with nothing changed since, or else found now."""
    key = check_key(named) if may_be_kept else None
    # Details tell of reading, so where they are asked for the case is read.
    if key and not terminal.verbose and (kept := read_kept(cache_folder(), key)):
        return kept
    checked = _found_now(named, terminal)
    if key and check_key(named) == key:  # and not changed while it was read
        keep(cache_folder(), key, checked)
    return checked


def _found_now(named: Named, terminal: Terminal) -> Checked:
    from probata.cli.details import details_of_filings, details_of_reading
    from probata.pipeline import filings

    opened = open_found(named)
    session = opened.session
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, filings(session))))
    return _with_documents(session, opened.workspace, session.report)


def _found_for(named: Named, terminal: Terminal, forums: tuple[str, ...]) -> Checked:
    """Return the findings with some filings only; they are not kept, since those of the whole case are."""
    from probata.cli.asked_for import filings_asked_for
    from probata.cli.details import details_of_filings, details_of_reading
    from probata.pipeline import check_records_for

    opened = open_found(named)
    session, workspace = opened.session, opened.workspace
    chosen = filings_asked_for(opened, forums)
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, chosen)))
    report = Report(session.reading.reword)
    report.extend(check_records_for(session, workspace, *chosen))
    return _with_documents(session, workspace, report, chosen)


def _with_documents(
    session: Session, workspace: Workspace, report: Report, chosen: tuple[Filing, ...] | None = None
) -> Checked:
    """Add what is found in documents to a report on records, and return all with what blocks each filing."""
    from probata.pipeline import check_each_document

    blocked: dict[str, tuple[Diagnostic, ...]] = {}
    printed: dict[str, str] = {}
    for looked_at in check_each_document(session, workspace, chosen):
        report.extend(looked_at.findings)
        if looked_at.filing:
            blocked[looked_at.filing] = looked_at.blocked_by
            printed = {**looked_at.places, **printed}
    found = tuple(report)
    places = {one.record: printed[one.record] for one in found if one.record in printed}
    return Checked(found, session.texts, tuple(session.answers), blocked, places)


def _exit_code(checked: Checked, chosen: Sequence[Diagnostic]) -> ExitCode:
    if any(found.name in OTHER_FORMATS for found in checked.findings):
        return ExitCode.CANNOT_CONTINUE
    return ExitCode.FINDINGS if any(found.severity is Severity.ERROR for found in chosen) else ExitCode.FINE


def _print_statistics(terminal: Terminal, counts: Sequence[Count], form: Form, everything: bool) -> None:
    from probata.cli.tables import statistics_json
    from probata.cli.tables.statistics import table_for_terminal, table_of, without_findings

    if form is Form.JSON:
        typer.echo(statistics_json.render(counts), nl=False)
    elif not terminal.is_interactive:
        terminal.table(table_of(counts))
    else:
        shown = [one for one in counts if everything or any(one.found.values())]
        terminal.table(table_for_terminal(shown))
        if len(shown) < len(counts):
            terminal.tell(without_findings(counts))


def _print_list(terminal: Terminal, texts: Mapping[str, str], chosen: Sequence[Diagnostic], form: Form) -> None:
    match form:
        case Form.FULL:
            print_findings(terminal.out, chosen, texts)
        case Form.CONCISE:
            terminal.results(concise.render(chosen, texts).splitlines())
        case Form.JSON:
            # Not through the console: JSON is for programs and must come out byte for byte.
            typer.echo(json_form.render(chosen, texts), nl=False)
