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

    made = probata("decide", case, "contrary-not-answered", "allegations/beatings", *SAID, "--on", "2024-11-20")

    assert (made.code, made.err) == (0, "")
    assert made.out.endswith("decisions.yaml: `contrary-not-answered-allegations-beatings` decides 1 finding\n")
    assert _weight(probata, case).startswith("findings: 1 note")
    text = (case / "decisions.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Ours.\n")
    assert "date: 2024-11-20" in text.replace('"', "").replace("'", "")
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


def test_a_decision_of_a_day_yet_to_come_is_refused_and_one_written_by_hand_is_found(
    probata: Command, tmp_path: Path
) -> None:
    case = _case(tmp_path)
    asked = ("decide", case, "contrary-not-answered", "allegations/beatings", *SAID)
    before = (case / "decisions.yaml").read_bytes()
    refused = probata(*asked, "--on", "9031-01-01")

    assert refused.code == 2
    assert "`9031-01-01` is after today" in refused.err
    assert (case / "decisions.yaml").read_bytes() == before
    assert probata(*asked).code == 0
    path = case / "decisions.yaml"
    (line,) = (line for line in path.read_text(encoding="utf-8").splitlines() if "date:" in line)
    assert "date-yet-to-come" not in probata("check", case, "--all").out
    path.write_text(path.read_text(encoding="utf-8").replace(line, "  date: 9031-01-01"), encoding="utf-8")
    found = probata("check", case, "--select", "date-yet-to-come").out
    assert (
        "decision `contrary-not-answered-allegations-beatings` is dated 1 January 9031, which is yet to come" in found
    )


def test_a_decision_falls_with_the_weight_of_a_source_that_its_record_cites(probata: Command, tmp_path: Path) -> None:
    case = _case(tmp_path)
    assert probata("decide", case, "contrary-not-answered", "allegations/beatings", *SAID).code == 0
    sources = (case / "sources.yaml").read_text(encoding="utf-8")
    (case / "sources.yaml").write_text(sources.replace("A Report on the Harbour, held: held", "A Report, held: held"))
    assert _weight(probata, case).startswith("findings: 1 note")
    (case / "sources.yaml").write_text(sources.replace("Harbour, held: held", "Harbour, held: on_file"))

    found = probata("check", case, "--select", "contrary-not-answered", "--format", "full")
    assert "`sources/report` changed since" in found.out
    assert _weight(probata, case).startswith("findings: 1 should fix")
