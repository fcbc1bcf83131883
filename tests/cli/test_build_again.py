"""Building again: what has not changed is left as it is, and what is written side by side is the same as in turn."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from functools import cache
from pathlib import Path

import pytest
from tests.case_folder import CASE, write_case
from tests.cli.command import Command
from tests.filings.cases import EXAMPLE
from tests.filings.made import session, workspace

from probata.citation.program import find_program
from probata.cli.workers import write_all
from probata.document.tree import BRIEF
from probata.forum import own_templates
from probata.pipeline import Made, Prepared, plan, prepare
from probata.writers.format import PdfEngine

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


@cache
def prepared(filing: str) -> Prepared:
    (chosen,) = plan(session(EXAMPLE), workspace(), [filing])
    return prepare(session(EXAMPLE), workspace(), chosen, final=False, pdf_engine=PdfEngine.WEASYPRINT)


def test_files_written_side_by_side_are_those_written_in_turn() -> None:
    jobs = [(prepared("uk-cpr-ws"), name, BRIEF) for name in ("pdf", "html", "pdf")]

    in_turn, side_by_side = list(write_all(jobs, 1)), list(write_all(jobs, 2))

    assert [made.name for made in side_by_side] == [made.name for made in in_turn]
    assert [made.data for made in side_by_side] == [made.data for made in in_turn]
    assert all(made.data for made in in_turn)


def test_a_process_that_is_killed_loses_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [(prepared("uk-cpr-ws"), "pdf", BRIEF), (prepared("uk-cpr-ws"), "pdf", BRIEF)]
    monkeypatch.setattr("probata.cli.workers.finish", Killed(os.getpid()))

    assert [made.data for made in write_all(jobs, 2)] == [b"written", b"written"]


class Killed:
    """Stands for writing a file: the system kills it in every process but the first."""

    def __init__(self, parent: int) -> None:
        self.parent = parent

    def __call__(self, job: Prepared, name: str, part: str) -> Made:
        if os.getpid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return Made(job.filing, name, name, b"written")


def count_starts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a script before Pandoc that writes a line each time it is started; return the file of the lines."""
    lines, program = folder / "starts", folder / "pandoc"
    program.write_text(f'#!/bin/sh\necho start >> "{lines}"\nexec "{find_program()}" "$@"\n')
    program.chmod(0o755)
    lines.touch()
    monkeypatch.setattr("probata.citation.stage.find_program", lambda: program)
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="the program that counts is a shell script")
def test_citations_that_have_not_changed_are_not_written_anew(
    probata: Command, case: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    lines = count_starts(tmp_path_factory.mktemp("counted"), monkeypatch)
    build(probata)
    first = len(lines.read_text().splitlines())
    kept = {path.name: path.read_bytes() for path in (probata.folder / OUTGOING).iterdir()}
    text = with_another_limb(case)
    build(probata)
    assert len(lines.read_text().splitlines()) == first > 0

    (case / "allegations.yaml").write_text(text, encoding="utf-8")
    build(probata, "--no-cache")
    assert len(lines.read_text().splitlines()) == 2 * first
    assert {path.name: path.read_bytes() for path in (probata.folder / OUTGOING).iterdir()} == kept


@pytest.fixture
def cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's cache folder, of this test alone."""
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "probata"


def reads(probata: Command, monkeypatch: pytest.MonkeyPatch, *more: str) -> bool:
    """Tell whether a build would read the case."""

    def stop(*_: object) -> None:
        raise AssertionError("the case was read")

    with monkeypatch.context() as patched:
        patched.setattr("probata.cli.build_case.open_found", stop)
        return "the case was read" in probata("build", "harbour", *MADE, *more).err


def test_where_nothing_changed_the_case_is_not_even_read(
    probata: Command, case: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(probata)
    as_it_was = build(probata, "--verbose")  # which looks at everything
    assert not reads(probata, monkeypatch)
    assert build(probata) == as_it_was
    for more in (["--no-cache"], ["--forum", "letter"], ["--out", "elsewhere"], ["--format", "pdf"]):
        assert reads(probata, monkeypatch, *more)


CHANGED = {
    "a record": "claims/harbour/allegations.yaml",
    "a document": f"{OUTGOING}/DRAFT-letter.en-GB.html",
    "the findings": "output/harbour/internal/findings.txt",
    "what was written": "output/harbour/internal/written.json",
}


@pytest.mark.parametrize("what", CHANGED)
def test_whatever_was_changed_is_read_and_made_again(
    probata: Command, case: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    build(probata)
    path = probata.folder / CHANGED[what]
    path.write_bytes(path.read_bytes() + b"\n")

    assert reads(probata, monkeypatch)


def test_a_damaged_entry_is_passed_over(
    probata: Command, case: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(probata)
    (kept,) = cache_folder.glob("build-*.json")
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")

    assert reads(probata, monkeypatch)
    assert "findings on all records and documents" in build(probata)


def test_a_build_that_could_not_make_everything_is_not_kept(probata: Command, case: Path, cache_folder: Path) -> None:
    assert probata("build", "harbour", *MADE, "--final").code == 1
    assert not list(cache_folder.glob("build-*.json"))
