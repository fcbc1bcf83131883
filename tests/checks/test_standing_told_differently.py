"""How a State stands to a treaty: the texts against the records, and the records in themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.law.standing_told_differently import CHECK
from probata.checks.runner import run_checks

CASE = """
case:
  title: Example
  language: LANGUAGE
  state: STATE
  summary: "TEXT"
  standings:
    - {instrument: uncat, status: party, in_force: 1998-05-06, standing: "State party, by the Act of 6 April 1998"}
    - {instrument: icpped, status: signatory, standing: signed and not ratified}
    - {instrument: rome-statute, status: not_party, standing: not a party}
"""


def found(folder: Path, text: str, language: str = "en-GB", state: str = "Kelvandra") -> list[str]:
    filled = CASE.replace("TEXT", text).replace("LANGUAGE", language).replace("STATE", state)
    case, faults = load_example(folder, filled)
    assert faults == []
    return [one.message for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Kelvandra is a party to the Rome Statute.", "is a party", "en-GB"),
        ("Kelvandra is bound by the Convention against Torture and the Rome Statute.", "is bound", "en-GB"),
        ("Custody falls under the ICPPED. Kelvandra has ratified that Convention.", "has ratified", "en-GB"),
        ("It is a breach of the Rome Statute, to which Kelvandra is a party.", "is a party", "en-GB"),
        ("Kelvandra has signed the Rome Statute.", "has signed", "en-GB"),
        ("Kelvandra has not ratified the Convention against Torture.", "has not ratified", "en-GB"),
        ("Kelvandra acceded to the Convention against Torture in 2008.", "acceded", "en-GB"),
        ("Kelvandra est partie au Statut de Rome.", "est partie", "fr"),
        ("Kelvandra a ratifié la Convention contre les disparitions forcées.", "a ratifié", "fr"),
        ("Kelvandra es parte en el Estatuto de Roma.", "es parte", "es"),
    ],
)
def test_what_a_text_says_against_the_record_is_found(text: str, words: str, language: str, tmp_path: Path) -> None:
    told = found(tmp_path, text, language)

    assert len(told) == 1
    assert told[0].startswith(f"the text says `{words}` of ")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kelvandra is not a party to the Rome Statute.", "en-GB"),
        ("Kelvandra is a party to the Convention against Torture; it has not ratified the ICPPED.", "en-GB"),
        ("Kelvandra has signed and not ratified the Convention on Enforced Disappearance.", "en-GB"),
        ("Kelvandra has signed the Convention on Enforced Disappearance.", "en-GB"),
        ("Kelvandra acceded to the Convention against Torture in 1998.", "en-GB"),
        ("If Kelvandra is a party to the Rome Statute, the Court may act.", "en-GB"),
        ("Had Kelvandra ratified the Rome Statute, it would apply.", "en-GB"),
        ("It is not known whether Kelvandra has ratified the Rome Statute.", "en-GB"),
        ("In 1995 Kelvandra was not a party to the Convention against Torture.", "en-GB"),
        ("The Ministry states that Kelvandra has ratified the Rome Statute.", "en-GB"),
        ("The neighbour of Kelvandra, Orland, is a party to the Rome Statute.", "en-GB"),
        ("Kelvandra has ratified the Act, which is like the Rome Statute.", "en-GB"),
        ("Kelvandra has ratified that Convention.", "en-GB"),
        ("Kelvandra n’est pas partie au Statut de Rome.", "fr"),
        ("Kelvandra no es parte en el Estatuto de Roma.", "es"),
    ],
)
def test_what_agrees_or_is_told_of_something_else_is_left_alone(text: str, language: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, language) == []


def test_the_catalogue_is_asked_where_the_case_says_nothing_and_gives_a_note(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, "case: {title: T, state: China, summary: China has ratified the ICCPR.}")
    (finding,) = run_checks(case, [CHECK])[0].findings

    assert finding.severity is not None
    assert finding.severity.label == "note"
    assert "China signed it on 1998-10-05 and has not ratified it" in finding.message


@pytest.mark.parametrize(
    ("day", "is_found"),
    [("1998", False), ("1998-05-06", False), ("1999", False), ("2008", True), ("1989", True)],
)
def test_the_day_of_a_standing_is_held_against_the_year_in_its_words(day: str, is_found: bool, tmp_path: Path) -> None:
    text = CASE.replace("TEXT", "S.").replace("LANGUAGE", "en").replace("STATE", "Kelvandra")
    case, _ = load_example(tmp_path, text.replace("1998-05-06", day))

    assert bool(run_checks(case, [CHECK])[0].findings) is is_found
