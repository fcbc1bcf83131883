"""A bundle that is killed, a disk that is full, and a bit that changes: old or new, never half, and never unseen."""

from __future__ import annotations

import sys

import pytest
from tests.bundle.stop_and_spoil import Stopped, fill, kill, spoil

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


@pytest.fixture(scope="module")
def stopped(tmp_path_factory: pytest.TempPathFactory) -> Stopped:
    return Stopped(tmp_path_factory.mktemp("stopped"))


def test_killed_or_on_a_full_disk_every_file_is_old_or_new_and_the_next_command_makes_all(stopped: Stopped) -> None:
    assert kill(stopped, 2).total() == 2
    assert fill(stopped, 3)["old, ended with 2"] == 2


def test_a_bit_that_changes_in_files_for_others_or_in_what_lists_them_is_found(stopped: Stopped) -> None:
    assert spoil(stopped, 14) == []
