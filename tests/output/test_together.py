"""Files that belong together are all written, or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from probata.output import PlacingError
from probata.output.together import Replaced, write_together


def test_where_one_cannot_be_written_the_others_are_as_before(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    files = [
        Replaced(tmp_path / "a", b"old", b"new"),
        Replaced(tmp_path / "b", None, b"second"),
        Replaced(tmp_path / "none" / "c", None, b"third"),
    ]

    with pytest.raises(PlacingError):
        write_together(files)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_file_that_somebody_changed_since_it_was_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"changed")

    with pytest.raises(PlacingError, match="changed in the meantime"):
        write_together([Replaced(tmp_path / "a", b"old", b"new")])


def test_a_new_file_on_a_read_only_disk_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(PlacingError, match="read-only"):
        write_together([Replaced(tmp_path / "a", None, b"new")])
