"""Time between the roles of an allegation, and between the posts of a person."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.tenure import gap_in_career
from probata.diagnostics import Diagnostic, Severity

ALLEGED = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles:
  - {id: one, person: p, title: Governor, dates: FIRST}
  - {id: two, person: p, title: Chair, dates: SECOND, status: unknown, as_of: 2020}
allegations: [{id: a, title: Beatings, statement: S., period: PERIOD, roles: [{role: one}, {role: two}]}]
"""


def found_in(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [gap_in_career])[0].findings


@each(
    ("first", "second", "period", "is_found"),
    [
        ("2015-01/2016-03", "2017-02/2018-01", "2015-06/2017-06", True),
        ("2015-01/2016-03-30", "2016-04-01/2018-01", "2015-06/2017-06", True),
        ("2015-01/2016-03", "2016-04/2018-01", "2015-06/2017-06", False),
        ("2015-01/2016", "2017-01/2018-01", "2015-06/2017-06", False),
        ("2015-01/2016", "2016/2018-01", "2015-06/2017-06", False),
        ("2015-01/~2016", "2017-02/2018-01", "2015-06/2017-06", False),
        ("2015-01/..", "2017-02/2018-01", "2015-06/2017-06", False),
        ("{stated: 2015-01/2016-03, end_known: false}", "2017-02/2018-01", "2015-06/2017-06", False),
        ("{stated: 2015-01/2016-03, possible: 2014/2017-01}", "2017-02/2018-01", "2015-06/2017-06", False),
        ("{stated: 2015-01/2016-03, other_accounts: [{dates: 2015/2017}]}", "2017-02/2018", "2015-06/2017-06", False),
        ("2015-01/2016-03", "2017-02/2018-01", "2015-06/2016-12", False),
        ("2015-01/2016-03", "2017-02/2018-01", "2016/2017", False),
        ("2015-01/2016-03", "2017-02/2018-01", "2015-06/..", False),
    ],
)
def test_no_period_goes_on_between_two_roles(
    first: str, second: str, period: str, is_found: bool, tmp_path: Path
) -> None:
    found = found_in(ALLEGED.replace("FIRST", first).replace("SECOND", second).replace("PERIOD", period), tmp_path)

    assert [(one.record, one.severity) for one in found] == [("allegations/a", Severity.WARNING)] * is_found


def test_the_days_of_the_gap_and_its_roles_are_told(tmp_path: Path) -> None:
    text = ALLEGED.replace("FIRST", "2015-01/2016-03").replace("SECOND", "2017-02/2018-01")
    (found,) = found_in(text.replace("PERIOD", "2015-06/2017-06"), tmp_path)

    assert "includes `2016-04-01/2017-01-31`, when" in in_ids(found.message)
    assert "`one` was over and `two` had not begun" in in_ids(found.message)


CAREER = """
case: {title: Example, persons_concerned: [p]}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
bodies: [{id: b, name: Prison Board}]
roles:
  - {id: r-1, person: WHO, title: Guard, dates: 2008/2011}
  - {id: r-2, person: WHO, title: Deputy, dates: 2012/2014}
  - {id: r-3, person: WHO, title: Governor, dates: START/2018}
MORE
"""


@each(
    ("who", "start", "more", "is_found"),
    [
        ("p", "2015-08", "", True),
        ("p", "2015-07", "", False),
        ("p", "2015", "", False),
        ("q", "2015-08", "", False),
        ("p", "2015-08", "  - {id: r-4, person: p, title: Envoy, dates: 2015-02/2015-06}", False),
        ("p", "2015-08", "  - {id: r-4, person: p, title: M, dates: 2010/2018, term: {body: b, number: 1}}", True),
        (
            "p", "2015-08",
            "  - {id: r-4, person: p, title: M, full_time: true, dates: 2010/2018, term: {body: b, number: 1}}", False,
        ),
    ],
)  # fmt: skip
def test_months_without_a_post_are_noted_of_a_person_concerned(
    who: str, start: str, more: str, is_found: bool, tmp_path: Path
) -> None:
    text = CAREER.replace("WHO", who).replace("START", start).replace("MORE", more)
    found = found_in(text, tmp_path)

    assert [(one.record, one.severity) for one in found] == [("roles/r-3", Severity.INFO)] * is_found


def test_of_two_posts_no_career_is_told(tmp_path: Path) -> None:
    text = CAREER.replace("  - {id: r-1, person: WHO, title: Guard, dates: 2008/2011}\n", "")
    text = text.replace("WHO", "p").replace("START", "2017").replace("MORE", "")

    assert found_in(text, tmp_path) == ()
