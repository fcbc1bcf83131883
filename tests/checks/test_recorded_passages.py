"""What is cited from a recorded paragraph or clause: its words, and its numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.check import Check
from probata.checks.law import number_not_of_the_passage, words_of_another_passage
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANG}
people: [{id: solvan, name: {family: Solvan, given: Ardel}}]
sources: [{id: report, title: A report}]
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: Tarn
    holdings:
      - {id: alive, text: Ardel Solvan died at the centre., paragraph: "9"}
      - {id: told, text: The Procurator was not informed of the death., paragraph: "12"}
      - {id: order, text: "The custody rested on no order of a judge, and the law required one.", paragraph: "14"}
      - {id: inquiry, text: The Procurator was directed to inquire into the death., paragraph: "17"}
  - id: directive
    kind: statute
    name: Directive
    citation: Directive 17
    clauses:
      - {id: place, number: 5, text: The place of custody is not disclosed for the first thirty days.}
      - {id: talks, number: 9, text: A relative may be accommodated for up to forty-eight hours.}
      - {id: law, number: 12, text: Coercion is not permitted.}
narrative:
  - {id: n, title: N, text: 'SAID'}
"""
ORDER = "The custody of Tarn rested on no order of a judge, and the law required one"
TOLD = "The Procurator was not informed of this death"


def found(check: Check, folder: Path, said: str, language: str = "en-GB") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("SAID", said).replace("LANG", language))
    assert [fault.message for fault in faults] == []
    return [(one.severity.label, one.message) for one in run_checks(case, [check])[0].findings]


@pytest.mark.parametrize(
    ("said", "weight", "place"),
    [
        (f"{ORDER} [@tarn, para 12].", "should fix", "para 14"),
        (f"{ORDER} [@tarn, paras 12, 17].", "should fix", "para 14"),
        ("No judge gave an order [@tarn, para 12].", "note", "para 14"),
        ("Relatives may be accommodated for a time [@directive, cl 12].", "note", "cl 9"),
        (f"{TOLD} [@tarn, para 12], and the custody rested on no order [@tarn, para 17].", "note", "para 14"),
    ],
)
def test_what_another_recorded_passage_says_is_found_with_its_place(
    tmp_path: Path, said: str, weight: str, place: str
) -> None:
    told = found(words_of_another_passage.CHECK, tmp_path, said)

    assert [(one, message.split("`")[5]) for one, message in told] == [(weight, place)]


@pytest.mark.parametrize(
    "said",
    [
        f"{ORDER} [@tarn, para 14].",
        f"{TOLD} [@tarn, para 12].",
        f"{ORDER} [@tarn, paras 12, 14].",
        f"{ORDER} [@tarn, para 13].",
        f"{ORDER} [@tarn, para 12; @report, p. 4].",
        f"{ORDER} [@tarn].",
        f"{ORDER} [@tarn, p. 12].",
        "The death was told to nobody [@tarn, para 12].",
        "The family learnt of it in May [@tarn, para 12].",
        "The Procurator did nothing about the death [@tarn, para 14].",
        "A judge said so [@tarn, para 12].",
        "It did not say where Ardel Solvan was [@tarn, para 14].",
        f"{TOLD} [@tarn, para 12], nor was there an order of a judge in law [@tarn, para 14].",
    ],
)
def test_what_the_cited_passage_says_or_none_does_is_left_alone(tmp_path: Path, said: str) -> None:
    assert found(words_of_another_passage.CHECK, tmp_path, said) == []


