"""What a check looks at is found once for all checks that look at the same, and each record once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.checks.example_case import load_example

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import AllLooked, Check, Looked
from probata.checks.engine.finding import Finding
from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity


def test_two_checks_that_look_at_the_same_find_it_once(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, "case: {title: Example}")
    asked: list[str] = []

    def looks_at(_: CheckInput) -> Iterator[Looked]:
        asked.append("asked")
        yield Looked("people/a")

    def run(_: CheckInput) -> Iterator[Finding]:
        yield from ()

    checks = [Check(code, code.lower(), Severity.INFO, "people", run, looks_at=looks_at) for code in ("AAA1", "AAA2")]
    answers = [result.answer for result in run_checks(case, checks)]

    assert asked == ["asked"]
    assert [(one.looked_at, one.passed) for one in answers] == [(1, 1), (1, 1)]


def test_of_a_record_that_is_named_twice_the_first_reason_stays() -> None:
    looked = AllLooked([Looked("a"), Looked("b", "no date"), Looked("b", "no title"), Looked("a", "no date")])

    assert list(looked) == [Looked("a", "no date"), Looked("b", "no date")]
    assert looked.untold == {"a": "no date", "b": "no date"}
