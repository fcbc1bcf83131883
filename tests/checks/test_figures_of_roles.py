"""What is put on a role, against the time of the role: figures that are longer, and words that are larger."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.figures import figure_longer_than_role, one_pool_for_several_roles, quantity_word_of_role
from probata.diagnostics import Diagnostic, Severity

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Jon Tarn}]
bodies: [{id: b, name: Prison Board}]
positions: [{id: chair, title: Chair, body: b}, {id: clerk, title: Clerk, body: b}]
roles:
  - {id: first, person: wolk, seats: [chair], title: Chair, dates: 2016-04/2016-07, responsibility: GROUND}
  - {id: second, person: wolk, seats: [chair], title: Chair, dates: 2016-07/2017-05}
  - {id: other, person: tarn, seats: [chair], title: Chair, dates: 2017-06/2018}
datasets:
  - id: returns
    title: Returns
    file: returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Returns}]
figures:
  - {id: all, title: Returns, operation: sum, of: [{dataset: returns, column: n}], ascribed_to: ROLES}
"""
ROWS = "year,n\n2016,2400\n2017,1200\n"


def found_by(
    check: Check, folder: Path, roles: str, ground: str = "command", rows: str = ROWS, more: str = ""
) -> tuple[Diagnostic, ...]:
    text = CASE.replace("ROLES", roles).replace("GROUND", ground) + more
    case, faults = load_example(folder, text, {"returns.csv": rows})
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(case, [check])[0].findings


def test_months_outside_one_holding_are_counted_once(tmp_path: Path) -> None:
    (found,) = found_by(figure_longer_than_role, tmp_path, "[first, second]")

    assert in_ids(found.message) == (
        "the figure `all` is ascribed to `first`, `second`, and 3 of the 12 months of `2016` lie outside, "
        "as do months of 1 more of its rows"
    )


def test_a_row_of_one_month_outside_is_called_by_its_name(tmp_path: Path) -> None:
    (found,) = found_by(figure_longer_than_role, tmp_path, "[first]", rows="year,n\n2016-07,9\n2016-08,9\n")

    assert in_ids(found.message) == ("the figure `all` is ascribed to `first`, and `2016-08` lies outside")


@each(
    ("rows", "is_found"),
    [("year,n\n2016-04/2016-07,9\n", False), ("year,n\n2016-04/2016-08,9\n", True), ("year,n\n2016-05/..,9\n", False)],
)
def test_a_month_that_the_role_begins_or_ends_in_is_its_own(rows: str, is_found: bool, tmp_path: Path) -> None:
    assert bool(found_by(figure_longer_than_role, tmp_path, "[first]", rows=rows)) is is_found


@each(("roles", "is_found"), [("[first, second]", False), ("[first, other]", True)])
def test_one_holding_in_several_records_is_no_pool_for_several_roles(
    roles: str, is_found: bool, tmp_path: Path
) -> None:
    assert bool(found_by(one_pool_for_several_roles, tmp_path, roles)) is is_found
    assert bool(found_by(figure_longer_than_role, tmp_path, roles)) is not is_found


THOUSANDS = "{label: command, stated: command over thousands of returns}"


def test_thousands_are_compared_with_the_months_of_the_role(tmp_path: Path) -> None:
    (found,) = found_by(quantity_word_of_role, tmp_path, "[first, other]", THOUSANDS)

    assert found.severity is Severity.WARNING
    assert in_ids(found.message) == (
        "`thousands of` is said of the role `first`, and the figure `all`, cut to its time by months, comes to 800"
    )


@each(
    ("ground", "rows"),
    [
        (THOUSANDS.replace("thousands", "hundreds"), ROWS),
        (THOUSANDS, ROWS.replace("2400", "6000")),
        (THOUSANDS, ROWS.replace("2400", "2400+")),
        (THOUSANDS, "year,n\n2016/..,9\n"),
    ],
)
def test_a_word_that_the_figure_may_reach_is_left_alone(ground: str, rows: str, tmp_path: Path) -> None:
    assert found_by(quantity_word_of_role, tmp_path, "[first]", ground, rows) == ()


TENS = THOUSANDS.replace("thousands", "tens of thousands")
TOGETHER = "the roles `first`, `second`, and the figure `all`, cut to their time by months, comes to 2,500"


@each(
    ("second", "told"),
    [
        (TENS, [TOGETHER]),
        (TENS.replace("command over", "oversight of"), ["the role `first`", "the role `second`"]),
    ],
)
def test_the_same_words_on_one_holding_in_two_records_are_measured_together(
    second: str, told: list[str], tmp_path: Path
) -> None:
    text = CASE.replace("2016-07/2017-05}", f"2016-07/2017-05, responsibility: {second}}}")
    text = text.replace("ROLES", "[first, second]").replace("GROUND", TENS)
    case, faults = load_example(tmp_path, text, {"returns.csv": ROWS})
    found = run_checks(case, [quantity_word_of_role])[0].findings

    assert faults == []
    assert [part in in_ids(one.message) for part, one in zip(told, found, strict=True)] == [True] * len(told)


def test_a_word_without_any_figure_for_the_role_is_a_note(tmp_path: Path) -> None:
    (found,) = found_by(quantity_word_of_role, tmp_path, "[second]", THOUSANDS)

    assert found.severity is Severity.INFO
    assert in_ids(found.message) == (
        "`thousands of` is said of the role `first`, and no figure is ascribed to it or cut to its time"
    )


@each("told", ["particulars: Thousands were returned.", "affected: {description: thousands of persons}"])
def test_the_words_of_an_allegation_that_rests_on_the_role_alone_are_read_too(told: str, tmp_path: Path) -> None:
    allegations = f"allegations:\n  - {{id: a, title: T, statement: S., {told}, roles: [ROLE]}}\n"
    alone = allegations.replace("ROLE", "{role: first}")
    shared = allegations.replace("ROLE", "{role: first}, {role: other}")

    (found,) = found_by(quantity_word_of_role, tmp_path / "a", "[first]", more=alone)
    assert found.record == "allegations/a"
    assert found_by(quantity_word_of_role, tmp_path / "b", "[first]", more=shared) == ()


@each(
    ("told", "is_found"),
    [
        ("Thousands of families still wait for an answer.", False),
        ("Thousands of grieving\n      families still wait.", False),
        ("It took thousands of hours.", False),
        ("Thousands of prisoners have families.", True),
        ("Thousands were returned.", True),
    ],
)
def test_a_word_that_counts_another_thing_is_no_word_of_the_figure(told: str, is_found: bool, tmp_path: Path) -> None:
    allegations = "allegations:\n  - {id: a, title: T, statement: S., particulars: TOLD, roles: [{role: first}]}\n"
    more = allegations.replace("TOLD", told)

    assert bool(found_by(quantity_word_of_role, tmp_path, "[first]", more=more)) is is_found


def test_thousands_of_families_are_compared_with_a_figure_of_families(tmp_path: Path) -> None:
    ground = THOUSANDS.replace("returns", "families")

    assert found_by(quantity_word_of_role, tmp_path / "a", "[first]", ground) == ()
    roles = "[first], unit: families"
    assert len(found_by(quantity_word_of_role, tmp_path / "b", roles, ground)) == 1
