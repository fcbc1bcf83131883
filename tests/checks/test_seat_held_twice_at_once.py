"""One person in one post by two records."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.tenure import seat_held_twice_at_once

TWO = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
positions: [{id: x, title: Governor of North Prison}, {id: y, title: Chair of the Prison Board}]
roles:
  - {id: one, person: p, seats: [x], title: Governor, dates: 2015-01-01/2016-06-30}
  - {id: two, SECOND, title: Governor again}
"""


def found_in(second: str, folder: Path) -> list[tuple[str, str]]:
    case, faults = load_example(folder, TWO.replace("SECOND", second))
    assert faults == []
    found = run_checks(case, [seat_held_twice_at_once])[0].findings
    return [(one.record, in_ids(one.message)) for one in found]


@each(
    ("second", "is_found"),
    [
        ("person: p, seats: [x], dates: 2016-03-01/2018", True),
        ("person: p, seats: [x], dates: 2015-03-01/2015-12-31", True),
        ("person: p, seats: [y, x], dates: 2016-03-01/2018", True),
        ("person: p, seats: [{position: x, dates: 2016-03-01/2018}], dates: 2014/2018", True),
        ("person: p, seats: [x], dates: 2016-06-30/2018", False),
        ("person: p, seats: [x], dates: 2016/2018", False),
        ("person: p, seats: [x], dates: 2015-01-01/2016-06-30", False),
        ("person: p, seats: [{position: x, dates: 2015-01-01/2016-06-30}], dates: 2014/2018", False),
        ("person: p, seats: [x], acting: true, dates: 2016-03-01/2018", False),
        ("person: p, seats: [x], dates: ~2015/2018", False),
        ("person: p, seats: [y], dates: 2016-03-01/2018", False),
        ("person: q, seats: [x], dates: 2016-03-01/2018", False),
    ],
)
def test_one_person_holds_one_post_once_at_a_time(second: str, is_found: bool, tmp_path: Path) -> None:
    assert [record for record, _ in found_in(second, tmp_path)] == (["roles/two"] if is_found else [])


def test_two_times_in_one_post_are_told_with_both(tmp_path: Path) -> None:
    ((_, message),) = found_in("person: p, seats: [x], dates: 2016-03-01/2018", tmp_path)

    assert message == (
        "role `two` has its holder in post `x` for `2016-03-01/2018`, and role `one` for `2015-01-01/2016-06-30`"
    )


def test_one_role_that_names_a_post_twice_is_no_second_record(tmp_path: Path) -> None:
    twice = "person: q, seats: [{position: x, dates: 2015/2017}, {position: x, dates: 2016/2018}], dates: 2015/2018"

    assert found_in(twice, tmp_path) == []
