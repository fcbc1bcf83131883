"""A case with blanks, what each row of a test fills into them, and what one rule answers to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import CheckResult, Outcome, run_checks
from probata.diagnostics import Severity

CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class Filled:
    """One case, and the rule that is tried on it."""

    rule: str
    text: str
    files: Mapping[str, str]
    words: Mapping[str, str]

    def __repr__(self) -> str:
        return f"{self.rule}: {dict(self.words)}"


@dataclass(frozen=True)
class Given:
    """A case for a rule, whose blanks are words in capitals, each with what usually stands there."""

    rule: str
    text: str
    usual: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *values: str, **words: str) -> Filled:
        """Fill the blanks: the first ones in their order, others by name."""
        own = {**dict(zip(self.usual, values, strict=False)), **words}
        assert own.keys() <= self.usual.keys(), "a row fills blanks that its case has"
        files = {name: _filled(text, self.usual, own) for name, text in self.files.items()}
        return Filled(self.rule, _filled(self.text, self.usual, own), files, own)

    def by(self, rule: str) -> Given:
        """Return the same case for another rule."""
        return Given(rule, self.text, self.usual, self.files)


def _filled(text: str, usual: Mapping[str, str], own: Mapping[str, str]) -> str:
    for name, value in {**usual, **own}.items():
        blank = rf"\b{name}\b" if value else rf"\b{name}\b, |(, )?\b{name}\b"
        text = re.sub(blank, value.replace("\\", r"\\"), text)
    return text


def result_of(case: Filled, folder: Path) -> CheckResult:
    """Run the rule on the case, which can be read without an error."""
    loaded, faults = load_example(folder, case.text, case.files)
    assert [in_ids(fault.message) for fault in faults if fault.severity is Severity.ERROR] == []
    return run_checks(loaded, [check_named(case.rule)])[0]


def rows(*cases: tuple[Filled, str]) -> Callable[..., None]:
    """Return a test of several cases, each with the levels of what is found, with nothing, or with "cannot tell"."""

    @each(("case", "expected"), cases)
    def test(case: Filled, expected: str, tmp_path: Path) -> None:
        result = result_of(case, tmp_path)
        found = ", ".join(one.severity.label for one in result.findings)
        if expected == CANNOT_TELL:
            assert (found, result.outcome) == ("", Outcome.CANNOT_TELL)
        else:
            assert found == expected

    return test