@pytest.mark.parametrize(
    ("said", "number", "language"),
    [
        ("The place is not disclosed for the first sixty days [@directive, cl 5].", "sixty days", "en-GB"),
        ("The place is not disclosed for 60 days [@directive, cl 5].", "60 days", "en-GB"),
        ("Relatives may be kept for up to seventy-two hours [@directive, cl 9].", "seventy-two hours", "en-GB"),
        ("After 60 days, and no sooner, it is disclosed [@directive, clauses 5, 9].", "60 days", "en-GB"),
    ],
)
def test_a_number_that_the_passage_gives_otherwise_is_found(
    tmp_path: Path, said: str, number: str, language: str
) -> None:
    told = found(number_not_of_the_passage.CHECK, tmp_path, said, language)

    assert [message.split("`")[1] for _, message in told] == [number]


@pytest.mark.parametrize(
    "said",
    [
        "The place is not disclosed for the first 30 days [@directive, cl 5].",
        "The place is not disclosed for the first thirty days [@directive, cl 5].",
        "Relatives may be kept for up to 48 hours [@directive, cl 9].",
        "They were kept for 45 days, longer than the directive allows [@directive, cl 5].",
        "Of 60 days, 30 days are without news [@directive, cl 5].",
        "They were kept for 3 weeks [@directive, cl 5].",
        "They were kept for 60 days [@directive, cl 12].",
        "They were kept for 60 days [@directive, cl 6].",
        "They were kept for 60 days [@report, p. 5].",
        "On 30 May it was told to 4 judges [@tarn, para 14].",
    ],
)
def test_a_number_of_the_passage_or_of_something_else_is_left_alone(tmp_path: Path, said: str) -> None:
    assert found(number_not_of_the_passage.CHECK, tmp_path, said) == []


def test_sentences_in_another_language_than_the_records_are_left_alone(tmp_path: Path) -> None:
    said = "The place is not disclosed for the first sixty days [@directive, cl 5]."

    assert found(number_not_of_the_passage.CHECK, tmp_path, said, "de") == []
    assert found(words_of_another_passage.CHECK, tmp_path, f"{ORDER} [@tarn, para 12].", "de") == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Le lieu n’est pas révélé pendant 60 jours [@directive, cl 5]."),
        ("es", "El lugar no se revela durante 60 días [@directive, cl 5]."),
    ],
)
def test_numbers_in_digits_are_compared_in_french_and_spanish(tmp_path: Path, language: str, said: str) -> None:
    unit = said.split("60 ")[1].split()[0]
    text = CASE.replace("SAID", said).replace("LANG", language).replace("thirty days", f"30 {unit}")
    case, _ = load_example(tmp_path, text)

    assert len(run_checks(case, [number_not_of_the_passage.CHECK])[0].findings) == 1


EXHIBITED = """
case: {title: Example, summary: 'SAID'}
people: [{id: a, name: {full: Witness A}}]
sources: [{id: told, title: Statement of Witness A}]
statements:
  - id: s
    person: a
    kind: witness
    paragraphs:
      - {id: up, basis: own_knowledge, text: There were 4 guards with their jackets off.}
      - {id: hose, basis: own_knowledge, text: They beat me on the soles of my feet with a piece of rubber hose.}
exhibits: [{id: x, mark: X, description: the statement, source: told, statement: s}]
"""


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Witness A says that 6 guards were there [@told, para 1].", True),
        ("Witness A says that 4 guards were there [@told, paras 1-2].", False),
        ("Witness A says that 6 guards were there [@told, para 2].", False),
        ("Witness A says that 6 guards were there [@told].", False),
    ],
)
def test_a_number_that_an_exhibited_statement_does_not_give_is_found(said: str, is_found: bool, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, EXHIBITED.replace("SAID", said))

    assert faults == []
    assert bool(run_checks(case, [number_not_of_the_passage.CHECK])[0].findings) is is_found


def test_words_of_another_paragraph_of_an_exhibited_statement_are_found(tmp_path: Path) -> None:
    said = "Witness A was beaten on the soles of the feet with a rubber hose [@told, para 1]."
    case, _ = load_example(tmp_path, EXHIBITED.replace("SAID", said))

    assert len(run_checks(case, [words_of_another_passage.CHECK])[0].findings) == 1
