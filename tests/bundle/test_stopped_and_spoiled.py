"""A bundle that is killed, a disk that is full, and a bit that changes: old or new, never half, and never unseen."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from tests.bundle.stop_and_spoil import Stopped, fill, kill, spoil
from tests.evidence.kill_while_preserving import in_child

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stopped:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "probata.toml").write_text('[house]\noutput = "out"\n')
    return Stopped(tmp_path)


def test_killed_or_on_a_full_disk_every_file_is_old_or_new_and_the_next_command_makes_all(stopped: Stopped) -> None:
    assert kill(stopped, 4)["some of each"] == 0
    assert fill(stopped, 3)["old, ended with 2"] == 2


def test_a_bit_that_changes_in_files_for_others_or_in_what_lists_them_is_found(stopped: Stopped) -> None:
    assert spoil(stopped, 14, partial(in_child, None, "verify", str(stopped.case))) == []
