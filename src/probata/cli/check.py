"""`probata check`: what is missing in a case, does not agree, or would be found by the other side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from textwrap import shorten, wrap
from typing import TYPE_CHECKING, Annotated

import typer

from probata.checks import Answer, fold
from probata.checks.engine.first_page import FilingStatus, FirstPage, Matter, first_page, sentence
from probata.cli.case_path import CasePlace
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.findings import STYLES, count_in_words, print_findings
from probata.cli.kept_findings import kept_or_found
from probata.cli.opening import Named, advice_on_writing, find_named, open_found, shown_book
from probata.cli.options import CaseArgument, QuietOption, TemplatesOption, VerboseOption
from probata.cli.readers import READERS, names_of_readers
from probata.cli.terminal import Terminal
from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.render import concise, json_form
from probata.diagnostics.say import did_you_mean
from probata.model.check_name import current_name, is_removed
from probata.output import PlacingError, write_atomically
from probata.pipeline.case_checks import Checked, all_found
from probata.source.read_case import OTHER_FORMATS
from probata.workbook.read_records import workbook_of

if TYPE_CHECKING:
    from probata.cli.tables.statistics import Count

WIDEST = 100
"""Columns of a line: longer ones are hard to read, also where a terminal is wider."""
_INDENT = 5


def print_first_page(terminal: Terminal, page: FirstPage, case: str) -> None:
    """Print the page, laid out for reading wherever it goes."""
    width = min(terminal.out.width, WIDEST) if terminal.is_interactive else WIDEST
    _print_filings(terminal, page, width)
    numbers = count(1)
    for heading, matters in _parts(page):
        terminal.result("")
        terminal.result(heading, "bold")
        for matter in matters:
            _print_matter(terminal, next(numbers), matter, where(matter, page, case), width)
    terminal.result("")
    terminal.result(_rest(page, case))
    if page.decisions or page.to_fix:
        terminal.result(
            "`probata explain check NAME` says more of a finding, `probata decide` keeps one as it is.", "dim"
        )


def _parts(page: FirstPage) -> Iterator[tuple[str, tuple[Matter, ...]]]:
    must, should = (
        tuple(one for one in page.to_fix if one.severity is severity) for severity in (Severity.ERROR, Severity.WARNING)
    )
    headings = (("For you to decide", page.decisions), ("Must fix", must), ("Should fix", should))
    yield from ((heading, matters) for heading, matters in headings if matters)


def _print_filings(terminal: Terminal, page: FirstPage, width: int) -> None:
    terminal.result("What to do next", "bold")
    if not (page.filings or page.decisions or page.to_fix):
        terminal.result("  The case names no filing yet.")
    if page.nothing_blocks:
        terminal.result("  Nothing blocks filing.", "green")
    for told in page.of_status:
        terminal.result(f"  {told}")
    widest = max((len(one.filing) for one in page.filings), default=0)
    for one in page.filings:
        head = f"  {one.filing.ljust(widest)}  "
        terminal.result(f"{head}{_status(one, width - len(head))}")


def _status(status: FilingStatus, room: int) -> str:
    """Say in one line whether a filing is ready, and name as much of what blocks it as there is room for."""
    if status.blocked_by:
        return shorten(f"blocked by {len(status.blocked_by)} must fix: {status.reasons}", room, placeholder=" …")
    ready = f"ready{' but for the status of the case' * status.waits}"
    return shorten("; ".join(filter(None, (ready, status.gaps_named))), room, placeholder=" …")


def _print_matter(terminal: Terminal, number: int, matter: Matter, places: str, width: int) -> None:
    first = matter.first
    also = f" Also: {', '.join(matter.also_missing)}." if matter.also_missing else ""
    said = wrap(f"{sentence(first.message)}{also}", width - _INDENT, break_on_hyphens=False)
    terminal.result(f"{number:>3}  {said[0]}", STYLES[first.severity] if first.severity is Severity.ERROR else "")
    step = f"→ {first.help}" if first.help else ""
    for line in (*said[1:], *wrap(step, width - _INDENT, subsequent_indent="  ", break_on_hyphens=False)):
        terminal.result(f"{' ' * _INDENT}{line}")
    for line in wrap(places, width - _INDENT, break_on_hyphens=False, break_long_words=False):
        terminal.result(f"{' ' * _INDENT}{line}", "dim")


def where(matter: Matter, page: FirstPage, case: str) -> str:
    """Say where a matter stands: in a document, in the records, at how many more places, and by which checks."""
    first, more = matter.first, matter.further_places
    parts = (
        first.severity.label if matter in page.decisions and first.severity is Severity.ERROR else "",
        page.place_in_document(matter),
        str(first.span or "").removeprefix(f"{case}/"),
        f"{more} more place{'s' * (more > 1)}" if more else "",
        *dict.fromkeys(one.name for one in matter.findings),
    )
    return " · ".join(part for part in parts if part)


def _rest(page: FirstPage, case: str) -> str:
    left = f"{page.left} more matter{'s' * (page.left > 1)}" if page.left else ""
    notes = f"{page.notes} note{'s' * (page.notes > 1)}" if page.notes else ""
    told = " and ".join(part for part in (left, notes) if part)
    return f"{told}: probata check {case} --all" if told else "Nothing else was found."


# The options of `probata check`.


class Form(StrEnum):
    """Forms of findings."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help="Every finding: `full` shows the line and the next step, `concise` one line a finding, `json` is for "
        "other programs. Where findings are listed without it: full in a terminal, concise elsewhere.",
        case_sensitive=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CHECK",
        help="Only the findings of this check: its name, its code (`TIM101`) or the beginning of codes (`TIM`). "
        "Several with commas between them, or the option again.",
    ),
]
ForumsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--forum",
        metavar="ID",
        help="Only what concerns this forum or filing, as if the case had no other; may be given several times. It may "
        "be one for which the case has no filing, such as a forum of your own.",
    ),
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CHECK", help="Not the findings of this check; as `--select`.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Every finding, not only what stands first.")]
NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Check all anew and keep nothing. Else the findings of a run with nothing changed since are shown again.",
    ),
]
OcrOption = Annotated[
    bool,
    typer.Option(
        "--ocr",
        help="Read held copies that are pictures by character recognition, in the language of their source, where "
        "Tesseract is installed with it. It takes some seconds a page, the first time.",
    ),
]
StatisticsOption = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help="What each check answers, of how many records, and how many findings it has, instead of the findings.",
    ),
]
CommentsOption = Annotated[
    bool,
    typer.Option(
        "--comments",
        help="Write the findings into the workbook of the case too, as comments on the cells; those of an earlier time "
        "are taken out.",
    ),
]


