"""Files that Word has open, and names and paths that Windows does not take."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from tests.each import each

from probata.output import OutputFolder, PlacingError
from probata.source.file_names import open_in


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
