"""What others have decided already, or have before them, is told to the addressee."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.filings import pending_procedure_not_told, person_listed_already


def found(check: Check, folder: Path, text: str) -> list[str]:
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults if fault.severity.label != "note"] == []
    return [one.record for one in run_checks(case, [check])[0].findings]


LISTED = """
case:
  title: Example
  as_of: 2026-10-30
  persons_concerned: [orskelin]
  filings: [{id: f, forum: FORUM, relief: [{measure: Asset freeze, argument: ARGUMENT}]}]
people: [{id: orskelin, name: Daveth Orskelin}, {id: solvan, name: Ada Solvan}]
listings: [{id: l, LISTING}]
"""


@each(
    ("forum", "listing", "argument", "count"),
    [
        ("uk-ghr", "person: orskelin, authority: United Kingdom", "It is just.", 1),
        ("uk-ghr", "person: orskelin, authority: Treasury, programme: UK Sanctions List", "It is just.", 1),
        ("uk-ghr", "person: orskelin, authority: United Kingdom", "It is asked that he be listed.", 1),
        ("uk-ghr", "person: orskelin, authority: United Kingdom", "He is listed since 2023.", 0),
        ("uk-ghr", "person: orskelin, authority: United Kingdom", "These are further grounds.", 0),
        ("uk-ghr", "person: orskelin, authority: United Kingdom, found: false", "It is just.", 0),
        ("uk-ghr", "person: orskelin, authority: United Kingdom, dates: 2020/2022", "It is just.", 0),
        ("uk-ghr", "person: orskelin, authority: United Kingdom, dates: 2020/2028", "It is just.", 1),
        ("uk-ghr", "person: orskelin, authority: United Kingdom, dates: 2020-03-01", "It is just.", 1),
        ("uk-ghr", "person: solvan, authority: United Kingdom", "It is just.", 0),
        ("uk-ghr", "person: orskelin, authority: Ukraine", "It is just.", 0),
        ("us-glomag", "person: orskelin, authority: U.S. Treasury", "It is just.", 1),
        ("eu-ghrsr", "person: orskelin, authority: Council of the EU", "It is just.", 1),
        ("un-sp", "person: orskelin, authority: United Nations", "It is just.", 0),
    ],
)
def test_a_listing_by_the_addressee_is_known_to_the_request(
    forum: str, listing: str, argument: str, count: int, tmp_path: Path
) -> None:
    text = LISTED.replace("FORUM", forum).replace("LISTING", listing).replace("ARGUMENT", argument)

    assert found(person_listed_already, tmp_path, text) == ["filings/f"] * count


PENDING = """
case: {title: Example, filings: [{id: f, forum: FORUM}]}
bodies: [{id: tribunal, name: Tribunal of the Two Seas, kind: international_organisation}]
steps: [{id: s, what: Communication, STEP}]
narrative: [{id: n, title: Others, place: other-procedures, text: "TEXT" MORE}]
"""


@each(
    ("forum", "step", "text", "more", "count"),
    [
        ("un-sp", "to: Human Rights Committee, pending: true", "It is before no other body.", "", 1),
        ("un-sp", "to: Human Rights Committee, pending: true", "It is before the Human\\n  Rights Committee.", "", 0),
        ("un-sp", "to: Human Rights Committee, pending: true", "The Human Rights Committee.", ", forums: [uk-ghr]", 1),
        ("un-sp", "to: Human Rights Committee, pending: false", "It is before no other body.", "", 0),
        ("un-sp", "to: Tribunal of the Two Seas, pending: true", "It is before no other body.", "", 1),
        ("un-sp", "to: Office of the Procurator of Ostamar, pending: true", "It is before no other body.", "", 0),
        ("un-sp", "pending: true", "It is before no other body.", "", 0),
        ("uk-ghr", "to: Human Rights Committee, pending: true", "It is before no other body.", "", 0),
    ],
)
def test_a_pending_procedure_before_an_international_body_is_told_where_the_forum_asks(
    forum: str, step: str, text: str, more: str, count: int, tmp_path: Path
) -> None:
    parts = {"FORUM": forum, "STEP": step, "TEXT": text, "MORE": more}
    case = PENDING
    for name, part in parts.items():
        case = case.replace(name, part)

    assert found(pending_procedure_not_told, tmp_path, case) == ["filings/f"] * count
