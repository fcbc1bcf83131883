from __future__ import annotations

from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, write_case
from tests.cli.command import Command


def rows(out: str) -> list[list[str]]:
    return [line.split("\t") for line in out.splitlines()]


def test_the_matrix_shows_role_responsibility_provision_and_citations(probata: Command, harbour: Path) -> None:
    headings, *found = rows(probata("show", harbour, "matrix").out)

    assert headings == ["Allegation", "Role", "Responsibility", "Provision", "Citations"]
    assert found == [["beatings", "Ardel Solvan: Commander of the Harbour Guard", "command", "UNCAT art 1", "1"]]


def test_the_proof_shows_each_element_with_who_asks_for_it_and_how_it_stands(probata: Command, tmp_path: Path) -> None:
    allegations = ALLEGATIONS.replace(
        'evidence: ["report, p. 7"]',
        "evidence: [{source: report, pinpoint: {type: page, value: 7}, elements: [severe-pain]}]\n"
        "  gaps: [{elements: [purpose], reason: Nobody said why.}]",
    )
    headings, *found = rows(probata("show", write_case(tmp_path, allegations=allegations), "proof").out)
    by_element = {row[1]: dict(zip(headings, row, strict=True)) for row in found}

    assert by_element["severe-pain"]["Asked by"] == "UNCAT art 1"
    assert by_element["severe-pain"]["Status"] == "weak"
    assert by_element["severe-pain"]["Cited for"] == "report"
    assert by_element["purpose"]["Status"] == "gap stated: Nobody said why."
    assert by_element["intent"]["Status"] == "gap"
    assert by_element["responsible"]["Person"] == "Ardel Solvan"


def test_the_matrix_shows_what_is_missing_as_gaps(probata: Command, tmp_path: Path) -> None:
    bare = "- {id: bare, title: Bare, statement: It is alleged.}\n"

    _, *found = rows(probata("show", write_case(tmp_path, allegations=bare), "matrix").out)

    assert found == [
        [
            "bare",
            "[role: to complete]",
            "[responsibility: to complete]",
            "[provision: to complete]",
            "[citation: to complete]",
        ]
    ]


def test_the_timeline_begins_with_the_earliest(probata: Command, tmp_path: Path) -> None:
    events = (
        "- {id: raid, kind: incident, title: A raid, dates: 2022-05-03}\n"
        "- {id: decree, kind: measure, title: A decree, dates: 2019}\n"
    )

    _, *found = rows(probata("show", write_case(tmp_path, events=events), "timeline").out)

    assert [row[0] for row in found] == ["2019", "February 2021 to September 2023", "3 May 2022"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("people", "Ardel Solvan"),
        ("bodies", "Harbour Guard"),
        ("roles", "Commander of the Harbour Guard"),
        ("allegations", "Alleged beatings in the harbour"),
        ("sources", "A Report on the Harbour"),
    ],
)
def test_each_kind_of_record_has_its_table(probata: Command, harbour: Path, table: str, words: str) -> None:
    found = probata("show", harbour, table)

    assert found.code == 0
    assert words in found.out


def test_a_case_that_cannot_be_read_ends_with_2(probata: Command, tmp_path: Path) -> None:
    found = probata("show", write_case(tmp_path, case=None), "people")

    assert found.code == 2
    assert "there is no such file" in found.err
