"""Citations that are printed as they stand: outside square brackets, or within them and without their sign."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.citations import citation_without_brackets, citation_without_sign
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


def found(check: Check, folder: Path, text: str) -> list[Diagnostic]:
    case, faults = load_example(folder, CASE.replace("TEXT", text))
    assert faults == []
    return list(run_checks(case, [check])[0].findings)


def shown(one: Diagnostic, text: str) -> str:
    """Return the words that a finding points at, in the one line of the particulars."""
    assert one.span is not None
    line = CASE.replace("TEXT", text).splitlines()[one.span.line - 1]
    return line[one.span.column - 1 : one.span.end_column - 1]


@each(
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
    (one,) = found(citation_without_brackets, tmp_path, text)

    assert in_ids(one.message) == f"`@{key}` stands outside square brackets, so that it is printed as it is"
    assert one.help == f"write `{instead}`"
    assert one.record == "allegations/a"
    assert shown(one, text) == f"@{key}"


@each(
    "text",
    ["[@mursic, para 2, @register, p. 4]", "[@mursic @register]", "[@iccpr, art 7; @mursic, cited in @register]"],
)
def test_a_second_id_in_brackets_without_a_semicolon_is_found(text: str, tmp_path: Path) -> None:
    (one,) = found(citation_without_brackets, tmp_path, text)

    assert in_ids(one.message) == "`@register` stands in one citation with another work, so that it is printed as it is"
    assert one.help == "put a semicolon between the two: `; @register`"
    assert shown(one, text) == "@register"


@each(
    "text",
    [
        "[@mursic, para 2; see @register, p. 4, with reasons]",
        "there.^[See [@register, p. 4].]",
        "[@mursic, para 2, and a letter to ana@register]",
        "at ana@register",
        "by @somebody",
        "at https://example.org/@register",
        "`@register`",
        r"\@register",
    ],
)
def test_what_is_a_citation_or_none_at_all_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(citation_without_brackets, tmp_path, text) == []


@each(
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
    (one,) = found(citation_without_sign, tmp_path, text)

    assert in_ids(one.message) == f"`[{key}` lacks the sign of a citation, so that the brackets are printed as they are"
    assert one.help == f"write `[@{key}`"
    assert one.record == "allegations/a"
    assert shown(one, text) == f"[{key}"


@each(
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
    assert found(citation_without_sign, tmp_path, text) == []
