"""How a source puts a relation or a ground that is recorded as command."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.law import oversight_as_command
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
commands: [{id: c, superior: board, subordinate: north, kind: KIND, stated: "STATED"MORE}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017}]
allegations: [{id: a, title: T, statement: S., roles: [{role: r, responsibility: GROUND}]}]
"""


def found(
    folder: Path, stated: str = "established it", *, kind: str = "command_de_jure", more: str = "",
    ground: str = "command", language: str = "en-GB",
) -> list[tuple[str, str]]:  # fmt: skip
    text = CASE.replace("LANGUAGE", language).replace("KIND", kind).replace("STATED", stated)
    case, faults = load_example(folder, text.replace("MORE", more).replace("GROUND", ground))
    assert faults == []
    return [(one.record, one.message) for one in run_checks(case, [oversight_as_command.CHECK])[0].findings]


@pytest.mark.parametrize(
    ("stated", "word", "language"),
    [
        ("supervises and coordinates", "supervises", "en-GB"),
        ("the Board had oversight of the prison", "oversight", "en-GB"),
        ("the Board is responsible for supervision of the prison", "supervision", "en-GB"),
        ("the Board had oversight responsibility", "oversight", "en-GB"),
        ("supervise et coordonne", "supervise", "fr"),
        ("supervisa la prisión", "supervisa", "es"),
    ],
)
def test_a_relation_of_command_whose_source_tells_of_supervision_is_found(
    stated: str, word: str, language: str, tmp_path: Path
) -> None:
    told = f"`c` is recorded as `command_de_jure`, and its `stated` tells of `{word}` alone"

    assert found(tmp_path, stated, language=language) == [("commands/c", told)]


@pytest.mark.parametrize(
    "stated",
    [
        "directs and supervises",
        "direct command and oversight responsibility",
        "the Commander supervised the guards",
        "the Board runs the prison",
        "established the prison",
    ],
)
def test_a_word_of_command_beside_it_or_none_at_all_is_left_alone(stated: str, tmp_path: Path) -> None:
    assert found(tmp_path, stated) == []


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("the Board oversees the prison and appoints its governor", "en-GB"),
        ("the Board oversees the prison and is responsible for it", "en-GB"),
        ("supervise la prison et nomme les gardiens", "fr"),
        ("supervisa la prisión y es responsable de ella", "es"),
        ("supervisa la prisión y nombra a los guardias", "es"),
    ],
)
def test_who_appoints_or_is_responsible_is_taken_to_command(stated: str, language: str, tmp_path: Path) -> None:
    assert found(tmp_path, stated, language=language) == []


@pytest.mark.parametrize(
    "as_recorded",
    [{"kind": "oversight"}, {"kind": "coordination"}, {"more": ", inferred: true"}, {"language": "de"}],
    ids=["oversight", "coordination", "our own reading, which carries no command", "a language without a list"],
)
def test_what_is_not_recorded_as_command_is_left_alone(as_recorded: dict[str, str], tmp_path: Path) -> None:
    assert found(tmp_path, "supervises and coordinates", **as_recorded) == []


@pytest.mark.parametrize(
    ("ground", "word"),
    [
        ("{label: command, stated: as a member he supervised it}", "as a member"),
        ("{link: direct_superior, stated: she monitored the prison}", "monitored"),
        ("{label: oversight, stated: as a member he supervised it}", ""),
        ("{label: command, stated: as a member he gave orders}", ""),
        ("{label: command, stated: for all prisoners}", ""),
    ],
)
def test_a_ground_of_command_is_read_alike(ground: str, word: str, tmp_path: Path) -> None:
    told = f"the responsibility from role “Governor” (`r`) is command, and its `stated` tells of `{word}` alone"

    assert found(tmp_path, ground=ground) == ([("allegations/a", told)] if word else [])


def test_a_ground_that_rests_on_membership_is_told_once(tmp_path: Path) -> None:
    ground = "{label: command, link: member_of_deciding_body, stated: as a member he supervised it}"

    assert len(found(tmp_path, ground=ground)) == 1
