"""The order of findings: weight, then cause before consequence, then place."""

from __future__ import annotations

from probata.diagnostics import Diagnostic, Report, Severity, Span


def finding(code: str, severity: Severity, path: str, line: int = 1) -> Diagnostic:
    return Diagnostic(code, "name", severity, f"{code} in {path}:{line}", Span(path, line))


def order(*findings: Diagnostic) -> list[str]:
    report = Report()
    report.extend(findings)
    return [found.message for found in report]


def test_a_misspelt_field_comes_before_the_gap_that_it_leaves_in_a_file_before_it() -> None:
    gap = finding("STR101", Severity.ERROR, "case.yaml", 3)
    misspelt = finding("REC101", Severity.ERROR, "people.yaml", 9)

    assert order(gap, misspelt) == ["REC101 in people.yaml:9", "STR101 in case.yaml:3"]


def test_what_must_be_fixed_comes_before_what_was_found_in_reading() -> None:
    heavy = finding("TIM101", Severity.ERROR, "roles.yaml")
    light = finding("SRC110", Severity.WARNING, "case.yaml")

    assert order(light, heavy) == ["TIM101 in roles.yaml:1", "SRC110 in case.yaml:1"]
