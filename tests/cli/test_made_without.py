"""A draft that was made without the citation program says so in the terminal, also to those who want it quiet."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.command import Command


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins for Pandoc are shell scripts")
@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("", "is not installed or cannot be started (citation-program-missing, CIT101); next step: install Probata"),
        ("#!/bin/sh\nkill -9 $$\n", "was stopped from outside (signal 9) (citation-program-stopped, CIT106)"),
        ("#!/bin/sh\ncat >/dev/null; exit 83\n", "Pandoc stopped with code 83 (citation-program-failed, CIT103)"),
    ],
)
def test_a_draft_in_plain_citations_says_why(
    probata: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, words: str, quiet: tuple[str, ...]
) -> None:
    program = tmp_path / "pandoc"
    if script:
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setattr("probata.citation.stage.find_program", lambda: program)
    probata("new", "case", "wells")

    made = probata("build", "wells", "--format", "html", "--no-cache", *quiet)

    assert made.code == 0
    assert words in made.err
    assert made.err.count("citations are printed in full, without the citation style: ") == 1
    assert (made.out == "") is bool(quiet)