# Which findings to show: by the names and codes of `--select` and `--ignore`.


@dataclass(frozen=True, slots=True)
class Selection:
    """Names of checks, codes, or beginnings of codes; with nothing selected, all findings are."""

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def takes(self, found: Diagnostic | Answer) -> bool:
        """Tell whether a finding, or the answer of a check, is shown."""
        chosen = not self.selected or any(_is_named(found, word) for word in self.selected)
        return chosen and not any(_is_named(found, word) for word in self.ignored)


def read_selection(select: Sequence[str], ignore: Sequence[str], found: Iterable[Diagnostic]) -> Selection:
    """Take the words of the command line, several to an option where commas part them.

    Raises `CannotContinueError` for a word that is neither the name of a check or of another finding, nor a code or its
    beginning.
    """
    if not (select or ignore):
        return Selection()
    from probata.checks import list_checks

    checks = [page.check for page in list_checks()]
    names = {check.name for check in checks} | {one.name for one in found} | set(names_of_readers())
    codes = {check.code for check in checks} | {one.code for one in found} | set(READERS)
    return Selection(*(tuple(_known(word, names, codes) for word in _words(given)) for given in (select, ignore)))


def _words(given: Iterable[str]) -> list[str]:
    return [word for part in given for word in part.replace(",", " ").split()]


def _known(given: str, names: set[str], codes: set[str]) -> str:
    word = current_name(given)
    if word in names or is_removed(word) or any(code.startswith(word.upper()) for code in codes):
        return word
    help = did_you_mean(word, sorted(names), "name a check or a code, such as `TIM101`, or `TIM` for its family")
    raise CannotContinueError(f"no check has the name or code `{word}`", help)


def _is_named(found: Diagnostic | Answer, word: str) -> bool:
    return word == found.name or found.code.startswith(word.upper())


