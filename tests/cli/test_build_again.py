"""Building again: what has not changed is left as it is, and what is written side by side is the same as in turn."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.filings.cases import CLAIMS, EXAMPLE

from probata.citation.pandoc import find_program
from probata.cli.workers import write_all
from probata.pipeline import Made, Prepared, open_case, open_workspace, plan, prepare

OUTGOING = Path("output/example/outgoing")
MADE = ("--forum", "uk-ghr", "--forum", "uk-cpr-ws", "--format", "docx", "--format", "html")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLAIMS / EXAMPLE, tmp_path / "claims" / EXAMPLE))


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder / OUTGOING).iterdir()}


def build(probata: Command, *more: str) -> str:
    found = probata("build", EXAMPLE, *MADE, *more)
    assert found.code == 0, found.err
    return found.out


def test_a_second_build_writes_nothing_and_names_all_files(probata: Command, case: Path) -> None:
    first = build(probata)
    before = times(probata.folder)
    second = build(probata)

    assert times(probata.folder) == before
    assert "(as it was)" not in first
    assert second.count("(as it was)") == len(before) == 4


def test_only_the_documents_that_show_a_changed_record_are_made_anew(probata: Command, case: Path) -> None:
    build(probata)
    before = times(probata.folder)
    statements = case / "statements.yaml"
    text = statements.read_text(encoding="utf-8")
    assert "I paid nobody for an interview." in text
    statements.write_text(text.replace("I paid nobody for an interview.", "I paid nobody."), encoding="utf-8")

    build(probata)

    changed = {name for name, time in times(probata.folder).items() if before.get(name) != time}
    assert changed == {"DRAFT-uk-cpr-ws.en-GB.docx", "DRAFT-uk-cpr-ws.en-GB.html"}


def test_a_file_that_was_edited_or_deleted_is_made_again(probata: Command, case: Path) -> None:
    build(probata)
    outgoing = probata.folder / OUTGOING
    edited, deleted = outgoing / "DRAFT-uk-ghr.en-GB.docx", outgoing / "DRAFT-uk-ghr.en-GB.html"
    whole = deleted.read_bytes()
    edited.write_bytes(b"edited")
    deleted.unlink()

    build(probata)

    assert edited.read_bytes() == b"edited"
    assert (outgoing / "DRAFT-uk-ghr.en-GB.new.docx").is_file()
    assert deleted.read_bytes() == whole
    assert build(probata).count("(as it was)") == len(times(probata.folder)) - 1


def test_a_draft_is_not_taken_for_the_final_document(probata: Command, case: Path) -> None:
    build(probata)

    assert "(as it was)" not in build(probata, "--final")


def prepared(filing: str) -> Prepared:
    workspace = open_workspace(CLAIMS.parent / "templates")
    session = open_case(CLAIMS / EXAMPLE, f"claims/{EXAMPLE}", workspace)
    return prepare(session, workspace, plan(session, workspace, [filing])[0], final=False)


def test_files_written_side_by_side_are_those_written_in_turn() -> None:
    jobs = [(prepared("uk-cpr-ws"), name) for name in ("pdf", "html", "pdf")]

    in_turn, side_by_side = list(write_all(jobs, 1)), list(write_all(jobs, 2))

    assert [made.name for made in side_by_side] == [made.name for made in in_turn]
    assert [made.data for made in side_by_side] == [made.data for made in in_turn]
    assert all(made.data for made in in_turn)


def test_a_process_that_is_killed_loses_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [(prepared("uk-cpr-ws"), "pdf"), (prepared("uk-cpr-ws"), "pdf")]
    monkeypatch.setattr("probata.cli.workers.finish", Killed(os.getpid()))

    assert [made.data for made in write_all(jobs, 2)] == [b"written", b"written"]


class Killed:
    """Stands for writing a file: the system kills it in every process but the first."""

    def __init__(self, parent: int) -> None:
        self.parent = parent

    def __call__(self, job: Prepared, name: str) -> Made:
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
    statements = case / "statements.yaml"
    text = statements.read_text(encoding="utf-8")
    statements.write_text(text.replace("I paid nobody for an interview.", "I paid nobody."), encoding="utf-8")
    build(probata)
    assert len(lines.read_text().splitlines()) == first > 0

    statements.write_text(text, encoding="utf-8")
    build(probata, "--no-cache")
    assert len(lines.read_text().splitlines()) == 2 * first
    assert {path.name: path.read_bytes() for path in (probata.folder / OUTGOING).iterdir()} == kept
