"""Consents against the day of the filing: those that ended before it, and those that were taken back."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.consents import consent_ended
from probata.diagnostics import Severity


def result_of(check: Check, text: str, folder: Path) -> CheckResult:
    case, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults if fault.name != "person-without-consent"] == []
    return run_checks(case, [check])[0]


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


@each(
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
    found = result_of(consent_ended, text, tmp_path).findings

    assert [(one.record, one.severity) for one in found] == [("consents/c", weight) for weight in weights]


@each(
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
    result = result_of(consent_ended, text, tmp_path)

    assert [one.record for one in result.findings] == ["consents/c"] * is_found
    assert result.outcome is (Outcome.FAILED if is_found else Outcome.PASSED)


def test_a_consent_for_another_forum_is_left_alone(tmp_path: Path) -> None:
    consents = _consents("until: 2024-05-31").replace("[uk-ghr]", "[us-glomag]")
    text = ENDED.replace(", DATE", "").replace("CONSENTS", consents)

    assert result_of(consent_ended, text, tmp_path).findings == ()
