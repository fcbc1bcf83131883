"""`probata check`: what is missing in a case, does not agree, or would be found by the other side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from probata.checks import fold
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
    PageOption,
    SelectOption,
    StatisticsOption,
)
from probata.cli.exit_code import ExitCode
from probata.cli.findings import count_in_words, print_findings
from probata.cli.kept_findings import Checked, keep, read_kept
from probata.cli.opening import Named, find_named, open_found
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.selection import PAGE, one_of_each_kind, page_of, read_selection
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic, Report, Severity
from probata.diagnostics.render import concise, json_form
from probata.source.format_version import OTHER_FORMATS

if TYPE_CHECKING:
    from probata.cli.tables.statistics import Count

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
    page: PageOption = None,
    everything: AllOption = False,
    statistics: StatisticsOption = False,
    comments: CommentsOption = False,
    templates: TemplatesOption = None,
    no_cache: NoCacheOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List what is missing in a case, does not agree, or could be turned against it.

    Nothing is changed, but for `--comments`, and nothing is sent anywhere. Findings are **must fix**, **should fix** or
    **note**; each names the file and the line, or the sheet and the cell. Of one weight, those come first that the
    other side would use first. What is found in several records alike is told once; as JSON, of each record. Of the ten
    that a terminal shows at a time no two are of one kind. A draft builds whatever the findings.
    """
    terminal = Terminal(quiet, verbose)
    named = find_named(case, templates, keeps=not no_cache)
    checked = _found_for(named, terminal, tuple(forums)) if forums else _checked(named, terminal, not no_cache)
    form = form or (Form.FULL if terminal.is_interactive else Form.CONCISE)
    selection = read_selection(select or (), ignore or (), checked.findings)
    told = checked.findings if form is Form.JSON else fold(checked.findings)
    chosen = [found for found in told if selection.takes(found)]
    if statistics:
        from probata.cli.tables.statistics import count_by_check

        answers = (answer for answer in checked.answers if selection.takes(answer))
        _print_statistics(terminal, count_by_check(chosen, answers), form, everything or bool(select))
    else:
        pages = terminal.is_interactive and form is Form.FULL and not everything
        asked = page or (1 if pages else None)
        by_kind = asked is not None and form is Form.FULL and not selection.selected
        _print_page(terminal, checked.texts, one_of_each_kind(chosen) if by_kind else chosen, form, asked, by_kind)
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
    from probata.pipeline import check_documents, filings

    opened = open_found(named)
    session = opened.session
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, filings(session))))
    session.report.extend(check_documents(session, opened.workspace))
    return Checked(tuple(session.report), session.texts, tuple(session.answers))


def _found_for(named: Named, terminal: Terminal, forums: tuple[str, ...]) -> Checked:
    """Return the findings with some filings only; they are not kept, since those of the whole case are."""
    from probata.cli.asked_for import filings_asked_for
    from probata.cli.details import details_of_filings, details_of_reading
    from probata.pipeline import check_documents, check_records_for

    opened = open_found(named)
    session, workspace = opened.session, opened.workspace
    chosen = filings_asked_for(opened, forums)
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, chosen)))
    report = Report(session.reading.reword)
    report.extend(check_records_for(session, workspace, *chosen))
    report.extend(check_documents(session, workspace, chosen))
    return Checked(tuple(report), session.texts, tuple(session.answers))


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


def _print_page(
    terminal: Terminal, texts: Mapping[str, str], chosen: Sequence[Diagnostic], form: Form, page: int | None,
    by_kind: bool,
) -> None:  # fmt: skip
    shown = page_of(chosen, page)
    match form:
        case Form.FULL:
            print_findings(terminal.out, shown, texts)
        case Form.CONCISE:
            terminal.results(concise.render(shown, texts).splitlines())
        case Form.JSON:
            # Not through the console: JSON is for programs and must come out byte for byte.
            typer.echo(json_form.render(shown, texts), nl=False)
    if page and len(shown) < len(chosen) and not terminal.quiet:
        terminal.trouble(_place_of_page(page, len(shown), len(chosen), by_kind), "bold")


def _place_of_page(page: int, shown: int, number: int, by_kind: bool) -> str:
    """Say which findings these are, or kinds of findings, and how to see the others."""
    first = (page - 1) * PAGE + 1
    what = "kinds of findings" if by_kind else "findings"
    here = f"{first} to {first + shown - 1} of {number} {what}" if shown else f"there are {number} {what}"
    onward = f"`--page {page + 1}` shows the next, " if first + shown - 1 < number and shown else ""
    return f"\n{here}; {onward}`--all` shows all"
