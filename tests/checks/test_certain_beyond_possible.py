"""Days that are certain lie within those that are possible."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import run_checks
from probata.checks.records.tenure import certain_beyond_possible
from probata.diagnostics import Severity

RANGES = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: guard, name: Prison Guard}, {id: north, name: North Prison}]
roles: [{id: r, person: p, title: Governor, dates: DATES}]
commands: [{id: c, superior: guard, subordinate: north, kind: command_de_jure, dates: DATES}]
"""


@each(
    ("dates", "words"),
    [
        ("{stated: 2015/2017, certain: 2015-02/2016, possible: 2015-06/2017}", "what is possible, `2015-06/2017`"),
        ("{stated: 2015/2017, certain: 2015-08/2017, possible: 2015/2016}", "what is possible, `2015/2016`"),
        ("{stated: 2015/2017, certain: 2014/2016}", "what is stated, `2015/2017`"),
        ("{stated: 2015/2017, certain: 2015-02/2016, possible: 2014/2018}", ""),
        ("{stated: 2015/2017, certain: 2015-02-01/2017-06-30}", ""),
        ("{stated: 2015/2017, certain: 2015/2017, possible: 2015-06/2017}", ""),
        ("{stated: 2015/2017, certain: 2014/2016, possible: ~2015/2017}", ""),
        ("{stated: 2015/.., certain: 2015-02/2020}", ""),
        ("{stated: 2015/2017, possible: 2016/2017}", ""),
    ],
)
def test_what_is_certain_lies_within_what_is_possible(dates: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, RANGES.replace("DATES", dates))
    result = run_checks(case, [certain_beyond_possible])[0]

    assert faults == []
    assert [one.record for one in result.findings] == (["roles/r", "commands/c"] if words else [])
    assert all(in_ids(one.message).endswith(words) and one.severity is Severity.ERROR for one in result.findings)


def test_a_tenure_without_certain_days_is_not_looked_at(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, RANGES.replace("DATES", "2015/2017"))

    assert run_checks(case, [certain_beyond_possible])[0].outcome is Outcome.NOT_APPLICABLE
