"""A person to be hidden, and the name that the records bear."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.identity import name_as_pseudonym
from probata.diagnostics import Severity


def result_of(folder: Path, name: str, identity: str = "pseudonym", status: str = "given") -> CheckResult:
    text = f"""
case: {{title: Example}}
people: [{{id: p, name: {name}}}]
consents: [{{id: c, person: p, forums: [un-sp], identity: {identity}, status: {status}}}]
"""
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [name_as_pseudonym])[0]


@each(
    "name",
    [
        "Ilko Peresh",
        "{family: Peresh, given: Ilko}",
        "{full: Ilko Peresh}",
        "{full: Wu, native: {text: 吴力, lang: zh}}",
    ],
)
@each("identity", ["pseudonym", "anonymous"])
def test_what_reads_as_a_name_must_be_fixed(name: str, identity: str, tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, name, identity).findings

    assert found.severity is Severity.ERROR
    assert found.record == "people/p"


@each("name", ["Witness A", "Former guard", "Relative B", "A.", "Amina K.", "Témoin 3", "Former Guard", "Testigo Uno"])
def test_what_reads_as_a_pseudonym_passes(name: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, name).outcome is Outcome.PASSED


@each(("identity", "status"), [("named", "given"), ("pseudonym", "refused")])
def test_whoever_may_be_named_or_may_not_appear_is_not_looked_at(identity: str, status: str, tmp_path: Path) -> None:
    assert result_of(tmp_path, "Ilko Peresh", identity, status).outcome is Outcome.NOT_APPLICABLE
