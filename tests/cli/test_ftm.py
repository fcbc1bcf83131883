"""`probata export ftm` and `import ftm`: nobody in them who is protected, and nothing dropped without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.case_folder import PEOPLE, SOURCES, write_case
from tests.cli.command import Command
from tests.importers.ftm_judge import faults

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "claims/example"
BODIES = "- {id: guard, name: Harbour Guard}\n- {id: port, name: Port Office, kind: company, country: Togo}\n"
PROTECTED = (
    PEOPLE
    + "- {id: witness-a, name: Ana Rill, part_played: [witness]}\n"
    + "- {id: shy, name: Bo Kerrun, consent_required: true}\n"
    + "- {id: hurt, name: {family: Zalman, given: Ive}}\n"
)
EVENTS = (
    "- {id: e, kind: incident, title: Arrest of Ive Zalman, dates: 2022-05, persons: [hurt], bodies: [guard]}\n"
    "- {id: ana-rill-heard, kind: incident, title: A hearing, dates: 2022-06}\n"
)


def entities(probata: Command, case: Path, *options: str) -> list[dict[str, Any]]:
    ran = probata("export", "ftm", "--case", case, *options)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_every_entity_is_sound_by_the_schemata_of_the_library(probata: Command) -> None:
    made = entities(probata, EXAMPLE)

    assert len(made) > 100
    assert {one["schema"] for one in made} >= {"Person", "PublicBody", "Position", "Occupancy", "Event", "Document",
                                               "Documentation", "UnknownLink", "Identification"}  # fmt: skip
    assert faults(made) == []


def test_nobody_who_is_protected_goes_out_by_record_name_or_id(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path / "claims", people=PROTECTED, events=EVENTS, sources=SOURCES.replace("held}", "held, "
                      "confidentiality: confidential}", 1))  # fmt: skip

    ran = probata("export", "ftm", "--case", case)

    assert ran.code == 0
    for name in ("Rill", "rill", "Kerrun", "Zalman", "witness-a", "shy", "hurt", "gazette"):
        assert name not in ran.out
    assert "Merrik" in ran.out
    assert "Arrest of [name withheld]" in ran.out
    assert "left out as protected: `hurt`, `shy`, `witness-a`" in ran.err
    assert "left out as confidential: `gazette`" in ran.err
    assert "left out since an id or text of theirs names somebody protected: 1" in ran.err
    assert "is internal" in ran.err


def test_where_nobody_knows_who_is_protected_nothing_goes_out(probata: Command, tmp_path: Path) -> None:
    case = write_case(tmp_path / "claims", people=PEOPLE + "- {id: x, name: X, consent_required: perhaps}\n")

    ran = probata("export", "ftm", "--case", case)

    assert ran.code == 2
    assert ran.out == ""
    assert "records that say who is protected cannot be read; nothing was written" in ran.err


def test_a_dated_listing_and_a_seat_with_dates_of_its_own_go_out_with_them(probata: Command, tmp_path: Path) -> None:
    roles = (
        "- {id: r, person: solvan, title: T, status: ended, dates: 2020/2024, "
        "seats: [{position: commander, dates: 2021-02/2022-03-04}]}\n"
    )
    listings = (
        "- {id: l, person: solvan, authority: Togo, dates: 2020-01-02/..}\n"
        "- {id: once, person: solvan, authority: Ghana, dates: 2020-01-02}\n"
    )
    case = write_case(tmp_path / "claims", roles=roles, listings=listings)
    made = {one["schema"] + one["id"]: one["properties"] for one in entities(probata, case)}
    told = [own for key, own in made.items() if key.startswith(("Occupancy", "Sanction"))]

    assert [(own.get("startDate"), own.get("endDate")) for own in told if "authority" not in own] == [
        (["2021-02"], ["2022-03-04"])
    ]
    assert {own["authority"][0]: (own["startDate"], own.get("endDate")) for own in told if "authority" in own} == {
        "Togo": (["2020-01-02"], None),
        "Ghana": (["2020-01-02"], None),
    }


def test_a_beginning_that_is_only_first_seen_is_no_start_date(probata: Command, tmp_path: Path) -> None:
    roles = (
        "- {id: r, person: solvan, seats: [commander], title: T, status: unknown, dates: {stated: 2021-02/.., "
        "start_known: false}}\n"
    )
    case = write_case(tmp_path / "claims", roles=roles)

    made = [one for one in entities(probata, case) if one["schema"] == "Occupancy"]

    assert made == [{
        "id": "probata-roles-r", "schema": "Occupancy",
        "properties": {"holder": ["probata-people-solvan"], "post": ["probata-positions-commander"],
                       "status": ["unknown"]},
        "probata": {"kind_of_record": "roles", "id": "r", "title": "T",
                    "dates": {"stated": "2021-02/..", "start_known": "false"}},
    }]  # fmt: skip


OFFICE = "- {id: post, name: Post Office, kind: office}\n"
MEMBERS = (
    "- {id: commander, title: Commander of the Guard, body: guard}\n"
    "- {id: seat, title: Alternate Member of the Guard Council, body: guard}\n"
    "- {id: board, title: Director, body: port}\n- {id: office, title: Director of the Post, body: post}\n"
)


def test_members_and_directors_go_out_as_such_beside_their_posts(probata: Command, tmp_path: Path) -> None:
    roles = "".join(
        f"- {{id: r-{post}, person: solvan, seats: [{post}], title: T, status: ended, dates: 2020/2024-03}}\n"
        for post in ("commander", "seat", "board", "office")
    )
    case = write_case(tmp_path / "claims", bodies=BODIES + OFFICE, positions=MEMBERS, roles=roles)

    made = entities(probata, case)

    tied = {one["id"]: one for one in made if one["schema"] in ("Membership", "Directorship")}
    assert {name: one["properties"] for name, one in tied.items()} == {
        "probata-roles-r-seat-membership": {
            "member": ["probata-people-solvan"], "organization": ["probata-bodies-guard"],
            "role": ["Alternate Member of the Guard Council"], "status": ["ended"],
            "startDate": ["2020"], "endDate": ["2024-03"],
        },
        "probata-roles-r-board-directorship": {
            "director": ["probata-people-solvan"], "organization": ["probata-bodies-port"], "role": ["Director"],
            "status": ["ended"], "startDate": ["2020"], "endDate": ["2024-03"],
        },
    }  # fmt: skip
    assert sum(one["schema"] == "Occupancy" for one in made) == 4
    assert faults(made) == []


@pytest.mark.parametrize("form", ["flat", "nested"])
def test_a_membership_that_comes_back_is_the_role_that_it_went_out_of(
    probata: Command, tmp_path: Path, form: str
) -> None:
    roles = "- {id: r, person: solvan, seats: [seat], title: T, status: ended, dates: 2020/2024-03}\n"
    case = write_case(tmp_path / "claims", bodies=BODIES + OFFICE, positions=MEMBERS, roles=roles)
    assert probata("export", "ftm", "--case", case, "--form", form, "--out", "out.json").code == 0

    back = probata("import", "ftm", "out.json", "--case", case, "--dry-run", "--verbose")

    assert back.code == 0, back.err
    assert "0 added" in back.out
    assert "refused" not in back.err
    assert back.out.count(" role `") == back.out.count("there already role `r`") == 1
    assert "roles-r-seat" not in back.out


def test_what_went_out_is_known_again_and_makes_the_same_entities(probata: Command, tmp_path: Path) -> None:
    first = entities(probata, EXAMPLE)
    out = probata("export", "ftm", "--case", EXAMPLE, "--form", "nested", "--out", "out.json")
    (tmp_path / "claims/new").mkdir(parents=True)
    (tmp_path / "claims/new/case.yaml").write_text("title: New\n", encoding="utf-8")

    at_home = probata("import", "ftm", "out.json", "--case", EXAMPLE, "--dry-run")
    abroad = probata("import", "ftm", "out.json", "--case", "claims/new", "--yes")
    again = entities(probata, tmp_path / "claims/new")

    assert out.code == at_home.code == abroad.code == 0
    assert "0 added, 0 filled in" in at_home.out
    assert {one["id"]: one for one in again} == {one["id"]: one for one in first}


def test_nothing_is_written_into_a_folder_for_others_or_over_another_file(probata: Command, harbour: Path) -> None:
    (probata.folder / "outgoing").mkdir()
    (probata.folder / "mine.json").write_text("mine", encoding="utf-8")

    for_others = probata("export", "ftm", "--case", harbour, "--out", "outgoing/x.json")
    over = probata("export", "ftm", "--case", harbour, "--out", "mine.json")

    assert for_others.code == over.code == 2
    assert "lies in a folder for others" in for_others.err
    assert (probata.folder / "mine.json").read_text(encoding="utf-8") == "mine"
    assert not (probata.folder / "outgoing/x.json").exists()


def test_a_country_is_known_by_its_official_name_and_one_without_a_code_is_told(
    probata: Command, tmp_path: Path
) -> None:
    names = ["Russian Federation", "Viet Nam", "Iran (Islamic Republic of)", "Bosnia and Herzegovina", "fr", "Rusia"]
    case = write_case(
        tmp_path / "claims",
        bodies="".join(f"- {{id: b-{place}, name: B{place}, country: {name}}}\n" for place, name in enumerate(names))
        + "- {id: guard, name: Harbour Guard}\n",
    )

    ran = probata("export", "ftm", "--case", case)

    bodies = [one for one in map(json.loads, ran.out.splitlines()) if one["id"].startswith("probata-bodies-b-")]
    assert [one["properties"].get("country") for one in bodies] == [["ru"], ["vn"], ["ir"], ["ba"], ["fr"], None]
    assert "left out, `Rusia` as a country, since it has no code; did you mean `ru`, Russia?" in ran.err


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
