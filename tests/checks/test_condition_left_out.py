"""Quotations of which the condition, the denial or the exception was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import condition_left_out
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, summary: 'SUMMARY'}
sources: [{id: minutes, title: Minutes, held: held}]
quotations:
  - {id: keep, speaker: {described: the governor}, text: "WORDS", quoted_in: "minutes, p. 3"}
"""
WORDS = "The wing is full. If the court agrees, keep them in until they sign."


def found(folder: Path, summary: str, words: str = WORDS, language: str = "en-GB") -> list[str]:
    text = CASE.replace("SUMMARY", summary).replace("WORDS", words).replace("LANGUAGE", language)
    case, faults = load_example(folder, text)
    assert faults == []
    return [one.message for one in run_checks(case, [condition_left_out.CHECK])[0].findings]


def told(left_out: str, quoted: str = "keep them in until they sign") -> list[str]:
    return [
        f"the text quotes `{quoted}`, and leaves out `{left_out}`, which `quotations/keep` has in the same sentence"
    ]


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        (WORDS, "If the court agrees,"),
        ("I never said: keep them in until they sign.", "I never said:"),
        ("Nobody may keep them in until they sign.", "Nobody may"),
        ("They shall keep them in until they sign, unless the doctor objects.", "unless the doctor objects"),
        ("Keep them in until they sign the form, but only the men.", "the form, but only the men"),
        ("If you ask me, it is late. Keep them in until they sign.", ""),
        ("There is no doctor, so keep them in until they sign.", ""),
        ("Speak as if you knew them and keep them in until they sign.", ""),
        ("Keep them in until they sign. If not, call me.", ""),
        ("Keep them in until they sign and pay and leave and be glad if they can.", ""),
        ("Hold them in until they sign.", ""),
    ],
)
def test_what_turns_the_words_in_their_own_sentence_is_found(words: str, left_out: str, tmp_path: Path) -> None:
    summary = "He said: “keep them in until they sign” [@minutes, p. 3]."

    assert found(tmp_path, summary, words) == (told(left_out) if left_out else [])


@pytest.mark.parametrize(
    "summary",
    [
        "He said: “If the court agrees, keep them in until they sign” [@minutes, p. 3].",
        "He said that, if a judge agreed, they should “keep them in until they sign” [@minutes, p. 3].",
        "“If the court agrees”, he said, “keep them in until they sign” [@minutes, p. 3].",
        "He said: “keep them in until they sign” [@minutes, p. 7].",
        "He said: “keep them in” when he was asked.",
    ],
)
def test_a_condition_that_is_told_or_is_of_another_place_is_left_alone(summary: str, tmp_path: Path) -> None:
    assert found(tmp_path, summary) == []


def test_an_omission_that_is_marked_is_found_as_well(tmp_path: Path) -> None:
    summary = "He said: “… keep them in until they sign” [@minutes, p. 3]."

    assert found(tmp_path, summary) == told("If the court agrees,", "… keep them in until they sign")


@pytest.mark.parametrize(
    ("language", "words", "quoted", "left_out"),
    [
        (
            "fr",
            "Si le juge est d’accord, gardez-les jusqu’à demain.",
            "gardez-les jusqu’à demain",
            "Si le juge est d’accord,",
        ),
        (
            "es",
            "Si el juez lo permite, déjenlos dentro hasta mañana.",
            "déjenlos dentro hasta mañana",
            "Si el juez lo permite,",
        ),
    ],
)
def test_conditions_are_read_in_french_and_spanish(
    language: str, words: str, quoted: str, left_out: str, tmp_path: Path
) -> None:
    summary = f"Le texte: “{quoted}” [@minutes, p. 3]."

    assert found(tmp_path, summary.replace("'", "''"), words, language) == told(left_out, quoted)
