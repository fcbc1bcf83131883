"""The recorded events that a text names."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

ACTS = """
case: {title: Example, summary: "TEXT"}
sources: [{id: gazette, title: Gazette with Directive 19, held: held}]
authorities: [{id: d, kind: statute, name: Directive on Custody, number: Directive 17, source: gazette}]
"""


@each(
    ("text", "weights"),
    [
        ("She drafted Directive 71.", [Severity.INFO]),
        ("She drafted Directive 71 [@gazette, p. 2].", [Severity.WARNING]),
        ("She drafted Directive 18 [@d].", [Severity.WARNING]),
        ("She drafted Directive 18.", []),
        ("She drafted Directive 19 [@d].", []),
        ("Directive 71 followed Directive 17 [@d].", []),
        ("She drafted Directive 2014/71 and Directive 71/2014.", []),
    ],
)
def test_the_number_of_an_act_that_no_record_has_is_found(text: str, weights: list[Severity], tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, ACTS.replace("TEXT", text))
    assert faults == []

    assert [one.severity for one in run_checks(case, [check_named("name-spelled-two-ways")])[0].findings] == weights
