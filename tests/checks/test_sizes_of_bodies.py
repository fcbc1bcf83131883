"""How many members a body is said to have, against its record and in other texts from the same place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import number_told_two_ways
from probata.checks.runner import run_checks
from probata.checks.texts.sizes_of_bodies import sizes_apart

CASE = """
case: {title: Example, language: LANGUAGE, summary: 'TEXT'}
sources: [{id: law, title: Law}, {id: press, title: Press}]
bodies:
  - {id: council, name: Council for Order, short_name: the Council, description: 'RECORDED'}
  - {id: board, name: Conseil du port}
"""
RECORDED = "A college of nine members. Two of them are elected."


def found(folder: Path, text: str, recorded: str = RECORDED, language: str = "en-GB") -> list[tuple[str, str]]:
    written = CASE.replace("TEXT", text).replace("RECORDED", recorded).replace("LANGUAGE", language)
    case, faults = load_example(folder, written)
    assert faults == []
    told = run_checks(case, [number_told_two_ways.CHECK])[0].findings
    return [(one.record.partition("/")[0], one.message.partition(" has ")[2]) for one in told]


@pytest.mark.parametrize("said", ["has 12 members", "consists of twelve members and votes", "of 12 members that votes"])
def test_another_number_than_the_record_of_the_body_has_is_found(tmp_path: Path, said: str) -> None:
    number = "twelve" if "twelve" in said else "12"

    assert found(tmp_path, f"The Council {said} [@law, art 21].") == [
        ("case", f"`{number} members`, and `bodies/council` says `nine members`")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Council has 9 members [@law, art 21].",
        "The Council has 3 members who are judges [@law, art 21].",
        "Two members of the Council were absent [@law, art 21].",
        "In 2010 the Council had 7 members [@law, art 21].",
        "The Council has 12 offices [@law, art 21].",
    ],
)
def test_a_part_another_time_and_something_else_are_not(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_two_texts_differ_only_from_one_place(tmp_path: Path) -> None:
    text = "The Council has 9 members [@law, art 21]. It votes, and the Council has 12 members [@{}, art 21]."

    assert [kind for kind, _ in found(tmp_path, text.replace("{}", "law"), "A college.")] == ["case"]
    assert found(tmp_path, text.replace("{}", "press"), "A college.") == []


def test_french_is_read(tmp_path: Path) -> None:
    text = "Le Conseil du port compte 9 membres [@law, p. 3]. Un Conseil du port de 12 membres siège [@law, p. 3]."

    recorded = "Un collège."
    case, faults = load_example(
        tmp_path, CASE.replace("TEXT", text).replace("RECORDED", recorded).replace("LANGUAGE", "fr")
    )
    assert faults == []
    assert [(one.written, other.written) for one, other in sizes_apart(case.graph)] == [("12 membres", "9 membres")]
