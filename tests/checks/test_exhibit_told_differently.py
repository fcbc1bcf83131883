"""An exhibit has the day and the mark of the source or the statement that it is."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.exhibits import exhibit_told_differently
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: report, title: Report, SOURCE}]
statements: [{id: one, person: wolk, kind: witness, STATEMENT}]
exhibits: [{id: x, mark: MW1, description: it, EXHIBIT}]
"""
ISSUED = "issued: 2023-11-14"
MADE = "made_on: 2024-05-01, signed_on: 2024-05-20"


def result_of(folder: Path, exhibit: str, source: str = ISSUED, statement: str = MADE) -> CheckResult:
    text = CASE.replace("EXHIBIT", exhibit).replace("SOURCE", source).replace("STATEMENT", statement)
    loaded, faults = load_example(folder, text)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(loaded, [exhibit_told_differently])[0]


@each(
    ("exhibit", "source", "weights"),
    [
        ("source: report, date: 2023-11-14", ISSUED, []),
        ("source: report, date: 2023-11", ISSUED, []),
        ("source: report, date: 2023-11-15", ISSUED, [Severity.WARNING]),
        ("source: report, date: 2023-11-13", ISSUED, [Severity.INFO]),
        ("source: report, date: 2024-01-02", ISSUED + ", accessed: 2024-01-02", []),
        ("source: report, date: 2023-12-24", ISSUED + ", accessed: 2024-01-02, type: webpage", []),
        ("source: report, date: 2024-01-03", ISSUED + ", accessed: 2024-01-02, type: webpage", [Severity.WARNING]),
        ("source: report, date: 2023-12-24", ISSUED + ", accessed: 2024-01-02, type: report", [Severity.WARNING]),
        ("source: report, date: 2024-01", ISSUED + ", accessed: 2024-01-02", []),
        ("source: report, date: 2024-01-03", ISSUED + ", accessed: 2024-01-02", [Severity.WARNING]),
        ("source: report, date: 2023-11-13", ISSUED + ", accessed: 2024-01-02", [Severity.INFO]),
        ("source: report, date: ~2021", ISSUED, []),
        ("source: report, date: 2023-11-15", "issued: 2023", []),
        ("source: report, date: 2023-11-14", ISSUED + ", confidentiality: confidential", [Severity.WARNING]),
        ("source: report, date: 2023-11-14", ISSUED + ", confidentiality: anonymise", [Severity.WARNING]),
        ("source: report, disclosure: anonymise, date: 2023-11-14", ISSUED + ", confidentiality: confidential", []),
        ("source: report, disclosure: confidential, date: 2023-11-14", ISSUED, []),
        ("statement: one, date: 2024-05-01", ISSUED, []),
        ("statement: one, date: 2024-05-20", ISSUED, []),
        ("statement: one, date: 2024-05", ISSUED, []),
        ("statement: one, date: 2024-06-20", ISSUED, [Severity.WARNING]),
    ],
)
def test_days_and_marks_are_those_of_what_the_exhibit_is(
    exhibit: str, source: str, weights: list[Severity], tmp_path: Path
) -> None:
    assert [one.severity for one in result_of(tmp_path, exhibit, source).findings] == weights


@each(
    ("exhibit", "statement", "outcome"),
    [
        ("date: 2024-06-20", MADE, Outcome.NOT_APPLICABLE),
        ("source: report", MADE, Outcome.CANNOT_TELL),
        ("statement: one, date: 2024-05-01", "number: 1", Outcome.CANNOT_TELL),
        ("source: report, date: 2023-01-02", MADE, Outcome.FAILED),
    ],
)
def test_without_two_days_it_cannot_be_told_and_an_open_order_of_them_is_found(
    exhibit: str, statement: str, outcome: Outcome, tmp_path: Path
) -> None:
    assert result_of(tmp_path, exhibit, statement=statement).outcome is outcome


@each(("description", "count"), [("a screenshot of the page", 0), ("une capture d’écran", 0), ("the report", 1)])
def test_what_was_taken_from_a_page_bears_the_day_of_the_taking(description: str, count: int, tmp_path: Path) -> None:
    text = CASE.replace("description: it", f"description: {description}").replace("STATEMENT", MADE)
    text = text.replace("EXHIBIT", "source: report, date: 2023-12-24")
    loaded, faults = load_example(tmp_path, text.replace("SOURCE", ISSUED + ", accessed: 2024-01-02, type: report"))
    assert faults == []

    assert len(run_checks(loaded, [exhibit_told_differently])[0].findings) == count


def test_both_days_are_told(tmp_path: Path) -> None:
    (source,) = result_of(tmp_path, "source: report, date: 2024-11-14").findings
    (statement,) = result_of(tmp_path, "statement: one, date: 2025").findings

    assert in_ids(source.message) == (
        "exhibit `MW1` is dated `2024-11-14`, and source `report`, which it reproduces, was issued `2023-11-14`"
    )
    assert in_ids(statement.message) == (
        "exhibit `MW1` is dated `2025`, and the statement that it is, `one`, `2024-05-01` and `2024-05-20`"
    )
