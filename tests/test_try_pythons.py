"""Trying several Pythons: each is told in a line, and what differs from the first ends 1.

Small programs stand for the Pythons here, since a real one takes minutes; with those it is run before a release.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.each import each
from tests.filings.cases import ROOT
from tests.test_set_up import write_program

PYTHON = """
case "$*" in
    *python_version*) echo {version};;
    *version_info*) exit {old};;
    "-m venv"*)
        mkdir -p "$4/bin"
        printf '%s\\n' '#!/bin/sh' 'mkdir -p output/example/outgoing' \\
            'echo {text} >output/example/outgoing/letter.docx' 'echo same >output/example/outgoing/letter.html' \\
            'exit {builds}' >"$4/bin/probata"
        chmod +x "$4/bin/probata";;
esac
"""
BUILD = """
case "$*" in
    *"-m build"*) for folder in "$@"; do [ "$before" = --outdir ] && touch "$folder/probata.whl"; before=$folder; done;;
    *"$REFUSED/bin/python"*) echo no such package; exit 1;;
esac
"""


def python(folder: Path, version: str, text: str = "words", old: int = 0, builds: int = 0) -> Path:
    path = folder / f"python{version.rpartition('.')[0]}"
    write_program(path, PYTHON.format(version=version, text=text, old=old, builds=builds))
    return path


def tried(folder: Path, *pythons: Path, refused: str = "none") -> tuple[int, list[str]]:
    write_program(folder / "build", BUILD)
    environment = {"PATH": f"{folder}:{os.defpath}", "BUILD": str(folder / "build"), "TMPDIR": str(folder)}
    command: list[str | Path] = ["/bin/sh", ROOT / "scripts" / "try_pythons.sh", *pythons]
    done = subprocess.run(
        command, env={**environment, "REFUSED": refused}, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_pythons_that_make_the_same_files_are_told_and_it_ends_0(tmp_path: Path) -> None:
    assert tried(tmp_path, python(tmp_path, "3.11.7"), python(tmp_path, "3.13.5")) == (0, [
        "Python 3.11.7: 2 files, with which the others are compared",
        "Python 3.13.5: 2 files, the same bytes as with 3.11.7",
    ])  # fmt: skip


def test_one_that_makes_another_file_is_told_with_its_name(tmp_path: Path) -> None:
    ending, lines = tried(tmp_path, python(tmp_path, "3.11.7"), python(tmp_path, "3.12.1", text="others"))

    assert (ending, lines[1]) == (1, "Python 3.12.1: not the same bytes as with 3.11.7: letter.docx ")


@each(
    ("version", "faults", "refused", "line"),
    [
        ("3.10.1", {"old": 1}, "none", "Python 3.10.1: older than 3.11"),
        ("3.12.1", {"builds": 3}, "none", "Python 3.12.1: could not build: "),
        ("3.12.1", {}, "3.12.1", "Python 3.12.1: could not be installed: no such package"),
    ],
)
def test_one_that_cannot_be_tried_is_told_and_the_others_go_on(
    tmp_path: Path, version: str, faults: dict[str, int], refused: str, line: str
) -> None:
    other = python(tmp_path, version, "words", **faults)
    ending, lines = tried(tmp_path, other, python(tmp_path, "3.13.5"), refused=refused)

    assert (ending, lines) == (1, [line, "Python 3.13.5: 2 files, with which the others are compared"])


def test_without_names_each_python_of_the_path_is_tried_once_and_old_ones_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    for folder, version in ((tmp_path, "3.19.0"), (tmp_path / "again", "3.19.0"), (tmp_path, "3.18.2")):
        python(folder, version)
    python(tmp_path, "3.9.1", old=1)
    write_program(tmp_path / "build", BUILD)
    path = f"{tmp_path}:{tmp_path / 'again'}:{_without_pythons(tmp_path / 'system')}"
    done = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "try_pythons.sh"],
        env={"PATH": path, "BUILD": str(tmp_path / "build"), "TMPDIR": str(tmp_path), "REFUSED": "none"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert sorted(line.partition(":")[0] for line in done.stdout.splitlines()) == ["Python 3.18.2", "Python 3.19.0"]
    assert done.returncode == 0, done.stdout + done.stderr


def _without_pythons(folder: Path) -> Path:
    """Return a folder with the programs of the system that are no Python."""
    folder.mkdir()
    for program in Path("/usr/bin").iterdir():
        if not program.name.startswith("python"):
            (folder / program.name).symlink_to(program)
    return folder
