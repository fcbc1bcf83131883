"""Running the command line in this process, and reading what it printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from probata.cli.main import run


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


class Command:
    """Runs `probata` in a folder of the test's own; neither stream is a terminal."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ran:
        """Run one command."""
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = self._capsys.readouterr()
        return Ran(code, captured.out, captured.err)
