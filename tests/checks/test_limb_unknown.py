"""Texts on limbs that a forum does not have."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.legal_tests import limb_unknown


def result_of(folder: Path, limb: str, forum: str = "uk-ghr") -> CheckResult:
    text = f"""
case: {{title: Example, persons_concerned: [p], filings: [{{id: f, forum: uk-ghr}}]}}
people: [{{id: p, name: P}}]
allegations:
  - {{id: a, title: A, statement: A., limbs: [{{forum: {forum}, limb: "{limb}", text: T.}}]}}
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [limb_unknown])[0]


@each("written", ["6(3)a", "6 (3)(a)", "6(3)(a"])
def test_a_misspelt_limb_is_told_with_the_nearest(written: str, tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, written).findings

    assert in_ids(found.message) == f"`{written}` is no limb of the legal test of `uk-ghr`"
    assert found.help == "did you mean `6(3)(a)`?"
    assert found.span
    assert found.span.line == 5


def test_where_none_comes_near_those_that_there_are_are_named(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, "section nine").findings

    assert found.help.startswith("write one that it has: `")


def test_a_limb_of_the_test_passes_and_one_of_a_forum_without_filing_is_not_looked_at(tmp_path: Path) -> None:
    assert result_of(tmp_path / "a", "6(3)(a)").outcome is Outcome.PASSED
    assert result_of(tmp_path / "b", "nonsense", "us-glomag").outcome is Outcome.NOT_APPLICABLE
