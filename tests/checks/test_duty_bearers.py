"""Provisions that bind another State, and elements that ask for the act of one."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.elements import element_without_state_act
from probata.checks.records.provisions import duty_of_another_state
from probata.diagnostics import Severity


def found_by(
    check: Check, folder: Path, *, provisions: str, event: str = "country: Graustark", state: str = "Ruritania",
    body: str = "country: Ruritania", conduct: str = "refoulement", other: str = "", more: str = "",
) -> list[tuple[Severity, str]]:  # fmt: skip
    text = f"""
case: {{title: Example, state: {state}}}
people: [{{id: p, name: Mara Wolk}}]
bodies:
  - {{id: office, name: Office, {body}}}
  {other}
positions: [{{id: head, title: Head, body: office}}]
roles: [{{id: r, person: p, seats: [head], title: Head, dates: 2015/2017, responsibility: command}}]
events: [{{id: e, kind: incident, title: E, bodies: [office], conduct: [{conduct}], {event}}}]
allegations:
  - {{id: a, title: T, statement: S., roles: [{{role: r}}], conduct: [{conduct}], events: [e],
     provisions: [{provisions}]{more}}}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return [(found.severity, in_ids(found.message)) for found in run_checks(case, [check])[0].findings]


UNCAT_3 = "{instrument: uncat, provision: 3}"


def test_non_refoulement_charged_to_the_state_to_which_persons_are_brought_is_found_once(tmp_path: Path) -> None:
    provisions = f"{UNCAT_3}, {{instrument: refugee-convention}}, {{instrument: echr, provision: 3}}"

    assert found_by(duty_of_another_state, tmp_path, provisions=provisions) == [
        (
            Severity.WARNING,
            "UNCAT art 3, Refugee Convention, ECHR art 3 bind the State that removes a person, here from `Graustark`; "
            "those charged acted for `Ruritania`",
        )
    ]


def test_the_state_from_which_persons_are_removed_is_bound(tmp_path: Path) -> None:
    assert found_by(duty_of_another_state, tmp_path, provisions=UNCAT_3, event="country: Ruritania") == []
    names = {"state": "China", "body": "name: Office", "event": "country: PRC"}
    names["body"] = "country: People's Republic of China"
    assert found_by(duty_of_another_state, tmp_path, provisions=UNCAT_3, **names) == []


def test_the_state_of_the_case_counts_where_no_body_has_one(tmp_path: Path) -> None:
    found = found_by(duty_of_another_state, tmp_path, provisions=UNCAT_3, body="kind: office")

    assert [weight for weight, _ in found] == [Severity.WARNING]


def test_without_a_country_of_the_event_it_cannot_be_told(tmp_path: Path) -> None:
    found = found_by(duty_of_another_state, tmp_path, provisions=UNCAT_3, event="place: unknown")

    assert [weight for weight, _ in found] == [Severity.INFO]


def test_a_contention_is_a_note(tmp_path: Path) -> None:
    provisions = "{instrument: uncat, provision: 3, contention: true}"

    assert [weight for weight, _ in found_by(duty_of_another_state, tmp_path, provisions=provisions)] == [Severity.INFO]


def test_a_provision_binds_as_to_the_conduct_charged(tmp_path: Path) -> None:
    provisions = "{instrument: echr, provision: 3}"

    assert found_by(duty_of_another_state, tmp_path, provisions=provisions, conduct="torture") == []


def test_a_rule_for_the_united_nations_binds_no_state(tmp_path: Path) -> None:
    provisions = "{instrument: un-charter, provision: 2(7)}"
    ((weight, message),) = found_by(
        duty_of_another_state, tmp_path, provisions=provisions, conduct="violation_of_sovereignty"
    )

    assert weight is Severity.WARNING
    assert message == "UN Charter art 2(7) binds the United Nations; those charged acted for `Ruritania`"


def test_a_removal_needs_a_body_of_the_state_that_removes(tmp_path: Path) -> None:
    assert found_by(element_without_state_act, tmp_path, provisions=UNCAT_3) == [
        (
            Severity.WARNING,
            "the element “return or surrender” asks for an act of the State that removes a person, and only bodies of "
            "`Ruritania` are recorded",
        )
    ]


@each(
    ("event", "body", "other", "more"),
    [
        ("country: Ruritania", "country: Ruritania", "", ""),
        ("country: Graustark", "kind: office", "", ""),
        (
            "country: Graustark",
            "country: Ruritania",
            "- {id: police, name: P, country: Graustark}",
            ", bodies: [police]",
        ),
    ],
    ids=["at home", "a body of unknown State", "police of the other State"],
)
def test_a_removal_that_some_state_may_have_done_is_not_found(
    event: str, body: str, other: str, more: str, tmp_path: Path
) -> None:
    found = found_by(
        element_without_state_act, tmp_path, provisions=UNCAT_3, event=event, body=body, other=other, more=more
    )

    assert found == []


@each(("kind", "is_found"), [("company", True), ("media", True), ("police", False), ("other", False)])
def test_torture_needs_the_hand_of_officials(kind: str, is_found: bool, tmp_path: Path) -> None:
    found = found_by(
        element_without_state_act, tmp_path, provisions="{instrument: uncat, provision: 1}",
        body=f"kind: {kind}", conduct="torture",
    )  # fmt: skip

    assert [message for _, message in found] == [
        "the element “involvement of the State” asks for an act of a State, and only private bodies are recorded"
    ] * is_found
