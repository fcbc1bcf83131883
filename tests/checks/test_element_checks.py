"""What the checks on elements say, and how heavily."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import EXAMPLE
from tests.filings.made import session
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.elements import element_contradicted, element_weakly_supported, element_without_evidence
from probata.diagnostics import Diagnostic, Severity

CASE = """
case: {title: T, filings: [{id: submission, forum: uk-ghr}]}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
sources:
  - {id: diary, title: A diary, held: held, rank: primary}
  - {id: paper, title: A paper, held: held, rank: secondary}
  - {id: unseen, title: Known by name, held: cited_in}
allegations:
  - id: a
    title: T
    statement: S.
    roles: [{role: governor}]
    provisions: [{instrument: icpped, provision: 2}, {instrument: iccpr, provision: 6}]
    limbs: [{forum: uk-ghr, limb: 6(3)(f), text: She did not.}]
    evidence: EVIDENCE
"""
ALL = (
    "deprivation-of-liberty, state-involvement, refusal-to-acknowledge, outside-protection-of-law, death, "
    "death-by-act, outside-lawful-process, duty-to-investigate, failed-to-investigate"
)


def found(check: Check, folder: Path, evidence: str) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, CASE.replace("EVIDENCE", evidence))
    assert faults == []
    (result,) = run_checks(case, [check])
    return result.findings


def test_gaps_are_told_once_for_an_allegation_and_by_person(tmp_path: Path) -> None:
    named = ALL.replace("refusal-to-acknowledge, ", "").replace(", failed-to-investigate", "")
    (one,) = found(element_without_evidence, tmp_path, f"[{{source: diary, elements: [{named}]}}]")

    assert one.severity is Severity.WARNING
    assert in_ids(one.message) == (
        "no evidence cited for allegation `a` goes to “refusal to acknowledge”; “failure to investigate” (as to Mara "
        "Wolk)"
    )
    assert tuple(map(in_ids, one.notes)) == (
        "“refusal to acknowledge” (`refusal-to-acknowledge`): ICPPED art 2 "
        "(followed by a refusal to acknowledge it or by concealment of fate or whereabouts)",
        "“failure to investigate” (`failed-to-investigate`): GHR Regulations reg 6(3)(f) "
        "(intentionally or recklessly fails to fulfil that responsibility; not read at its source)",
    )


def test_an_allegation_that_names_no_element_yet_is_a_note(tmp_path: Path) -> None:
    (one,) = found(element_without_evidence, tmp_path, "[diary]")

    assert one.severity is Severity.INFO
    assert "says to which element of its legal tests it goes" in in_ids(one.message)


def test_an_allegation_without_evidence_is_left_to_its_own_check(tmp_path: Path) -> None:
    assert found(element_without_evidence, tmp_path, "[]") == ()


def test_an_allegation_that_shows_all_has_nothing_to_mend(tmp_path: Path) -> None:
    evidence = f"[{{source: diary, elements: [{ALL}]}}]"
    for check in (element_without_evidence, element_contradicted, element_weakly_supported):
        assert found(check, tmp_path, evidence) == ()


def test_contrary_evidence_without_an_answer_is_found_at_its_place(tmp_path: Path) -> None:
    evidence = (
        f"[{{source: diary, elements: [{ALL}]}}, {{source: paper, elements: [death-by-act], against: true}}, "
        "{source: unseen, elements: [death], against: true, answered: It is a rumour.}]"
    )
    (one,) = found(element_contradicted, tmp_path, evidence)

    assert (
        in_ids(one.message) == "`paper` contradicts “death caused by an act” in allegation `a`; no answer is recorded"
    )
    assert one.severity is Severity.WARNING


@each(
    ("source", "severity", "message"),
    [
        ("unseen", Severity.WARNING, "no evidence cited in allegation `a` supports “death”"),
        ("paper", Severity.INFO, "one source alone, and a secondary one, counts in allegation `a` for “death”"),
    ],
)
def test_weak_support_weighs_by_whether_anything_counts(
    tmp_path: Path, source: str, severity: Severity, message: str
) -> None:
    (one,) = found(element_weakly_supported, tmp_path, f"[{{source: {source}, elements: [death]}}]")

    assert (one.severity, in_ids(one.message)) == (severity, message)


def test_the_cause_that_is_true_of_each_source_is_named(tmp_path: Path) -> None:
    evidence = "[{source: unseen, elements: [death]}, {source: paper, elements: [death]}]"
    text = CASE.replace("EVIDENCE", evidence).replace("title: A paper,", "title: A paper, publisher: Watch,")
    case, _ = load_example(tmp_path, text.replace("    statement: S.", "    statement: S.\n    made_by: Watch"))
    (one,) = run_checks(case, [element_weakly_supported])[0].findings

    assert tuple(map(in_ids, one.notes)) == ("source-not-seen: `unseen`", "accuser-cites-itself: `paper`")


def test_what_speaks_against_is_told_in_the_words_of_the_record(tmp_path: Path) -> None:
    against = "{source: paper, elements: [death-by-act], against: true, supports: The paper tells of an accident.}"
    (one,) = found(element_contradicted, tmp_path, f"[{{source: diary, elements: [{ALL}]}}, {against}]")

    assert in_ids(one.notes[0]) == "`paper`: The paper tells of an accident."


def test_command_without_a_setting_is_not_measured_as_that_of_a_military_commander(tmp_path: Path) -> None:
    text = CASE.replace("{role: governor}", "{role: governor, responsibility: command}")
    case, _ = load_example(tmp_path, text.replace("EVIDENCE", f"[{{source: diary, elements: [{ALL}]}}]"))
    (one,) = run_checks(case, [element_without_evidence])[0].findings

    assert "“knowledge” or “disregard of clear information”" in in_ids(one.message)
    assert "ought to have known" not in in_ids(one.message)


def test_the_example_leaves_nothing_to_mend() -> None:
    names = {
        "element-without-evidence",
        "element-contradicted",
        "element-weakly-supported",
        "read-missing",
        "read-void",
    }
    assert [
        in_ids(one.message)
        for one in session(EXAMPLE).report
        if one.name in names and one.severity is not Severity.INFO
    ] == []
