"""Command as our texts tell it, held against what is recorded of a person and between two bodies."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.check import Check
from probata.checks.law import command_told_as_supervision, command_told_of_oversight, ultimate_below_superior
from probata.checks.runner import run_checks

COMMAND, ULTIMATE = command_told_of_oversight.CHECK, ultimate_below_superior.CHECK
SUPERVISION = command_told_as_supervision.CHECK
CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people:
  - {id: wolk, name: {family: Wolk, given: Mara}, gender: female}
  - {id: sand, name: {family: Sand, given: Oren}, gender: male}
bodies:
  - {id: board, name: Prison Board}
  - {id: guard, name: Prison Guard}
  - {id: north, name: North Prison}
  - {id: inspection, name: Inspection of Prisons}
positions:
  - {id: member, title: Member of the Prison Board, body: board}
  - {id: governor, title: Governor of North Prison, body: north}
commands:
  - {id: board-guard, superior: board, subordinate: guard, kind: oversight}
  - {id: guard-north, superior: guard, subordinate: north, kind: command_de_jure}
roles:
  - {id: r, person: wolk, seats: [member], title: Member of the Prison Board, dates: 2015/2017, responsibility: GROUND}
  - {id: s, person: sand, seats: [governor], title: Governor, dates: 2015/2017, responsibility: command}
"""


def found(
    folder: Path, text: str, *, ground: str = "oversight", language: str = "en-GB", check: Check = COMMAND
) -> list[str]:
    filled = CASE.replace("TEXT", text).replace("LANGUAGE", language).replace("GROUND", ground)
    case, faults = load_example(folder, filled)
    assert faults == []
    return [one.message for one in run_checks(case, [check])[0].findings]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Mara Wolk commanded the guards.", "commanded", "en-GB"),
        ("Mara Wolk sat on the board. She praised the rule and commanded the guards.", "commanded", "en-GB"),
        ("Mara Wolk, who was in command of the guards, voted.", "in command of", "en-GB"),
        ("Mara Wolk, a member since 2015, had command over them.", "had command over", "en-GB"),
        ("The guards were under the command of Mara Wolk.", "under the command of", "en-GB"),
        ("Wolk voted. The guards were under her command.", "under her command", "en-GB"),
        ("Mara Wolk commandait les gardes.", "commandait", "fr"),
        ("Les gardes étaient sous le commandement de Mara Wolk.", "sous le commandement de", "fr"),
        ("Mara Wolk tenía el mando de los guardias.", "tenía el mando de", "es"),
    ],
)
def test_command_told_of_who_has_oversight_alone_is_found(text: str, words: str, language: str, tmp_path: Path) -> None:
    told = f"the text says `{words}` of `people/wolk`, whose recorded grounds are `oversight` alone"

    assert found(tmp_path, text, language=language) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "It is not submitted that Mara Wolk commanded any guard.",
        "It is not known whether Mara Wolk commanded the guards.",
        "Nothing shows that Mara Wolk was in command of the guards.",
        "Mara Wolk was in command of nobody.",
        "Oren Sand commanded the guards; Mara Wolk supervised them.",
        "Mara Wolk praised Oren Sand, who commanded the guards.",
        "Mara Wolk praised the officer who commanded the guards.",
        "Mara Wolk voted with Colonel Brest and Colonel Brest commanded the guards.",
        "A witness states that Mara Wolk commanded the guards.",
        "Mara Wolk commanded a majority on the board.",
        "Mara Wolk was commanded to appear.",
        "Mara Wolk sat there. He commanded the guards.",
        "Mara Wolk sat there. The deputy of Mara Wolk commanded the guards.",
        "“Mara Wolk commanded the guards.”",
        "Mara Wolk oversaw the guards under the command of Oren Sand.",
    ],
)
def test_what_is_denied_reported_or_said_of_somebody_else_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text.replace('"', "")) == []


@pytest.mark.parametrize("ground", ["command", "[command, oversight]", "[]"])
def test_who_has_a_ground_of_command_or_none_at_all_is_left_alone(ground: str, tmp_path: Path) -> None:
    assert found(tmp_path, "Mara Wolk commanded the guards.", ground=ground) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("The Prison Board has nine members. The Prison Guard is under its command.", True),
        ("The Prison Guard is under the command of the Prison Board.", True),
        ("The Prison Board commanded the Prison Guard.", True),
        ("The Prison Guard commanded North Prison.", False),
        ("North Prison is under the command of the Prison Guard.", False),
        ("The Prison Guard is not under the command of the Prison Board.", False),
        ("Prison Guard and Prison Board sat with the Inspection of Prisons. North Prison is under its command.", False),
        ("The Inspection of Prisons commanded the Prison Guard.", False),
    ],
)
def test_two_bodies_are_held_against_the_relation_between_them(text: str, is_found: bool, tmp_path: Path) -> None:
    told = found(tmp_path, text)

    assert bool(told) is is_found
    assert all(one.endswith("of `board` over `guard`, which is recorded as `oversight`") for one in told)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Oren Sand had ultimate command over the guards.", True),
        ("Oren Sand was the supreme commander of the guards.", True),
        ("Oren Sand, who had ultimate command and oversight responsibility for the guards, stood by.", True),
        ("Oren Sand had direct command over the guards.", False),
        ("Oren Sand did not have or hold it and never had ultimate command over the guards.", False),
        ("The report states that Oren Sand had ultimate command over the guards.", False),
        ("Mara Wolk had ultimate command over the guards.", False),
    ],
)
def test_ultimate_told_of_who_has_a_superior_is_found(text: str, is_found: bool, tmp_path: Path) -> None:
    assert bool(found(tmp_path, text, check=ULTIMATE)) is is_found


def test_ultimate_graded_in_a_record_is_told_there_alone(tmp_path: Path) -> None:
    text = CASE.replace("TEXT", "Oren Sand had ultimate command over the guards.").replace("LANGUAGE", "en")
    text = text.replace("GROUND", "oversight").replace(
        "2017, responsibility: command}", "2017, responsibility: {label: command, grade: ultimate}}"
    )
    case, _ = load_example(tmp_path, text)
    findings = run_checks(case, [ULTIMATE])[0].findings

    assert [one.record for one in findings] == ["roles/s"]


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Oren Sand supervised North Prison.", "supervised", "en-GB"),
        ("Oren Sand, who had oversight of North Prison, came.", "had oversight of", "en-GB"),
        ("Oren Sand supervisait North Prison.", "supervisait", "fr"),
        ("Oren Sand supervisó North Prison.", "supervisó", "es"),
    ],
)
def test_supervision_told_of_who_commands_alone_is_noted(text: str, words: str, language: str, tmp_path: Path) -> None:
    told = f"the text says `{words}` of `sand`, whose recorded grounds are `command` alone"

    assert found(tmp_path, text, language=language, check=SUPERVISION) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Oren Sand commanded North Prison.",
        "Oren Sand supervised the works at North Prison.",
        "Oren Sand supervised the Prison Board.",
        "Mara Wolk supervised the Prison Board.",
        "The Prison Board supervised North Prison.",
        "A report says that Oren Sand supervised North Prison.",
    ],
)
def test_supervision_of_others_and_by_others_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, check=SUPERVISION) == []
