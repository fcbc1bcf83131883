"""A count beside the persons whom it counts."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.totals import more_persons_than_counted


def result_of(folder: Path, count: str, persons: str = "[a, b]") -> CheckResult:
    text = f"""
case: {{title: Example}}
people: [{{id: a, name: A}}, {{id: b, name: B}}]
events: [{{id: e, kind: incident, title: E, persons: {persons}, count: {count}}}]
allegations:
  - {{id: x, title: X, statement: X., affected: {{persons: {persons}, count: {count}}}}}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [more_persons_than_counted])[0]


@each("count", ["1", "0", "0-1", "{value: 1}"])
def test_a_count_below_the_number_of_persons_named_is_found_in_events_and_allegations(
    count: str, tmp_path: Path
) -> None:
    found = result_of(tmp_path, count).findings

    assert sorted(one.record for one in found) == ["allegations/x", "events/e"]
    assert all("2 persons are named" in in_ids(one.message) for one in found)


@each("count", ["2", "1-2", "500"])
def test_a_count_that_may_hold_them_all_passes(count: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, count).outcome is Outcome.PASSED


@each(("count", "persons"), [("1+", "[a, b]"), ("~1", "[a, b]"), ("{value: 1, unit: family}", "[a, b]"), ("1", "[]")])
def test_where_it_does_not_count_persons_or_has_no_upper_bound_it_is_not_looked_at(
    count: str, persons: str, tmp_path: Path
) -> None:
    assert result_of(tmp_path, count, persons).outcome is Outcome.NOT_APPLICABLE
