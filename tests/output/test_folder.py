"""Files in the output folder: what was changed is kept, and files that belong together are written together."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from tests.each import each

from probata.output import OutputFolder, PlacingError, hold
from probata.output.ledger import hash_of
from probata.output.together import Replaced, place_next_to, write_together


def names(folder: OutputFolder) -> list[str]:
    return sorted(path.name for path in folder.outgoing.iterdir())


def test_a_file_that_nobody_changed_is_written_anew(tmp_path: Path) -> None:
    OutputFolder(tmp_path, "case").place("brief.docx", b"first")

    placed = OutputFolder(tmp_path, "case").place("brief.docx", b"second")

    assert placed.path.read_bytes() == b"second"
    assert placed.beside is None
    assert names(OutputFolder(tmp_path, "case")) == ["brief.docx"]


def test_a_changed_file_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    edited = folder.place("brief.en-GB.docx", b"first").path
    edited.write_bytes(b"edited")

    placed = OutputFolder(tmp_path, "case").place("brief.en-GB.docx", b"second")

    assert edited.read_bytes() == b"edited"
    assert placed.beside == edited
    assert placed.path == edited.with_name("brief.en-GB.new.docx")
    assert placed.path.read_bytes() == b"second"


def test_the_file_beside_is_written_anew_until_it_is_changed_too(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    folder.place("brief.docx", b"first").path.write_bytes(b"edited")

    folder.place("brief.docx", b"second")
    beside = folder.place("brief.docx", b"third").path
    assert names(folder) == ["brief.docx", "brief.new.docx"]

    beside.write_bytes(b"edited too")
    assert folder.place("brief.docx", b"fourth").path.name == "brief.new-2.docx"
    assert beside.read_bytes() == b"edited too"


def test_a_file_that_was_there_before_us_counts_as_changed(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    (folder.outgoing / "brief.docx").write_bytes(b"somebody else's")

    assert folder.place("brief.docx", b"ours").path.name == "brief.new.docx"


def test_a_lost_ledger_loses_no_file(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    folder.place("brief.docx", b"first")
    (folder.internal / "written.json").write_text("{", encoding="utf-8")

    assert OutputFolder(tmp_path, "case").place("brief.docx", b"second").path.name == "brief.new.docx"
    assert (folder.outgoing / "brief.docx").read_bytes() == b"first"


def test_a_build_that_is_stopped_before_the_move_leaves_the_old_file_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = OutputFolder(tmp_path, "case")
    old = folder.place("brief.docx", b"old").path
    real_replace = Path.replace

    def stopped(path: Path, target: Path) -> Path:
        if target.name == "brief.docx":
            raise KeyboardInterrupt
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        folder.place("brief.docx", b"new")
    monkeypatch.undo()

    assert old.read_bytes() == b"old"
    assert names(folder) == ["brief.docx"]
    assert OutputFolder(tmp_path, "case").place("brief.docx", b"newer").path == old


def test_a_file_that_cannot_be_replaced_is_reported_and_left_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = OutputFolder(tmp_path, "case")
    old = folder.place("brief.docx", b"old").path
    real_replace = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if target.name == "brief.docx":
            raise PermissionError(13, "Permission denied")
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(PlacingError, match="another program has it open"):
        folder.place("brief.docx", b"new")

    assert old.read_bytes() == b"old"
    assert names(folder) == ["brief.docx"]


@each("name", ["../brief.docx", "a/brief.docx", "a\\brief.docx", ".docx", ""])
def test_a_name_that_is_no_plain_file_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlacingError):
        OutputFolder(tmp_path, "case").place(name, b"")


def test_the_ledger_has_no_place_of_the_machine_and_no_time(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path, "case")
    folder.place("brief.docx", b"first")

    ledger = json.loads((folder.internal / "written.json").read_text(encoding="utf-8"))
    entries = {
        "version": 3,
        "made_from": {"brief.docx": ""},
        "sha256": {"brief.docx": ["a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e"]},
    }
    assert ledger == {**entries, "seal": hash_of(json.dumps(entries, sort_keys=True).encode())}


@each("link", ["", "outgoing", "internal", "internal/lists", "outgoing/brief.docx", ".lock"])
def test_a_link_in_the_output_folder_is_not_followed(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    path = tmp_path / "output" / "case" / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside)

    def build() -> None:
        with hold(tmp_path / "output" / "case"):
            folder = OutputFolder(tmp_path / "output", "case")
            folder.note("lists/posts.csv", "ours")
            folder.place("brief.docx", b"for others")

    with pytest.raises(PlacingError, match="is a link that leads elsewhere"):
        build()
    assert list(outside.iterdir()) == []


PAIR = {"docx": b"a file", "html": b"a page"}


def test_both_files_are_written_and_again_over_themselves(tmp_path: Path) -> None:
    for _ in range(2):
        placed = place_next_to(tmp_path / "new", "r", PAIR, is_ours=False)
        assert {ending: path.read_bytes() for ending, path in placed.items()} == PAIR
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["r.docx", "r.html"]


def test_where_one_of_them_is_another_file_both_get_another_name(tmp_path: Path) -> None:
    (tmp_path / "r.html").write_bytes(b"mine")
    placed = place_next_to(tmp_path, "r", PAIR, is_ours=False)
    assert sorted(path.name for path in placed.values()) == ["r.new.docx", "r.new.html"]
    assert (tmp_path / "r.html").read_bytes() == b"mine"
    assert not (tmp_path / "r.docx").exists()


def test_in_our_own_folder_what_we_wrote_gives_way_and_what_was_changed_stays(tmp_path: Path) -> None:
    place_next_to(tmp_path, "r", PAIR, is_ours=True)
    later = {"docx": b"a later file", "html": b"a later page"}
    assert place_next_to(tmp_path, "r", later, is_ours=True)["docx"].name == "r.docx"
    (tmp_path / "r.docx").write_bytes(b"with a remark of mine")
    assert place_next_to(tmp_path, "r", PAIR, is_ours=True)["docx"].name == "r.new.docx"
    assert (tmp_path / "r.docx").read_bytes() == b"with a remark of mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(PlacingError, match="taken"):
        place_next_to(tmp_path / "taken", "r", PAIR, is_ours=False)


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
