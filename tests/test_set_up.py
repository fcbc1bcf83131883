"""Set-up and `make brief` on machines that lack something: each says what, and what can be made is made."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
SYSTEM = ("sh", "dirname", "id", "cmp", "basename", "printf", "rm", "cp", "mv", "mkdir", "touch", "env", "cat")


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


def set_up(folder: Path, environment: dict[str, str], purpose: str = "run") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "scripts/set_up.sh", purpose],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def finished_environment(folder: Path, python: str) -> None:
    """Make a `.venv` in which everything but the libraries of the system is there."""
    write_program(folder / ".venv" / "bin" / "python", python)
    write_program(folder / ".venv" / "bin" / "probata", "exit 0")
    for name in ("requirements.lock", "requirements-dev.lock"):
        shutil.copy(folder / name, folder / ".venv" / f"installed-{name}")


PYTHON = """
case "$*" in
    *"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *"pip check"*) [ ! -e "$HOME/lacks-one" ] || { echo "fonttools requires brotli"; exit 1; } ;;
    *"-r requirements"*) echo "$*" >>"$HOME/installed"; [ ! -e "$HOME/breaks-off" ] || kill -9 "$PPID" ;;
    *"-e ."*) cp "$0" .venv/bin/probata ;;
esac
"""
"""Stands for Python, its `venv` and its pip."""


def installed(folder: Path) -> list[str]:
    """Return what pip was asked for since this was asked last."""
    said = folder / "bin" / "installed"
    lines = said.read_text("utf-8").splitlines() if said.exists() else []
    said.unlink(missing_ok=True)
    return lines


def test_a_lock_is_installed_once_and_another_into_a_new_environment(tmp_path: Path) -> None:
    folder, environment = checkout(tmp_path), path_with(tmp_path / "bin", python3=PYTHON)
    assert set_up(folder, environment).returncode == 0
    (asked,) = installed(folder)
    assert asked.endswith(
        "--no-deps --only-binary :all: --require-hashes -r requirements.lock --disable-pip-version-check"
    )

    (left := folder / ".venv" / "left").touch()
    assert set_up(folder, environment).stdout == ""
    assert (installed(folder), left.exists()) == ([], True)

    with (folder / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# another\n")
    assert set_up(folder, environment).returncode == 0
    assert (len(installed(folder)), left.exists()) == (1, False)


def test_a_lock_that_lacks_a_package_is_told_and_installed_anew_when_it_is_mended(tmp_path: Path) -> None:
    folder, environment = checkout(tmp_path), path_with(tmp_path / "bin", python3=PYTHON)
    (lacks_one := tmp_path / "bin" / "lacks-one").touch()
    told = set_up(folder, environment)
    assert (told.returncode, len(installed(folder))) == (2, 1)
    assert "requirements.lock is not complete, which is our fault, not yours: fonttools requires brotli" in told.stdout

    lacks_one.unlink()
    (left := folder / ".venv" / "left").touch()
    assert set_up(folder, environment).returncode == 0
    assert (len(installed(folder)), left.exists()) == (1, False)


def test_what_was_broken_off_is_begun_anew(tmp_path: Path) -> None:
    folder, environment = checkout(tmp_path), path_with(tmp_path / "bin", python3=PYTHON)
    (breaks_off := tmp_path / "bin" / "breaks-off").touch()
    assert set_up(folder, environment).returncode < 0
    (left := folder / ".venv" / "left").touch()

    breaks_off.unlink()
    assert set_up(folder, environment).returncode == 0
    assert (len(installed(folder)), left.exists()) == (2, False)


def test_without_python_the_package_is_named_and_set_up_ends_2(tmp_path: Path) -> None:
    done = set_up(checkout(tmp_path), path_with(tmp_path / "bin"))

    assert done.returncode == 2
    assert "Python 3.11 or newer is missing: install the package python3." in done.stdout


def test_for_documents_nothing_of_the_system_is_asked_for_and_a_second_set_up_says_nothing(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, "exit 1")
    environment = path_with(tmp_path / "bin", apt_get="exit 100", sudo="exit 1")

    first, second = set_up(folder, environment), set_up(folder, environment)

    assert (first.returncode, first.stdout) == (second.returncode, second.stdout) == (0, "")


def test_for_the_tests_without_the_right_to_install_the_packages_are_named(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, "exit 1")
    environment = path_with(tmp_path / "bin", apt_get="echo Unable to lock the directory >&2; exit 100", sudo="exit 1")

    done = set_up(folder, environment, "test")

    assert done.returncode == 2
    assert "could not install: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stdout
    if os.getuid() == 0:
        log = Path(environment["TMPDIR"]) / "probata-set-up.log"
        assert f"what the installer said is in {log}" in done.stdout
        assert "Unable to lock the directory" in log.read_text(encoding="utf-8")


def test_a_machine_that_lacks_one_library_for_the_tests_gets_it_and_is_asked_once(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    finished_environment(folder, 'case "$*" in *"-W error"*) [ -e "$HOME/asked" ];; esac')
    readers = dict.fromkeys(("soffice", "pdftotext", "fc_list", "chromium", "readlink"), "exit 0")
    system = {"uname": "echo elsewhere", "apt_get": 'echo "$*" >>"$HOME/asked"', "sudo": '"$@"'}
    environment = path_with(tmp_path / "bin", **readers, **system)

    first, second = (set_up(folder, environment, "test") for _ in range(2))

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, "")
    asked = (Path(environment["HOME"]) / "asked").read_text(encoding="utf-8").splitlines()
    assert [line for line in asked if "libharfbuzz-subset0" in line] == asked[1:]
    assert len(asked) == 2
