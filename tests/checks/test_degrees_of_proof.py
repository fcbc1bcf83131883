"""Opinions made surer than they were given, and accounts told as facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.check import Check
from probata.checks.evidence import account_as_fact, opinion_above_source
from probata.checks.runner import run_checks

OPINION, ACCOUNT = opinion_above_source.CHECK, account_as_fact.CHECK
HIGHLY = "highly consistent with"
CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
sources:
  - {id: review, title: Review of photographs, type: report, held: held}
  - {id: second, title: Second opinion, type: report, held: held, supports: Marks consistent with blows}
  - {id: interview, title: Interview with a guard, type: document, held: held}
  - {id: accounts, title: Thirty Days, type: report, supports: Accounts of 34 former detainees, held: held}
  - {id: hearing, title: Recording, type: interview, held: held}
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that guards beat him.
    evidence:
      - {source: review, pinpoint: {type: page, value: 5-6}, supports: Marks highly consistent with blows}
      - {source: review, pinpoint: {type: page, value: 9}, supports: Photographs taken in the mortuary}
"""


def found(folder: Path, text: str, check: Check, language: str = "en") -> list[str]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("LANGUAGE", language))
    assert faults == []
    return [one.message for one in run_checks(case, [check])[0].findings]


@pytest.mark.parametrize(
    ("text", "words", "theirs", "language"),
    [
        ("The marks were caused by blows [@review, p. 5].", "were caused by", HIGHLY, "en"),
        (
            "The expert says that they are typical of blows [@review, pp. 5-6].",
            "typical of",
            "highly consistent with",
            "en",
        ),
        ("The marks are diagnostic of blows [@second, p. 2].", "diagnostic of", "consistent with", "en"),
        (
            "Les marques étaient causées par des coups [@review, p. 6].",
            "étaient causées par",
            "highly consistent with",
            "fr",
        ),
        (
            "Las marcas fueron causadas por golpes [@review, p. 6].",
            "fueron causadas por",
            "highly consistent with",
            "es",
        ),
    ],
)
def test_an_opinion_surer_than_recorded_is_found(
    text: str, words: str, theirs: str, language: str, tmp_path: Path
) -> None:
    told = f"the text says `{words}`, and what is recorded of the opinion there no more than `{theirs}`"

    assert found(tmp_path, text, OPINION, language) == [told]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The marks are highly consistent with blows [@review, p. 5].", "en"),
        ("The marks are consistent with blows [@review, p. 5].", "en"),
        ("It is not said that the marks were caused by blows [@review, p. 5].", "en"),
        ("The marks were caused by blows [@review, p. 9].", "en"),
        ("The marks were caused by blows [@interview, para 2].", "en"),
        ("The marks were caused by blows [@interview, para 2], and are consistent with it [@review, p. 5].", "en"),
        ("Les marques sont très compatibles avec des coups [@review, p. 5].", "fr"),
        ("Las marcas son muy compatibles con golpes [@review, p. 5].", "es"),
    ],
)
def test_an_opinion_no_surer_or_of_another_place_is_left_alone(text: str, language: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, OPINION, language) == []


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Guards beat the prisoners [@interview, para 3].", "beat", "en"),
        ("Of 27 former detainees 21 were beaten [@accounts, p. 19; @interview, para 3].", "beaten", "en"),
        ("Guards killed a prisoner [@hearing].", "killed", "en"),
        ("Des gardes ont frappé les détenus [@interview, para 3].", "frappé", "fr"),
        ("Los guardias golpearon a los detenidos [@interview, para 3].", "golpearon", "es"),
    ],
)
def test_an_account_told_as_a_fact_is_noted(text: str, words: str, language: str, tmp_path: Path) -> None:
    told = f"the text says `{words}` as a fact, and cites only what somebody tells"

    assert found(tmp_path, text, ACCOUNT, language) == [told]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A guard states that guards beat the prisoners [@interview, para 3].", "en"),
        ("21 of 27 complain of beatings [@accounts, p. 19].", "en"),
        ("21 of 27 describe beatings [@accounts, p. 19].", "en"),
        ("Guards are alleged to have beaten the prisoners [@interview, para 3].", "en"),
        ("Guards did not beat the prisoners [@interview, para 3].", "en"),
        ("Guards beat the prisoners [@review, p. 5].", "en"),
        ("Guards beat the prisoners [@review, p. 5; @interview, para 3].", "en"),
        ("Guards beat the prisoners.", "en"),
        ("Guards took the prisoners upstairs [@interview, para 3].", "en"),
        ("Un ancien garde déclare que des gardes ont frappé les détenus [@interview, para 3].", "fr"),
        ("Según un guardia, los guardias golpearon a los detenidos [@interview, para 3].", "es"),
    ],
)
def test_what_is_told_as_told_or_shown_besides_is_left_alone(text: str, language: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, ACCOUNT, language) == []
