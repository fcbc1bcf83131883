"""A file of Python in the folder of a case is never run, whatever it is called and wherever the program is begun."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from http.cookiejar import CookieJar
from pathlib import Path
from time import monotonic, sleep
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from tests.case_folder import write_case
from tests.each import each

from probata.workbench.doors import ENTRY, TOKEN_HEADER

PROBATA = str(Path(sys.executable).with_name("probata"))
PLANTED = ("typer", "probata", "yaml", "json")
SECONDS = 120
COMMANDS = (
    ("check",),
    ("build", "--format", "html"),
    ("batch", "--do", "check"),
    ("bundle", "--forum", "uk-ghr"),
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case of a stranger: modules lie beside its records, and each tells that it was run."""
    folder = write_case(tmp_path)
    for name in PLANTED:
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'was-run')!r}, 'w').write({name!r})", "utf-8")
    return folder


@each("arguments", COMMANDS, ids=lambda it: it[0])
def test_not_by_a_command_in_that_folder(arguments: Sequence[str], case: Path) -> None:
    command, *options = arguments
    done = subprocess.run([PROBATA, command, ".", *options], cwd=case, capture_output=True, text=True, check=False)

    assert done.returncode in {0, 1}, done.stderr
    assert not (case.parent / "was-run").exists()


def test_not_by_the_workbench_when_it_makes_a_document(case: Path) -> None:
    began = [PROBATA, "open", ".", "--no-browser"]
    with subprocess.Popen(began, cwd=case, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        try:
            first = (running.stdout or io.StringIO()).readline()
            assert ENTRY in first, (running.stderr or io.StringIO()).read()
            address = first.split()[-1]
            window, home = build_opener(HTTPCookieProcessor(CookieJar())), address.partition(ENTRY)[0]
            page = window.open(address).read().decode()
            token = re.search(r'data-token="([^"]+)"', page)
            assert token is not None, page
            asked = Request(f"{home}/make", b"filing=submission&docx=on", {TOKEN_HEADER: token[1]})  # noqa: S310
            window.open(asked).read()
            made, until = case / "output" / case.name / "outgoing", monotonic() + SECONDS
            while not [*made.glob("*.docx")] and not (case.parent / "was-run").exists() and monotonic() < until:
                sleep(0.1)
            assert not (case.parent / "was-run").exists()
            assert [*made.glob("*.docx")], window.open(f"{home}/files").read().decode()
        finally:
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=SECONDS)
