"""Search over the records: of every script, and of what was changed since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.workbench.conftest import EXAMPLE, desk_on

from probata.workbench.desk import Desk
from probata.workbench.screens.search import find


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_on(Path(shutil.copytree(EXAMPLE, tmp_path / EXAMPLE.name)))


def ids(desk: Desk, words: str) -> list[tuple[str, str]]:
    return [(kind, key) for kind, key, _, _ in find(desk, words)]


def test_a_changed_record_is_found_by_its_new_words_alone(desk: Desk) -> None:
    assert ("counts", "torture") in ids(desk, "Brann Street, May 2022")
    path = desk.path / "counts.yaml"
    before = path.read_text("utf-8")
    path.write_text(before.replace("Torture at Brann Street, May 2022", "Мучения 拷问, May 2022", 1), "utf-8")
    assert ids(desk, "Мучения") == ids(desk, "拷问") == [("counts", "torture")]
    assert ("counts", "torture") not in ids(desk, "Torture at Brann Street, May 2022")


def test_a_record_that_is_gone_is_not_found(desk: Desk) -> None:
    path = desk.path / "counts.yaml"
    before = path.read_text("utf-8")
    path.write_text(f"{before}\n- id: gone\n  title: Quokkas\n  allegations: []\n", "utf-8")
    assert ids(desk, "quokkas") == [("counts", "gone")]
    path.write_text(before, "utf-8")
    assert not ids(desk, "quokkas")


def test_people_stand_before_what_names_them_and_our_own_work_behind_the_case(desk: Desk) -> None:
    assert ids(desk, "orskelin")[0] == ("people", "orskelin")
    kinds = [kind for kind, _ in ids(desk, "torture")]
    assert kinds[:2] == ["allegations", "counts"]
    assert kinds[-5:] == ["decisions", "reads", "reads", "reads", "reads"]
