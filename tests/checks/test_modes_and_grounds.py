"""Modes of superiors against their grounds, and responsibility by post alone."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.responsibility import mode_not_of_the_ground, responsibility_by_post_alone
from probata.diagnostics import Severity
from probata.law import load_catalogue

TEXT = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017, responsibility: OWN}]
allegations:
  - {id: a, title: T, statement: S., provisions: [PROVISION], roles: [{role: r, responsibility: GROUNDS}]}
"""


def result_of(
    check: Check, folder: Path, provision: str = "instrument: iccpr", *, grounds: str = "[]", own: str = "[]"
) -> CheckResult:
    text = TEXT.replace("OWN", own).replace("GROUNDS", grounds).replace("PROVISION", f"{{{provision}}}")
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [check])[0]


MILITARY, CIVILIAN = (f'instrument: rome-statute, provision: "28 ({letter})"' for letter in "ab")


@each(
    ("provision", "grounds", "outcome", "weights"),
    [
        (MILITARY, "{link: direct_superior, setting: military_or_like}", Outcome.PASSED, []),
        (MILITARY, "{link: direct_superior, setting: civilian}", Outcome.FAILED, [Severity.WARNING]),
        (MILITARY, "{link: supervising_body, setting: military_or_like}", Outcome.FAILED, [Severity.WARNING]),
        (MILITARY, "oversight", Outcome.FAILED, [Severity.WARNING]),
        (MILITARY, "command", Outcome.FAILED, [Severity.INFO]),
        (MILITARY, "{over: the guards}", Outcome.FAILED, [Severity.INFO]),
        (MILITARY, "[oversight, {label: command, setting: military_or_like}]", Outcome.PASSED, []),
        (MILITARY, "[oversight, command]", Outcome.FAILED, [Severity.INFO]),
        (MILITARY, "[]", Outcome.NOT_APPLICABLE, []),
        (f"{MILITARY}, contention: true", "oversight", Outcome.NOT_APPLICABLE, []),
        (CIVILIAN, "{link: direct_superior, setting: civilian}", Outcome.PASSED, []),
        (CIVILIAN, "command", Outcome.PASSED, []),
        (CIVILIAN, "{label: command, setting: military_or_like}", Outcome.FAILED, [Severity.WARNING]),
        (CIVILIAN, "oversight", Outcome.FAILED, [Severity.WARNING]),
        ("instrument: rome-statute, provision: 25(3)(b)", "oversight", Outcome.NOT_APPLICABLE, []),
    ],
)
def test_the_responsibility_of_superiors_wants_such_a_ground(
    provision: str, grounds: str, outcome: Outcome, weights: list[Severity], tmp_path: Path
) -> None:
    result = result_of(mode_not_of_the_ground, tmp_path, provision, grounds=grounds)

    assert result.outcome is outcome
    assert [one.severity for one in result.findings] == weights


def test_a_mode_that_does_not_fit_is_told_with_each_ground(tmp_path: Path) -> None:
    grounds = "[{link: supervising_body}, {link: direct_superior, setting: civilian}]"
    (found,) = result_of(mode_not_of_the_ground, tmp_path, MILITARY, grounds=grounds).findings

    assert in_ids(found.message) == (
        "allegation `a` names Rome Statute art 28(a), the responsibility of a military commander, and no ground "
        "that it gives is of that kind"
    )
    assert tuple(map(in_ids, found.notes)) == (
        "the ground from role `r` is `oversight`, and no setting is stated",
        "the ground from role `r` is `command`, and its setting is `civilian`",
    )


def test_only_the_modes_of_superiors_have_a_setting() -> None:
    assert [mode.id for mode in load_catalogue().modes if mode.settings] == ["military-command", "civilian-command"]


BY_POST = "conduct: [held_post_only]"


@each(
    ("grounds", "own", "words"),
    [
        (f"{{label: command, {BY_POST}}}", "[]", "command is alleged"),
        (f"[{{label: command, {BY_POST}}}, {{link: supervising_body, {BY_POST}}}]", "[]", "command and oversight"),
        ("[]", f"{{label: oversight, {BY_POST}}}", "oversight is alleged"),
        (f"{{label: command, {BY_POST}}}", "{label: command, conduct: [ordered]}", "command is alleged"),
        (f"[{{label: command, {BY_POST}}}, {{label: command, conduct: [ordered]}}]", "[]", ""),
        ("{label: command, conduct: [held_post_only, ordered]}", "[]", ""),
        (f"[{{label: command, {BY_POST}}}, command]", "[]", ""),
        (f"{{{BY_POST}}}", "[]", ""),
        ("command", "[]", ""),
        ("[]", "[]", ""),
    ],
)
def test_responsibility_by_post_alone_is_a_note(grounds: str, own: str, words: str, tmp_path: Path) -> None:
    found = result_of(responsibility_by_post_alone, tmp_path, grounds=grounds, own=own).findings

    assert [(one.severity, words in in_ids(one.message)) for one in found] == ([(Severity.INFO, True)] if words else [])