EPILOG = (
    "Exit 0: nothing of what is shown must be fixed. Exit 1: something must be. Exit 2: the case is of another format. "
    "`probata explain check NAME` tells what a finding means."
)


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
    ocr: OcrOption = False,
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
    if ocr:
        named = _with_ocr(named, terminal)
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
        print_first_page(
            terminal, first_page(checked.findings, checked.blocked, checked.places, checked.to_do), named.place.shown
        )
    if comments:
        _write_comments(named, chosen, terminal)
    if not quiet:
        left_out = len(told) - len(chosen)
        terminal.trouble(f"findings: {count_in_words(chosen)}{f'; {left_out} not selected' if left_out else ''}")
    raise typer.Exit(_exit_code(checked, chosen))


def _with_ocr(named: Named, terminal: Terminal) -> Named:
    from probata.evidence.recognise import is_installed

    if not is_installed():
        terminal.trouble("Tesseract is not installed, and pictures of text in held copies are not read", "yellow")
    return replace(named, workspace=replace(named.workspace, ocr=True))


def _write_comments(named: Named, chosen: Sequence[Diagnostic], terminal: Terminal) -> None:
    from probata.cli.opening import warn_if_open

    warn_if_open(terminal, named.place)
    shown, without = write_comments(named.place, chosen)
    terminal.trouble(f"comments: {shown}")
    if without:
        cells = ", ".join(f"`{cell}`" for cell in without)
        terminal.trouble(f"no comment beside a conversation, which Excel would not show: {cells}", "yellow")


def _checked(named: Named, terminal: Terminal, may_be_kept: bool) -> Checked:
    """Return the findings of a case: those kept from a run with nothing changed since, or else found now."""
    # Details tell of reading, so where they are asked for the case is read.
    if may_be_kept and not terminal.verbose and (kept := kept_or_found(named, lambda: _found_now(named, terminal))):
        return kept
    return _found_now(named, terminal)


def _found_now(named: Named, terminal: Terminal) -> Checked:
    from probata.cli.details import details_of_filings, details_of_reading
    from probata.pipeline import check_each_document, filings

    opened = open_found(named)
    session = opened.session
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, filings(session))))
    return all_found(session, session.report, check_each_document(session, opened.workspace))


def _found_for(named: Named, terminal: Terminal, forums: tuple[str, ...]) -> Checked:
    """Return the findings with some filings only; they are not kept, since those of the whole case are."""
    from probata.cli.details import details_of_filings, details_of_reading
    from probata.cli.opening import filings_asked_for
    from probata.pipeline import check_each_document, check_records_for

    opened = open_found(named)
    session, workspace = opened.session, opened.workspace
    chosen = filings_asked_for(opened, forums)
    terminal.details((*details_of_reading(opened), *details_of_filings(opened, chosen)))
    of_records = check_records_for(session, workspace, *chosen)
    return all_found(session, of_records, check_each_document(session, workspace, chosen))


def _exit_code(checked: Checked, chosen: Sequence[Diagnostic]) -> ExitCode:
    if any(found.name in OTHER_FORMATS for found in checked.findings):
        return ExitCode.CANNOT_CONTINUE
    return ExitCode.FINDINGS if any(found.severity is Severity.ERROR for found in chosen) else ExitCode.FINE


def _print_statistics(terminal: Terminal, counts: Sequence[Count], form: Form, everything: bool) -> None:
    from probata.cli.tables import statistics as statistics_json
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


# Writing findings into the workbook of a case, where `probata check` is asked to.


def write_comments(place: CasePlace, findings: Sequence[Diagnostic]) -> tuple[str, tuple[str, ...]]:
    """Put the findings into the workbook as comments; return its path as shown, and the cells that got none.

    Raises `CannotContinueError` where the case is no workbook, or it cannot be read or written.
    """
    from probata.source.xlsx_reader import UnreadableWorkbookError
    from probata.workbook.comments import with_comments

    book = workbook_of(place.path)
    if book is None:
        raise CannotContinueError(
            f"`{place.shown}` is recorded as text, which has no cells to comment on",
            "`probata workbook CASE --to xlsx` makes a workbook of it",
        )
    shown = shown_book(place, book)
    try:
        made = with_comments(book.read_bytes(), findings)
        write_atomically(book, made.data)
    except (OSError, PlacingError) as error:
        said = f"`{shown}` could not be written: {error}"
        raise CannotContinueError(said, advice_on_writing(book)) from None
    except UnreadableWorkbookError:
        raise CannotContinueError(f"`{shown}` cannot be read", "save it again as `Excel Workbook (.xlsx)`") from None
    return shown, made.without
