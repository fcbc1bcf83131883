"""Sources that are older than what they are cited for: events, allegations, posts and sentences."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.dates_of_sources import source_older_than_event

SOURCES = """
case: {title: Example, as_of: 2020}
sources:
  - {id: old, title: A, type: report, issued: 2015-03}
  - {id: new, title: B, type: report, issued: 2017-03}
  - {id: by-address, title: C, type: report, url: "https://a.example/2015/03/04/page"}
  - {id: undated, title: D, type: report}
  - {id: about, title: E, type: report, issued: ~2015}
  - {id: law, title: F, type: legislation, issued: 2015-03}
  - {id: daily, title: G, issued: 2016-03-02}
people: [{id: p, name: Mara Wolk}]
"""


def found(check: Check, folder: Path, text: str) -> list[tuple[str, str, str]]:
    case, faults = load_example(folder, SOURCES + text)
    assert faults == []
    findings = run_checks(case, [check])[0].findings
    return [(one.record, one.severity.label, in_ids(one.message)) for one in findings]


def test_the_date_of_the_address_stands_in_for_that_of_the_record_and_is_a_note(tmp_path: Path) -> None:
    text = "events: [{id: e, kind: act, title: Beating, dates: 2016-02, citations: [by-address]}]"

    assert found(source_older_than_event, tmp_path, text) == [
        ("events/e", "note", "event `e`, dated `2016-02`, has only older sources: `by-address` of "
         "`2015-03-04` by its address")
    ]  # fmt: skip


def test_an_allegation_with_nothing_but_older_evidence_is_to_be_fixed(tmp_path: Path) -> None:
    text = "allegations: [{id: a, title: T, statement: S., period: 2016-02/2016-03, evidence: [old]}]"

    assert found(source_older_than_event, tmp_path, text) == [
        ("allegations/a", "should fix", "allegation `a`, of `2016-02/2016-03`, has only older evidence: "
         "`old` of `2015-03`")
    ]  # fmt: skip


@each("other", ["new", "undated", "about", "law", "uncat"])
def test_one_item_that_may_know_of_it_is_enough(tmp_path: Path, other: str) -> None:
    text = f"allegations: [{{id: a, title: T, statement: S., period: 2016, evidence: [old, {other}]}}]"

    assert found(source_older_than_event, tmp_path, text) == []


@each(
    ("elements", "is_found"),
    [
        ("severe-pain", True),
        ("severe-pain, intent", True),
        ("severe-pain, knew", False),
        ("superior-relationship", False),
        ("danger-after-return", False),
    ],
)
def test_an_older_item_is_noted_where_it_goes_to_the_conduct_alone(
    tmp_path: Path, elements: str, is_found: bool
) -> None:
    evidence = f"[new, {{source: old, elements: [{elements}]}}]"
    text = f"allegations: [{{id: a, title: T, statement: S., period: 2016, evidence: {evidence}}}]"
    told = ("allegations/a", "note", "`old` of `2015-03` is older than the conduct to which it goes, `2016`")

    assert found(source_older_than_event, tmp_path, text) == ([told] if is_found else [])


def test_what_speaks_against_may_be_older(tmp_path: Path) -> None:
    evidence = "[new, {source: old, against: true, elements: [severe-pain]}]"
    text = f"allegations: [{{id: a, title: T, statement: S., period: 2016, evidence: {evidence}}}]"

    assert found(source_older_than_event, tmp_path, text) == []


@each(
    ("role", "is_found"),
    [
        ("dates: 2014/2016, citations: [old]", True),
        ("dates: {stated: 2014/2016, citations: [old]}", True),
        ("dates: 2014/2015, citations: [old]", False),
        ("dates: 2014/.., status: current, citations: [old]", False),
        ("dates: {stated: 2014/2016, end_known: false}, citations: [old]", False),
        ("dates: 2014/2016, citations: [old, new]", False),
        ("dates: 2014/2016, citations: [law]", False),
        ("dates: 2014/2016", False),
    ],
)
def test_the_end_of_a_post_needs_a_source_as_late_as_it(tmp_path: Path, role: str, is_found: bool) -> None:
    text = f"""
roles: [{{id: r, person: p, title: Governor, {role}}}]
allegations: [{{id: a, title: T, statement: S., roles: [{{role: r}}]}}]
"""
    told = ("roles/r", "note", "role `r`, held `2014/2016`, has no source as late as its end: `old` of "
            "`2015-03`")  # fmt: skip

    assert found(source_older_than_event, tmp_path, text) == ([told] if is_found else [])
