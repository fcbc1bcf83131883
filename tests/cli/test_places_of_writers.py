"""What a writer finds stands at the record that it is about."""

from __future__ import annotations

import json
from pathlib import Path

from tests.case_folder import CASE, PEOPLE, write_case
from tests.cli.command import Command


def findings(folder: Path) -> list[dict[str, object]]:
    (path,) = folder.glob("output/*/internal/findings.json")
    return list(json.loads(path.read_text(encoding="utf-8"))["findings"])


def test_a_character_without_a_glyph_is_found_once_at_the_record_that_has_it(probata: Command, tmp_path: Path) -> None:
    people = PEOPLE.replace("given: Ardel", "given: Ardel 😀")
    case = write_case(tmp_path, people=people)

    probata("build", case, "--forum", "support-statement", "--format", "pdf")

    (found,) = [one for one in findings(tmp_path) if one["code"] == "PDF101"]
    assert found["path"] == f"{case.as_posix()}/people.yaml"
    assert found["line"] == 1


def test_a_letterhead_that_is_no_word_file_is_told_at_the_file(probata: Command, tmp_path: Path) -> None:
    forum = tmp_path / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: support-statement\ntitle: Mine\n")
    (forum / "reference.docx").write_bytes(b"no archive")
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: mine"))

    ran = probata("build", case, "--format", "docx")

    assert ran.code == 1
    assert "the reference file is no Word file" in ran.err
    assert "next step: mend what the message names, then build again" in ran.err
    (found,) = [one for one in findings(tmp_path) if one["code"] == "WRT101"]
    assert found["path"] == "templates/mine/reference.docx"
    assert "\n  place: templates/mine/reference.docx" in ran.err


def test_a_forum_that_there_is_not_is_found_once_at_its_place(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: uk-gr"))

    ran = probata("build", case, "--format", "html")

    assert ran.code == 1
    named = [one for one in findings(tmp_path) if "`uk-gr`" in str(one["message"])]
    assert [(one["code"], one["line"]) for one in named] == [("REF101", 6)]
