"""Words that say that something is known to all."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting.notoriety_word import CHECK
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
sources: [{id: report, title: Report, held: held}]
"""


def found(folder: Path, text: str, language: str = "en") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("LANGUAGE", language))
    assert faults == []
    return [(one.message.split("`")[1], one.severity.value) for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("language", "text", "words", "weight"),
    [
        ("en", "The notorious centre was closed [@report, p. 3].", "notorious", "warning"),
        ("en", "An infamous commander ran it.", "infamous", "warning"),
        ("en", "He is widely known for his methods.", "widely known for his", "warning"),
        ("en", "She is well known for her work on prisons [@report, p. 3].", "well known for her", "info"),
        ("en", "He is well known for his cruelty [@report, p. 3].", "well known for his cruelty", "warning"),
        ("en", "It was no secret that they beat him.", "no secret", "warning"),
        ("en", "It is an open secret in the town.", "an open secret", "warning"),
        ("en", "That they beat him was known to all.", "known to all", "warning"),
        ("en", "It is a matter of common knowledge.", "matter of common knowledge", "warning"),
        ("en", "It is well known that they beat him.", "It is well known", "warning"),
        ("en", "It is well known that they beat him [@report, p. 3].", "It is well known", "info"),
        ("en", "That was common knowledge.", "common knowledge", "warning"),
        ("fr", "Ce centre tristement célèbre fut fermé.", "tristement célèbre", "warning"),
        ("fr", "Il est bien connu que des gardes frappaient.", "Il est bien connu", "warning"),
        ("es", "Es bien sabido que los golpeaban.", "Es bien sabido", "warning"),
        ("es", "El centro, tristemente célebre, fue cerrado.", "tristemente célebre", "warning"),
    ],
)
def test_what_is_said_to_be_known_to_all_is_found(
    language: str, text: str, words: str, weight: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text, language) == [(words, weight)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was well known to the guards."),
        ("en", "She is a well-known lawyer."),
        ("en", "The measure is generally known as protective stay."),
        ("en", "The court takes notice of notorious facts."),
        ("en", "It is not well known what happened."),
        ("en", "Witnesses say that the centre was notorious."),
        ("en", "They called it “infamous”."),
        ("en", "There were no secret trials, and no secret files were kept."),
        ("en", "The prisoners elected a speaker in an open secret ballot."),
        ("en", "The rules were made known to all prisoners."),
        ("en", "The order was known to all guards of the wing."),
        ("en", "The guards’ common knowledge of the plan is an element of it."),
        ("en", "The doctrine of common knowledge does not apply."),
        ("en", "It was generally known among the guards that letters were opened."),
        ("fr", "Le tribunal prend acte des faits notoires."),
        ("es", "El tribunal toma nota de los hechos notorios."),
        ("es", "El abogado es bien conocido por los presos."),
        ("fr", "Il est bien connu des gardes."),
    ],
)
def test_an_acquaintance_a_name_and_the_words_of_others_are_left_alone(
    language: str, text: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text, language) == []
