"""A case's files to a graph: what is kept, what is counted as left out, and where faults are placed."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, PEOPLE, ROLES, write_case
from tests.each import each

from probata.graph.load import Loaded, load_case
from probata.graph.resolve import Known
from probata.model.role import Role

KNOWN = Known(frozenset({"uk-ghr"}), frozenset({"uncat"}), frozenset({"torture"}))


def _load(folder: Path, **files: str | bytes | None) -> Loaded:
    return load_case(write_case(folder, **files), "harbour", KNOWN)


def _names(loaded: Loaded) -> list[tuple[str, str]]:
    return [(found.name, str(found.span)) for found in loaded.findings]


def test_a_sound_case_has_no_findings_and_all_its_records(tmp_path: Path) -> None:
    loaded = _load(tmp_path)

    assert loaded.graph is not None
    assert loaded.findings == ()
    assert loaded.graph.left_out == 0
    assert [role.title for role in loaded.graph.roles] == ["Commander of the Harbour Guard"]
    assert [person.id for person in loaded.graph.persons_concerned()] == ["solvan"]
    assert loaded.graph.tables["detained"].header == ("month", "persons")


def test_of_two_records_with_one_id_the_first_stays(tmp_path: Path) -> None:
    second = ROLES.replace("Commander of the Harbour Guard", "Another title")
    loaded = _load(tmp_path, roles=ROLES + second)

    assert loaded.graph is not None
    assert [role.title for role in loaded.graph.roles] == ["Commander of the Harbour Guard"]
    assert _names(loaded) == [("repeated-id", "harbour/roles.yaml:8:7")]
    assert loaded.findings[0].notes == ("first used at harbour/roles.yaml:1:7",)
    assert loaded.graph.left_out == 1


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    loaded = _load(tmp_path, roles=ROLES + "  acting: perhaps\n", people=PEOPLE + "- id: nobody\n", steps="- [")

    assert loaded.graph is not None
    assert loaded.graph.left_out == 3
    assert {name for name, _ in _names(loaded)} == {"wrong-shape", "missing-field", "yaml-syntax"}


@each("people", ["- [", b"\xff", "- id: solvan\n", PEOPLE.replace("solvan\n", "solvan\n  nam: x\n", 1)])
def test_a_reference_to_what_could_not_be_read_is_no_second_fault(tmp_path: Path, people: str | bytes) -> None:
    loaded = _load(tmp_path, people=people)

    assert [name for name, _ in _names(loaded) if name == "unknown-reference"] == []
    assert len(loaded.findings) == 1


def test_citations_are_not_reported_where_the_sources_could_not_be_read(tmp_path: Path) -> None:
    assert [name for name, _ in _names(_load(tmp_path, sources="- [")) if name == "unknown-source"] == []


def test_a_missing_table_is_found_where_the_dataset_names_it(tmp_path: Path) -> None:
    loaded = _load(tmp_path, **{"data/detained.csv": None})

    assert loaded.graph is not None
    assert loaded.graph.tables == {}
    assert _names(loaded) == [("missing-file", "harbour/datasets.yaml:3:9")]
    assert loaded.findings[0].message == "`data/detained.csv` cannot be read: there is no such file"


def test_where_the_case_cannot_be_read_the_faults_of_the_other_files_come_too(tmp_path: Path) -> None:
    loaded = _load(tmp_path, case=CASE.replace("title:", "titel:"), roles=ROLES + "  acting: perhaps\n")

    assert loaded.graph is None
    assert ("wrong-shape", "harbour/roles.yaml:8:11") in _names(loaded)
    assert ("missing-field", "harbour/case.yaml:1:1") in _names(loaded)


def test_without_some_records_references_to_them_lead_nowhere(tmp_path: Path) -> None:
    graph = _load(tmp_path).graph
    assert graph is not None
    hidden = graph.without("roles", frozenset({"solvan-commander"}))

    assert hidden.find("roles", Role, "solvan-commander") is None
    assert graph.find("roles", Role, "solvan-commander") is not None
