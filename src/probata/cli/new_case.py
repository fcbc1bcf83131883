"""A new case: the fictional one that ships with the program, as text files with their schemas or as a workbook."""

from __future__ import annotations

import shutil
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from probata.cli.new_folder import new_folder
from probata.cli.schema import write_schemas
from probata.graph.references import REFERENCES
from probata.workbook.convert import to_workbook


def make_case(folder: Path, as_workbook: bool = False) -> None:
    """Make a case at `folder`; raises `CannotContinueError` where that is not possible."""
    with new_folder(folder) as passing:
        scaffold = files("probata.scaffold")
        _copy(scaffold / "case", passing)
        if as_workbook:
            _to_workbook(passing)
            (passing / "README.md").write_bytes((scaffold / "README.workbook.md").read_bytes())
        else:
            write_schemas(passing / "schemas")


def _copy(source: Traversable, target: Path) -> None:
    for found in source.iterdir():
        if found.is_dir():
            (target / found.name).mkdir()
            _copy(found, target / found.name)
        else:
            (target / found.name).write_bytes(found.read_bytes())


def _to_workbook(folder: Path) -> None:
    """Put a workbook in place of the text files; what it does not hold, such as pictures, stays beside it."""
    converted = to_workbook(folder, folder.name, REFERENCES)
    for path in converted.old:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path, data in converted.new.items():
        path.write_bytes(data)
    for left in folder.iterdir():
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()
