"""Dates that are recorded, or told in a text, more precisely than they are known."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import date_made_precise
from probata.diagnostics import Diagnostic, Severity


def found_by(check: Check, text: str, folder: Path) -> tuple[Diagnostic, ...]:
    case, faults = load_example(folder, text)
    assert faults == []
    return run_checks(case, [check])[0].findings


ROLE = """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: {DATES}, MORE}]
"""


@each(
    ("dates", "more", "words"),
    [
        ("stated: 2015/2017, certain: 2015-03-01/2017-01-01", "", "certain from `2015-03-01`"),
        ("stated: 2015/2017, certain: 2015-12-31/2017-08-31", "", "certain until `2017-08-31`"),
        ("stated: 2015/2017, certain: 2015-12-31/2017-01-01", "", ""),
        ("stated: 2015/2017, certain: 2016", "", ""),
        ("stated: 2015-03-01/2017-08-31, certain: 2015-03-01/2017-08-31", "", ""),
        ("stated: 2015/2017, certain: 2015-03-01/2017-01, other_accounts: [{dates: 2015-03-01/2017-03}]", "", ""),
        ("stated: 2015/2017, certain: 2015-03-01/2016", "seats: [{position: x, dates: 2015-03-01/2017}]", ""),
        ("stated: 2015-03-01/.., certain: 2015-03-01/2016-05", "status: current, as_of: 2016-05", ""),
        ("stated: 2015-03-01/.., certain: 2015-03-01/2016-06", "status: current, as_of: 2016-05", "until `2016-06-30`"),
        ("stated: 2015/2017", "", ""),
    ],
)
def test_certain_days_are_those_that_an_account_makes_sure_of(
    dates: str, more: str, words: str, tmp_path: Path
) -> None:
    text = ROLE.replace("DATES", dates).replace(", MORE", f", {more}" if more else "")
    found = found_by(date_made_precise, text + "positions: [{id: x, title: Governor}]\n", tmp_path)

    assert len(found) == bool(words)
    assert all(words in in_ids(one.message) and one.record == "roles/r" for one in found)


@each(
    ("citations", "weight"),
    [("s", Severity.WARNING), ("[s, 's, p. 4']", Severity.WARNING), ("[s, t]", Severity.INFO)],
)
def test_another_source_may_give_the_day(citations: str, weight: Severity, tmp_path: Path) -> None:
    text = ROLE.replace("DATES", "stated: 2015/2017, certain: 2015-03-01/2016").replace(
        "MORE", f"citations: {citations}"
    )
    (found,) = found_by(date_made_precise, f"{text}sources: [{{id: s}}, {{id: t}}]\n", tmp_path)

    assert found.severity is weight


@each(
    ("dates", "kind", "is_found"),
    [
        ("2015-08-21", "day_unknown", True),
        ("2015-08/2015-09-01", "day_unknown", True),
        ("2015-08", "day_and_month_unknown", True),
        ("2015-08", "day_unknown", False),
        ("2015", "day_unknown", False),
        ("2015/..", "day_and_month_unknown", False),
        ("2015-08-21", "exact", False),
        ("2015-08-21", "estimated", False),
        ("2015-08-21", "not_stated", False),
    ],
)
def test_what_is_unknown_of_the_date_of_an_event_is_not_given(
    dates: str, kind: str, is_found: bool, tmp_path: Path
) -> None:
    event = f"{{id: e, kind: act, title: Arrest, dates: {dates}, date_type: {kind}}}"
    found = found_by(date_made_precise, f"case: {{title: Example}}\nevents: [{event}]\n", tmp_path)

    assert [one.record for one in found] == ["events/e"] * is_found


@each(
    ("exhibit", "source", "is_found"),
    [
        ("2015-08-21", "2015-08", True),
        ("2015-08", "2015", True),
        ("2015-08-21", "2015-08-21", False),
        ("2015", "2015-08-21", False),
        ("2016-08-21", "2015", False),
        ("2015-08-21", "~2015", False),
    ],
)
def test_an_exhibit_is_dated_as_its_source_is(exhibit: str, source: str, is_found: bool, tmp_path: Path) -> None:
    text = f"""
case: {{title: Example}}
sources: [{{id: s, title: Letter, issued: {source}}}]
exhibits: [{{id: x, mark: AB/1, description: Letter, source: s, date: {exhibit}}}]
"""
    found = found_by(date_made_precise, text, tmp_path)

    assert [one.record for one in found] == ["exhibits/x"] * is_found
