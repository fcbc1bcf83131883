"""Consents against the day on which the person spoke."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.consents import consent_after_statement
from probata.diagnostics import Severity


def result_of(check: Check, text: str, folder: Path) -> CheckResult:
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults if fault.name != "person-without-consent"] == []
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


@each(
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
    found = result_of(consent_after_statement, text, tmp_path).findings

    assert [one.severity for one in found] == weights


@each(("required", "kind", "said"), [("false", "interview", STATEMENT), ("true", "speech", WORDS)])
def test_who_needs_no_consent_or_speaks_in_public_may_speak_first(
    required: str, kind: str, said: str, tmp_path: Path
) -> None:
    text = SPOKEN.replace("SAID", said).replace("CONSENTS", "{id: c, person: p, obtained_on: 2024-05}")
    text = text.replace("REQUIRED", required).replace("TYPE", kind)

    assert result_of(consent_after_statement, text, tmp_path).findings == ()


BY_FORUM = SPOKEN.replace("{title: Example}", "{title: Example, filings: [{id: f, forum: FORUM}]}").replace(
    "consent_required: REQUIRED", "part_played: [PART]"
)


@each(
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
    found = result_of(consent_after_statement, text, tmp_path).findings

    assert [one.severity for one in found] == weights
