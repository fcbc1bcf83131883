"""The count of an allegation against that of its event."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.totals import count_told_differently
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
sources: [{id: report, title: Report}]
events: [{id: e, kind: incident, title: Held, count: {value: 46, unit: UNIT, citations: "report, p. 7"}}]
allegations:
  - id: a
    title: Held
    statement: Prisoners were held.
    events: [e]
    affected: {count: {value: VALUE, unit: prisoners in March, citations: "report, p. 7"}}
"""


def found(folder: Path, value: str, unit: str) -> list[tuple[Severity | None, str]]:
    text = CASE.replace("VALUE", value).replace("UNIT", unit)
    case, faults = load_example(folder, text)
    assert faults == []
    told = run_checks(case, [count_told_differently])[0].findings
    return [(one.severity, in_ids(one.message).partition(", and ")[2]) for one in told]


@each(("unit", "weight"), [("prisoners in March", Severity.WARNING), ("prisoners in the worst month", Severity.INFO)])
def test_the_count_of_the_event_from_the_same_page_is_compared(tmp_path: Path, unit: str, weight: Severity) -> None:
    told = f"event `e` counts 46 {unit} from the same place"

    assert found(tmp_path, "47", unit) == [(weight, told)]


def test_the_same_count_and_one_of_something_else_are_right(tmp_path: Path) -> None:
    assert found(tmp_path, "46", "prisoners in March") == []
    assert found(tmp_path, "47", "guards in March") == []
