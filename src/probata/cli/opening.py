"""Opening a case for a command: the workspace, the case, and what to say where it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace, find_case
from probata.cli.findings import print_findings
from probata.cli.terminal import Terminal
from probata.graph import CaseGraph
from probata.pipeline import Session, Workspace, open_case, open_workspace

TEMPLATES = Path("templates")
"""Where a user's own forums are by custom."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open case with its workspace."""

    place: CasePlace
    session: Session
    workspace: Workspace

    def graph(self, terminal: Terminal) -> CaseGraph:
        """Return the records; where the case cannot be read, print the findings and raise `CannotContinueError`."""
        if self.session.graph is None:
            print_findings(terminal.err, self.session.report, self.session.texts)
            raise CannotContinueError(
                f"the case `{self.place.shown}` cannot be read", "mend what is named above, then try again"
            )
        return self.session.graph


def open_named(case: str, templates: Path | None) -> Opened:
    """Open the case that the user names; raises `CannotContinueError` where there is none."""
    place = find_case(case)
    workspace = find_workspace(templates)
    return Opened(place, open_case(place.path, place.shown, workspace), workspace)


def find_workspace(templates: Path | None) -> Workspace:
    """Return the workspace with the user's templates: those named, else `templates/` here."""
    return open_workspace(templates or (TEMPLATES if TEMPLATES.is_dir() else None))
