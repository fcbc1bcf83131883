"""Numbers without what they count, against the count of their event and the table of their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks import test_event_told_differently, test_number_not_in_table
from tests.checks.example_case import load_example

from probata.checks.figures import number_not_in_table
from probata.checks.runner import run_checks


def of_event(folder: Path, text: str) -> list[tuple[str, str]]:
    return [(weight, said.split("`")[1]) for weight, said in test_event_told_differently.found(folder, text)]


@pytest.mark.parametrize(
    "text",
    [
        "At the strike at the docks 120 were taken.",
        "At the strike at the docks, 4,000 onlookers were there.",
        "Before the strike at the docks 4,000 were taken.",
        "Of the 4,000 who were at the strike at the docks none was taken.",
        "420 were taken [@daily, p. 3].",
        "4,000 were taken [@daily, p. 4].",
        "Another 12 followed [@daily, p. 3].",
        "Many came, of whom 12 were taken [@daily, p. 3].",
        "12 guards were taken [@daily, p. 3].",
        "Of those asked 30 were taken [@daily, p. 3].",
        "Of those asked, 30 were taken [@daily, p. 3].",
        "4,000 were taken in the whole country, 420 of them at the strike at the docks.",
        "12 were taken and 40 stayed [@daily, p. 3].",
        "600 came to watch [@daily, p. 3].",
        "600 remained [@daily, p. 3].",
        "At the strike at the docks 4,000 came to watch.",
    ],
)
def test_a_number_that_may_be_a_part_of_the_count_or_is_of_others_is_left_alone(text: str, tmp_path: Path) -> None:
    assert of_event(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "number", "weight"),
    [
        ("At the strike at the docks 4,000 were taken.", "4,000", "warning"),
        ("At the strike at the docks another 600 followed.", "600", "warning"),
        ("600 stopped work [@daily, p. 3].", "600", "warning"),
        ("Six hundred stopped work [@daily, p. 3].", "Six hundred", "warning"),
        ("120 stopped work [@daily, p. 3].", "120", "info"),
    ],
)
def test_a_number_that_cannot_be_the_count_is_found_and_one_that_may_be_a_part_is_a_note(
    text: str, number: str, weight: str, tmp_path: Path
) -> None:
    assert of_event(tmp_path, text) == [(weight, number)]


def of_table(folder: Path, text: str) -> list[tuple[str, str]]:
    written = test_number_not_in_table.CASE.replace("TEXT", text).replace("COUNT", "3")
    case, faults = load_example(folder, written, {"admissions.csv": test_number_not_in_table.TABLE})
    assert faults == []
    findings = run_checks(case, [number_not_in_table.CHECK])[0].findings
    return [(one.severity.value, one.message.split(", and the table")[0]) for one in findings]


@pytest.mark.parametrize(
    ("text", "number", "row"),
    [
        ("In May 42 were taken [@bulletin, p. 12].", "42", "2016-05"),
        ("In May 2016, another 42 followed [@bulletin, p. 12].", "42", "2016-05"),
        ("Another 42 followed in June [@bulletin, p. 12].", "42", "2016-06"),
        ("There were 173 in May [@bulletin, p. 12].", "173", "2016-05"),
    ],
)
def test_a_number_told_of_one_row_that_the_table_does_not_give_is_a_note(
    text: str, number: str, row: str, tmp_path: Path
) -> None:
    assert of_table(tmp_path, text) == [("info", f"the text gives `{number}` for `{row}`")]


@pytest.mark.parametrize(
    "text",
    [
        "In June 96 were taken [@bulletin, p. 12].",
        "In May some 42 were taken [@bulletin, p. 12].",
        "In May 42 guards were there [@bulletin, p. 12].",
        "On 3 May 42 were taken [@bulletin, p. 14].",
        "On 3 May 42 were taken [@bulletin, p. 12].",
        "In the week to 20 May 42 were taken [@bulletin, p. 12].",
        "In early May 42 were taken [@bulletin, p. 12].",
        "By May 189 had come [@bulletin, p. 12].",
        "Since May 42 have been there [@bulletin, p. 12].",
        "42 were taken [@bulletin, p. 12].",
        "In May 9 were taken [@bulletin, p. 12].",
        "In May 42 remained [@bulletin, p. 12].",
    ],
)
def test_a_number_of_the_table_or_of_something_else_is_left_alone(text: str, tmp_path: Path) -> None:
    assert of_table(tmp_path, text) == []
