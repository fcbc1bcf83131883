"""`probata import ftm`: what entities become, flat and nested, and that nothing is dropped without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import Command

ORSK: dict[str, Any] = {
    "id": "NK-1", "schema": "Person", "caption": "Daveth Orskelin", "datasets": ["x_list"], "referents": ["old-1"],
    "last_change": "2026-01-01",
    "properties": {
        "name": ["Давет Орскелин", "Daveth Orskelin"], "firstName": ["Daveth"], "lastName": ["Orskelin"],
        "birthDate": ["1974-03-19", "1974", "2021-W07"], "nationality": ["ru"], "topics": ["role.pep"],
        "passportNumber": ["P1"], "weakAlias": ["Dave"], "sourceUrl": ["https://e.example/1"],
    },
}  # fmt: skip
FLAT: list[dict[str, Any]] = [
    ORSK,
    {"id": "O-1", "schema": "PublicBody", "properties": {"name": ["Prison No. 4"], "country": ["zz"]}},
    {"id": "pos-1", "schema": "Position", "properties": {"name": ["Head of Prison No. 4"], "organization": ["O-1"]}},
    {"id": "occ-1", "schema": "Occupancy", "properties": {"holder": ["NK-1"], "post": ["pos-1"],
                                                          "startDate": ["2021-01"]}},
    {"id": "occ-2", "schema": "Occupancy", "properties": {"holder": ["NK-1"], "post": ["pos-1"]}},
    {"id": "emp-1", "schema": "Employment", "properties": {"employee": ["NK-1"], "employer": ["O-1"],
                                                           "role": ["Colonel"], "date": ["2019"]}},
    {"id": "d-1", "schema": "Document", "properties": {"fileName": ["g.pdf"], "title": ["Gazette no. 77"],
                                                       "language": ["rus"], "contentHash": ["da39a3ee"]}},
    {"id": "dn-1", "schema": "Documentation", "properties": {"document": ["d-1"], "entity": ["NK-1"],
                                                             "role": ["shows holder in post"]}},
    {"id": "s-1", "schema": "Sanction", "properties": {"entity": ["NK-1"], "authority": ["An Office"],
                                                       "program": ["GHR"], "startDate": ["2022-05-01"]}},
    {"id": "f-1", "schema": "Family", "properties": {"person": ["NK-1"], "relative": ["NK-9"]}},
    {"id": "ev-1", "schema": "Event", "properties": {"name": ["Beatings in cell 9"], "involved": ["O-1"],
                                                     "startDate": ["2021-02-16"]}},
]  # fmt: skip
NESTED = {
    **ORSK,
    "properties": {
        **ORSK["properties"],
        "positionOccupancies": [{"id": "occ-1", "schema": "Occupancy", "properties": {
            "startDate": ["2021-01"], "post": [{**FLAT[2], "properties": {
                "name": ["Head of Prison No. 4"], "organization": [FLAT[1]]}}]}}],
        "sanctions": [{"id": "s-1", "schema": "Sanction", "properties": {
            "authority": ["An Office"], "program": ["GHR"], "startDate": ["2022-05-01"]}}],
        "documentedBy": [{"id": "dn-1", "schema": "Documentation", "properties": {
            "document": [FLAT[6]], "role": ["shows holder in post"]}}],
    },
}  # fmt: skip


def lines(folder: Path, entities: list[dict[str, Any]], name: str = "entities.ftm.json") -> str:
    (folder / name).write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entities), "utf-8")
    return name


def text_of(case: Path, kind: str) -> str:
    return (case / f"{kind}.yaml").read_text(encoding="utf-8")


PERSON = """\
- id: NK-1
  name:
    family: Orskelin
    given: Daveth
  aliases:
    - name: Давет Орскелин
      kind: also_known_as
    - name: Dave
      kind: also_known_as
      strength: weak
  birth:
    date: 1974-03-19
    alternatives:
      - date: 1974
  nationalities:
    - Russia
  identifiers:
    - type: passport
      number: P1
  citations:
    - source: d-1
      supports: shows holder in post
  note: "FollowTheMoney `NK-1`: says a database, and is no evidence until a source is cited. datasets: x_list. \
last changed 2026-01-01. leads: https://e.example/1"
"""
ROLE = """\
- id: occ-1
  person: NK-1
  seats:
    - pos-1
  title: Head of Prison No. 4
  dates: 2021-01/..
  status: unknown
