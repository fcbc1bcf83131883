"""Running checks: answers, decisions, a check that breaks off, and records that break none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks import Check, CheckInput, Finding, Outcome, findings_of, list_checks, run_checks
from probata.diagnostics import Severity

ALLEGATION = """
case: {title: Example}
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten.}
"""
DECIDED = (
    ALLEGATION
    + """
decisions:
  - id: d
    check: allegation-without-role
    record: allegations/a
    decision: we print it as setting
    reason: it shows the conditions
    author: Ada Reyes
    date: 2024-06-01
"""
)


def breaks(case: CheckInput) -> Iterator[Finding]:
    yield case.finding("case", "example", "this was found before the check broke off", "look at it")
    raise KeyError("seats")


BROKEN = Check("STR999", "broken-on-purpose", Severity.WARNING, "case", breaks)


def test_a_check_that_breaks_off_is_named_and_the_others_run(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ALLEGATION)
    broken, sound = run_checks(case, [BROKEN, check_named("allegation-without-role")])

    assert broken.outcome is Outcome.CANNOT_TELL
    assert [found.code for found in broken.findings] == ["STR999", "CHK900"]
    assert "`broken-on-purpose`" in broken.findings[1].message
    assert "KeyError" not in broken.findings[1].message
    assert broken.findings[1].notes == ("KeyError: 'seats'",)
    assert sound.outcome is Outcome.FAILED
    assert [found.name for found in sound.findings] == ["allegation-without-role"]


def test_a_decided_finding_is_a_note_that_tells_the_decision(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, DECIDED)
    (result,) = run_checks(case, [check_named("allegation-without-role")])

    (found,) = result.findings
    assert found.severity is Severity.INFO
    assert tuple(map(in_ids, found.notes)) == (
        "decided: we print it as setting", "reason: it shows the conditions", "by Ada Reyes, 2024-06-01",
    )  # fmt: skip


def test_a_decision_on_another_record_changes_nothing(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, DECIDED.replace("record: allegations/a", "record: allegations/b"))
    (result,) = run_checks(case, [check_named("allegation-without-role")])

    assert [found.severity for found in result.findings] == [Severity.ERROR]


def test_findings_come_heaviest_first(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, ALLEGATION.replace("title: Example", "title: Example, status: illustration"))
    weights = [found.severity.rank for found in findings_of(run_checks(case))]

    assert weights == sorted(weights)
    assert {0, 2} <= set(weights)


RECORDS = """
case: {title: Example, as_of: "9999-12-31"}
people: [{id: p, name: M}]
sources:
  - {id: s, title: S, url: "http://[", held: cited_in, cited_in: [s], accessed: "0001"}
  - {id: t, title: "(", url: "https://a.example///", issued: 1000/.., accessed: "9999"}
quotations: [{id: q, speaker: {described: x}, text: "...", date: ../1000, quoted_in: gone}]
bodies:
  - id: a
    name: A
    founded: 9999
    history: [{date: 1000, what: set up set up}, {what: launch}, {date: 1000, what: "("}]
    relations:
      - {kind: control_moved_to, body: b, dates: ../2018}
      - {kind: control_moved_to, body: b, dates: 1000-01-01/..}
      - {kind: part_of, body: b}
      - {kind: established_by, body: a, dates: ../1000}
  - {id: b, name: B, relations: [{kind: control_moved_to, body: a, dates: "9999"}, {kind: part_of, body: a}]}
positions: [{id: h, title: H, body: a}]
roles:
  - id: r
    person: p
    seats: [h, nowhere]
    title: T
    dates: 1000/9999-12-31
    citations: [s, gone]
    responsibility:
      - {label: command, period: 9999-12-31/.., over: all}
      - {label: command, grade: ultimate, period: ../1000-01-01}
      - {label: command, grade: direct, over: ", as Director"}
commands:
  - {id: c1, superior: a, subordinate: b, kind: command_de_jure, dates: 1000/.., over: x}
  - {id: c2, superior: b, subordinate: a, kind: command_de_jure, dates: 1000/.., over: x}
  - {id: c3, superior: gone, subordinate: a, kind: command_de_jure, dates: ../9999-12-31, over: x}
events:
  - {id: e, kind: incident, title: X, bodies: [a, gone], dates: 9999-12-31/.., conduct: [refoulement, nothing],
     country: x, legal_basis: x, part_of: [e]}
authorities:
  - {id: j, kind: judgment, name: J, citation: J, holdings: [{id: h, text: T, paragraph: "1-999999999999999"}]}
  - {id: z, kind: general_allegation, name: Z, citation: Z, date: ../1000, holdings: [{id: q, text: denounced}]}
allegations:
  - id: al
    title: T
    statement: It is outside any law [@z].
    particulars: 'In 1999 they murdered him, "a b c", "", “ [@t; @gone]'
    period: 1000/..
    conduct: [refoulement, nothing]
    roles: [{role: r}, {role: r}, {role: gone}]
    events: [e, gone]
    bodies: [gone, a]
    provisions:
      - {instrument: uncat, provision: 3}
      - {instrument: uncat, provision: 99}
      - {instrument: nothing, provision: 1}
      - {named: x}
      - {instrument: echr}
    evidence: [{source: z, supports: x, elements: [knew, nothing]}, {source: gone, supports: x}]
    contentions: [{value: x, citations: [z, gone, "j, para 999999999999999999-1"]}]
  - {id: al2, title: T, statement: S., period: ~9999, roles: [{role: r}]}
  - {id: al3, title: T, statement: S., period: 1000-01-01/9999-12, roles: [{role: r}]}
"""

LONG = "denounced outside any legal bounds " * 5_000


def test_every_check_runs_to_its_end_on_absurd_records(tmp_path: Path) -> None:
    long = RECORDS.replace("text: denounced", f"text: {LONG}").replace("statement: S.", f"statement: {LONG}")
    for text in (RECORDS, long):
        case, _ = load_example(tmp_path, text)
        for page in list_checks():
            assert all(in_ids(found.message) and found.help for found in page.check.find(case)), page.check.name
