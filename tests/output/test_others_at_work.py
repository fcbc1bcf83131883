"""Others who work on the same files: another build, and Word on Windows."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.each import each

from probata.output import FolderInUseError, OutputFolder, PlacingError, hold, lock
from probata.source.file_names import open_in

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


def refused_by(error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system refuse to move a document into place, as it does where another program has it open."""
    real_replace = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise error
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", replace)


@each(
    ("name", "mark", "program"),
    [
        ("DRAFT-brief.en-GB.docx", "~$AFT-brief.en-GB.docx", "Word"),
        ("a.docx", "~$a.docx", "Word"),
        ("abc-def.docx", "~$bc-def.docx", "Word"),
        ("brief.docx", ".~lock.brief.docx#", "LibreOffice"),
        ("brief.docx", "~$other.docx", ""),
    ],
)
def test_the_mark_beside_a_file_tells_which_program_has_it_open(
    tmp_path: Path, name: str, mark: str, program: str
) -> None:
    (tmp_path / mark).write_bytes(b"")

    assert open_in(tmp_path / name) == (program, mark if program else "")


def test_a_file_that_is_written_while_word_has_it_open_is_told(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    folder.place("brief.docx", b"first")
    (folder.outgoing / "~$ief.docx").write_bytes(b"")

    placed = folder.place("brief.docx", b"second")

    assert placed.open_in == "Word"
    assert placed.path.read_bytes() == b"second"


def test_a_file_that_word_has_locked_is_left_whole_and_the_message_names_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = OutputFolder(tmp_path, "case")
    old = folder.place("brief.docx", b"first").path
    (folder.outgoing / "~$ief.docx").write_bytes(b"")
    refused_by(PermissionError(errno.EACCES, "Permission denied"), monkeypatch)

    with pytest.raises(PlacingError, match="it is open in Word; close it there, then build again"):
        folder.place("brief.docx", b"second")
    assert old.read_bytes() == b"first"


@each("number", [errno.ENAMETOOLONG, errno.ENOENT])
def test_a_path_that_is_too_long_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    folder = OutputFolder(tmp_path / ("long" * 50), "c" * 200)
    refused_by(OSError(number, "No such file or directory"), monkeypatch)

    with pytest.raises(PlacingError, match=r"its path has \d+ characters, which is more than the system takes"):
        folder.place("brief.docx", b"data")
