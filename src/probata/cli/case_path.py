"""Where the case is that the user names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from probata.cli.exit_code import CannotContinueError
from probata.source.file_names import on_disk, one_form
from probata.workbook.read_records import FILE_NAME

CLAIMS = Path("claims")
"""Where cases are by custom, below the folder in which the command is called."""


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A folder or file that exists."""

    path: Path

    @property
    def shown(self) -> str:
        """The path as messages write it, with forward slashes."""
        return one_form(self.path.as_posix())


def find_case(named: str) -> CasePlace:
    """Find the case by its path or, below `claims/`, by its name; raises `CannotContinueError` where there is none.

    A path as Windows writes it, and another form of the accents in a name, lead there too.
    """
    for path in (Path(named), CLAIMS / named, Path(named.replace("\\", "/"))):
        if named and (found := _existing(path)):
            return CasePlace(_whole(found))
    raise CannotContinueError(f"there is no case `{named}`", _advice(named))


def _whole(path: Path) -> Path:
    """Return the case itself; raises where the path leads to one file of several."""
    if path.is_file() and path.name == FILE_NAME:
        return path.parent
    if path.is_file() and any((path.parent / name).is_file() for name in ("case.yaml", FILE_NAME)):
        folder = path.parent.as_posix()
        raise CannotContinueError(f"`{path.as_posix()}` is one file of a case", f"name the folder: `{folder}`")
    return path


def _existing(path: Path) -> Path | None:
    try:
        found = on_disk(path)
        if not found.exists():
            return None
        if found.name.isascii():
            return found
        others = [other for other in found.parent.iterdir() if one_form(other.name) == one_form(found.name)]
    except OSError:  # a name that no system takes
        return None
    if len(others) > 1:
        raise CannotContinueError(
            f"two cases have the name `{one_form(found.name)}`: only the way in which its accents are stored differs",
            "give one of the folders another name",
        )
    return found


def _advice(named: str) -> str:
    known = sorted({path.parent.name for name in ("case.yaml", FILE_NAME) for path in CLAIMS.glob(f"*/{name}")})
    near = get_close_matches(Path(named).name, known, 1)
    if near:
        return f"did you mean `{(CLAIMS / near[0]).as_posix()}`?"
    if known:
        return f"the cases in `{CLAIMS}` are {', '.join(known)}"
    return "name the folder that holds its `case.yaml` or `case.xlsx`; `probata new case NAME` makes one"
