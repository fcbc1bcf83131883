"""Calling the command as one does in Windows, and with names whose accents are stored in two ways."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command

COMPOSED = unicodedata.normalize("NFC", "détenus")
TAKEN_APART = unicodedata.normalize("NFD", "détenus")


def named(probata: Command, name: str) -> Path:
    return write_case(probata.folder / "claims").rename(probata.folder / "claims" / name)


def test_a_case_is_found_by_a_path_with_backslashes(probata: Command, harbour: Path) -> None:
    made = probata("build", "claims\\harbour", "--format", "html")

    assert made.code == 0
    assert "output/harbour/outgoing/" in made.out


@pytest.mark.parametrize("way", ["{}", "claims/{}", "claims/{}/"])
@pytest.mark.parametrize(("stored", "typed"), [(COMPOSED, TAKEN_APART), (TAKEN_APART, COMPOSED)])
def test_a_case_is_found_in_the_other_form_of_its_accents_and_has_one_output_folder(
    probata: Command, stored: str, typed: str, way: str
) -> None:
    named(probata, stored)

    for name in (stored, typed):
        assert probata("build", way.format(name), "--forum", "submission", "--format", "html").code == 0
    assert [path.name for path in (probata.folder / "output").iterdir()] == [COMPOSED]


def test_two_cases_whose_names_differ_in_the_form_of_their_accents_only_are_refused(probata: Command) -> None:
    for name in (COMPOSED, TAKEN_APART):
        named(probata, name)

    found = probata("build", COMPOSED)

    assert found.code == 2
    assert f"two cases have the name `{COMPOSED}`" in found.err
    assert not (probata.folder / "output").exists()


def test_a_name_that_no_system_takes_is_no_case(probata: Command) -> None:
    found = probata("build", "n" * 5000)

    assert found.code == 2
    assert "there is no case `nnn" in found.err


@pytest.mark.parametrize(("kind", "more"), [("case", []), ("forum", ["--extends", "uk-ghr"])])
def test_nothing_new_gets_the_name_of_a_device(probata: Command, kind: str, more: list[str]) -> None:
    found = probata("new", kind, "aux", *more)

    assert found.code == 2
    assert "Windows keeps the name `aux` for a device" in found.err


def test_a_filing_named_like_a_device_is_not_written_and_told(probata: Command) -> None:
    case = write_case(probata.folder, case=CASE.replace("id: submission", "id: nul"))

    found = probata("build", case, "--format", "html")

    assert found.code == 1
    assert "Windows keeps the name `nul.en-GB.html` for a device: give the filing another `id`" in found.err


def test_a_document_that_word_has_open_is_told(probata: Command, harbour: Path) -> None:
    probata("build", harbour, "--format", "docx")
    outgoing = probata.folder / "output/harbour/outgoing"
    (outgoing / "~$AFT-submission.en-GB.docx").write_bytes(b"")
    case = probata.folder / harbour / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("A summary", "Another summary"), encoding="utf-8")

    found = probata("build", harbour, "--format", "docx")

    assert found.code == 0
    assert "was written while it is open in Word: close it there without saving, and open it again" in found.err


def test_a_document_that_word_locks_ends_with_1_and_says_what_to_do(
    probata: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in Windows, where the system refuses to replace a file that Word has open.
    real_replace = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    found = probata("build", harbour, "--format", "docx", "--format", "html")

    assert found.code == 1
    assert "could not be written: you may not write there, or another program has it open" in found.err
    made = [path.name for path in (probata.folder / "output/harbour/outgoing").iterdir()]
    assert "DRAFT-submission.en-GB.html" in made
    assert {name.rpartition(".")[2] for name in made} == {"html"}


def test_a_long_path_of_a_document_is_told(probata: Command, harbour: Path) -> None:
    out = "/".join(["a folder with a long name"] * 9)

    found = probata("build", harbour, "--format", "html", "--out", out)

    assert found.code == 0
    assert "characters: Word for Windows may not open it; choose a shorter folder with `--out`" in found.err
