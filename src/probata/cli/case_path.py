"""Where the case is that the user names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError

CLAIMS = Path("claims")
"""Where cases are by custom, below the folder in which the command is called."""


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A folder or file that exists."""

    path: Path

    @property
    def shown(self) -> str:
        """The path as messages write it, with forward slashes."""
        return self.path.as_posix()


def find_case(named: str) -> CasePlace:
    """Find the case by its path or, below `claims/`, by its name; raises `CannotContinueError` where there is none."""
    for path in (Path(named), CLAIMS / named):
        if named and path.exists():
            return CasePlace(path)
    raise CannotContinueError(f"there is no case `{named}`", _advice(named))


def _advice(named: str) -> str:
    known = sorted(path.parent.name for path in CLAIMS.glob("*/case.yaml"))
    near = get_close_matches(Path(named).name, known, 1)
    if near:
        return f"did you mean `{(CLAIMS / near[0]).as_posix()}`?"
    if known:
        return f"the cases in `{CLAIMS}` are {', '.join(known)}"
    return "name the folder that holds its `case.yaml`; `probata new case NAME` makes one"
