"""A build that is stopped or killed at a known point, and two builds at once: nothing is half-written."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.command import Command

BRIEF, ANNEXES, SHEET = (f"DRAFT-submission{part}.en-GB.html" for part in ("", "-annexes", "-sheet"))

PAUSED = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background hands on that it is ignored
real, seen = os.fsync, []
def fsync(descriptor):
    real(descriptor)
    seen.append(descriptor)
    if len(seen) == int(sys.argv[1]):
        print("written but not yet in its place", flush=True)
        time.sleep(60)
os.fsync = fsync
from probata.cli.main import run
sys.exit(run(sys.argv[2:]))
"""
"""A build that waits when it has written its n-th file under a passing name."""

LEDGER, DOCUMENT, FINDINGS = "2", "3", "4"


@pytest.fixture
def built(probata: Command, harbour: Path) -> Command:
    """A case that was built once and changed since."""
    assert probata("build", harbour, "--format", "html").code == 0
    case = probata.folder / harbour / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("A summary", "Another summary"), encoding="utf-8")
    return probata


def paused(folder: Path, point: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a command, a build where none is named, and wait until it has come to a point."""
    asked = arguments or ("build", "claims/harbour", "--format", "html")
    command = [sys.executable, "-c", PAUSED, point, *asked]
    started = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "written but not yet in its place\n"
    return started


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in files_of(folder)}


def files_of(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder / "output/harbour").rglob("*") if path.is_file() and path.name != ".lock")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("point", [LEDGER, DOCUMENT, FINDINGS])
def test_ctrl_c_leaves_every_file_whole_and_ends_with_130_and_one_line(built: Command, point: str) -> None:
    before = files(built.folder)

    with paused(built.folder, point) as build:
        build.send_signal(signal.SIGINT)
        _, told = build.communicate(timeout=30)

    assert build.returncode == 130
    assert told == "stopped; each file is whole: the new one, or the one that stood there before\n"
    after = files(built.folder)
    assert set(after) == set(before)
    assert (after[BRIEF] == before[BRIEF]) == (point != FINDINGS)
    assert b"Another summary" in after[BRIEF] or point != FINDINGS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("point", [LEDGER, DOCUMENT, FINDINGS])
def test_after_a_kill_the_next_build_finds_no_lock_removes_the_halves_and_takes_no_file_for_an_edited_one(
    built: Command, point: str
) -> None:
    with paused(built.folder, point) as build:
        build.kill()
    assert [path.name for path in files_of(built.folder) if path.name.endswith(".part")]

    again = built("build", "harbour", "--format", "html")

    assert again.code == 0, again.err
    found = {path for path in files_of(built.folder) if path.suffix != ".csv"}
    assert {path.name for path in found} == {
        BRIEF, ANNEXES, SHEET, "findings.json", "findings.txt", "report.html", "report.xlsx",
        "submission.en-GB.to-do.txt", "written.json",
    }  # fmt: skip
    assert b"Another summary" in files(built.folder)[BRIEF]


def test_a_second_build_of_a_case_says_so_ends_with_2_and_writes_nothing(built: Command) -> None:
    with paused(built.folder, DOCUMENT) as build:
        try:
            before = files(built.folder)
            second = built("build", "harbour", "--format", "html")
            assert files(built.folder) == before
            elsewhere = built("build", "harbour", "--format", "html", "--out", "elsewhere")
        finally:
            build.kill()

    assert second.code == 2
    assert second.err == (
        "another build is writing to `output/harbour` just now\nnext step: wait until it has ended, then build again\n"
    )
    assert elsewhere.code == 0
