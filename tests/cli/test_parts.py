"""A filing of several parts on the command line: its files, what is left over, what is pulled, a redline."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import write_case
from tests.cli.command import Command
from tests.cli.test_left_over import named
from tests.cli.test_redline import git
from tests.parted import ANNEXES, OF_PARTED, TEMPLATE, write_parted
from tests.pull.pulling import read
from tests.pull.word_edits import WordEdits

CASE = Path("claims/harbour")
OUTGOING = Path("output/harbour/outgoing")
ANNEXES_FILE = OUTGOING / "DRAFT-submission-annexes.en-GB.docx"


@pytest.fixture
def parted(probata: Command) -> Command:
    """A command in a folder with the case and the forum."""
    write_parted(probata.folder)
    write_case(probata.folder / "claims", case=OF_PARTED)
    return probata


def lines(path: Path) -> list[str]:
    return [line.text for line in read(path.read_bytes()).lines]


def test_each_part_is_a_file_and_one_that_is_made_no_more_is_left_over(parted: Command) -> None:
    assert parted("build", CASE, "--format", "html").code == 0
    assert sorted(path.name for path in OUTGOING.iterdir()) == [
        "DRAFT-submission-annexes.en-GB.html",
        "DRAFT-submission-sheet.en-GB.html",
        "DRAFT-submission.en-GB.html",
    ]
    again = parted("build", CASE, "--format", "html", "--verbose")
    assert named(again.err) == []
    write_parted(parted.folder, TEMPLATE.replace(ANNEXES, ""))
    assert named(parted("build", CASE, "--format", "html").err) == ["DRAFT-submission-annexes.en-GB.html"]


def test_a_part_called_as_another_filing_takes_not_its_file(parted: Command) -> None:
    second = "filings:\n  - {id: submission-annexes, forum: uk-ghr}\n"
    write_case(parted.folder / "claims", case=OF_PARTED.replace("filings:\n", second))
    ran = parted("build", CASE, "--format", "html")
    assert ran.code == 1
    assert "would be the file of two filings: give one of them another `id`" in ran.err


def test_what_was_changed_in_a_part_comes_back_and_is_kept_in_that_part(parted: Command) -> None:
    parted("build", CASE, "--format", "docx")
    assert "nothing to pull" in parted("pull", ANNEXES_FILE, "--case", CASE, "--dry-run").out
    edited = WordEdits(ANNEXES_FILE.read_bytes()).replace("These words stand twice.", "They stand once.")
    ANNEXES_FILE.write_bytes(edited.save())
    ran = parted("pull", ANNEXES_FILE, "--case", CASE, "--keep", "all", "--by", "A Signatory")
    assert ran.code == 0, ran.err
    assert "occurrence: 2" in (CASE / "changes.yaml").read_text(encoding="utf-8")
    assert parted("build", CASE, "--format", "docx").code == 0
    assert "They stand once." in lines(ANNEXES_FILE)
    assert "They stand once." not in lines(OUTGOING / "DRAFT-submission.en-GB.docx")


def test_a_redline_since_a_revision_is_made_of_each_part(parted: Command) -> None:
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "as it was filed")
    git("tag", "filed")
    (CASE / "case.yaml").write_text(OF_PARTED.replace("title: The Harbour Case", "title: Another"), encoding="utf-8")
    ran = parted("redline", CASE, "--since", "filed")
    assert ran.code == 0, ran.err
    made = sorted(path.name.partition(".")[0] for path in (OUTGOING.parent / "internal/redlines").glob("*.docx"))
    assert made == ["DRAFT-submission", "DRAFT-submission-annexes", "DRAFT-submission-sheet"]
