"""`--verbose` tells what was read and used, beside the results; `--quiet` tells nothing but trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.cli.test_streams import probata_process


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
