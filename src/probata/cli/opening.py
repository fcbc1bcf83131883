"""Opening a case for a command: the workspace, the case, and what to say where it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from probata.cli.cache_folder import UserStore, cache_folder
from probata.cli.case_path import CasePlace, find_case
from probata.cli.exit_code import CannotContinueError
from probata.cli.findings import print_findings
from probata.cli.house import FoundHouse, find_house
from probata.cli.terminal import Terminal
from probata.cli.today import today
from probata.diagnostics import say
from probata.forum import known_forums
from probata.kept import InMemory
from probata.pipeline.session import Workspace, open_workspace
from probata.source.file_names import open_in
from probata.workbook.read_records import workbook_of

if TYPE_CHECKING:
    from probata.graph import CaseGraph
    from probata.model.case_file import Filing
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
                f"the case `{self.place.shown}` cannot be read", "correct what is named above, then try again"
            )
        return self.session.graph


def open_named(case: str, templates: Path | None, *, records_only: bool = False) -> Opened:
    """Open the case that the user names; raises `CannotContinueError` where there is none."""
    return open_found(find_named(case, templates), records_only=records_only)


def find_named(case: str, templates: Path | None, *, keeps: bool = True) -> Named:
    """Find the case that the user names and what it is read with; raises `CannotContinueError` where there is none.

    With `keeps`, answers of the citation program and pictures are kept for the next run, and taken from the last; else
    for this one alone.
    """
    place, house = find_case(case), find_house()
    workspace = replace(_workspace(templates, house), store=UserStore(cache_folder()) if keeps else InMemory())
    return Named(place, workspace, house)


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


def filings_asked_for(opened: Opened, forums: tuple[str, ...]) -> tuple[Filing, ...]:
    """Return the filings of the case, or those of the forums and filings named, one that the case lacks among them.

    Raises `CannotContinueError` for a forum that there is not, and where nothing is left to make.
    """
    from probata.pipeline import plan

    session, workspace = opened.session, opened.workspace
    own = plan(session, workspace)
    known = [*known_forums(workspace.template_roots), *(filing.id for filing in own)]
    for forum in forums:
        if forum not in known:
            raise CannotContinueError(f"there is no forum `{forum}`", did_you_mean(forum, known))
    meant = ([filing.id for filing in own if forum in (filing.forum, filing.id)] or [forum] for forum in forums)
    planned = plan(session, workspace, [key for keys in meant for key in keys])
    if not planned:
        raise CannotContinueError(
            "the case names no document to make",
            "add one to `filings` in `case.yaml`, or name a forum with `--forum`; `probata list forums` shows them",
        )
    return planned


def did_you_mean(wrong: str, known: Sequence[str]) -> str:
    """Return the next step for a name that there is not: the nearest one, or all."""
    return say.did_you_mean(wrong, known, f"there are {', '.join(dict.fromkeys(known))}")


# Saying, before a workbook is written, that another program has it open.


def shown_book(place: CasePlace, book: Path) -> str:
    """Return the path of the workbook of a case as messages write it."""
    return place.shown if place.path.is_file() else f"{place.shown}/{book.name}"


def warn_if_open(terminal: Terminal, place: CasePlace) -> None:
    """Warn where the workbook of a case seems to be open: what is saved there later takes the place of what we write.

    It is no error: a program that was killed leaves its mark behind. Where the system lets nobody else write, it says
    so itself.
    """
    book = workbook_of(place.path)
    program, mark = open_in(book) if book else ("", "")
    if book and program:
        terminal.trouble(
            f"`{shown_book(place, book)}` seems to be open in {program}, as `{mark}` beside it says: close it "
            "there without saving, or what is written now is lost when it is saved there"
        )


def advice_on_writing(book: Path) -> str:
    """Return the next step where a workbook could not be written."""
    return f"close it in {open_in(book)[0] or 'Excel'} and try again"
