"""Who has answered is not said to be silent."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence import answer_told_differently
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people:
  - {id: wolk, name: {family: Wolk, given: Mara}}
  - {id: sand, name: {family: Sand, given: Oren}}
sources:
  - {id: letter, title: Letter, author: [{family: Wolk, given: Mara}], issued: 2026-09-02, held: held}
  - {id: asked, title: Our letter, author: [{literal: Watch}], issued: 2026-08-14, held: held}
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    answer: {asked: true, answer: She denies it., citations: [letter, asked]}
  - {id: hunger, title: Hunger, statement: Prisoners were starved., particulars: "PARTICULARS"}
"""


def found(folder: Path, text: str, *, language: str = "en-GB", particulars: str = "Nothing.") -> list[str]:
    filled = CASE.replace("TEXT", text).replace("LANGUAGE", language).replace("PARTICULARS", particulars)
    case, faults = load_example(folder, filled)
    assert [fault.message for fault in faults] == []
    return [one.message for one in run_checks(case, [answer_told_differently.CHECK])[0].findings]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mara Wolk has not answered what is alleged of her [@letter].", "en-GB"),
        ("Wolk has not yet replied.", "en-GB"),
        ("Mara Wolk had not answered by 30 October 2026 [@asked].", "en-GB"),
        ("Mara Wolk n’a pas répondu à ce qui est allégué à son égard.", "fr"),
        ("Mara Wolk no ha respondido a lo que se alega.", "es"),
    ],
)
def test_silence_of_whom_an_answer_is_recorded_is_found(text: str, language: str, tmp_path: Path) -> None:
    told = "the text says that `wolk` did not answer, and the answer is recorded in `letter`"

    assert found(tmp_path, text, language=language) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Wolk has answered what is alleged of her.",
        "Mara Wolk has not answered the question of who was there.",
        "Mara Wolk has not answered our second letter.",
        "Mara Wolk has not replied to the allegation of hunger.",
        "Mara Wolk had not answered by 1 September 2026.",
        "Oren Sand has not answered.",
        "Mara Wolk said that Oren Sand has not answered.",
        "They wrote “Mara Wolk has not answered”.",
    ],
)
def test_what_may_be_true_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


def test_in_the_text_of_an_allegation_its_own_answer_counts(tmp_path: Path) -> None:
    assert found(tmp_path, "Nothing.", particulars="Mara Wolk has not answered.") == []
