"""Many cases at once: each is done once, whatever ends before its time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
from tests.cli.command import Command, Ran

CASE = "title: A case\nlanguage: en-GB\nas_of: 2026-01-01\n"
CASES = 3
WRONG = "case-1"


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of cases, of which one cannot be read."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "cases"
    for number in range(CASES):
        case = folder / f"case-{number}"
        case.mkdir(parents=True)
        (case / "case.yaml").write_text("title: [\n" if case.name == WRONG else CASE, encoding="utf-8")
    return folder


def results(ran: Ran) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in ran.out.splitlines()]
    return [(Path(row[0]).name, row[1]) for row in rows if len(row) == 4 and row[0] != "Case"]


def test_a_case_that_cannot_be_read_stops_no_other(probata: Command, cases: Path) -> None:
    ran = probata(
        "batch", cases, "--do", "build", "--with", f"--forum uk-ghr --format html --out {cases / 'made'}", "--jobs", "2"
    )
    found = dict(results(ran))

    assert ran.code == 2
    assert len(results(ran)) == len(found) == CASES
    assert found.pop(WRONG) == "not possible"
    assert set(found.values()) == {"done"}
    assert len([*(cases / "made").glob("*/outgoing")]) == CASES - 1


def test_a_batch_that_was_broken_off_goes_on_with_what_is_left_or_was_changed(probata: Command, cases: Path) -> None:
    command = [sys.executable, "-m", "probata", "batch", str(cases), "--jobs", "1"]
    with subprocess.Popen(command, cwd=probata.folder, stdout=subprocess.DEVNULL) as begun:
        journal = _until_two_are_done(cases.parent / "cache")
        begun.kill()
    done = journal.read_text("utf-8").count("\n")
    with journal.open("a", encoding="utf-8") as file:
        file.write('{"key": "cut sho')
    (cases / "case-0" / "case.yaml").write_text(CASE.replace("A case", "Another"), encoding="utf-8")

    ran = probata("batch", cases, "--jobs", "1")

    assert f"{done - 1} of {CASES} cases were done before" in ran.out
    assert len(results(ran)) == CASES
    assert not journal.exists()


def test_two_cases_of_one_name_are_refused(probata: Command, cases: Path, tmp_path: Path) -> None:
    other = tmp_path / "others" / "case-0"
    other.mkdir(parents=True)
    (other / "case.yaml").write_text(CASE, encoding="utf-8")

    ran = probata("batch", cases, other.parent)

    assert ran.code == 2
    assert "have one name" in ran.err


def test_a_scheduler_that_is_not_there_is_told(probata: Command, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probata.cli.batch._SECONDS", 1)
    ran = probata("batch", cases, "--scheduler", "tcp://127.0.0.1:9")

    assert ran.code == 2
    assert "no scheduler answers at `tcp://127.0.0.1:9`" in ran.err


def test_on_a_cluster_a_worker_that_is_killed_loses_nothing_and_does_nothing_twice(
    probata: Command, cases: Path
) -> None:
    asked = ("batch", cases, "--do", "build", "--with")
    probata(*asked, f"--forum uk-ghr --format html --out {cases / 'here'}")
    with _cluster() as cluster:
        killing = Thread(target=_kill_a_worker, args=(cluster, cases / "there"))
        killing.start()
        ran = probata(
            *asked, f"--forum uk-ghr --format html --out {cases / 'there'}", "--scheduler", cluster.scheduler_address
        )
        killing.join()

    assert sorted(name for name, _ in results(ran)) == [f"case-{number}" for number in range(CASES)]
    assert dict(results(ran))[WRONG] == "not possible"
    assert _files(cases / "there") == _files(cases / "here")


def _cluster() -> Any:
    """Two workers, each a process, of which one that dies is begun again."""
    cluster = import_module("distributed").LocalCluster
    return cluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)


def _kill_a_worker(cluster: Any, folder: Path) -> None:
    """Kill one as soon as the first case has a folder of its own: the others are still to be done."""
    for _ in range(1200):
        if any(folder.glob("*")):
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
            return
        sleep(0.05)


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.glob("*/outgoing/*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _until_two_are_done(cache: Path) -> Path:
    for _ in range(600):
        for journal in cache.glob("probata/batch/*/done.jsonl"):
            if journal.read_text("utf-8").count("\n") >= 2:
                return journal
        sleep(0.1)
    pytest.fail("no two cases were done within a minute")
