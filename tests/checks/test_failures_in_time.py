"""Failures to prevent and to punish against the end of the conduct, of the post, and what was known when."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.responsibility import knowledge_after_failure, no_time_to_punish
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
roles: [{id: r, person: p, title: Governor, dates: DATES, status: unknown, as_of: 2020}]
sources:
  - {id: early, type: personal_communication, title: Letter, issued: 2016-02-01, held: held}
  - {id: letter, type: personal_communication, title: Letter, issued: LETTER, held: held}
  - {id: report, type: report, title: Report, issued: 2019-05, held: held}
  - {id: talk, type: interview, title: Interview, issued: 2019-05, held: held}
  - {id: undated, type: personal_communication, title: Letter, held: held}
authorities: [{id: un, kind: general_allegation, name: General allegation, citation: UN, date: 2019-05}]
events: [{id: e, kind: incident, title: Beatings, dates: 2017-04-24}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    PERIOD
    roles: [{role: r, responsibility: {label: command, conduct: [CONDUCT]}}]
    evidence: [EVIDENCE]
"""


def result_of(check: Check, folder: Path, **fields: str) -> CheckResult:
    text = CASE
    given = {"LETTER": "2018-02-01", "PERIOD": "period: 2016-03", "CONDUCT": "did_not_punish", "EVIDENCE": ""}
    for name, value in {**given, **fields}.items():
        text = text.replace(name, value)
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [check])[0]


@each(
    ("dates", "period", "words"),
    [
        ("2015-08-01/2017-04-24", "period: 2017-04-24", "on the day on which the conduct began"),
        ("2015-08-01/2017-04-25", "period: 2017-04-24", "1 day at most after the conduct began"),
        ("2015-08-01/2017-05-01", "period: 2017-04-24", "7 days at most after"),
        ("2015-08-01/2017-05-01", "events: [e]", "7 days at most after"),
        ("2015-08-01/2017-05-02", "period: 2017-04-24", ""),
        ("2015-08-01/2017-04", "period: 2017-04-24", "6 days at most after"),
        ("2015-08-01/2017", "period: 2017-04-24", ""),
        ("2015-08-01/2017-04-26", "period: 2016-04/2017-04", ""),
        ("2017-04-20/2017-04-26", "period: 2016-04/2017-04", "6 days at most after"),
        ("2015-08-01/..", "period: 2017-04-24", ""),
        ("2015-08-01/~2017-04", "period: 2017-04-24", ""),
        ("2015-08-01/2017-04-26", "period: ~2017-04", ""),
        ("{stated: 2015-08-01/2017-04-26, end_known: false}", "period: 2017-04-24", ""),
        ("{stated: 2015-08-01/2017-04-26, other_accounts: [{dates: 2015/2018}]}", "period: 2017-04-24", ""),
        ("2015-08-01/2017-03-26", "period: 2017-04-24", ""),
    ],
)
def test_who_is_to_punish_needs_time_for_it(dates: str, period: str, words: str, tmp_path: Path) -> None:
    found = result_of(no_time_to_punish, tmp_path, DATES=dates, PERIOD=period).findings

    assert len(found) == bool(words)
    assert all(words in in_ids(one.message) and one.severity is Severity.WARNING for one in found)


def test_a_failure_to_prevent_needs_no_time_afterwards(tmp_path: Path) -> None:
    fields = {"DATES": "2015-08-01/2017-04-26", "PERIOD": "period: 2017-04-24"}
    result = result_of(no_time_to_punish, tmp_path, CONDUCT="knew_and_did_not_prevent", **fields)

    assert result.outcome is Outcome.PASSED


PREVENT, PUNISH = "knew_and_did_not_prevent", "did_not_punish"


@each(
    ("conduct", "letter", "evidence", "weights"),
    [
        (PREVENT, "2018-02-01", "{source: letter, elements: [knew]}", [Severity.WARNING]),
        (PREVENT, "2016-05-01", "{source: letter, elements: [knew]}", [Severity.WARNING]),
        (PREVENT, "2016-03-31", "{source: letter, elements: [knew]}", []),
        (PREVENT, "2016", "{source: letter, elements: [knew]}", []),
        (PREVENT, "~2018", "{source: letter, elements: [knew]}", []),
        (PUNISH, "2018-02-01", "{source: letter, elements: [should-have-known]}", [Severity.WARNING]),
        (PUNISH, "2016-05-01", "{source: letter, elements: [knew]}", []),
        (f"{PREVENT}, {PUNISH}", "2016-05-01", "{source: letter, elements: [knew]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew]}, {source: early, elements: [knew]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew]}, {source: talk, elements: [knew]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew]}, {source: undated, elements: [knew]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew]}, {source: report, elements: [knew]}", [Severity.INFO]),
        (PREVENT, "2018", "{source: un, elements: [disregarded-information]}", [Severity.WARNING]),
        (PREVENT, "2018", "{source: letter, elements: [gave-order]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew], against: true}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew], persons: [q]}", []),
        (PREVENT, "2018", "{source: letter, elements: [knew], persons: [p]}", [Severity.WARNING]),
        ("ordered", "2018", "{source: letter, elements: [knew]}", []),
    ],
)
def test_what_shows_knowledge_comes_before_the_failure(
    conduct: str, letter: str, evidence: str, weights: list[Severity], tmp_path: Path
) -> None:
    fields = {"DATES": "2015-08-01/2017-04-26", "CONDUCT": conduct, "LETTER": letter, "EVIDENCE": evidence}
    found = result_of(knowledge_after_failure, tmp_path, **fields).findings

    assert [one.severity for one in found] == weights


def test_the_last_day_on_which_it_could_be_acted_on_is_told(tmp_path: Path) -> None:
    evidence = "{source: letter, elements: [knew]}"
    (found,) = result_of(knowledge_after_failure, tmp_path, DATES="2015/2017-04", EVIDENCE=evidence).findings

    assert "after `2017-04-30`" in in_ids(found.message)
    assert in_ids(found.message).endswith("`letter` of `2018-02-01`")
