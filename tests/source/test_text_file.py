"""One text file of a case: what is read, and what is a finding with its place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.each import each

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import MAX_BYTES, TextFile, read_text, whole_file


def _read(root: Path, content: bytes) -> TextFile | Diagnostic:
    (root / "a.yaml").write_bytes(content)
    return read_text(root, root / "a.yaml", "case/a.yaml")


def _fault(root: Path, content: bytes) -> Diagnostic:
    found = _read(root, content)
    assert isinstance(found, Diagnostic)
    return found


@each("content", [b"\xef\xbb\xbfa: \xe5\x88\x98\r\nb: 1\r\n", b"a: \xe5\x88\x98\rb: 1\r"])
def test_a_byte_order_mark_and_other_line_ends_are_accepted(tmp_path: Path, content: bytes) -> None:
    found = _read(tmp_path, content)

    assert isinstance(found, TextFile)
    assert found.text == "a: 刘\nb: 1\n"


def test_the_place_of_a_wrong_byte_counts_characters_and_not_bytes(tmp_path: Path) -> None:
    found = _fault(tmp_path, "ok\n刘建超 M".encode() + b"\xfcller")

    assert (found.name, str(found.span)) == ("unreadable-encoding", "case/a.yaml:2:6")
    assert "UTF-8" in found.help


@each("character", ["\x00", "\x07", "\x7f", "\ufffe", "\ue000", "\ue001", "\ue010", "\ue019"])
def test_a_character_that_no_document_can_hold_is_named_with_its_place(tmp_path: Path, character: str) -> None:
    found = _fault(tmp_path, f"a: b\nc: de{character}f".encode())

    assert (found.name, found.span) == ("unprintable-character", Span("case/a.yaml", 2, 6, 2, 7))
    assert f"U+{ord(character):04X}" in found.message


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    assert _fault(tmp_path, b"[" * (MAX_BYTES + 1)).name == "file-too-large"


def test_a_missing_file_and_a_folder_in_its_place_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    missing = read_text(tmp_path, tmp_path / "gone.yaml", "gone.yaml")
    folder = read_text(tmp_path, tmp_path / "folder.yaml", "folder.yaml")

    assert isinstance(missing, Diagnostic)
    assert isinstance(folder, Diagnostic)
    assert (missing.name, folder.name) == ("missing-file", "folder-for-file")


@each("name", ["../secret.yaml", "link.yaml"])
def test_a_file_outside_the_folder_is_not_read(tmp_path: Path, name: str) -> None:
    root = tmp_path / "case"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text("a: b")
    (root / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    found = read_text(root, root / name, name)

    assert isinstance(found, Diagnostic)
    assert found.name == "file-outside-case"


def test_a_link_to_itself_and_a_name_too_long_are_findings(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    names = ["loop.yaml", "a" * 5000]
    found = [read_text(tmp_path, tmp_path / name, name) for name in names]

    assert [each.name for each in found if isinstance(each, Diagnostic)] == ["unreadable-file"] * 2


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The suite may run as a user whom no permission stops, so the system's answer is given by hand.
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = _fault(tmp_path, b"a: b")

    assert (found.name, found.message) == ("unreadable-file", "the file cannot be read (Permission denied)")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_a_pipe_in_the_place_of_a_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    found = read_text(tmp_path, tmp_path / "a.yaml", "a.yaml")

    assert isinstance(found, Diagnostic)
    assert (found.name, found.message) == ("folder-for-file", "a named pipe stands where a file belongs")
    with pytest.raises(OSError, match="it is a named pipe and no file"):
        whole_file(tmp_path / "a.yaml")
