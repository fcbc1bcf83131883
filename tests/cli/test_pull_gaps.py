"""`probata pull`: what was typed over a gap goes into the record, and what cannot be written stops nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.filings.once import made_once
from tests.pull.word_edits import WordEdits

CASE = "claims/small.yaml"
TEMPLATES = Path(__file__).parents[2] / "templates"
BRIEF, ANNEXES = (Path(f"output/small/outgoing/DRAFT-uk-ghr{part}.en-GB.docx") for part in ("", "-annexes"))


@pytest.fixture
def gaps(probata: Command, shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command beside the smallest case for `uk-ghr`, of which the draft with gaps was made, once for all tests."""

    def make(folder: Path) -> None:
        (folder / "claims").mkdir()
        shutil.copy(TEMPLATES / "uk-ghr" / "example.yaml", folder / CASE)
        with monkeypatch.context() as patched:
            patched.chdir(folder)
            assert probata("build", CASE, "--format", "docx").code == 0

    shutil.copytree(made_once(shared_folder, "pulled-with-gaps", make), probata.folder, dirs_exist_ok=True)
    return probata


def records(probata: Command) -> str:
    return (probata.folder / CASE).read_text(encoding="utf-8")


def fill(made: Path, **words: str) -> None:
    word = WordEdits(made.read_bytes())
    for gap, said in words.items():
        word.replace(f"[{gap.replace('_', ' ')}: to complete]", said)
    made.write_bytes(word.save())


def test_a_gap_that_was_filled_is_taken_into_its_field(gaps: Command) -> None:
    fill(ANNEXES, town_of_birth="Port Sellen", gender="female", education="Law School")
    fill(BRIEF, description_of_the_submitting_organisation="We record *deaths*.")
    for made in (ANNEXES, BRIEF):
        gaps("pull", made, "--case", CASE, "--take", "all")
    written = records(gaps)
    assert "place: Port Sellen}\n" in written
    assert "education:\n      - institution: Law School\n" in written
    assert "gender: female\n" in written
    assert r"We record \*deaths\*." in written
    assert gaps("build", CASE, "--format", "docx").code == 0


def test_a_change_that_cannot_be_written_is_named_by_its_number_and_the_rest_is_taken(gaps: Command) -> None:
    fill(ANNEXES, gender="female", identity_documents="Passport 123", education="Law School")
    ran = gaps("pull", ANNEXES, "--case", CASE, "--take", "all")
    assert ran.code == 1
    assert "taken into the records: 2 (small.yaml)" in ran.out
    assert "without a decision: 2" in ran.err
    assert "cannot be taken into claims/small.yaml" in ran.out
    assert "the field `number` is missing" in ran.out
    assert "gender: female" in records(gaps)
    assert "institution: Law School" in records(gaps)
    assert "identifiers" not in records(gaps)
