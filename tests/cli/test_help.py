from __future__ import annotations

import re

import pytest
from tests.cli.command import Command

COMMANDS = (
    ("build",),
    ("check",),
    ("show",),
    ("list",),
    ("explain",),
    ("explain", "check"),
    ("new",),
    ("new", "case"),
    ("new", "forum"),
    ("import",),
    ("import", "sources"),
    ("import", "table"),
    ("import", "ftm"),
    ("export",),
    ("export", "sources"),
    ("export", "ftm"),
    ("schema",),
)


def test_the_help_names_every_command_and_every_exit_code(probata: Command) -> None:
    found = probata("--help")

    assert found.code == 0
    for name in {words[0] for words in COMMANDS}:
        assert name in found.out
    for code in ("0 fine", "1 something", "2 wrong usage", "3 a fault", "130 stopped"):
        assert code in " ".join(found.out.split())


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_what_it_is_for_and_explains_each_option(probata: Command, words: tuple[str, ...]) -> None:
    found = probata(*words, "--help")

    assert found.code == 0
    assert f"Usage: probata {' '.join(words)}" in found.out
    rows = [line.strip("│ ").split("  ") for line in found.out.splitlines() if line.strip("│ ").startswith("-")]
    assert rows
    for row in rows:
        assert len(row) > 1, f"{row[0]} has no explanation"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "x", "--format", "nope"), "'nope' is not one of 'full', 'concise', 'json'"),
        (("show", "x", "nope"), "'nope' is not one of 'people', 'bodies'"),
        (("list", "nope"), "'nope' is not one of 'forums'"),
        (("build", "x", "--engine", "nope"), "'nope' is not one of 'typst', 'weasyprint'"),
        (("build", "x", "--jobs", "two"), "a whole number belongs here"),
        (("build", "x", "--jobs", "0"), "a number of 1 or more belongs here"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(probata: Command, words: tuple[str, ...], said: str) -> None:
    found = probata(*words)
    err = " ".join(found.err.replace("│", " ").split())

    assert found.code == 2
    assert said in err
    assert not re.search("Value error|Input should|integer", err)
