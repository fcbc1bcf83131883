"""The case that an import goes into: read as it stands, and written whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace
from probata.cli.findings import print_findings
from probata.cli.open_elsewhere import warn_if_open
from probata.cli.opening import Opened
from probata.cli.terminal import Terminal
from probata.edits.case_files import CaseFiles
from probata.importers.apply import rewritten
from probata.importers.changes import Changes
from probata.importers.known_law import Law, law_of
from probata.importers.shelved import Shelved
from probata.law import load_catalogue
from probata.model.kinds import KIND_BY_KEY, KINDS
from probata.output import PlacingError
from probata.output.together import Replaced, write_together
from probata.source.cannot_change import CannotChangeError
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


def ids_beside_sources(opened: Opened) -> set[str]:
    """Return the ids that citations could mean already: those of authorities and instruments."""
    graph = opened.session.graph
    authorities = {one.id for one in graph.authorities} if graph else set()
    return authorities | set(load_catalogue().instruments)


def law_beside_sources(opened: Opened) -> Law:
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
