"""Allegations that rest on databases."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.evidence import database_only, one_source_only

CASE = """
case: {title: Example}
sources:
  - {id: a, title: A, type: dataset, publisher: Watch, rank: primary, held: held}
  - {id: b, title: B, type: dataset, publisher: Office, rank: primary, held: held}
  - {id: c, title: C, type: dataset, publisher: Watch, rank: primary, held: held}
  - {id: d, title: D, type: document, publisher: Court, rank: primary, held: held}
authorities: [{id: j, kind: judgment, name: X v Y, citation: X v Y, verified: true}]
allegations: [{id: x, title: T, statement: S., evidence: EVIDENCE}]
"""


@each(
    ("evidence", "is_found"),
    [
        ("[a, b]", True),
        ("[a, b, {source: d, against: true}]", True),
        ("[a, b, uncat]", True),
        ("[a, b, d]", False),
        ("[a, b, j]", False),
        ("[a, c]", False),
        ("[a]", False),
        ("[]", False),
    ],
)
def test_databases_of_several_origins_alone_are_a_note(tmp_path: Path, evidence: str, is_found: bool) -> None:
    case, faults = load_example(tmp_path, CASE.replace("EVIDENCE", evidence))
    assert faults == []
    found = run_checks(case, [database_only])[0].findings

    told = ("note", "allegation `x` rests on databases alone: `a`, `b`")
    assert [(one.severity.label, in_ids(one.message)) for one in found] == ([told] if is_found else [])


@each("evidence", ["[a, c]", "[a]"])
def test_where_they_come_down_to_one_that_is_told_by_another_check(tmp_path: Path, evidence: str) -> None:
    case, _ = load_example(tmp_path, CASE.replace("EVIDENCE", evidence))

    assert len(run_checks(case, [one_source_only])[0].findings) == 1
