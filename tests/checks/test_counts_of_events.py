"""The number of those who took part in an event, in our texts against its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example
from tests.checks.test_event_told_differently import CASE, found

from probata.checks.runner import run_checks
from probata.checks.time import event_told_differently


@pytest.mark.parametrize(
    "text",
    [
        "The press put their number at about 350 [@daily, p. 3].",
        "The press put their number at more than 100 [@daily, p. 3].",
        "The press put their number at about 4,000 [@daily, p. 4].",
        "The strike at the docks drew 120 strikers to the square.",
        "The strike at the docks drew 4,000 onlookers.",
        "Of the 4,000 strikers of the valley, 400 strikers came to the strike at the docks.",
        "Before the strike at the docks 4,000 strikers met.",
        "The press put their number at about four hundred [@daily, p. 3].",
        "The press put their number at hundreds [@daily, p. 3].",
        "The strike at the docks drew two hundred strikers.",
        "The strike at the docks drew four thousand onlookers.",
    ],
)
def test_a_number_that_may_be_the_count_or_tells_of_others_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The press put their number at about 4,000 [@daily, p. 3].", "4,000"),
        ("The press put their number at 40 [@daily, p. 3].", "40"),
        ("The strike at the docks drew 4,000 strikers.", "4,000"),
        ("The press put their number at about four thousand [@daily, p. 3].", "four thousand"),
        ("The strike at the docks drew up to two hundred thousand strikers.", "two hundred thousand"),
        ("The strike at the docks drew twenty-five hundred strikers.", "twenty-five hundred"),
    ],
)
def test_a_number_that_cannot_be_the_count_of_the_event_is_found(tmp_path: Path, text: str, number: str) -> None:
    assert found(tmp_path, text) == [
        ("warning", f"the text gives `{number}`, and event “Strike at the docks” (`strike`) counts `~400`")
    ]


@pytest.mark.parametrize(
    ("description", "numbers"),
    [
        ("On arrival he was given a jacket; its number was 4471.", []),
        ("He was entered in the book; the number was 4471.", []),
        ("They came at noon; their number was 4471.", ["4471"]),
    ],
)
def test_in_the_text_of_an_event_a_number_of_a_thing_is_not_its_count(
    tmp_path: Path, description: str, numbers: list[str]
) -> None:
    text = CASE.replace("dates: 2022-05-13}", f"dates: 2022-05-13, count: {{value: 3}}, description: '{description}'}}")
    case, faults = load_example(tmp_path, text)
    assert faults == []

    told = [one.message for one in run_checks(case, [event_told_differently.CHECK])[0].findings]
    assert told == [
        f"the text gives `{number}`, and event “Beating of Ardel Solvan” (`blow`) counts `3`" for number in numbers
    ]


def test_a_number_that_another_source_gives_for_the_event_is_no_other_number(tmp_path: Path) -> None:
    said = "The press put their number at about 4,000 [@daily, p. 3]."
    both = CASE.replace("value: ~400", "value: ~400, other_accounts: [{value: ~4000}]").replace("SUMMARY", said)
    case, faults = load_example(tmp_path, both)

    assert faults == []
    assert run_checks(case, [event_told_differently.CHECK])[0].findings == ()
