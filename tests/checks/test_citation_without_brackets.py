"""Citations outside square brackets, which are printed as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import citation_without_brackets
from probata.checks.runner import run_checks
from probata.diagnostics import Diagnostic

CASE = """
case: {title: Example}
sources: [{id: register, title: Register, held: held}]
authorities: [{id: mursic, kind: judgment, name: Mursic, citation: Mursic}]
allegations:
  - id: a
    title: T
    statement: S.
    particulars: |
      They were beaten TEXT.
"""


def found(folder: Path, text: str) -> list[Diagnostic]:
    case, faults = load_example(folder, CASE.replace("TEXT", text))
    assert faults == []
    return list(run_checks(case, [citation_without_brackets.CHECK])[0].findings)


@pytest.mark.parametrize(
    ("text", "key", "instead"),
    [
        ("@mursic, para 2", "mursic", "[@mursic, para 2]"),
        ("(@register, p. 4)", "register", "[@register, p. 4]"),
        ("@register, pp. 4–6, and so on", "register", "[@register, pp. 4–6]"),
        ("@register, and so on", "register", "[@register]"),
        ("as @mursic", "mursic", "[@mursic]"),
        ("@iccpr, art 7", "iccpr", "[@iccpr, art 7]"),
        ("there.^[See @register, p. 4; and [@mursic].]", "register", "[@register, p. 4]"),
    ],
)
def test_an_id_outside_brackets_is_found_with_what_to_write(text: str, key: str, instead: str, tmp_path: Path) -> None:
    (one,) = found(tmp_path, text)

    assert one.message == f"`@{key}` stands outside square brackets, so that it is printed as it is"
    assert one.help == f"write `{instead}`"
    assert one.record == "allegations/a"


@pytest.mark.parametrize(
    "text",
    [
        "[@mursic, para 2; see @register, p. 4, with reasons]",
        "there.^[See [@register, p. 4].]",
        "at ana@register",
        "by @somebody",
        "at https://example.org/@register",
        "`@register`",
        r"\@register",
    ],
)
def test_what_is_a_citation_or_none_at_all_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []
