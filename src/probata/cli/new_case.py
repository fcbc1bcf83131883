"""A new case: the fictional one that ships with the program, with the schemas that its files name."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from probata.cli.new_folder import new_folder
from probata.cli.schema import write_schemas


def make_case(folder: Path) -> None:
    """Make a case at `folder`; raises `CannotContinueError` where that is not possible."""
    with new_folder(folder) as passing:
        _copy(files("probata.scaffold") / "case", passing)
        write_schemas(passing / "schemas")


def _copy(source: Traversable, target: Path) -> None:
    for found in source.iterdir():
        if found.is_dir():
            (target / found.name).mkdir()
            _copy(found, target / found.name)
        else:
            (target / found.name).write_bytes(found.read_bytes())
