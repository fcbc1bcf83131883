"""Deputies in texts: told as they are recorded, and told as heads."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.drafting.post_told_higher import CHECK
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, summary: 'SAID'}
people:
  - {id: orskelin, name: {family: Orskelin, given: Daveth}PRESENT}
  - {id: tovalka, name: {family: Tovalka, given: Ismeren}}
roles:
  - {id: deputy, person: orskelin, title: Deputy Head of the Custody Department, dates: 2023/..}
  - {id: head, person: orskelin, title: Head of the Brann Street Centre, dates: 2021/2023}
  - {id: vice, person: tovalka, title: Vice-Chair of the Commission on Prisons, dates: 2016/2020}
"""


def found(folder: Path, said: str, present: str = "") -> list[str]:
    case, faults = load_example(folder, CASE.replace("SAID", said).replace("PRESENT", present))
    assert [fault.message for fault in faults] == []
    return [f"{one.record}: {one.message.split('`')[1]}" for one in run_checks(case, [CHECK])[0].findings]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Daveth Orskelin is Head of the department that runs every prison.", "Head"),
        ("Orskelin, Head of the Custody Department, was seen there.", "Head"),
        ("Ismeren Tovalka was then the Chair of the Commission.", "Chair"),
    ],
)
def test_a_deputy_told_as_the_head_is_found(said: str, title: str, tmp_path: Path) -> None:
    assert found(tmp_path, said) == [f"case/case: {title}"]


def test_the_present_of_a_person_is_read_too(tmp_path: Path) -> None:
    present = ", present_situation: {value: Head of the Custody Department, as_of: 2026}"

    assert found(tmp_path, "Nothing.", present) == ["people/orskelin: Head"]


@pytest.mark.parametrize(
    "said",
    [
        "Daveth Orskelin is Deputy Head of the department that runs every prison.",
        "Daveth Orskelin was Head of the Brann Street Centre.",
        "Ismeren Tovalka was Vice-Chair of the Commission.",
        "Daveth Orskelin reported to Ismeren Tovalka, who was Head of the Custody Department.",
        "Amir Velden is Head of the Custody Department.",
        "Daveth Orskelin was head and shoulders above the others.",
    ],
)
def test_the_recorded_title_another_post_and_somebody_else_pass(said: str, tmp_path: Path) -> None:
    assert found(tmp_path, said) == []


def test_who_held_the_higher_post_too_may_be_called_so(tmp_path: Path) -> None:
    case, _ = load_example(
        tmp_path,
        CASE.replace("SAID", "Daveth Orskelin was Head of the Custody Department.")
        .replace("PRESENT", "")
        .replace("Head of the Brann Street Centre", "Head of the Custody Department"),
    )

    assert run_checks(case, [CHECK])[0].findings == ()
