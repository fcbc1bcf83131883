"""Set-up and `make brief` on machines that lack something: each says what, and what can be made is made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATH = f"{Path(sys.executable).parent}:{os.defpath}"
SYSTEM = ("sh", "dirname", "id", "cmp", "basename", "printf", "rm", "cp", "touch", "env", "cat")


def checkout(folder: Path) -> Path:
    """Return a folder with what set-up reads."""
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "set_up.sh", folder / "scripts")
    for name in ("requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def path_with(folder: Path, **programs: str) -> dict[str, str]:
    """Return an environment whose PATH holds the plainest programs of the system, and scripts that stand for others."""
    folder.mkdir()
    for name in SYSTEM:
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    for name, text in programs.items():
        write_program(folder / name.replace("_", "-"), text)
    return {"PATH": str(folder), "TMPDIR": str(folder), "HOME": str(folder)}


def write_program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def set_up(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "scripts/set_up.sh", "run"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def finished_environment(folder: Path, python: str) -> None:
    """Make a `.venv` in which everything but the libraries of the system is there."""
    write_program(folder / ".venv" / "bin" / "python", python)
    write_program(folder / ".venv" / "bin" / "probata", "exit 0")
    shutil.copy(folder / "requirements.lock", folder / ".venv" / "installed-requirements.lock")


def test_without_python_the_package_is_named_and_set_up_ends_2(tmp_path: Path) -> None:
    done = set_up(checkout(tmp_path), path_with(tmp_path / "bin"))

    assert done.returncode == 2
    assert "Python 3.11 or newer is missing: install the package python3." in done.stdout


def test_without_a_network_set_up_says_so_and_ends_2(tmp_path: Path) -> None:
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    environment = {"PATH": PATH, "TMPDIR": str(tmp_path), "HOME": str(tmp_path), **offline}

    done = set_up(checkout(tmp_path), environment)

    assert done.returncode == 2
    assert "the Python packages of requirements.lock could not be had. A network is needed once" in done.stdout


def test_without_the_right_to_install_the_packages_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, "exit 1")
    environment = path_with(tmp_path / "bin", apt_get="echo Unable to lock the directory >&2; exit 100", sudo="exit 1")

    done = set_up(folder, environment)

    assert done.returncode == 0
    assert "could not install: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stdout
    assert not (folder / ".venv" / "pdf-ready").exists()
    if os.getuid() == 0:
        log = Path(environment["TMPDIR"]) / "probata-set-up.log"
        assert f"what the installer said is in {log}" in done.stdout
        assert "Unable to lock the directory" in log.read_text(encoding="utf-8")


def test_a_second_set_up_says_nothing(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, "exit 0")
    environment = path_with(tmp_path / "bin")

    first, second = set_up(folder, environment), set_up(folder, environment)

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, "")
    assert (folder / ".venv" / "pdf-ready").exists()


def test_a_machine_that_lacks_one_library_for_pdf_gets_it_and_is_asked_once(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, 'case "$*" in *"-W error"*) exit 1;; esac')
    environment = path_with(tmp_path / "bin", apt_get='echo "$*" >>"$HOME/asked"', sudo='"$@"')

    first, second = set_up(folder, environment), set_up(folder, environment)

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, "")
    asked = (Path(environment["HOME"]) / "asked").read_text(encoding="utf-8").splitlines()
    assert [line for line in asked if "libharfbuzz-subset0" in line] == asked[1:]
    assert len(asked) == 2


def with_one_filing(case: Path, kept: str) -> None:
    """Leave one filing in a case, and no decision on another, so that its documents are soon made."""
    begin = re.compile(r"^(?=  - id: )", re.MULTILINE)
    head, _, rest = case.read_text(encoding="utf-8").partition("filings:\n")
    filings, tail = re.split(r"^(?=\w)", rest, maxsplit=1, flags=re.MULTILINE)
    chosen = [filing for filing in begin.split(filings) if filing.startswith(f"  - id: {kept}\n")]
    case.write_text(f"{head}filings:\n{''.join(chosen)}{tail}", encoding="utf-8")
    decisions = case.with_name("decisions.yaml")
    if decisions.is_file():
        each = re.split(r"^(?=- id: )", decisions.read_text(encoding="utf-8"), flags=re.MULTILINE)
        decisions.write_text("".join(one for one in each if "record: filings/" not in one), encoding="utf-8")


@pytest.mark.parametrize("fault", ["raise OSError('cannot load library')", "raise ImportError('no such module')"])
def test_without_the_libraries_for_pdf_word_and_html_are_made(tmp_path: Path, fault: str) -> None:
    for name in ("claims", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for case in (tmp_path / "claims").glob("*/case.yaml"):
        with_one_filing(case, "uk-cpr-ws")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "weasyprint.py").write_text(f"print('advice for programmers')\n{fault}\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "make_brief.py"],
        cwd=tmp_path, env={"PATH": PATH, "HOME": str(tmp_path), "PYTHONPATH": str(tmp_path / "broken")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    assert "PDF is left out: the package libpango-1.0-0" in done.stdout
    assert "advice for programmers" not in done.stdout
    endings = {path.suffix for path in (tmp_path / "output").rglob("outgoing/*")}
    assert endings == {".docx", ".html"}
