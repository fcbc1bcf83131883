"""Counts are seen by the checks of what is argued, as the allegations that they gather."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, build, write_case

COUNT = "- {id: violence, title: Violence, allegations: [beatings], limbs: [%s]}\n"
BARE = ALLEGATIONS[: ALLEGATIONS.index("  limbs:")]
ARGUED = "{forum: uk-ghr, limb: 4(2)(b), text: Torture.}, {forum: uk-ghr, limb: 6(3)(a), text: He led it.}"


def names(folder: Path, **files: str) -> list[str]:
    return [found.name for found in build(write_case(folder, **files)).findings]


def test_a_limb_that_a_count_argues_is_argued_for_its_allegations(tmp_path: Path) -> None:
    assert "allegation-without-limb" in names(tmp_path / "bare", allegations=BARE)
    assert "allegation-without-limb" not in names(tmp_path / "counts", allegations=BARE, counts=COUNT % ARGUED)


def test_a_count_that_gathers_what_is_not_recorded_is_told_once(tmp_path: Path) -> None:
    counts = "- {id: violence, title: Violence, allegations: [beating], arguments: [{person: merrik}]}\n"

    found = names(tmp_path, counts=counts)
    assert "unknown-reference" in found
    assert not {"count-without-allegation", "argument-without-charge"} & set(found)
