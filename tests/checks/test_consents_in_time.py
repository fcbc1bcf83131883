"""Consents against the day on which the person spoke, and the day of the filing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks import Check
from probata.checks.finding import Outcome
from probata.checks.runner import CheckResult, run_checks
from probata.checks.time import consent_after_statement, consent_ended
from probata.diagnostics import Severity


def result_of(check: Check, text: str, folder: Path) -> CheckResult:
    case, faults = load_example(folder, text)
    assert [fault.message for fault in faults if fault.name != "person-without-consent"] == []
    return run_checks(case, [check])[0]


SPOKEN = """
case: {title: Example}
people: [{id: p, name: Witness A, consent_required: REQUIRED}]
sources: [{id: talk, title: Interview, type: TYPE, issued: 2024-03-04, held: held}]
consents: [CONSENTS]
SAID
"""
STATEMENT = "statements: [{id: s, person: p, kind: witness, made_on: 2024-03-04}]"
SIGNED = "statements: [{id: s, person: p, kind: witness, signed_on: 2024-03-04}]"
WORDS = "quotations: [{id: q, speaker: {person: p}, text: Go on., quoted_in: 'talk, para 3'}]"


@pytest.mark.parametrize(
    ("said", "consents", "weights"),
    [
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-03-05}", [Severity.WARNING]),
        (SIGNED, "{id: c, person: p, obtained_on: 2024-03-05}", [Severity.WARNING]),
        (WORDS, "{id: c, person: p, obtained_on: 2024-03-05}", [Severity.INFO]),
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-03-04}", []),
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-03}", []),
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-05}, {id: d, person: p, obtained_on: 2024-02}", []),
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-05}, {id: d, person: p}", []),
        (STATEMENT, "{id: c, person: p, obtained_on: 2024-05, status: refused}", []),
        (STATEMENT, "", []),
    ],
)
def test_a_protected_person_agrees_no_later_than_they_speak(
    said: str, consents: str, weights: list[Severity], tmp_path: Path
) -> None:
    text = SPOKEN.replace("SAID", said).replace("CONSENTS", consents)
    text = text.replace("REQUIRED", "true").replace("TYPE", "interview")
    found = result_of(consent_after_statement.CHECK, text, tmp_path).findings

    assert [one.severity for one in found] == weights


@pytest.mark.parametrize(("required", "kind", "said"), [("false", "interview", STATEMENT), ("true", "speech", WORDS)])
def test_who_needs_no_consent_or_speaks_in_public_may_speak_first(
    required: str, kind: str, said: str, tmp_path: Path
) -> None:
    text = SPOKEN.replace("SAID", said).replace("CONSENTS", "{id: c, person: p, obtained_on: 2024-05}")
    text = text.replace("REQUIRED", required).replace("TYPE", kind)

    assert result_of(consent_after_statement.CHECK, text, tmp_path).findings == ()


BY_FORUM = SPOKEN.replace("{title: Example}", "{title: Example, filings: [{id: f, forum: FORUM}]}").replace(
    "consent_required: REQUIRED", "part_played: [PART]"
)


@pytest.mark.parametrize(
    ("forum", "part", "weights"),
    [
        ("un-sp", "witness", [Severity.WARNING]),
        ("un-sp", "victim", [Severity.WARNING]),
        ("un-sp", "speaker", []),
        ("uk-ghr", "witness", []),
    ],
)
def test_a_forum_may_ask_for_the_consent_of_victims_and_witnesses(
    forum: str, part: str, weights: list[Severity], tmp_path: Path
) -> None:
    text = BY_FORUM.replace("SAID", STATEMENT).replace("CONSENTS", "{id: c, person: p, obtained_on: 2024-03-05}")
    text = text.replace("TYPE", "interview").replace("FORUM", forum).replace("PART", part)
    found = result_of(consent_after_statement.CHECK, text, tmp_path).findings

    assert [one.severity for one in found] == weights


ENDED = """
case:
  title: Example
  as_of: 2024-06-01
  filings: [{id: f, forum: uk-ghr, DATE}]
people: [{id: p, name: Witness A, consent_required: true}]
consents:
CONSENTS
"""
AGREED = "  - {id: ID, person: p, forums: [uk-ghr], audiences: [decision_maker, accused], FIELDS}"


def _consents(*fields: str) -> str:
    ids = ("c", "d")
    return "\n".join(
        AGREED.replace("ID", ids[n]).replace("FIELDS", field) for n, field in enumerate(fields)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "fields", "weights"),
    [
        ("", ["until: 2024-05-31"], [Severity.WARNING]),
        ("", ["until: 2024-06-01"], []),
        ("", ["until: 2024-06"], []),
        ("", ["status: given"], []),
        ("date: 2024-09-01", ["until: 2024-07-31"], [Severity.ERROR]),
        ("date: 2024-09-01", ["until: 2024-10-31"], []),
        ("date: 2024-03-01", ["until: 2024-05-31"], []),
        ("", ["until: 2024-05-31", "until: 2025-05-31"], []),
        ("", ["until: 2024-05-31", "until: 2024-04-30"], [Severity.WARNING]),
        ("", ["until: 2024-05-31, status: refused"], []),
    ],
)
def test_a_consent_lasts_to_the_day_of_the_filing(
    date: str, fields: list[str], weights: list[Severity], tmp_path: Path
) -> None:
    text = ENDED.replace(", DATE", f", {date}" if date else "").replace("CONSENTS", _consents(*fields))
    found = result_of(consent_ended.CHECK, text, tmp_path).findings

    assert [(one.record, one.severity) for one in found] == [("consents/c", weight) for weight in weights]


@pytest.mark.parametrize(
    ("given", "back", "is_found"),
    [
        ("obtained_on: 2024-03-04", "status: withdrawn", True),
        ("obtained_on: 2024-03-04", "status: withdrawn, obtained_on: 2024-03-04", True),
        ("obtained_on: 2024-03-04", "status: refused, obtained_on: 2024-04-04", True),
        ("status: given", "status: withdrawn, obtained_on: 2024-04-04", True),
        ("obtained_on: 2024-03-04", "status: withdrawn, obtained_on: 2024-02-04", False),
        ("obtained_on: 2024-03-04", "status: not_sought", False),
    ],
)
def test_a_consent_that_was_taken_back_is_older_than_one_that_holds(
    given: str, back: str, is_found: bool, tmp_path: Path
) -> None:
    text = ENDED.replace(", DATE", "").replace("CONSENTS", _consents(given, back))
    result = result_of(consent_ended.CHECK, text, tmp_path)

    assert [one.record for one in result.findings] == ["consents/c"] * is_found
    assert result.outcome is (Outcome.CANNOT_TELL if is_found else Outcome.PASSED)


def test_a_consent_for_another_forum_is_left_alone(tmp_path: Path) -> None:
    consents = _consents("until: 2024-05-31").replace("[uk-ghr]", "[us-glomag]")
    text = ENDED.replace(", DATE", "").replace("CONSENTS", consents)

    assert result_of(consent_ended.CHECK, text, tmp_path).findings == ()
