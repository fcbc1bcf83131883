"""What changed in the records between two states of a case."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, PEOPLE, write_case

from probata.graph import CaseGraph
from probata.graph.record_changes import RecordChange, record_changes
from probata.pipeline import open_case, open_workspace


def graph(folder: Path, **files: str) -> CaseGraph:
    path = write_case(folder, **files)
    found = open_case(path, "harbour", open_workspace()).graph
    assert found is not None
    return found


def changes(tmp_path: Path, **files: str) -> list[RecordChange]:
    return record_changes(graph(tmp_path / "before"), graph(tmp_path / "after", **files))


def test_the_same_records_in_another_layout_have_not_changed(tmp_path: Path) -> None:
    assert changes(tmp_path, people=PEOPLE.replace("- id: merrik\n", "- id:   merrik   # as before\n")) == []


def test_a_changed_field_is_named(tmp_path: Path) -> None:
    said = ALLEGATIONS.replace("guards beat detainees.", "guards struck detainees.")
    assert changes(tmp_path, allegations=said) == [RecordChange("allegations/beatings", "changed", ("statement",))]


def test_a_record_that_came_and_one_that_went_are_told(tmp_path: Path) -> None:
    other = PEOPLE.replace("merrik", "orven")
    found = [one for one in changes(tmp_path, people=other) if one.record.startswith("people/")]
    assert found == [RecordChange("people/orven", "added"), RecordChange("people/merrik", "removed")]
