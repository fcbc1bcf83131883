"""The first page of `probata check`: which filings are ready, what to decide, what to fix."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from textwrap import shorten, wrap

from probata.checks.first_page import FilingStatus, FirstPage, sentence
from probata.checks.matters import Matter
from probata.cli.findings import STYLES
from probata.cli.terminal import Terminal
from probata.diagnostics import Severity

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
    if not status.blocked_by:
        return "ready but for the status of the case" if status.waits else "ready"
    return shorten(f"blocked by {len(status.blocked_by)} must fix: {status.reasons}", room, placeholder=" …")


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
