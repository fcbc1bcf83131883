"""`probata decide` and `read`, and changes kept in one document."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command
from tests.filings.cases import CLAIMS, EXAMPLE

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
    assert "correct the record" in found.err


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
    assert "date-in-the-future" not in probata("check", case, "--all").out
    path.write_text(path.read_text(encoding="utf-8").replace(line, "  date: 9031-01-01"), encoding="utf-8")
    found = probata("check", case, "--select", "date-in-the-future").out
    assert (
        "decision `contrary-not-answered-allegations-beatings` is dated 1 January 9031, which is yet to come" in found
    )


def reads_of(case: Path) -> str:
    return (case / "reads.yaml").read_text(encoding="utf-8")


def test_a_read_is_written_down_with_what_it_rests_on(probata: Command, harbour: Path) -> None:
    found = probata("read", harbour, "beatings", "--as", "fact", "--by", "Oda Quillfern", "--on", "2024-05-02")

    assert found.code == 0
    assert "`read-beatings-fact-2024-05-02` rests on 6 records as they are now" in found.out
    *head, _ = reads_of(harbour).partition("  result")
    assert re.sub(r"[0-9a-f]{16}", "…", head[0]) == (
        "- id: read-beatings-fact-2024-05-02\n  what: beatings\n  read_as: fact\n  by: Oda Quillfern\n"
        "  on: 2024-05-02\n  rests_on:\n    - bodies/guard …\n    - positions/commander …\n"
        "    - roles/solvan-commander …\n    - allegations/beatings …\n"
        "    - sources/gazette …\n    - sources/report …\n"
    )
    assert probata("show", harbour, "reads").out.splitlines()[1].split("\t") == [
        "beatings", "fact", "Oda Quillfern", "2024-05-02", "yes",
    ]  # fmt: skip


def test_several_kinds_and_a_second_read_of_a_day_have_ids_of_their_own(probata: Command, harbour: Path) -> None:
    both = ("--as", "libel", "--as", "source-protection", "--on", "2024")
    for reader in ("N", "M"):
        probata("read", harbour, "beatings", *both, "--by", reader)

    assert re.findall(r"^- id: (.*)$", reads_of(harbour), re.MULTILINE) == [
        "read-beatings-libel-2024",
        "read-beatings-source-protection-2024",
        "read-beatings-libel-2024-2",
        "read-beatings-source-protection-2024-2",
    ]
    assert probata("check", harbour, "--format", "concise").err.endswith("notes\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("beating", "--as", "fact", "--by", "N"), "did you mean `beatings`?"),
        (("beatings", "--as", "fact", "--by", " "), "name the reader: `--by NAME`"),
        (("beatings", "--as", "fact", "--by", "N", "--on", "yesterday"), "`yesterday` is no date"),
        (("beatings", "--as", "fact", "--by", "N", "--on", ""), "`` is no date"),
        (("beatings", "--as", "fact"), "--by"),
        (("beatings", "--as", "proof", "--by", "N"), "source-protection"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage_and_writes_nothing(
    probata: Command, harbour: Path, arguments: tuple[str, ...], words: str
) -> None:
    found = probata("read", harbour, *arguments)

    assert found.code == 2
    assert words in found.err
    assert not (harbour / "reads.yaml").exists()


def test_the_same_read_is_not_written_twice(probata: Command, harbour: Path) -> None:
    same = ("read", harbour, "beatings", "--as", "fact", "--by", "N", "--on", "2024-05-02")
    probata(*same)
    before = reads_of(harbour)
    found = probata(*same)

    assert found.code == 2
    assert "written down already, as `read-beatings-fact-2024-05-02`" in found.err
    assert reads_of(harbour) == before


SEEN = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, held: held, url: "https://a.example/", accessed: 2024-03-01}
"""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2015-01-01", "`2015-01-01` is before what the read rests on: the reading of source `report` (`2024-03-01`)"),
        ("2024-02", "`2024-02` is before what the read rests on"),
        ("9999-01-01", "`9999-01-01` is after today"),
    ],
)
def test_a_read_is_not_written_for_a_day_that_cannot_be(probata: Command, tmp_path: Path, day: str, words: str) -> None:
    case = write_case(tmp_path, sources=SEEN)
    found = probata("read", case, "beatings", "--as", "fact", "--by", "N", "--on", day)

    assert found.code == 2
    assert words in found.err
    assert not (case / "reads.yaml").exists()


def test_a_read_does_not_go_before_one_that_it_would_follow(probata: Command, harbour: Path) -> None:
    probata("read", harbour, "beatings", "--as", "fact", "--by", "N", "--on", "2025-06-01")
    found = probata("read", harbour, "beatings", "--as", "fact", "--by", "M", "--on", "2025-05-01")

    assert found.code == 2
    assert "before the read `read-beatings-fact-2025-06-01` of `2025-06-01`, which it would follow" in found.err
    assert probata("read", harbour, "beatings", "--as", "law", "--by", "M", "--on", "2025-05-01").code == 0


def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path, reads="[{id: old, what: gazette, by: N, on: 2024}]\n")
    before = reads_of(case)
    found = probata("read", case, "beatings", "--as", "fact", "--by", "N")

    assert found.code == 2
    assert "nothing was written" in found.err
    assert reads_of(case) == before


CHANGES = """\
- id: heading
  filing: uk-ghr
  before: Risk, confidentiality, who submits
  after: Who hands this in
  reason: Asked for by this reader
  author: Quennell Ashgrove
  date: 2026-10-28
- id: gone
  filing: uk-ghr
  before: |
    These words stood here.

    And these.
  author: Quennell Ashgrove
  date: 2026-10-28
"""
POINTS = "- {id: title, text: Is this the right title?, author: Tessaly Brooke, date: 2026-10-29}\n"


def case_of(probata: Command) -> Path:
    folder = probata.folder / "claims" / EXAMPLE
    shutil.copytree(CLAIMS / EXAMPLE, folder)
    (folder / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    (folder / "points.yaml").write_text(POINTS, encoding="utf-8")
    return folder


def built(probata: Command) -> dict[str, bytes]:
    ran = probata("build", EXAMPLE, "--final", "--forum", "uk-ghr", "--format", "docx", "--format", "html")
    assert ran.code == 0, ran.err
    out = probata.folder / "output" / EXAMPLE / "outgoing"
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_a_change_is_built_told_and_listed_and_a_workbook_makes_the_same_files(probata: Command) -> None:
    case_of(probata)
    files = built(probata)
    assert probata("report", EXAMPLE).code == 0
    internal = probata.folder / "output" / EXAMPLE / "internal"
    listed = (internal / "lists" / "changes.csv").read_text(encoding="utf-8-sig")
    told = probata("check", EXAMPLE, "--forum", "uk-ghr", "--all")
    shutil.rmtree(probata.folder / "output")
    turned = probata("workbook", EXAMPLE, "--to", "xlsx")

    assert "Who hands this in" in files["uk-ghr.en-GB.html"].decode()
    assert "Quennell" not in files["uk-ghr.en-GB.html"].decode()
    assert "Who hands this in,Quennell Ashgrove,28 October 2026,Asked for by this reader,yes," in listed
    assert "no: its words have no one place there" in listed
    for name in ("kept-in-one-document", "change-without-place", "open-point"):
        assert name in told.out
    assert turned.code == 0, turned.err
    assert built(probata) == files
