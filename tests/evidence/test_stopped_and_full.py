"""A process that is killed, a disk that is full and a folder that is read-only leave the store and records whole."""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.evidence.kill_while_preserving import in_child, kill, state_of

from probata.cli.main import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


def test_a_process_that_is_killed_leaves_the_copies_as_before_or_one_more(tmp_path: Path) -> None:
    found = kill(tmp_path, 12)
    assert found["old"] + found["new"] == 12


def limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def test_a_disk_that_is_full_at_any_byte_leaves_the_records_as_before_and_the_next_command_goes_on(
    tmp_path: Path,
) -> None:
    case = write_case(tmp_path)
    for number in range(4):
        (tmp_path / "scan").write_bytes(bytes([number]) * 300)
        assert in_child(None, "preserve", str(case), str(tmp_path / "scan"), "--yes") == 0
    (tmp_path / "last").write_bytes(b"last" * 100)
    refused = 0
    for size in range(0, 2600, 130):
        before, _ = state_of(case)
        code = in_child(partial(limit, size), "preserve", str(case), str(tmp_path / "last"), "--yes")
        after, fails = state_of(case)
        assert fails == []
        assert (code, after) in ((2, before), (0, before), (0, before + 1))
        refused += code == 2
    assert refused > 5
    assert in_child(None, "preserve", str(case), str(tmp_path / "last"), "--yes") == 0
    assert state_of(case) == (5, [])


def test_a_folder_that_is_read_only_is_told_and_stays_as_it_is() -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        case = write_case(folder)
        (folder / "scan").write_bytes(b"one")
        assert in_child(None, "preserve", str(case), str(folder / "scan"), "--yes") == 0
        (folder / "scan").write_bytes(b"two")
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        run(["preserve", str(case), str(folder / "scan"), "--dry-run"])  # loads what a child without rights cannot
        become = partial(os.setuid, 65534) if os.getuid() == 0 else None
        assert in_child(become, "preserve", str(case), str(folder / "scan"), "--yes") == 2
        assert state_of(case) == (1, [])
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)
