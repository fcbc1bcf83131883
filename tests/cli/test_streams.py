"""Colour, progress and exit codes, in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.command import Command

import probata.cli.main
from probata.cli.main import run


def probata_process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "probata", *arguments],
        cwd=folder,
        env=plain | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_but_text_goes_into_a_pipe(probata: Command, harbour: Path) -> None:
    for arguments in (("build", str(harbour), "--format", "html"), ("check", str(harbour)), ("--help",)):
        found = probata_process(probata.folder, *arguments)
        assert found.returncode == 0, found.stderr
        assert found.stdout
        assert "\x1b" not in found.stdout + found.stderr
        assert "━" not in found.stdout + found.stderr


def test_no_color_is_respected_where_colour_is_forced_by_a_terminal(probata: Command, harbour: Path) -> None:
    forced = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}

    coloured = probata_process(probata.folder, "check", str(harbour), "--format", "full", **forced)
    plain = probata_process(probata.folder, "check", str(harbour), "--format", "full", **forced, NO_COLOR="1")

    assert "\x1b[33m" in coloured.stdout
    assert "\x1b[33m" not in plain.stdout


def test_names_in_other_scripts_do_not_end_a_command_in_a_poor_terminal(probata: Command, harbour: Path) -> None:
    people = probata.folder / harbour / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "- {id: 刘建超, name: Liu}\n", encoding="utf-8")

    found = probata_process(probata.folder, "check", str(harbour), "--all", PYTHONIOENCODING="ascii")

    assert found.returncode == 1
    assert "people.yaml:5:8: must fix: `???`" in found.stdout


POOR = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LANG": "C", "LC_ALL": "C"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "letterhead", "head.docx"), ("new", "forum", "ours", "--extends", "uk-ghr", "--word"),
        ("explain", "fields"), ("explain", "block", "facts", "--forum", "uk-ghr"), ("list", "forums"),
        ("redline", "--help"), ("new", "--help"),
    ],
    ids=lambda arguments: "-".join(arguments[:2]),
)  # fmt: skip
def test_letterheads_templates_and_redlines_are_told_in_a_poor_terminal(
    probata: Command, arguments: tuple[str, ...]
) -> None:
    found = probata_process(probata.folder, *arguments, **POOR)

    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.isascii()
    assert "?" not in found.stdout, "no sign of ours is without a plain one"


def test_a_fault_of_ours_ends_with_3_and_says_what_to_report(
    probata: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probata.cli.check.find_named", _fail)

    found = probata("check", harbour)

    assert found.code == 3
    assert "this is our fault, not that of your case" in found.err
    assert "ZeroDivisionError: division by zero" in found.err
    assert f"`probata --verbose check {harbour}`" in found.err
    assert "Traceback" not in found.err


def test_a_command_that_is_stopped_ends_with_130(probata: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("probata.cli.check.find_named", stop)
    assert probata("check", "harbour").code == 130

    monkeypatch.setattr(probata_main, "application", stop)
    assert run([]) == 130


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError("division by zero")


probata_main = probata.cli.main
