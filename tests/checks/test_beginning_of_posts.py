"""The creation of a post against the founding of its body."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import beginning_told_differently

CASE = """
case: {title: Example}
bodies:
  - {id: office, name: Recovery Office, founded: 2015-04-01, relations: [RELATION]}
  - {id: bureau, name: Search Bureau}
positions: [{id: head, title: Head of the Recovery Office, body: office, created: CREATED}]
"""


def found(folder: Path, created: str, relation: str = "{kind: cooperates_with, body: bureau}") -> list[str]:
    case, faults = load_example(folder, CASE.replace("CREATED", created).replace("RELATION", relation))
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [beginning_told_differently])[0].findings]


@each("created", ["2015-04-01", "2015", "2016-01-01", "~2014"])
def test_a_post_that_may_be_as_old_as_its_body_is_left_alone(tmp_path: Path, created: str) -> None:
    assert found(tmp_path, created) == []


def test_a_post_older_than_its_body_is_found(tmp_path: Path) -> None:
    (message,) = found(tmp_path, "2014-07")

    assert message == ("post `head` was created `2014-07`, before its body `office` was founded, `2015-04-01`")


def test_a_post_that_a_successor_may_have_taken_over_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, "2014-07", "{kind: successor_of, body: bureau}") == []
