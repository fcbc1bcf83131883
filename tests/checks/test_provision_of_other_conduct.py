"""A provision that is named is about the conduct that is alleged."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.provisions import provision_of_other_conduct
from probata.diagnostics import Severity

TEXT = """
case: {title: Example}
events: [{id: e, kind: incident, title: E, EVENT}]
allegations: [{id: a, title: T, statement: S., conduct: [CONDUCT], provisions: [PROVISION], events: [e]}]
"""


def result_of(folder: Path, provision: str, conduct: str = "torture", event: str = "dates: 2016") -> CheckResult:
    text = TEXT.replace("EVENT", event).replace("CONDUCT", conduct).replace("PROVISION", f"{{{provision}}}")
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [provision_of_other_conduct])[0]


FAIR_TRIAL = "instrument: iccpr, provision: 14"


def test_a_provision_on_other_conduct_is_told_with_what_it_is_about(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path, FAIR_TRIAL).findings

    assert in_ids(found.message) == (
        "allegation `a` names ICCPR art 14, which is about “denial of a fair trial”, and alleges none of that"
    )
    assert tuple(map(in_ids, found.notes)) == ("its conduct: “torture”",)
    assert found.severity is Severity.WARNING


@each(
    ("provision", "conduct", "event"),
    [
        ("instrument: iccpr, provision: 7", "torture", "dates: 2016"),
        ("instrument: echr, provision: 3", "refoulement", "dates: 2016"),
        (FAIR_TRIAL, "", "dates: 2016"),
        (f"{FAIR_TRIAL}, contention: true", "torture", "dates: 2016"),
        (FAIR_TRIAL, "torture", "conduct: [fair_trial]"),
        ("instrument: iccpr", "torture", "dates: 2016"),
        ("named: a fair trial", "torture", "dates: 2016"),
        ("instrument: iccpr, provision: 99", "torture", "dates: 2016"),
        ("instrument: rome-statute, provision: 28(a)", "torture", "dates: 2016"),
        ("instrument: uk-ghr-regulations, provision: 6(3)(a)", "torture", "dates: 2016"),
        ("instrument: refugee-convention, provision: 33(2)", "torture", "dates: 2016"),
        ("instrument: uncat, provision: 12", "torture", "dates: 2016"),
        ("instrument: uncat, provision: 13", "cruel_inhuman_degrading_treatment", "dates: 2016"),
        ("instrument: uncat, provision: 14", "torture", "dates: 2016"),
    ],
)
def test_a_provision_on_the_conduct_or_on_none_passes(provision: str, conduct: str, event: str, tmp_path: Path) -> None:
    found = result_of(tmp_path, provision, conduct=conduct, event=event).findings

    assert found == ()


def test_conduct_of_an_event_told_as_background_is_not_alleged(tmp_path: Path) -> None:
    event = "conduct: [fair_trial], context_only: true"

    assert len(result_of(tmp_path, FAIR_TRIAL, event=event).findings) == 1


def test_an_allegation_without_a_provision_to_compare_is_not_looked_at(tmp_path: Path) -> None:
    result = result_of(tmp_path, "instrument: rome-statute, provision: 28(a)")

    assert result.outcome is Outcome.NOT_APPLICABLE
