"""One end of a post that a text names by a part of its title, or as the command or the post alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time.tenure_told_differently import CHECK

CASE = """
case: {title: Example, summary: "TEXT"}
people: [{id: wolk, name: {family: Wolk, given: Mara}}, {id: sand, name: {family: Sand, given: Oren}}]
bodies: [{id: council, name: Council for Public Order of Kelvandra, short_name: the Council}]
positions: [{id: member, title: Member of the Council for Public Order of Kelvandra, body: council}]
roles:
  - id: m
    person: wolk
    seats: [member]
    title: Member of the Fifth Council for Public Order
    dates: 2020-01-15/2025-01-14
    responsibility: LABEL
  - {id: d, person: wolk, title: Deputy Minister of Justice, dates: 2016-05/2019-12, context_only: true}
  - {id: n, person: wolk, title: Adviser to the Ministry, dates: 2025-02/.., context_only: true}
  - {id: s, person: sand, title: Chair, dates: 2015/2016, responsibility: command}
  - {id: t, person: sand, title: Chair of the other Board, dates: 2017/2018, responsibility: command}
"""


def found(folder: Path, text: str, label: str = "command") -> list[str]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("LABEL", label))
    assert faults == []
    return [one.message.split("`")[1] for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Wolk became a member of the Fifth Council on 15 March 2020.", "from 15 March 2020"),
        ("Mara Wolk is a lawyer. She left the command in August 2023.", "until August 2023"),
        ("Mara Wolk took up the post in June 2021.", "from June 2021"),
    ],
)
def test_an_end_of_no_role_of_hers_is_found(text: str, words: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [words]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mara Wolk became a member of the Fifth Council on 15 January 2020.", "command"),
        ("Mara Wolk became a deputy member of the Fifth Council on 15 March 2020.", "command"),
        ("Mara Wolk left the post in January 2025.", "command"),
        ("Mara Wolk left the post in December 2019.", "command"),
        ("Mara Wolk took up the post in February 2025.", "command"),
        ("Mara Wolk left the command in August 2023.", "oversight"),
        ("Mara Wolk left the post of judge in August 2023.", "command"),
        ("Mara Wolk spoke. Each guard left the post in August 2023.", "command"),
        ("Mara Wolk left the town in August 2023.", "command"),
        ("Oren Sand left the post in August 2023.", "command"),
        ("A guard states that Mara Wolk left the post in August 2023.", "command"),
    ],
)
def test_an_end_of_another_post_or_of_one_that_is_not_known_is_left_alone(
    text: str, label: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text, label) == []
