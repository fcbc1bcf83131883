"""`probata report`, and the report that every build makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, BARE, PEOPLE, write_case
from tests.cli.command import Command

INTERNAL = Path("output/harbour/internal")
MARK = b"Privileged and confidential. For those who prepare the case."


def test_the_command_writes_page_workbook_and_lists_and_names_them(probata: Command, harbour: Path) -> None:
    ran = probata("report", harbour)
    assert ran.code == 0, ran.err
    for name in ("report.html", "report.xlsx"):
        assert (INTERNAL / name).is_file()
        assert f"{INTERNAL.as_posix()}/{name}\n" in ran.out
    lists = [path.name for path in (INTERNAL / "lists").iterdir()]
    assert {"findings.csv", "proof.csv", "conduct.csv", "command.csv", "figures.csv", "reads.csv", "case.csv"} <= set(
        lists
    )
    assert f"{INTERNAL.as_posix()}/lists/ with {len(lists)} lists: findings.csv, proof.csv" in ran.out
    assert MARK in (INTERNAL / "report.html").read_bytes()


def test_nothing_of_the_report_is_in_outgoing(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, people=PEOPLE + "  note: Told to us in confidence, ask first\n")
    assert probata("report", case).code == 0
    assert list(Path("output/harbour/outgoing").iterdir()) == []
    assert probata("build", case, "--format", "html").code == 0
    made = [path.read_bytes() for path in Path("output/harbour/outgoing").iterdir()]
    assert made
    assert b"Told to us in confidence" in (INTERNAL / "report.html").read_bytes()
    assert not any(b"Told to us in confidence" in data or MARK in data for data in made)


def test_build_and_report_give_the_same_bytes(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=BARE)
    assert probata("build", case, "--format", "html").code == 0
    built = {path: path.read_bytes() for path in _of_report()}
    assert probata("report", case).code == 0
    assert {path: path.read_bytes() for path in _of_report()} == built


def test_a_build_of_one_document_makes_no_report_and_says_what_looks_at_everything(
    probata: Command, tmp_path: Path
) -> None:
    case = write_case(tmp_path, case=BARE.replace("forum: uk-ghr}", "forum: uk-ghr}\n  - {id: un, forum: un-sp}"))
    ran = probata("build", case, "--format", "html", "--forum", "submission")
    assert ran.code == 0
    assert not (INTERNAL / "report.html").exists()
    assert "`probata check` looks at all records and documents\n" in ran.out


def test_the_report_holds_all_that_findings_json_holds(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=BARE, allegations=ALLEGATIONS.replace("period: 2022-05", "period: 2025-05"))
    probata("build", case, "--format", "html")
    found = json.loads((INTERNAL / "findings.json").read_text(encoding="utf-8"))["findings"]
    rows = (INTERNAL / "lists/findings.csv").read_text(encoding="utf-8-sig")
    assert len(found) > 1
    for one in found:
        assert one["message"].replace('"', '""') in rows
        assert f"{one['path']}:{one['line']}" in rows


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_written(probata: Command, harbour: Path) -> None:
    (INTERNAL / "report.xlsx").mkdir(parents=True)
    ran = probata("report", harbour)
    assert ran.code == 1
    assert "report.xlsx" in ran.err
    assert "report.xlsx\n" not in ran.out
    assert (INTERNAL / "report.html").is_file()
    assert (INTERNAL / "lists/findings.csv").is_file()


@pytest.mark.parametrize("case", ["people: [", "title: [1"])
def test_a_case_that_cannot_be_read_gives_findings_and_no_report(probata: Command, tmp_path: Path, case: str) -> None:
    ran = probata("report", write_case(tmp_path, case=case))
    assert ran.code == 2
    assert "cannot be read" in ran.err
    assert not INTERNAL.exists()


def _of_report() -> list[Path]:
    return [INTERNAL / "report.html", INTERNAL / "report.xlsx", *sorted((INTERNAL / "lists").iterdir())]
