"""One text file of a case: what is read, and what is a finding with its place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tests.each import each

from probata.diagnostics import Diagnostic
from probata.source.text_file import MAX_BYTES, TextFile, read_text, whole_file


def _read(root: Path, content: bytes) -> TextFile | Diagnostic:
    (root / "a.yaml").write_bytes(content)
    return read_text(root, root / "a.yaml", "case/a.yaml")


def _fault(root: Path, content: bytes) -> Diagnostic:
    found = _read(root, content)
    assert isinstance(found, Diagnostic)
    return found


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    assert _fault(tmp_path, b"[" * (MAX_BYTES + 1)).name == "file-too-large"


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_a_pipe_in_the_place_of_a_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    found = read_text(tmp_path, tmp_path / "a.yaml", "a.yaml")

    assert isinstance(found, Diagnostic)
    assert (found.name, found.message) == ("folder-for-file", "a named pipe stands where a file belongs")
    with pytest.raises(OSError, match="it is a named pipe and no file"):
        whole_file(tmp_path / "a.yaml")
