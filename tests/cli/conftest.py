"""The command line in an empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command


@pytest.fixture
def probata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`probata`, called in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A small valid case below `claims`."""
    return write_case(tmp_path / "claims").relative_to(tmp_path)