"""


def test_flat_entities_become_records_and_the_rest_is_named(probata: Command, harbour: Path) -> None:
    ran = probata("import", "ftm", lines(probata.folder, FLAT), "--case", harbour, "--yes")

    assert ran.code == 0
    assert text_of(harbour, "people").endswith(PERSON)
    assert ROLE in text_of(harbour, "roles")
    assert "- id: pos-1\n  title: Head of Prison No. 4\n  body: O-1\n" in text_of(harbour, "positions")
    assert "  country: zz\n" in text_of(harbour, "bodies")
    assert "- id: d-1\n  type: document\n  title: Gazette no. 77\n  language: ru\n" in text_of(harbour, "sources")
    assert "  dates: 2022-05-01/..\n" in text_of(harbour, "listings")
    assert "  kind: incident\n  title: Beatings in cell 9\n  dates: 2021-02-16\n" in text_of(harbour, "events")
    assert "`birthDate` `2021-W07` is not taken: it is no year, month or day" in ran.out
    assert "of 2 dates of birth `1974-03-19` comes first: say which is right" in ran.out
    assert "`contentHash` is a SHA-1 and proves no copy: it is not kept" in ran.out
    assert "not kept, since no record has a field for it: `topics` (1)" in ran.out
    assert "not taken, since no record is of this sort: `Family` (1)" in ran.err
    assert probata("check", harbour, "--select", "SRC", "--select", "REC", "--select", "REF").code == 0


@pytest.mark.parametrize("indent", [None, 1])
def test_nested_entities_become_the_same_records(probata: Command, harbour: Path, indent: int | None) -> None:
    name = "nested.json"
    (probata.folder / name).write_text(json.dumps(NESTED, indent=indent), encoding="utf-8")

    ran = probata("import", "ftm", name, "--case", harbour, "--yes")

    assert ran.code == 0
    assert text_of(harbour, "people").endswith(PERSON)
    assert ROLE in text_of(harbour, "roles")
    assert "  person: NK-1\n  authority: An Office\n" in text_of(harbour, "listings")


def test_a_second_time_and_under_an_older_id_nothing_is_added(probata: Command, harbour: Path) -> None:
    probata("import", "ftm", lines(probata.folder, FLAT), "--case", harbour, "--yes")
    before = {kind: text_of(harbour, kind) for kind in ("people", "roles", "bodies", "positions", "sources")}
    renamed = {**ORSK, "id": "NK-2", "referents": ["NK-1"]}

    again = probata("import", "ftm", lines(probata.folder, FLAT), "--case", harbour, "--yes")
    other = probata("import", "ftm", lines(probata.folder, [renamed], "b.json"), "--case", harbour, "--yes", "-v")

    assert {kind: text_of(harbour, kind) for kind in before} == before
    assert "0 added, 0 filled in" in again.out
    assert "there already person `NK-1`, matched by id" in other.out


def test_entities_go_into_a_workbook_too(probata: Command, harbour: Path) -> None:
    probata("workbook", harbour, "--to", "xlsx")
    name = lines(probata.folder, FLAT)

    first = probata("import", "ftm", name, "--case", harbour, "--yes")
    again = probata("import", "ftm", name, "--case", harbour, "--yes")

    assert first.code == again.code == 0
    assert "claims/harbour/case.xlsx: 9 added" in first.out
    assert "0 added, 0 filled in, 10 there already, 0 refused; nothing to write" in again.out
    assert probata("check", harbour, "--select", "SRC", "--select", "REC", "--select", "REF").code == 0


def test_an_entity_without_what_a_record_needs_is_refused(probata: Command, harbour: Path) -> None:
    alone = {"id": "occ-9", "schema": "Occupancy", "properties": {"holder": ["solvan"], "startDate": ["2020"]}}
    before = text_of(harbour, "roles")

    ran = probata("import", "ftm", lines(probata.folder, [alone]), "--case", harbour, "--yes")

    assert ran.code == 1
    assert "refused role `occ-9`" in ran.err
    assert text_of(harbour, "roles") == before


def test_what_would_steer_or_fill_a_document_is_not_taken(probata: Command, harbour: Path) -> None:
    wild: dict[str, Any] = {
        "id": "ev-9", "schema": "Event",
        "properties": {"name": ["A", "A\u0007B"], "description": ["*x* {{ figure(1) }}"], "location": [[1]]},
    }  # fmt: skip

    ran = probata("import", "ftm", lines(probata.folder, [wild]), "--case", harbour, "--yes")

    assert "`name` is not taken: the character `U+0007` cannot stand in a document" in ran.out
    assert "`location` is not taken: it is no text" in ran.out
    assert "  description: \\*x\\* \\{\\{ figure(1) \\}\\}\n" in text_of(harbour, "events")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the file is empty"),
        ("{", "it is no JSON"),
        ("[]", "the file holds no entities"),
        ("[1]", "it is no entity"),
        ('{"id": "a"}', "it is no entity"),
        ('{"id": "a", "schema": "Person", "properties": 3}', "its `properties` are no object"),
        ("[" * 100_000, "nested too deep"),
        ('{"id":"a","schema":"X","properties":{"a":[' * 12 + "1" + "]}}" * 12, "nested too deep"),
        (json.dumps(FLAT[1]) + "\n{broken\n", "it is no JSON"),
    ],
)
def test_a_broken_file_is_refused_whole(probata: Command, harbour: Path, data: str, message: str) -> None:
    (probata.folder / "e.json").write_text(data, encoding="utf-8")
    before = text_of(harbour, "people")

    ran = probata("import", "ftm", "e.json", "--case", harbour, "--yes")

    assert ran.code == 2
    assert message in ran.err
    assert text_of(harbour, "people") == before
    assert not (harbour / "events.yaml").exists()
