"""Opening a case for a command: the workspace, the case, and what to say where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from probata.cli.cache_folder import UserStore, cache_folder
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace, find_case
from probata.cli.findings import print_findings
from probata.cli.house import FoundHouse, find_house
from probata.cli.terminal import Terminal
from probata.cli.today import today
from probata.pipeline.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from probata.graph import CaseGraph
    from probata.pipeline import Session


@dataclass(frozen=True, slots=True)
class Named:
    """A case that was found and not read yet, with the workspace."""

    place: CasePlace
    workspace: Workspace
    house: FoundHouse


@dataclass(frozen=True, slots=True)
class Opened:
    """An open case with its workspace."""

    place: CasePlace
    session: Session
    workspace: Workspace
    house: FoundHouse

    def graph(self, terminal: Terminal) -> CaseGraph:
        """Return the records; where the case cannot be read, print the findings and raise `CannotContinueError`."""
        if self.session.graph is None:
            print_findings(terminal.err, self.session.reading, self.session.texts)
            raise CannotContinueError(
                f"the case `{self.place.shown}` cannot be read", "mend what is named above, then try again"
            )
        return self.session.graph


def open_named(case: str, templates: Path | None, *, keeps: bool = True, records_only: bool = False) -> Opened:
    """Open the case that the user names; raises `CannotContinueError` where there is none."""
    return open_found(find_named(case, templates, keeps=keeps), records_only=records_only)


def find_named(case: str, templates: Path | None, *, keeps: bool = True) -> Named:
    """Find the case that the user names and what it is read with; raises `CannotContinueError` where there is none.

    With `keeps`, answers of the citation program and pictures are kept for the next run, and taken from the last.
    """
    place, house = find_case(case), find_house()
    workspace = _workspace(templates, house)
    return Named(place, replace(workspace, store=UserStore(cache_folder())) if keeps else workspace, house)


def open_found(named: Named, *, records_only: bool = False) -> Opened:
    """Read a case that was found; with `records_only` neither its tables nor its forums."""
    from probata.pipeline.opening import open_case, open_records

    place, workspace, house = named.place, named.workspace, named.house
    session = (open_records if records_only else open_case)(place.path, place.shown, workspace)
    session.reading.extend(house.findings)
    return Opened(place, replace(session, texts={**session.texts, **house.texts}), workspace, house)


def find_workspace(templates: Path | None, terminal: Terminal) -> Workspace:
    """Return the workspace for a command without a case, and print what is wrong with the settings of the office."""
    house = find_house()
    print_findings(terminal.err, house.findings, house.texts)
    return _workspace(templates, house)


def _workspace(templates: Path | None, house: FoundHouse) -> Workspace:
    """Take the user's templates: those named, else those of the settings, else `templates/` here or beside them."""
    own = house.forums if house.forums.is_dir() else None
    return open_workspace(templates or own, house.house, today())
