"""What is cited from a recorded paragraph or clause: its words, and its numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.check import Check
from probata.checks.law import words_of_another_passage
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


def test_words_of_another_paragraph_of_an_exhibited_statement_are_found(tmp_path: Path) -> None:
    said = "Witness A was beaten on the soles of the feet with a rubber hose [@told, para 1]."
    case, _ = load_example(tmp_path, EXHIBITED.replace("SAID", said))

    assert len(run_checks(case, [words_of_another_passage.CHECK])[0].findings) == 1
