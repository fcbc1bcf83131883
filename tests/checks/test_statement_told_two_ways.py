"""The statements of one person against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence.statement_told_two_ways import CHECK
from probata.checks.runner import run_checks

CASE = """
case: {title: Example}
people: [{id: t, name: {family: Tolgarth, given: Merrin}}, {id: o, name: {family: Orrelby, given: Tamsin}}]
statements:
  - {id: one, person: t, kind: deponent, paragraphs: [{id: p, basis: own_knowledge, text: 'EARLIER'}]}
  - {id: two, person: WHO, kind: witness, paragraphs: [{id: p, basis: own_knowledge, text: 'LATER'}]}
"""
PRESENT = "I was present at 19 of the interviews with former detainees and at all of those with relatives."
ASKED = "We interviewed 34 former detainees, 27 of whom had been held at Brann Street, and 12 relatives."
WROTE = "On 14 August 2026 I wrote to the Claimant and set out what we allege."


def found(folder: Path, earlier: str, later: str, who: str = "t") -> list[tuple[str, list[str]]]:
    return found_in(folder, CASE.replace("WHO", who), earlier, later)


def found_in(folder: Path, written: str, earlier: str, later: str) -> list[tuple[str, list[str]]]:
    written = written.replace("EARLIER", earlier).replace("LATER", later).replace("WHO", "t")
    case, faults = load_example(folder, written)
    assert [fault.message for fault in faults] == []
    return [(one.record, one.message.split("`")[1::4]) for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("earlier", "later", "numbers"),
    [
        (PRESENT, PRESENT.replace("19", "9"), ["9", "19"]),
        (ASKED, "From February to September 2023 we" + ASKED[2:].replace("27", "17"), ["17", "27"]),
        (WROTE, WROTE.replace("August", "July"), ["14 July 2026", "14 August 2026"]),
    ],
)
def test_another_number_or_date_in_a_later_statement_is_found(
    earlier: str, later: str, numbers: list[str], tmp_path: Path
) -> None:
    assert found(tmp_path, earlier, later) == [("statements/two", numbers)]


@pytest.mark.parametrize(
    ("one", "two", "later"),
    [
        ("signed_on: 2026-05-01", "signed_on: 2026-03-01", "statements/one"),
        ("made_on: 2026-05-01", "signed_on: 2026-03-01", "statements/one"),
        ("signed_on: 2026-03-01", "signed_on: 2026-05-01", "statements/two"),
        ("signed_on: 2026-05-01", "kind: witness", "statements/two"),
    ],
)
def test_the_later_statement_is_that_of_the_later_day_wherever_it_stands(
    one: str, two: str, later: str, tmp_path: Path
) -> None:
    first, second = ("kind: deponent", one), ("kind: witness", two)
    text = CASE
    for kind, day in (first, second):
        text = text.replace(kind, kind if day == kind else f"{kind}, {day}")

    assert [record for record, _ in found_in(tmp_path, text, PRESENT, PRESENT.replace("19", "9"))] == [later]


def test_statements_in_two_languages_are_not_compared(tmp_path: Path) -> None:
    text = CASE.replace("kind: witness", "kind: witness, language: fr")

    assert found_in(tmp_path, text, PRESENT, PRESENT.replace("19", "9")) == []


@pytest.mark.parametrize(
    ("earlier", "later", "who"),
    [
        (PRESENT, PRESENT, "t"),
        (PRESENT, PRESENT.replace("19", "9"), "o"),
        (PRESENT, "I was not present at the other 15 interviews.", "t"),
        (ASKED, ASKED.replace("34", "50").replace("27", "40"), "t"),
        (ASKED, "We interviewed 34 former detainees.", "t"),
    ],
)
def test_the_same_another_person_and_another_matter_pass(earlier: str, later: str, who: str, tmp_path: Path) -> None:
    assert found(tmp_path, earlier, later, who) == []
