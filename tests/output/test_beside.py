"""Files that belong together, placed where no other file is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from probata.output import PlacingError
from probata.output.together import place_beside

PAIR = {"docx": b"a file", "html": b"a page"}


def test_both_files_are_written_and_again_over_themselves(tmp_path: Path) -> None:
    for _ in range(2):
        placed = place_beside(tmp_path / "new", "r", PAIR, is_ours=False)
        assert {ending: path.read_bytes() for ending, path in placed.items()} == PAIR
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["r.docx", "r.html"]


def test_where_one_of_them_is_another_file_both_get_another_name(tmp_path: Path) -> None:
    (tmp_path / "r.html").write_bytes(b"mine")
    placed = place_beside(tmp_path, "r", PAIR, is_ours=False)
    assert sorted(path.name for path in placed.values()) == ["r.new.docx", "r.new.html"]
    assert (tmp_path / "r.html").read_bytes() == b"mine"
    assert not (tmp_path / "r.docx").exists()


def test_in_our_own_folder_what_we_wrote_gives_way_and_what_was_changed_stays(tmp_path: Path) -> None:
    place_beside(tmp_path, "r", PAIR, is_ours=True)
    later = {"docx": b"a later file", "html": b"a later page"}
    assert place_beside(tmp_path, "r", later, is_ours=True)["docx"].name == "r.docx"
    (tmp_path / "r.docx").write_bytes(b"with a remark of mine")
    assert place_beside(tmp_path, "r", PAIR, is_ours=True)["docx"].name == "r.new.docx"
    assert (tmp_path / "r.docx").read_bytes() == b"with a remark of mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(PlacingError, match="taken"):
        place_beside(tmp_path / "taken", "r", PAIR, is_ours=False)
