"""How gravely the statements and particulars of allegations word one charge."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting import charge_worded_two_ways
from probata.checks.runner import run_checks


def found(folder: Path, text: str, language: str = "en-GB") -> list[tuple[str, str]]:
    case, faults = load_example(folder, f"case: {{title: Example, language: {language}}}\n{text}")
    assert faults == []
    findings = run_checks(case, [charge_worded_two_ways.CHECK])[0].findings
    return [(one.record, one.message) for one in findings]


def alleged(statement: str, particulars: str, more: str = "") -> str:
    return f"allegations: [{{id: a, title: T, statement: {statement}, particulars: '{particulars}'{more}}}]"


@pytest.mark.parametrize(
    ("statement", "particulars", "told"),
    [
        ("Guards killed him.", "He died.", ("killed", "died")),
        ("He died.", "Guards murdered him.", ("died", "murdered")),
        ("They were tortured.", "It was ill-treatment.", ("tortured", "ill-treatment")),
        ("Thousands were held.", "Hundreds were held.", ("Thousands", "Hundreds")),
        ("Guards killed him.", "He was killed.", ()),
        ("Guards killed him.", "They beat him.", ()),
        ("Guards killed him.", 'A witness says "he died".', ()),
        ("He ordered it.", "He knew of it.", ()),
    ],
)
def test_statement_and_particulars_are_compared_by_their_gravest_words(
    tmp_path: Path, statement: str, particulars: str, told: tuple[str, str]
) -> None:
    expected = (
        [("allegations/a", "the statement says `{}`, and the particulars say `{}`".format(*told))] if told else []
    )

    assert found(tmp_path, alleged(statement, particulars)) == expected


def test_what_is_not_put_forward_or_not_in_english_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, alleged("Guards killed him.", "He died.", ", pursued: false")) == []
    assert found(tmp_path, alleged("Guards killed him.", "He died."), "fr") == []


TWO = """
events: [{{id: e, kind: {kind}, title: Death, dates: 2016, context_only: {background}}}]
allegations:
  - {{id: a, title: T, statement: Guards killed him., events: [e]}}
  - {{id: b, title: U, statement: He died., events: [{event}]}}
"""


@pytest.mark.parametrize(
    ("kind", "background", "event", "is_found"),
    [
        ("act", "false", "e", True),
        ("incident", "false", "e", True),
        ("operation", "false", "e", False),
        ("measure", "false", "e", False),
        ("act", "true", "e", False),
        ("act", "false", "", False),
    ],
)
def test_two_statements_on_one_act_are_compared(
    tmp_path: Path, kind: str, background: str, event: str, is_found: bool
) -> None:
    told = ("allegations/a", "the statement says `killed`, and that of allegation “U” (`b`), on the same event, says "
            "`died`")  # fmt: skip

    text = TWO.format(kind=kind, background=background, event=event)
    assert found(tmp_path, text) == ([told] if is_found else [])
