"""Building again: what has not changed is left as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command

from probata.forum import own_templates

OUTGOING = Path("output/harbour/outgoing")
MADE = ("--format", "docx", "--format", "html")
TWO = CASE.replace("forum: uk-ghr}\n", "forum: uk-ghr}\n  - {id: letter, forum: un-sp}\n")
LIMB = "He led it."
"""Words that the submission shows, and the letter does not."""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The smallest case, with two filings."""
    return write_case(tmp_path / "claims", case=TWO)


def with_another_limb(case: Path) -> str:
    """Change what one of the two documents shows, and return the text of the file as it was."""
    text = (case / "allegations.yaml").read_text(encoding="utf-8")
    assert LIMB in text
    (case / "allegations.yaml").write_text(text.replace(LIMB, "He led the guards."), encoding="utf-8")
    return text


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder / OUTGOING).iterdir()}


def build(probata: Command, *more: str) -> str:
    found = probata("build", "harbour", *MADE, *more)
    assert found.code == 0, found.err
    return found.out


def test_only_the_documents_that_show_a_changed_record_are_made_anew(probata: Command, case: Path) -> None:
    build(probata)
    before = times(probata.folder)
    with_another_limb(case)

    build(probata)

    changed = {name for name, time in times(probata.folder).items() if before.get(name) != time}
    assert changed == {"DRAFT-submission.en-GB.docx", "DRAFT-submission.en-GB.html"}


def test_a_file_that_was_edited_or_deleted_is_made_again(probata: Command, case: Path) -> None:
    build(probata)
    outgoing = probata.folder / OUTGOING
    edited, deleted = outgoing / "DRAFT-letter.en-GB.docx", outgoing / "DRAFT-letter.en-GB.html"
    whole = deleted.read_bytes()
    edited.write_bytes(b"edited")
    deleted.unlink()

    build(probata)

    assert edited.read_bytes() == b"edited"
    assert (outgoing / "DRAFT-letter.en-GB.new.docx").is_file()
    assert deleted.read_bytes() == whole
    assert build(probata).count("(as it was)") == len(times(probata.folder)) - 1


def test_a_draft_is_not_taken_for_the_final_document(probata: Command) -> None:
    shutil.copy(own_templates() / "uk-cpr-ws" / "example.yaml", probata.folder / "statement.yaml")
    one = ("build", "statement.yaml", *MADE)
    draft, final = probata(*one), probata(*one, "--final")

    assert (draft.code, final.code) == (0, 0), draft.err + final.err
    assert "uk-cpr-ws.en-GB.docx" in final.out
    assert "(as it was)" not in final.out
