"""Brackets that begin with an id and lack the sign of a citation."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import citation_without_sign
from probata.checks.runner import run_checks
from probata.diagnostics import Diagnostic

CASE = """
case: {title: Example}
sources: [{id: register, title: Register, held: held}, {id: visit-2024, title: Visit, held: held}]
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
    return list(run_checks(case, [citation_without_sign.CHECK])[0].findings)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[register, p. 4]", "register"),
        ("[mursic, paras 2-4]", "mursic"),
        ("[visit-2024]", "visit-2024"),
        ("[visit-2024, p. 2; register]", "visit-2024"),
        ("[visit-2024, p. 2; @register]", "visit-2024"),
        ("[iccpr, art 7]", "iccpr"),
        ("there.^[As told in [visit-2024].]", "visit-2024"),
    ],
)
def test_an_id_in_brackets_without_its_sign_is_found(text: str, key: str, tmp_path: Path) -> None:
    (one,) = found(tmp_path, text)

    assert one.message == f"`[{key}` lacks the sign of a citation, so that the brackets are printed as they are"
    assert one.help == f"write `[@{key}`"
    assert one.record == "allegations/a"
    assert one.span is not None
    assert one.span.line == 10


@pytest.mark.parametrize(
    "text",
    [
        "[@register, p. 4]",
        "by “the [register] of the prison”",
        "[register, as it was]",
        "[nobody-2024, p. 4]",
        "`[visit-2024]`",
        r"\[visit-2024]",
        "[visit-2024](https://example.org)",
        "[^visit-2024]",
    ],
)
def test_other_brackets_are_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []
