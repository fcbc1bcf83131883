"""Provisions, rules and responsibility."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.law import provision_not_in_catalogue, responsibility_told_differently, unverified_rule
from probata.checks.runner import run_checks
from probata.checks.structure import allegation_without_responsibility
from probata.diagnostics import Severity

PROVISIONS = """
case: {title: Example, filings: FILINGS}
allegations:
  - {id: a, title: T, statement: S., provisions: PROVISIONS}
"""
ROLES = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2016, responsibility: OWN}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r, responsibility: FIRST}]}
  - {id: b, title: T, statement: S., roles: [{role: r, responsibility: SECOND}]}
"""


def test_a_provision_number_is_compared_without_white_space(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: rome-statute, provision: "7 (1) (i)"}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[]"))

    assert run_checks(case, [provision_not_in_catalogue.CHECK])[0].findings == ()


def test_an_instrument_without_a_provision_is_a_note(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, PROVISIONS.replace("PROVISIONS", "[{instrument: echr}]").replace("FILINGS", "[]"))
    (found,) = run_checks(case, [provision_not_in_catalogue.CHECK])[0].findings

    assert (found.severity, found.message) == (Severity.INFO, "ECHR is named without a provision")


def test_an_unread_rule_never_must_be_fixed(tmp_path: Path) -> None:
    text = PROVISIONS.replace("PROVISIONS", '[{instrument: echr, provision: "3"}, {instrument: echr, provision: "5"}]')
    case, _ = load_example(tmp_path, text.replace("FILINGS", "[{id: f, forum: uk-ghr}]"))
    found = run_checks(case, [unverified_rule.CHECK])[0].findings

    assert [(one.record, one.severity) for one in found] == [
        ("allegations/a", Severity.WARNING), ("filings/f", Severity.WARNING), ("filings/f", Severity.INFO),
    ]  # fmt: skip
    assert found[0].message == "allegation `a` rests on law that was not read at its source: ECHR art 3, ECHR art 5"


@pytest.mark.parametrize(
    ("own", "first", "second", "words"),
    [
        ("[]", "command", "oversight", "`oversight` here and `command` elsewhere"),
        ("oversight", "command", "oversight", "`command` here and `oversight` elsewhere"),
        ("[{link: direct_superior}]", "command", "command", ""),
        ("[command, oversight]", "command", "oversight", ""),
        ("[]", "{label: command, grade: direct}", "{label: command, grade: ultimate}",
         "`ultimate` here and `direct` elsewhere"),
        ("[]", "{label: command, over: guards}", "{label: oversight, over: courts}", ""),
        ("[]", "{label: command, grade: direct}", "{label: command}", ""),
    ],
)  # fmt: skip
def test_one_role_told_in_two_ways_is_found(own: str, first: str, second: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, ROLES.replace("OWN", own).replace("FIRST", first).replace("SECOND", second))
    found = run_checks(case, [responsibility_told_differently.CHECK])[0].findings

    assert faults == []
    assert [one.message for one in found] == ([f"the responsibility from role `r` is {words}"] if words else [])


def test_the_responsibility_of_the_role_stands_in_for_that_of_the_allegation(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ROLES.replace("OWN", "command").replace("FIRST", "[]").replace("SECOND", "[]"))

    assert run_checks(case, [allegation_without_responsibility.CHECK])[0].findings == ()


def test_holding_a_post_only_counts_as_a_ground_that_is_stated(tmp_path: Path) -> None:
    text = (
        ROLES.replace("OWN", "[]").replace("FIRST", "{conduct: [held_post_only]}").replace("SECOND", "{over: guards}")
    )
    case, _ = load_example(tmp_path, text)

    assert [one.record for one in run_checks(case, [allegation_without_responsibility.CHECK])[0].findings] == [
        "allegations/b"
    ]
