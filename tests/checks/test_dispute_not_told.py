"""Texts that say that nobody denies what is alleged, against the denials that are recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import dispute_not_told
from probata.checks.runner import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example, summary: 'SUMMARY'}
sources: [{id: release, title: Press release, held: held}]
events: [{id: night, kind: incident, title: Night of the beatings, attribution: ATTRIBUTED}]
allegations:
  - id: beatings
    title: Beatings
    statement: It is alleged that prisoners were beaten.
    particulars: 'TOLD'
    events: [night]
    EVIDENCE
  - {id: other, title: Other, statement: It is alleged that letters were kept., particulars: 'OTHER'}
SECTION
"""
AGAINST = "evidence: [{source: release, supports: The prison denies it, against: true}]"
SECTION = "narrative: [{id: contrary, title: T, place: contrary-evidence, text: The Ministry denied it.}]"


def found(folder: Path, **texts: str) -> list[tuple[Severity, str]]:
    of_case = {
        "SUMMARY": "S.",
        "ATTRIBUTED": "Acknowledged",
        "TOLD": "P.",
        "OTHER": "P.",
        "EVIDENCE": "",
        "SECTION": "",
    }
    text = CASE
    for name, value in {**of_case, **texts}.items():
        text = text.replace(name, value)
    case, faults = load_example(folder, text)
    assert faults == []
    return [(one.severity, one.message) for one in run_checks(case, [dispute_not_told.CHECK])[0].findings]


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ({"EVIDENCE": AGAINST}, "`release` is recorded against allegation “Beatings” (`beatings`)"),
        ({"EVIDENCE": "answer: {asked: true, answer: He denies it.}"},
         "the answer recorded in allegation “Beatings” (`beatings`) denies it"),
        ({"ATTRIBUTED": "The prison denies it"},
         "`attribution` of event “Night of the beatings” (`night`) tells a denial"),
        ({"SECTION": SECTION}, "section `contrary` on contrary evidence tells a denial"),
    ],
)  # fmt: skip
def test_a_denial_that_a_text_overlooks_is_found(records: dict[str, str], told: str, tmp_path: Path) -> None:
    message = f"the text says `No official has denied`, and {told}"

    assert found(tmp_path / "a", TOLD="No official has denied it.", **records) == [(Severity.WARNING, message)]
    assert found(tmp_path / "b", SUMMARY="No official has denied it.", **records) == [(Severity.WARNING, message)]


@pytest.mark.parametrize(
    "told",
    [
        "The account has never been contested.",
        "Nobody disputes it.",
        "No official has denied the account.",
        "No one has ever publicly denied what was done.",
    ],
)
def test_other_words_for_it_are_read(told: str, tmp_path: Path) -> None:
    assert [severity for severity, _ in found(tmp_path, TOLD=told, EVIDENCE=AGAINST)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "told",
    ["No official has denied that he was there.", "No official has denied the order.", "His rank is undisputed."],
)
def test_what_may_be_of_another_thing_is_a_note_in_an_allegation_alone(told: str, tmp_path: Path) -> None:
    assert [severity for severity, _ in found(tmp_path / "a", TOLD=told, EVIDENCE=AGAINST)] == [Severity.INFO]
    assert found(tmp_path / "b", SUMMARY=told, EVIDENCE=AGAINST) == []


@pytest.mark.parametrize(
    "texts",
    [
        {"TOLD": "No official has denied it."},
        {"OTHER": "No official has denied it.", "EVIDENCE": AGAINST},
        {"TOLD": "The prison has denied it.", "EVIDENCE": AGAINST},
        {"TOLD": "He wrote: “No official has denied it.”", "EVIDENCE": AGAINST},
        {"TOLD": "No official has denied it.", "ATTRIBUTED": "Acknowledged by the prison"},
        {"TOLD": "No official has denied it.", "EVIDENCE": "answer: {asked: true, answer: He admits it.}"},
    ],
)
def test_what_nobody_denies_or_is_denied_of_another_allegation_is_left_alone(
    texts: dict[str, str], tmp_path: Path
) -> None:
    assert found(tmp_path, **texts) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Aucun fonctionnaire n’a jamais nié les faits."), ("es", "Ningún funcionario ha negado nada.")],
)
def test_french_and_spanish_are_read(language: str, told: str, tmp_path: Path) -> None:
    text = CASE.replace("title: Example", f"title: Example, language: {language}").replace("TOLD", told)
    text = text.replace("EVIDENCE", AGAINST).replace("SECTION", "").replace("SUMMARY", "S.").replace("OTHER", "P.")
    case, _ = load_example(tmp_path, text)

    assert len(run_checks(case, [dispute_not_told.CHECK])[0].findings) == 1
