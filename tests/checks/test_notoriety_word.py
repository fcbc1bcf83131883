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
        ("fr", "Le tribunal prend acte des faits notoires."),
        ("es", "El tribunal toma nota de los hechos notorios."),
    ],
)
def test_an_acquaintance_a_name_and_the_words_of_others_are_left_alone(
    language: str, text: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text, language) == []
