from __future__ import annotations

import json
from pathlib import Path

from tests.case_folder import BACKGROUND, ROLES, write_case
from tests.cli.command import Command


def test_a_case_without_must_fix_findings_ends_with_0(probata: Command, harbour: Path) -> None:
    found = probata("check", harbour)

    assert found.code == 0
    assert "must fix" not in found.err


def test_a_must_fix_finding_ends_with_1_and_is_one_line_where_nobody_looks(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=ROLES.replace("[commander]", "[comander]"))

    found = probata("check", case)

    assert found.code == 1
    line = "roles.yaml:3:11: must fix: no post has the id `comander` (REF101); next step: did you mean `commander`?"
    assert f"{case.as_posix()}/{line}\n" in found.out
    assert found.err.startswith("findings: 1 must fix")


def test_the_full_form_shows_the_line_and_the_next_step(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, roles=ROLES.replace("person: solvan", "person: solvn"))

    out = probata("check", case, "--format", "full").out

    assert "  2 |   person: solvn\n    |           ^^^^^\n" in out
    assert "next step: did you mean `solvan`?" in out


def test_the_json_form_is_json_and_nothing_else(probata: Command, harbour: Path) -> None:
    found = probata("check", harbour, "--format", "json", "--quiet")

    assert found.err == ""
    assert json.loads(found.out)["version"] == 1


def test_a_case_that_cannot_be_read_is_a_must_fix_finding(probata: Command, tmp_path: Path) -> None:
    found = probata("check", write_case(tmp_path, case=None))

    assert found.code == 1
    assert "case.yaml:1:1: must fix: there is no such file" in found.out


def test_a_value_cannot_steer_the_terminal(probata: Command, tmp_path: Path) -> None:
    roles = ROLES.replace("person: solvan", 'person: "\\e[31msolvan"')

    out = probata("check", write_case(tmp_path, roles=roles)).out

    assert "\x1b" not in out
    assert "[31msolvan" in out


def test_a_section_whose_place_no_template_prints_is_named_with_the_place_that_was_meant(
    probata: Command, tmp_path: Path
) -> None:
    misspelt = BACKGROUND.replace("place: background", "place: backgrund")
    case = write_case(tmp_path, **{"narrative/background.md": misspelt})

    out = probata("check", case, "--format", "full").out

    assert "the section `background` stands in no document of this case" in out
    assert "next step: did you mean `place: background`?" in out


def test_a_section_that_is_printed_is_not_named(probata: Command, harbour: Path) -> None:
    assert "stands in no document" not in probata("check", harbour).out
