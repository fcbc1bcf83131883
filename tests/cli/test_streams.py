"""Colour, progress, exit codes, details, and the day on which a command runs."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.filings.cases import ROOT
from tests.pinned_day import on_day

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
    for arguments in (("check", str(harbour)), ("--help",)):
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


@pytest.mark.parametrize("command", ["build", "check"])
def test_it_tells_what_was_read_and_which_folders_serve_and_leaves_the_results_alone(
    probata: Command, harbour: Path, command: str
) -> None:
    probata("new", "forum", "ours", "--extends", "uk-ghr")
    case = probata.folder / harbour / "case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("forum: uk-ghr", "forum: ours"), encoding="utf-8")
    more = ["--format", "html"] if command == "build" else []
    probata(command, harbour, *more)

    plain, told = probata(command, harbour, *more), probata(command, harbour, *more, "--verbose")

    assert told.out == plain.out
    assert told.code == plain.code
    lines = told.err.splitlines()
    assert "read claims/harbour: 10 files" in lines
    assert any(line.startswith("  records: 2 people, 1 bodies, 1 positions, 1 roles") for line in lines)
    assert "settings of the office: no probata.toml" in lines
    assert "submission: forum ours" in lines
    assert "  templates/ours: forum.yaml, brief.md.j2" in lines
    own, base = (next(line for line in lines if f"/{name}: " in line) for name in ("uk-ghr", "_base"))
    assert lines.index("  templates/ours: forum.yaml, brief.md.j2") < lines.index(own) < lines.index(base)


def test_quiet_keeps_trouble_and_results(probata: Command, harbour: Path) -> None:
    (probata.folder / "probata.toml").write_text('[house]\nlanguage = "en US"\n', encoding="utf-8")

    build = probata("build", harbour, "--format", "html", "--quiet")
    check = probata("check", harbour, "--quiet")

    assert build.out == ""
    step = "next step: write a short tag such as `en-GB`, `fr` or `es`"
    assert build.err == f"probata.toml:2:12: must fix: `en US` is no language tag (unknown-language, HSE109); {step}\n"
    assert "`en US` is no language tag" in check.out
    assert check.err == ""


def test_details_go_into_a_pipe_without_colour_or_bar_and_colour_can_be_refused(
    probata: Command, harbour: Path
) -> None:
    build = ("build", str(harbour), "--format", "html", "--verbose")

    piped = probata_process(probata.folder, *build)
    refused = probata_process(probata.folder, *build, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color")
    dumb = probata_process(probata.folder, "--help", FORCE_COLOR="1", NO_COLOR="1")

    assert "read claims/harbour" in piped.stderr
    assert "\x1b" not in piped.stdout + piped.stderr
    assert "━" not in piped.stdout + piped.stderr
    for found in (refused, dumb):
        assert found.returncode == 0
        assert "\x1b[3" not in found.stdout + found.stderr


MOVED_CLOCK = ROOT / "tests" / "filings" / "moved_clock"
FORUMS = sorted(path.parent.name for path in (ROOT / "templates").glob("*/example.yaml"))
OF_THE_DAY = {"rule-due-today", "date-in-the-future"}
"""The notes that a check may come to on one day and not on another, as `docs/architecture.md` promises."""


def check(forum: str) -> list[str]:
    """Return the arguments that check the example of a forum."""
    return ["check", str(ROOT / "templates" / forum / "example.yaml"), "--format", "json", "--all"]


def told(out: str) -> tuple[list[str], list[str]]:
    """Return the findings that do not depend on the day as JSON, and the names of the others."""
    found = json.loads(out)["findings"]
    of_the_day = [one["name"] for one in found if one["name"] in OF_THE_DAY]
    return [json.dumps(one) for one in found if one["name"] not in OF_THE_DAY], of_the_day


@pytest.mark.parametrize("later", [date(2026, 12, 20), date(2028, 1, 15)], ids=str)
@pytest.mark.parametrize("forum", FORUMS)
def test_a_later_day_adds_notes_on_rules_to_be_read_again_and_changes_nothing_else(
    probata: Command, forum: str, later: date
) -> None:
    now = told(probata(*check(forum)).out)
    with on_day(later):
        then = told(probata(*check(forum)).out)

    assert then[0] == now[0]
    assert now[1] == []
    assert set(then[1]) <= {"rule-due-today"}
    assert then[1] or later < date(2027, 2, 24)


def test_a_process_of_its_own_asks_the_clock_and_differs_by_the_same_notes_alone(
    probata: Command, tmp_path: Path
) -> None:
    here = told(probata(*check("us-glomag")).out)
    command = [sys.executable, "-m", "probata", *check("us-glomag"), "--no-cache"]
    environment = {"PYTHONPATH": f"{MOVED_CLOCK}:{ROOT / 'src'}", "HOME": str(tmp_path)}
    ran = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert told(ran.stdout) == (here[0], ["rule-due-today"])
