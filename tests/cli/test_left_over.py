"""Files in the output folder that nothing makes any more are named, and left where they are."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case
from tests.cli.command import Command

OUTGOING = Path("output/harbour/outgoing")
TOLD = "of no filing of the case any more"
SECOND = "filings:\n  - {id: letter, forum: uk-ghr}\n"


def named(err: str) -> list[str]:
    lines = [line for line in err.splitlines() if TOLD in line]
    return [
        found.rpartition("/")[2] for line in lines for found in line.partition(": ")[2].partition(";")[0].split(", ")
    ]


def test_files_of_a_filing_that_is_gone_are_named_and_stay(probata: Command, tmp_path: Path) -> None:
    harbour = write_case(tmp_path, case=CASE.replace("filings:\n", SECOND))
    first = probata("build", harbour, "--format", "html", "--format", "docx")
    (harbour / "case.yaml").write_text(CASE, encoding="utf-8")
    second = probata("build", harbour, "--format", "html")

    assert (first.code, named(first.err)) == (0, [])
    parts = ("letter", "letter-annexes", "letter-sheet")
    left = {f"DRAFT-{part}.en-GB.{ending}" for part in parts for ending in ("docx", "html")}
    assert (second.code, set(named(second.err))) == (0, left)
    assert left <= {path.name for path in OUTGOING.iterdir()}


def test_a_file_of_the_user_and_a_changed_draft_with_its_new_one_are_not_named(
    probata: Command, tmp_path: Path
) -> None:
    harbour = write_case(tmp_path, case=CASE)
    probata("build", harbour, "--format", "html")
    (OUTGOING / "covering letter.docx").write_bytes(b"ours")
    (OUTGOING / "DRAFT-submission.en-GB.html").write_text("changed by hand", encoding="utf-8")
    found = probata("build", harbour, "--format", "html")

    assert "was changed since it was made" in found.err
    assert named(found.err) == []
    assert named(probata("build", harbour, "--format", "html").err) == []


def test_where_records_could_not_be_read_no_file_is_said_to_be_left_over(probata: Command, tmp_path: Path) -> None:
    harbour = write_case(tmp_path, case=CASE.replace("filings:\n", SECOND))
    probata("build", harbour, "--format", "html")
    (harbour / "case.yaml").write_text(CASE.replace("filings:\n", "filings:\n  - {id: letter}\n"), encoding="utf-8")
    found = probata("build", harbour, "--format", "html")

    assert found.code == 1
    assert named(found.err) == []
