"""The case that an import goes into: read as it stands, and written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import Annotated

import typer

from probata.cli.case_path import CasePlace
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.opening import Opened, warn_if_open
from probata.cli.terminal import Terminal
from probata.edits.case_files import CaseFiles
from probata.forum import known_forums
from probata.importers.apply import Shelved, rewritten
from probata.importers.changes import Changes
from probata.importers.plan import Law, law_of
from probata.law import load_catalogue
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.output import PlacingError
from probata.output.together import Replaced, write_together
from probata.source.text_edits import CannotChangeError
from probata.workbook.read_records import read_records


def shelved_case(opened: Opened, kinds: Collection[str], terminal: Terminal) -> Shelved:
    """Return where the records are.

    Raises `CannotContinueError` where a file of these kinds cannot be read, since all in it would come twice.
    """
    graph = opened.graph(terminal)
    if unread := [kind for kind in kinds if kind in graph.unread.kinds]:
        print_findings(terminal.err, opened.session.reading, opened.session.texts)
        named = "sources" if unread == ["sources"] else f"records of the kind {KIND_BY_KEY[unread[0]].singular}"
        raise CannotContinueError(f"the {named} of the case cannot be read", "mend what is named above, then try again")
    place = opened.place
    case = read_records(place.path, place.shown, tuple(kind.key for kind in KINDS))
    return Shelved(case, CaseFiles.of(graph))


def ids_next_to_sources(opened: Opened) -> set[str]:
    """Return the ids that citations could mean already: those of authorities and instruments."""
    graph = opened.session.graph
    authorities = {one.id for one in graph.authorities} if graph else set()
    return authorities | set(load_catalogue().instruments)


def law_next_to_sources(opened: Opened) -> Law:
    """Return the law that citations can name without a source: the catalogue, and the authorities of the case."""
    graph = opened.session.graph
    return law_of(load_catalogue().instruments.values(), graph.authorities if graph else ())


def rewritten_files(terminal: Terminal, changes: Mapping[str, Changes], shelved: Shelved) -> list[Replaced]:
    """Return the files that change; raises `CannotContinueError` where one cannot be changed safely."""
    try:
        return rewritten(changes, shelved)
    except CannotChangeError as error:
        print_findings(terminal.err, [error.diagnostic], {})
        raise CannotContinueError("nothing was written", "mend what is named above, then try again") from None


def write_files(terminal: Terminal, place: CasePlace, changed: Sequence[Replaced]) -> None:
    """Write all files or none, with a warning before where the workbook of the case is open elsewhere.

    Raises `CannotContinueError` where one cannot be written.
    """
    if changed:
        warn_if_open(terminal, place)
    try:
        write_together(changed)
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"nothing was written: {error}", "close it elsewhere and try again") from None


# What an import shows is written after a yes, and never without one.

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Write what is shown, without asking.")]
PreviewOption = Annotated[
    bool, typer.Option("--dry-run", help="Only show what would become of each; nothing is written or asked.")
]


def can_ask(terminal: Terminal) -> bool:
    """Tell whether somebody is there to answer."""
    return terminal.is_interactive and sys.stdin.isatty()


def write_agreed(terminal: Terminal, place: CasePlace, changed: Sequence[Replaced], *, yes: bool, dry_run: bool) -> str:
    """Write all files or none, where that was agreed before or is in the terminal; return why nothing was written."""
    if not changed:
        return "nothing to write"
    asks = can_ask(terminal) and not (yes or dry_run)
    if not (typer.confirm("write this into the case?", default=False) if asks else yes):
        return "nothing was written; the same command with `--yes` writes it"
    write_files(terminal, place, changed)
    return ""


# Ids that records may name and that stand outside the records of a case.


def outside_ids(opened: Opened) -> dict[str, frozenset[str]]:
    """Return them by what they are, as the table of references calls it."""
    catalogue = load_catalogue()
    filings = opened.session.graph.case.filings if opened.session.graph else ()
    return {
        "forums": frozenset(known_forums(opened.workspace.template_roots)),
        "instruments": frozenset(catalogue.instruments),
        "conduct": frozenset(catalogue.conduct),
        "elements": frozenset(catalogue.elements),
        "filings": frozenset(filing.id for filing in filings),
    }
