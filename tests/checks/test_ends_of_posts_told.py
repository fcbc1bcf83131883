"""One end of a post told beside a name, by what was done to its holder, without a year, or of a title alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time.tenure_told_differently import CHECK

CASE = """
case: {title: Example, summary: "TEXT"}
people:
  - {id: wolk, name: {family: Wolk, given: Mara}}
  - {id: sand, name: {family: Sand, given: Oren}}
bodies: [{id: north, name: North Prison}, {id: south, name: South Prison}]
positions: [{id: director, title: Director of North Prison, body: north}]
sources:
  - {id: gazette, title: Gazette, number: "9", issued: 2021-01-28}
  - {id: weekly, title: Weekly, issued: 2022-01}
roles:
  - id: head
    person: wolk
    seats: [director]
    title: Director of North Prison
    dates: {stated: 2021-02-01/2023-09-30, start_context: appointed by Decree 9}
    responsibility: command
    citations: gazette
  - {id: before, person: wolk, title: Deputy Minister of Justice, dates: 2016-05/2019-12-31, context_only: true}
"""


def found(folder: Path, text: str) -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text))
    assert faults == []
    findings = run_checks(case, [CHECK])[0].findings
    return [(one.message.split("`")[1], one.severity.label) for one in findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Wolk, its director until December 2022, saw it.", "until December 2022"),
        ("Mara Wolk, Director of North Prison until 2022, was seen in Sol on 3 May 2024.", "until 2022"),
        ("Mara Wolk (then Director of North Prison until 2022) saw it.", "until 2022"),
        ("North Prison and its director until December 2022, Mara Wolk, are named.", "until December 2022"),
        ("Mara Wolk, the director since 2019, saw it.", "from 2019"),
        ("Mara Wolk has been Director of North Prison since March 2020.", "from March 2020"),
        ("Mara Wolk was its director until December 2022.", "until December 2022"),
    ],
)
def test_an_end_told_of_a_title_beside_a_name_is_found(text: str, words: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [(words, "should fix")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Wolk was dismissed as Director of North Prison on 3 May 2021.", "until 3 May 2021"),
        ("Mara Wolk is a lawyer. She was dismissed by the Council on 3 May 2021.", "until 3 May 2021"),
        ("Mara Wolk was removed from office in March 2022.", "until March 2022"),
        ("Mara Wolk was replaced as its director at the end of 2022.", "until 2022"),
        ("On 3 May 2022 Mara Wolk resigned.", "until 3 May 2022"),
        ("Mara Wolk was dismissed in March 2022 from office.", "until March 2022"),
        ("Mara Wolk was dismissed in March 2022 for neglect.", "until March 2022"),
        ("Mara Wolk was dismissed in March 2022 as its director.", "until March 2022"),
        ("Mara Wolk handed over the command in March 2022 to her deputy.", "until March 2022"),
        ("Mara Wolk is a lawyer. Her tenure as director ended in December 2022.", "until December 2022"),
        ("Mara Wolk’s command began in March 2020.", "from March 2020"),
    ],
)
def test_an_end_told_by_what_happened_to_the_holder_is_found(text: str, words: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [(words, "should fix")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Wolk left the post in June.", "until June"),
        ("Mara Wolk was dismissed on 29 September.", "until 29 September"),
        ("Mara Wolk left the post in September.", ""),
        ("Mara Wolk was dismissed on 31 December.", ""),
        ("Mara Wolk left the post; in June she fell ill.", ""),
    ],
)
def test_a_month_without_a_year_is_compared_by_itself(text: str, words: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == ([(words, "should fix")] if words else [])


@pytest.mark.parametrize(
    ("text", "words", "weight"),
    [
        ("Mara Wolk is a lawyer. She was appointed director on 1 March 2021.", "appointed 1 March 2021", "should fix"),
        ("In 2022 the Council appointed Mara Wolk Director of North Prison.", "appointed 2022", "should fix"),
        ("Mara Wolk is named. The Deputy Minister was appointed in June 2017.", "appointed June 2017", "should fix"),
        ("The Director was appointed in June 2021 [@gazette, p. 2].", "appointed June 2021", "should fix"),
        ("Mara Wolk was appointed Director of North Prison on 1 March 2020.", "appointed 1 March 2020", "note"),
    ],
)
def test_an_appointment_to_a_post_that_was_held_already_or_by_another_act_is_found(
    text: str, words: str, weight: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text) == [(words, weight)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Wolk was appointed Director of North Prison on 28 January 2021.",
        "Mara Wolk was appointed Deputy Minister of Justice in March 2016.",
        "Mara Wolk was appointed Director of South Prison on 1 March 2022.",
        "Oren Sand was named. The director was appointed in June 2022.",
        "The director was appointed in June 2022 [@weekly, p. 2].",
        "The Director of North Prison of Sol was appointed in June 2022 [@gazette, p. 2].",
        "The deputy director was appointed in June 2022 [@gazette, p. 2].",
        "The Council appointed Mara Wolk and Oren Sand Director of North Prison in 2022.",
        "Mara Wolk, Director of North Prison until September 2023, was seen in Sol on 3 May 2024.",
        "Mara Wolk, its director until 2023, saw it.",
        "South Prison and its director until December 2022, Mara Wolk, are named.",
        "Mara Wolk, who saw the director until December 2022, left.",
        "Mara Wolk was director in the south until December 2022.",
        "Mara Wolk was on leave until June 2022.",
        "Mara Wolk left in June 2022.",
        "Mara Wolk was removed on 3 May 2022 to another floor.",
        "Mara Wolk was dismissed as a witness on 3 May 2022.",
        "Mara Wolk was dismissed on 3 May 2022 as a witness.",
        "Mara Wolk was appointed on 3 May 2022 to lead an inquiry.",
        "Mara Wolk was removed on 3 May 2022 from the list of witnesses.",
        "Mara Wolk was relieved in May 2022 that the inquiry had ended.",
        "Mara Wolk took command on 3 May 2022 of the search.",
        "Mara Wolk had been appointed by the time the search began in May 2022.",
        "Mara Wolk was promoted to Colonel in June 2022.",
        "Oren Sand was dismissed on 3 May 2022.",
        "Her tenure ended in December 2022.",
        "Mara Wolk was dismissed from 3 May 2022 to 5 May 2022.",
        "Mara Wolk was not appointed director on 3 May 2022 but much later.",
    ],
)
def test_what_agrees_or_tells_of_another_post_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []
