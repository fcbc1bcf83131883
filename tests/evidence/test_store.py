"""Files come into the store whole, once and never over another; what is no file, or changes, does not come in."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from probata.evidence.log import FIRST
from probata.evidence.store import NotPreservedError, Store, look_at

AT = "2026-11-30T22:35:54+01:00"


def store_in(folder: Path) -> Store:
    store = Store.of(folder)
    store.folder.mkdir(parents=True)
    return store


def file_in(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def test_bytes_lie_under_their_hash_and_each_line_of_the_log_carries_the_hash_of_the_one_before(
    tmp_path: Path,
) -> None:
    store = store_in(tmp_path)
    letter, photo = file_in(tmp_path, "a letter.txt", b"Dear Sir"), file_in(tmp_path, "x.png", b"\x89PNG\r\n\x1a\n...")
    first, second = store.add([letter, photo], AT)
    (third,) = store.add([file_in(tmp_path / "other", "a letter.txt", b"Dear Madam")], AT)
    path = store.path_of(hashlib.sha256(b"Dear Sir").hexdigest())
    assert path is not None
    assert path.read_bytes() == b"Dear Sir"
    assert [one.seen.name for one in (first, second, third)] == ["a letter.txt", "x.png", "a letter.txt"]
    assert second.seen.media_type == "image/png"
    assert [line.before for line in store.log.lines] == [FIRST, first.line.hash, second.line.hash]
    assert sum(1 for _ in store.files()) == 3


def test_the_same_bytes_lie_there_once_and_a_damaged_copy_is_set_aside_for_the_right_bytes(tmp_path: Path) -> None:
    store, letter = store_in(tmp_path), file_in(tmp_path, "letter", b"Dear Sir")
    store.add([letter], AT)
    (again,) = store.add([letter], AT)
    assert not again.is_new
    assert len(store.log.lines) == 2
    place = store.place_of(again.seen.sha256)
    for damaged in (b"Dear Sir!", b"Dear Sir?"):
        place.chmod(0o644)
        place.write_bytes(damaged)
        (back,) = store.add([letter], AT)
        assert place.read_bytes() == b"Dear Sir"
        assert back.aside is not None
        assert back.aside.read_bytes() == damaged
        assert store.is_aside(back.aside)
    assert len(store.log.lines) == 4


def test_links_pipes_sockets_devices_and_folders_are_refused_and_nothing_is_left(tmp_path: Path) -> None:
    store, letter = store_in(tmp_path), file_in(tmp_path, "letter", b"Dear Sir")
    (tmp_path / "link").symlink_to(letter)
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name in ("link", "pipe", "socket", "missing", "."):
            with pytest.raises(NotPreservedError):
                store.add([letter, tmp_path / name], AT)
    with pytest.raises(NotPreservedError, match="device"):
        store.add([Path("/dev/zero")], AT)
    assert list(store.files()) == []
    assert store.unfinished() == []
    assert store.log.lines == ()


def test_a_file_that_changes_between_being_shown_and_copied_is_refused(tmp_path: Path) -> None:
    store, letter = store_in(tmp_path), file_in(tmp_path, "letter", b"Dear Sir")
    seen = look_at(letter)
    letter.write_bytes(b"Dear Mrs")
    with pytest.raises(NotPreservedError, match="changed while"):
        store.add([seen], AT)
    assert list(store.files()) == []
