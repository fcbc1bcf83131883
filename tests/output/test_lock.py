"""One build of a case at a time, and no lock outlives its build."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from probata.output import FolderInUseError, OutputFolder, PlacingError, hold, lock

HOLDER = """
import sys, time
from pathlib import Path
from probata.output import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Start another process that holds the folder, and wait until it does."""
    started = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "held\n"
    return started


def test_a_folder_that_another_process_holds_is_refused_at_once(tmp_path: Path) -> None:
    with holder(tmp_path / "case") as other:
        try:
            with pytest.raises(FolderInUseError, match="another build is writing to"), hold(tmp_path / "case"):
                pytest.fail("the folder was given to two")
            with hold(tmp_path / "other-case"):
                pass
        finally:
            other.kill()


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path / "case") as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()

    with hold(tmp_path / "case"), pytest.raises(FolderInUseError), hold(tmp_path / "case"):
        pytest.fail("the folder was given to two")


def test_what_a_killed_build_left_half_written_is_removed(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    half = folder.outgoing / ".brief.docx.4711.part"
    half.write_bytes(b"half")
    (folder.outgoing / "brief.docx").write_bytes(b"whole")

    with hold(tmp_path / "case"):
        assert [path.name for path in folder.outgoing.iterdir()] == ["brief.docx"]


def test_a_disk_without_locks_is_written_to_and_nothing_is_removed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = OutputFolder(tmp_path, "case")
    of_another = folder.outgoing / ".brief.docx.4711.part"
    of_another.write_bytes(b"half")

    def no_locks(descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "lock_file", no_locks)
    with hold(tmp_path / "case"):
        assert of_another.exists()


def test_a_folder_that_cannot_be_made_is_a_trouble_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(PlacingError, match="a file stands where a folder is needed"), hold(tmp_path / "file" / "case"):
        pytest.fail("there is no such folder")
