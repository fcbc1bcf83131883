"""Headings of grave deeds: beatings called torture, and deeds told as done where the statement alleges them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting.charge_told_differently import CHECK
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE}
events: [{id: e, kind: act, title: "EVENT", dates: 2022-05-13DESCRIPTION}]
allegations: [{id: a, title: "TITLE", statement: "STATEMENT", events: [e]}]
"""


def found(
    folder: Path, title: str = "Alleged beatings", statement: str = "It is alleged that guards beat detainees.", *,
    event: str = "A night", description: str = "", language: str = "en",
) -> list[tuple[str, str]]:  # fmt: skip
    text = CASE.replace("TITLE", title).replace("STATEMENT", statement).replace("EVENT", event)
    told = f', description: "{description}"' if description else ""
    case, faults = load_example(folder, text.replace("DESCRIPTION", told).replace("LANGUAGE", language))
    assert faults == []
    return [(one.record, one.severity.label if one.severity else "") for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("title", "statement", "language"),
    [
        ("Killing of a prisoner", "It is alleged that a prisoner was killed.", "en"),
        ("Beatings at North Prison", "It is alleged that guards beat detainees.", "en"),
        ("Torture at North Prison", "It is alleged that this was torture.", "en"),
        ("Coups portés à un détenu", "Il est allégué que des gardes ont frappé un détenu.", "fr"),
        ("Tortura de detenidos", "Se alega que guardias torturaron a detenidos.", "es"),
    ],
)
def test_a_heading_of_a_deed_that_the_statement_alleges_is_noted(
    title: str, statement: str, language: str, tmp_path: Path
) -> None:
    assert found(tmp_path, title, statement, language=language) == [("allegations/a", "note")]


@pytest.mark.parametrize(
    ("title", "statement", "language"),
    [
        ("Alleged killing of a prisoner", "It is alleged that a prisoner was killed.", "en"),
        ("Death of a prisoner", "It is alleged that a prisoner died.", "en"),
        ("Command over North Prison", "It is alleged that guards beat detainees.", "en"),
        ("Killing of a prisoner", "A prisoner was killed.", "en"),
        ("Detention without order", "It is alleged that they were detained.", "en"),
        ("Alleged torture", "It is alleged that guards beat detainees.", "en"),
        ("Torture alléguée de détenus", "Il est allégué que des gardes ont frappé un détenu.", "fr"),
        ("Presunta tortura de detenidos", "Se alega que guardias golpearon a detenidos.", "es"),
    ],
)
def test_a_heading_that_alleges_or_tells_of_no_deed_is_left_alone(
    title: str, statement: str, language: str, tmp_path: Path
) -> None:
    assert found(tmp_path, title, statement, language=language) == []


def test_torture_for_what_the_statement_calls_beatings_is_found(tmp_path: Path) -> None:
    assert found(tmp_path, "Torture of detainees") == [("allegations/a", "should fix")]


@pytest.mark.parametrize(
    ("event", "description", "weight"),
    [
        ("Torture of a detainee", "", "note"),
        ("Torture of a detainee", "Guards beat a detainee.", "should fix"),
        ("Ill-treatment of a detainee", "Blows with a hose.", "should fix"),
        ("Beating of a detainee", "", ""),
        ("Torture of a detainee", "He was tortured with blows.", ""),
        ("Torture of a detainee", "The night of 13 May.", ""),
    ],
)
def test_an_event_is_read_by_its_description_or_else_by_what_charges_it(
    event: str, description: str, weight: str, tmp_path: Path
) -> None:
    assert found(tmp_path, event=event, description=description) == ([("events/e", weight)] if weight else [])
