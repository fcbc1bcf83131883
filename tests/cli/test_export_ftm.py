"""`probata export ftm`: sound entities, nobody in them who is protected, and back into a case as they were."""

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
COMMANDS = "- {id: c, superior: guard, subordinate: port, kind: command_de_jure, dates: 2020/.., citations: gazette}\n"
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


def test_the_same_case_makes_the_same_bytes(probata: Command) -> None:
    assert probata("export", "ftm", "--case", EXAMPLE).out == probata("export", "ftm", "--case", EXAMPLE).out


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
