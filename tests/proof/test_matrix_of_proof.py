"""What proves what: how an allegation stands with each element of its legal tests."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.support.proved import proved
from probata.proof import AllegationProof, Row, Status

CASE = """
case:
  title: T
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Ovid Tarn}]
roles:
  - {id: governor, person: wolk, title: Governor, dates: 2016/2018}
  - {id: deputy, person: tarn, title: Deputy, dates: 2016/2018}
sources:
  - {id: diary, title: A diary, publisher: A, held: held, rank: primary}
  - {id: letter, title: A letter, publisher: B, held: held, rank: primary}
  - {id: reprint, title: A reprint, publisher: A, held: held, rank: secondary}
  - {id: paper, title: A paper, publisher: C, held: held, rank: secondary}
  - {id: unseen, title: Known by name, publisher: D, held: cited_in}
  - {id: long, title: A long report, type: report, publisher: E, held: held, rank: primary}
quotations:
  - {id: bare, speaker: {described: a guard}, text: Go on.}
  - {id: sound, speaker: {described: a guard}, text: Go on., quoted_in: "diary, p. 1"}
allegations:
  - id: a
    title: T
    statement: S.
    roles: ROLES
    provisions: [{instrument: uncat, provision: 12}]
    evidence: EVIDENCE
"""


def prove(folder: Path, evidence: str, roles: str = "[]", more: str = "") -> AllegationProof:
    text = CASE.replace("EVIDENCE", evidence).replace("ROLES", roles)
    case, faults = load_example(folder, text + more)
    assert [fault.message for fault in faults] == []
    (found,) = proved(case)
    return found


def row(folder: Path, evidence: str, more: str = "") -> Row:
    (found,) = prove(folder, evidence, more=more).rows
    assert found.elements == ("no-investigation",)
    return found


FOR = "{source: diary, elements: [no-investigation]}"
SECONDARY = "{source: paper, elements: [no-investigation]}"
UNSEEN = "{source: unseen, elements: [no-investigation]}"
AGAINST = "{source: letter, elements: [no-investigation], against: true}"
ANSWERED = "{source: letter, elements: [no-investigation], against: true, answered: It is a copy.}"
STATED = "    gaps: [{elements: [no-investigation], reason: Nobody would say.}]\n"


@each(
    ("evidence", "more", "status"),
    [
        (f"[{FOR}]", "", Status.SUPPORTED),
        (f"[{SECONDARY}]", "", Status.WEAK),
        (f"[{UNSEEN}]", "", Status.WEAK),
        (f"[{FOR}, {ANSWERED}]", "", Status.ANSWERED),
        (f"[{FOR}, {AGAINST}]", "", Status.UNANSWERED),
        (f"[{FOR}, {ANSWERED}, {AGAINST}]", "", Status.UNANSWERED),
        (f"[{UNSEEN}, {ANSWERED}]", "", Status.WEAK),
        (f"[{SECONDARY}, {ANSWERED}]", "", Status.WEAK),
        (f"[{UNSEEN}, {FOR}, {ANSWERED}]", "", Status.ANSWERED),
        (f"[{UNSEEN}, {AGAINST}]", "", Status.UNANSWERED),
        (f"[{ANSWERED}]", "", Status.GAP),
        (f"[{ANSWERED}]", STATED, Status.GAP_STATED),
        ("[diary]", STATED, Status.GAP_STATED),
        ("[diary]", "", Status.GAP),
        (f"[{AGAINST}]", "", Status.GAP),
    ],
)
def test_an_element_is_supported_weak_contradicted_or_a_gap(
    tmp_path: Path, evidence: str, more: str, status: Status
) -> None:
    assert row(tmp_path, evidence, more).status is status


def test_sources_of_one_origin_count_once(tmp_path: Path) -> None:
    items = [f"{{source: {key}, elements: [no-investigation]}}" for key in ("diary", "reprint", "letter", "paper")]
    assert len(row(tmp_path, f"[{', '.join(items)}]").independent) == 3


@each(
    ("item", "check"),
    [
        ("source: unseen", "source-not-seen"),
        ("source: long", "pinpoint-missing"),
        ("source: diary, quotations: [bare]", "quotation-without-source"),
    ],
)
def test_support_counts_only_if_it_passes_its_own_checks(tmp_path: Path, item: str, check: str) -> None:
    found = row(tmp_path, f"[{{{item}, elements: [no-investigation]}}]")

    assert found.independent == ()
    assert [fault.check for fault in found.support[0].faults] == [check]


def test_a_quotation_that_is_in_order_lets_support_count(tmp_path: Path) -> None:
    found = row(tmp_path, "[{source: diary, quotations: [sound], elements: [no-investigation]}]")

    assert found.independent == ("diary",)
    assert found.support[0].rests_on == ("sources/diary", "quotations/sound")


def test_the_accusers_own_word_does_not_bear_out_what_the_accuser_says(tmp_path: Path) -> None:
    found = row(tmp_path, "[{source: paper, elements: [no-investigation]}]", "    made_by: C\n")

    assert [fault.check for fault in found.support[0].faults] == ["accuser-cites-itself"]


def test_what_the_person_who_signs_has_decided_voids_nothing(tmp_path: Path) -> None:
    decided = (
        "decisions: [{id: d, check: source-not-seen, record: allegations/a, decision: It stands, reason: R, "
        "author: N, date: 2024}]\n"
    )
    assert row(tmp_path, "[{source: unseen, elements: [no-investigation]}]", decided).support[0].faults == ()


def test_a_finding_about_the_post_unsettles_what_rests_on_it(tmp_path: Path) -> None:
    evidence = "[{source: diary, elements: [superior-relationship, knew]}]"
    ground = "{label: command, setting: military_or_like, conduct: [knew_and_did_not_prevent]}"
    roles = f"[{{role: governor, responsibility: [{ground}]}}]"
    by_element = {found.elements[0]: found for found in prove(tmp_path, evidence, roles, "    period: 2022\n").rows}

    assert [fault.check for fault in by_element["superior-relationship"].support[0].faults] == [
        "conduct-outside-tenure"
    ]
    assert by_element["knew"].support[0].faults == ()


def test_a_part_outside_the_tenure_weakens_and_does_not_void(tmp_path: Path) -> None:
    evidence = "[{source: diary, elements: [superior-relationship, knew]}]"
    ground = "{label: command, setting: military_or_like, conduct: [knew_and_did_not_prevent]}"
    roles = f"[{{role: governor, responsibility: [{ground}]}}]"
    found = prove(tmp_path, evidence, roles, "    period: 2017/2019-03-01\n").rows
    by_element = {one.elements[0]: one for one in found}
    superior = by_element["superior-relationship"]

    assert (superior.status, superior.independent) == (Status.WEAK, ("diary",))
    assert superior.support[0].faults == ()
    assert [fault.check for fault in superior.in_part] == ["conduct-outside-tenure"]
    assert (by_element["knew"].status, by_element["knew"].in_part) == (Status.SUPPORTED, ())


def test_what_is_about_a_person_must_be_shown_of_each(tmp_path: Path) -> None:
    evidence = "[{source: diary, elements: [responsible], persons: [wolk]}]"
    limbs = "    limbs: [{forum: uk-ghr, limb: 6(3)(a), text: They did.}]\n"
    found = prove(tmp_path, evidence, "[{role: governor}, {role: deputy}]", limbs).rows

    assert {one.person: one.status for one in found if "responsible" in one.elements} == {
        "wolk": Status.SUPPORTED,
        "tarn": Status.GAP,
    }


@each(
    ("ground", "modes"),
    [
        ("{label: command, setting: military_or_like, conduct: [did_not_punish]}", ["28(a)"]),
        ("{label: command, setting: civilian, conduct: [did_not_punish]}", ["28(b)"]),
        ("command", ["28(b)"]),
        ("{label: command, setting: civilian, conduct: [ordered]}", ["25(3)(b)"]),
        ("oversight", []),
        ("{label: oversight, conduct: [knew_and_did_not_prevent]}", []),
    ],
)
def test_a_ground_is_measured_by_its_mode_and_oversight_by_none(tmp_path: Path, ground: str, modes: list[str]) -> None:
    found = prove(tmp_path, "[diary]", f"[{{role: governor, responsibility: [{ground}]}}]")
    named = {asked.test for one in found.rows for asked in one.asked_by if asked.kind == "mode"}

    assert sorted(name.rpartition("art ")[2].rstrip(")") + ")" for name in named) == modes


def test_two_sources_for_two_alternatives_are_not_two_for_either(tmp_path: Path) -> None:
    provisions = "    limbs: [{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}]\n"
    evidence = "[{source: diary, elements: [severe-pain]}, {source: letter, elements: [ill-treatment]}]"
    found = prove(tmp_path, evidence, more=provisions).rows

    assert [len(one.independent) for one in found if "severe-pain" in one.elements] == [1]


def test_the_result_is_json_and_says_where_each_wording_was_read(tmp_path: Path) -> None:
    plain = json.loads(json.dumps([asdict(prove(tmp_path, f"[{FOR}]"))]))
    asked = plain[0]["rows"][0]["asked_by"][0]

    assert plain[0]["rows"][0]["status"] == "supported"
    assert (asked["test"], asked["verified"], asked["read_on"]) == ("UNCAT art 12", True, "2026-11-26")
    assert asked["source"].startswith("https://")
