"""Parts of operations and bodies against the time of their whole."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.bodies import part_outside_whole
from probata.diagnostics import Diagnostic, Severity

EVENTS = """
case: {title: Example}
events:
  - {id: whole, kind: operation, title: Clean Yard, dates: WHOLE}
  - {id: part, kind: operation, title: Night, dates: PART, part_of: [whole]}
"""
BODIES = """
case: {title: Example}
bodies:
  - {id: board, name: Prison Board, ABOVE}
  - {id: north, name: North Prison, BELOW, relations: [{kind: KIND, body: board, DATES}]}
"""


def found_in(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [part_outside_whole])[0].findings


@each(
    ("whole", "part", "words", "weight"),
    [
        ("2016-03/2016-09", "2016-03/2016-09", "", None),
        ("2016-03/2016-09", "2016", "", None),
        ("2016", "2016-03-04", "", None),
        ("2016-03/..", "2020", "", None),
        ("~2016/2017", "2015/2017", "", None),
        ("2016-03/2016-09", "2015-03-04", "shares no day with it", Severity.WARNING),
        ("2016-03/2016-09", "2016-10-01", "shares no day with it", Severity.WARNING),
        ("2016-03/..", "2014-07-22/..", "begins before `whole`", Severity.INFO),
        ("2016-03/2016-09", "2016-02-29/2016-05", "begins before `whole`", Severity.INFO),
        ("2016-03/2016-09", "2016-05/2016-10-01", "goes on after `whole`", Severity.INFO),
        ("2016-03/2016-09", "2016-05/..", "", None),
        ("2016-03/2016-09", "2016-02/2016-09", "begins before `whole`", Severity.INFO),
    ],
)
def test_a_part_lies_within_the_time_of_its_whole(
    whole: str, part: str, words: str, weight: Severity | None, tmp_path: Path
) -> None:
    found = found_in(EVENTS.replace("WHOLE", whole).replace("PART", part), tmp_path)

    assert [one.severity for one in found] == ([weight] if weight else [])
    assert all(words in in_ids(one.message) and one.record == "events/part" for one in found)


@each(
    ("above", "below", "kind", "dates", "words", "weight"),
    [
        ("founded: 2015", "founded: 2014", "part_of", "", "was founded `2014`, before it, `2015`", Severity.INFO),
        ("founded: 2015", "founded: 2014", "county_level_of", "", "`county_level_of` `board`", Severity.INFO),
        ("founded: 2015", "founded: 2014", "member_of", "", "", None),
        ("founded: 2015", "founded: 2015-06", "part_of", "", "", None),
        ("founded: 2015", "founded: 2014", "part_of", "dates: 2016/..", "", None),
        ("founded: 2015", "founded: 2014", "part_of", "dates: 2014/..", "before `board` was founded", Severity.WARNING),
        ("founded: 2010", "founded: 2014", "part_of", "dates: 2013/..", "before `north` was founded", Severity.WARNING),
        ("dissolved: 2018", "dissolved: 2019", "part_of", "", "was dissolved `2019`, after it", Severity.INFO),
        (
            "dissolved: 2018", "founded: 2014", "part_of", "dates: 2014/2019", "after `board` was dissolved",
            Severity.WARNING,
        ),
        ("dissolved: 2018", "founded: 2014", "part_of", "dates: 2014/..", "", None),
    ],
)  # fmt: skip
def test_a_body_is_part_of_another_while_both_exist(
    above: str, below: str, kind: str, dates: str, words: str, weight: Severity | None, tmp_path: Path
) -> None:
    text = BODIES.replace("ABOVE", above).replace("BELOW", below).replace("KIND", kind).replace(", DATES", f", {dates}")
    found = found_in(text.replace(", }]", "}]"), tmp_path)

    assert [one.severity for one in found] == ([weight] if weight else [])
    assert all(words in in_ids(one.message) and one.record == "bodies/north" for one in found)


def test_events_that_are_part_of_each_other_do_not_loop(tmp_path: Path) -> None:
    text = EVENTS.replace("WHOLE", "2016, part_of: [part]").replace("PART", "2017")

    assert {one.record for one in found_in(text, tmp_path)} == {"events/whole", "events/part"}
