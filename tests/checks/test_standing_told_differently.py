"""The day of a standing against the year in its words."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.law.standing_told_differently import CHECK
from probata.checks.runner import run_checks

CASE = """
case:
  title: Example
  state: Kelvandra
  standings:
    - {instrument: uncat, status: party, in_force: 1998-05-06, standing: "State party, by the Act of 6 April 1998"}
    - {instrument: icpped, status: signatory, standing: signed and not ratified}
    - {instrument: rome-statute, status: not_party, standing: not a party}
"""


@each(
    ("day", "is_found"),
    [("1998", False), ("1998-05-06", False), ("1999", False), ("2008", True), ("1989", True)],
)
def test_the_day_of_a_standing_is_held_against_the_year_in_its_words(day: str, is_found: bool, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE.replace("1998-05-06", day))

    assert bool(run_checks(case, [CHECK])[0].findings) is is_found
