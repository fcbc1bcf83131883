"""`probata decide` writes a decision that `check` then follows until its ground changes."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command

SAID = ("--decision", "The report is relied on", "--reason", "It was read in full", "--by", "Ada Brun")


def _case(folder: Path) -> Path:
    return write_case(folder, decisions="# Ours.\n[]\n")


def _weight(probata: Command, case: Path) -> str:
    return probata("check", case, "--select", "contrary-not-answered").err.strip()


def test_a_finding_that_is_decided_is_a_note_until_its_record_changes(probata: Command, tmp_path: Path) -> None:
    case = _case(tmp_path)
    assert _weight(probata, case).startswith("findings: 1 should fix")

    made = probata("decide", case, "contrary-not-answered", "allegations/beatings", *SAID, "--on", "2026-11-20")

    assert (made.code, made.err) == (0, "")
    assert made.out.endswith("decisions.yaml: `contrary-not-answered-allegations-beatings` decides 1 finding\n")
    assert _weight(probata, case).startswith("findings: 1 note")
    text = (case / "decisions.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Ours.\n")
    assert "date: 2026-11-20" in text.replace('"', "").replace("'", "")
    (case / "allegations.yaml").write_text(ALLEGATIONS.replace("guards beat", "guards had beaten"), encoding="utf-8")
    assert _weight(probata, case).startswith("findings: 1 should fix")


def test_what_is_decided_is_not_decided_again_until_the_decision_falls(probata: Command, tmp_path: Path) -> None:
    case = _case(tmp_path)
    asked = ("decide", case, "contrary-not-answered", "allegations/beatings", *SAID)
    assert probata(*asked).code == 0
    before = (case / "decisions.yaml").read_bytes()

    again = probata(*asked)

    assert again.code == 2
    assert "is decided already, by `contrary-not-answered-allegations-beatings`" in again.err
    assert (case / "decisions.yaml").read_bytes() == before
    (case / "allegations.yaml").write_text(ALLEGATIONS.replace("guards beat", "guards had beaten"), encoding="utf-8")
    assert probata(*asked).code == 0


def test_a_code_is_taken_for_the_name_of_its_check(probata: Command, tmp_path: Path) -> None:
    case = _case(tmp_path)

    assert probata("decide", case, "EVI115", "allegations/beatings", *SAID).code == 0
    assert "check: contrary-not-answered" in (case / "decisions.yaml").read_text(encoding="utf-8").replace('"', "")


def test_what_cannot_be_decided_is_told_with_what_comes_near_and_nothing_is_written(
    probata: Command, tmp_path: Path
) -> None:
    case = _case(tmp_path)
    before = (case / "decisions.yaml").read_bytes()

    def answer(check: str, record: str) -> str:
        found = probata("decide", case, check, record, *SAID)
        assert found.code == 2
        return found.err

    assert "did you mean `contrary-not-answered`?" in answer("contrary-not-answred", "allegations/beatings")
    assert "did you mean `allegations/beatings`?" in answer("contrary-not-answered", "allegations/beating")
    assert (case / "decisions.yaml").read_bytes() == before


def test_a_fault_of_reading_cannot_be_decided(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, allegations=ALLEGATIONS.replace("role: solvan-commander", "role: solvan-comander"))
    found = probata("decide", case, "unknown-reference", "allegations/beatings", *SAID)

    assert found.code == 2
    assert "mend the record" in found.err
