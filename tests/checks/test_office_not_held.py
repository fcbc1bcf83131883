"""The office of a speaker against the posts that they held on the day."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Outcome
from probata.checks.engine.run import CheckResult, run_checks
from probata.checks.records.quotations import office_not_held

CASE = """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
positions:
  - {id: head, title: Head of the Prison Board of North Land}
  - {id: chair, title: Chair of the Search Group}
roles:
  - id: both
    person: solvan
    title: Head of Prisons
    dates: {stated: 2015-03-01/2017-08-31, other_accounts: [{dates: 2015-03/2017-10}]}
    seats: [head, {position: chair, dates: 2016-01-01/2016-12-31}]
  - {id: judge, person: solvan, title: Judge, dates: 2018/..}
quotations:
  - id: words
    speaker: {person: solvan, office: "OFFICE"}
    text: They must be held harder.
    date: DAY
"""


def answered(folder: Path, office: str, day: str) -> CheckResult:
    text = CASE.replace("OFFICE", office).replace("DAY", day).replace("    date: none\n", "")
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [office_not_held])[0]


@each(
    ("office", "day"),
    [
        ("Head of Prisons", "2015-03-01"),
        ("Head of Prisons", "2017-10-05"),
        ("Head of Prisons", "2017"),
        ("Head of Prisons", "~2019"),
        ("Head of the Prison Board", "2016-05-01"),
        ("Chair of the Search Group", "2016-05-01"),
        ("Former Head of Prisons", "2019-05-01"),
        ("Judge; until 31 August 2017 Head of Prisons", "2019-05-01"),
        ("Head of Prisons until 2017", "2019-05-01"),
        ("Head", "2019-05-01"),
        ("Minister of Prisons", "2019-05-01"),
        ("Judge", "2019-05-01"),
    ],
)
def test_an_office_of_the_day_one_that_was_before_and_one_not_recorded_are_left_alone(
    tmp_path: Path, office: str, day: str
) -> None:
    assert answered(tmp_path, office, day).findings == ()


WHOLE = "`2015-03-01/2017-08-31` or `2015-03/2017-10`"


@each(
    ("office", "day", "times"),
    [
        ("Head of Prisons", "2018-02-04", WHOLE),
        ("head of the Prison Board of North Land", "2014", WHOLE),
        ("Head of the Prison Board", "2018-02-04", WHOLE),
        ("Chair of the Search Group", "2017-02-04", "`2016-01-01/2016-12-31`"),
    ],
)
def test_an_office_that_was_not_held_on_the_day_is_found(tmp_path: Path, office: str, day: str, times: str) -> None:
    (finding,) = answered(tmp_path, office, day).findings

    assert (finding.record, finding.severity.value) == ("quotations/words", "warning")
    assert in_ids(finding.message) == (
        f"quotation `words` of `{day}` gives its speaker as `{office}`, and role `both` has that for {times}"
    )


@each(
    ("title", "is_found"),
    [
        ("Head of North Prison Hospital", False),
        ("Head of North Prison Guards’ School", False),
        ("Head of North Prison of North Land", True),
        ("Head of North Prison, North Land", True),
        ("Head of the North Prison in Ashminster", True),
        ("Head of North Prison d’Aubry", True),
    ],
)
def test_a_title_that_goes_on_is_of_another_post_but_for_a_comma_or_a_preposition(
    tmp_path: Path, title: str, is_found: bool
) -> None:
    text = CASE.replace("title: Head of Prisons", f'title: "{title}"')
    text = text.replace("OFFICE", "Head of North Prison").replace("DAY", "2018-02-04")
    case, faults = load_example(tmp_path, text)
    assert faults == []

    assert bool(run_checks(case, [office_not_held])[0].findings) is is_found


def test_of_words_without_a_day_it_cannot_be_told_and_of_an_office_not_recorded_nothing_is_asked(
    tmp_path: Path,
) -> None:
    assert answered(tmp_path, "Head of Prisons", "none").outcome is Outcome.CANNOT_TELL
    assert answered(tmp_path, "Minister", "2018").outcome is Outcome.NOT_APPLICABLE
