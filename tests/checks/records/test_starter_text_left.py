"""The invented texts of the starter are found in a case of one's own, each with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.in_ids import in_ids

from probata.checks.records.unfinished import starter_title
from probata.cli.new import make_case
from probata.diagnostics import Diagnostic, Severity
from probata.pipeline import open_case, open_workspace

TITLE = "title: Wet cells at the Sellen Harbour Prison, Kelvandra\n"
OWN = "title: Beatings in the North Prison\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    make_case(tmp_path / "mine")
    return tmp_path / "mine"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(case: Path) -> list[Diagnostic]:
    return [one for one in open_case(case, "mine", open_workspace()).report if one.name == "starter-text-left"]


def line(one: Diagnostic, case: Path) -> str:
    assert one.span is not None
    file = case / Path(one.span.path).relative_to("mine")
    return file.read_text(encoding="utf-8").split("\n")[one.span.line - 1].strip()


def test_the_starter_itself_is_nobodys_own_case(case: Path) -> None:
    assert starter_title() in TITLE
    assert found(case) == []


def test_in_a_case_of_ones_own_each_text_of_the_starter_is_named_with_its_line(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    told = {one.record: one for one in found(case)}

    assert {one.severity for one in told.values()} == {Severity.WARNING}
    of_case = told["case/mine"]
    assert "`marking`" in in_ids(of_case.message)
    assert "`filings.addressee.name`" not in in_ids(of_case.message)
    assert "`marking` in line" in in_ids(of_case.notes[0])
    assert line(told["allegations/wet-cells"], case).startswith("title: Alleged ill-treatment")
    assert line(told["narrative/background"], case).startswith("title: The prison and its lower cells")


def test_what_was_rewritten_is_found_no_more(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    before = {one.record for one in found(case)}
    (case / "narrative" / "background.md").write_text("---\ntitle: Our prison\n---\nIt holds men.\n", encoding="utf-8")
    (case / "allegations.yaml").unlink()

    assert before - {one.record for one in found(case)} == {"narrative/background", "allegations/wet-cells"}


def test_one_paragraph_that_is_left_in_a_text_is_found_at_its_line(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    section = case / "narrative" / "background.md"
    left = section.read_text(encoding="utf-8").split("---\n", 2)[2].split("\n\n")[1]
    section.write_text(f"---\ntitle: Our prison\n---\nIt holds men.\n\n{left}\n\nNo more.\n", encoding="utf-8")
    (one,) = [one for one in found(case) if one.record == "narrative/background"]

    assert line(one, case) == left.split("\n")[0].strip()


def test_a_short_name_tells_only_in_a_record_with_an_id_of_the_starter(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    sources = case / "sources.yaml"
    left = "- {id: IDENTITY, title: Decree 9, container_title: State Gazette of Kelvandra}\n"
    for identity, count in (("gazette-2022", 1), ("gazette-2030", 0)):
        sources.write_text(left.replace("IDENTITY", identity), encoding="utf-8")
        assert len([one for one in found(case) if one.record.startswith("sources/")]) == count
