"""Totals and columns: what the rows add up to, what is counted twice, what was computed."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.in_ids import in_ids

from probata.checks import Check, Outcome
from probata.checks.engine.run import run_checks
from probata.checks.records.tables import column_is_constant_share
from probata.checks.records.totals import declared_total_differs, total_counts_twice
from probata.diagnostics import Diagnostic, Severity


def found_by(check: Check, folder: Path, rows: str, more: str = "") -> tuple[Diagnostic, ...]:
    text = f"""
case: {{title: Example}}
datasets:
  - id: t
    title: T
    file: t.csv
    columns: [{{key: place, heading: Place, type: text}}, {{key: n, heading: N}}, {{key: m, heading: M}}]
{more}
"""
    case, _ = load_example(folder, text, {"t.csv": f"place,n,m\n{rows}"})
    return run_checks(case, [check])[0].findings


def test_a_wrong_total_is_told_with_both_numbers_and_the_difference(tmp_path: Path) -> None:
    more = "    totals: [{column: n, value: '7000', printed: '7.000'}]"
    (found,) = found_by(declared_total_differs, tmp_path, "a,6000,\nb,999,\nc,-,\n", more)

    assert in_ids(found.message) == "the declared total of “N” (`n`) is 7.000; its rows add to 6,999"
    assert tuple(map(in_ids, found.notes)) == ("difference: 1",)
    assert found.span is not None
    assert found.span.line == 8


def test_rows_without_a_value_are_told_and_leave_it_open(tmp_path: Path) -> None:
    more = "    totals: [{column: n, value: '7000'}]"
    (found,) = found_by(declared_total_differs, tmp_path, "a,6000,\nb,,\n", more)

    assert (
        in_ids(found.message)
        == "the declared total of “N” (`n`) is 7000; one row has no value, and the others add to 6,000"
    )
    assert tuple(map(in_ids, found.notes)) == ("without a value: `b`", "difference: 1,000")


def test_a_total_of_adjusted_values_filled_up_with_reported_ones_is_a_note(tmp_path: Path) -> None:
    more = """    totals: [{column: m, value: '135'}]
    inclusions: [{rows: [town], included_in: country}]"""
    (found,) = found_by(declared_total_differs, tmp_path, "town,30,40\ncountry,100,\nabroad,20,35\n", more)

    assert found.severity is Severity.INFO
    assert in_ids(found.message) == (
        "the declared total of “M” (`m`) is 135; it comes out with the values of “N” (`n`) where that column has none, "
        "and without `town`"
    )


def test_a_total_that_a_least_number_leaves_open_is_not_found(tmp_path: Path) -> None:
    more = "    totals: [{column: n, value: '7000'}]"

    assert found_by(declared_total_differs, tmp_path, "a,6000+,\nb,999,\n", more) == ()


def test_a_total_with_a_cell_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    more = "    totals: [{column: n, value: '7000'}]"

    assert found_by(declared_total_differs, tmp_path, "a,many,\nb,999,\n", more) == ()


INCLUDED = """    totals: [{column: n, value: '130'}]
    inclusions: [{rows: [town], included_in: country, how: HOW}]"""


def test_a_total_that_counts_a_part_with_its_whole_is_told_once(tmp_path: Path) -> None:
    more = INCLUDED.replace("HOW", "wholly")
    (found,) = found_by(total_counts_twice, tmp_path, "town,30,\ncountry,100,\n", more)

    assert in_ids(found.message) == "the declared total of `n`, 130, counts rows twice; counted once they add to 100"
    assert tuple(map(in_ids, found.notes)) == ("counted twice: `town`",)
    assert found_by(declared_total_differs, tmp_path, "town,30,\ncountry,100,\n", more) == ()


def test_rows_that_overlap_perhaps_cannot_be_told(tmp_path: Path) -> None:
    text = INCLUDED.replace("HOW", "perhaps")
    (found,) = found_by(total_counts_twice, tmp_path, "town,30,\ncountry,100,\n", text)

    assert in_ids(found.message) == "the declared total of `n`, 130, perhaps counts rows twice"


def test_a_part_whose_whole_has_no_value_is_not_counted_twice(tmp_path: Path) -> None:
    more = INCLUDED.replace("HOW", "wholly").replace("130", "30")

    assert found_by(total_counts_twice, tmp_path, "town,30,\ncountry,,\n", more) == ()


def test_a_reported_column_that_is_a_share_of_its_neighbour_is_told_with_the_share(tmp_path: Path) -> None:
    wholes = (680, 1023, 1032, 1300, 1335)
    rows = "".join(f"{n},{whole},{round(whole * 0.64)}\n" for n, whole in enumerate(wholes))
    (found,) = found_by(column_is_constant_share, tmp_path, rows)

    assert in_ids(found.message) == "`m` is 64% of `n` in each of 5 rows, and is recorded as reported"
    assert found.record == "datasets/t"


def test_columns_that_only_move_together_are_not_found(tmp_path: Path) -> None:
    rows = "a,680,435\nb,1023,655\nc,1032,671\nd,1300,820\ne,1335,860\n"

    assert found_by(column_is_constant_share, tmp_path, rows) == ()


def test_a_case_without_tables_is_not_applicable(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, "case: {title: Example}")

    assert run_checks(case, [declared_total_differs])[0].outcome is Outcome.NOT_APPLICABLE


def test_a_reported_column_that_is_a_multiple_of_its_neighbour_is_told_with_the_multiple(tmp_path: Path) -> None:
    rows = "".join(f"{n},{number},{number * 3}\n" for n, number in enumerate((680, 1023, 1032, 1300, 1335)))
    (found,) = found_by(column_is_constant_share, tmp_path, rows)

    assert in_ids(found.message) == "`m` is 3 times `n` in each of 5 rows, and is recorded as reported"


def test_two_columns_with_the_same_numbers_are_no_share(tmp_path: Path) -> None:
    rows = "".join(f"{n},{number},{number}\n" for n, number in enumerate((680, 1023, 1032, 1300, 1335)))

    assert found_by(column_is_constant_share, tmp_path, rows) == ()


def test_a_total_that_comes_out_without_rows_that_may_be_included_is_told_with_them(tmp_path: Path) -> None:
    more = INCLUDED.replace("HOW", "perhaps").replace("'130'", "'100'")
    (found,) = found_by(declared_total_differs, tmp_path, "town,30,\ncountry,100,\n", more)

    assert in_ids(found.message) == "the declared total of “N” (`n`) is 100; its rows add to 130"
    assert tuple(map(in_ids, found.notes)) == (
        "it comes out without `town`, of which another row perhaps is the whole",
        "difference: -30",
    )


def test_an_overlap_is_told_of_a_total_that_left_the_sure_parts_out(tmp_path: Path) -> None:
    more = """    totals: [{column: n, value: '150'}]
    inclusions:
      - {rows: [town], included_in: country}
      - {rows: [coast], included_in: country, how: partly}"""
    (found,) = found_by(total_counts_twice, tmp_path, "town,30,\ncountry,100,\ncoast,50,\n", more)

    assert in_ids(found.message) == "the declared total of `n`, 150, perhaps counts rows twice"
    assert tuple(map(in_ids, found.notes)) == ("perhaps counted twice: `coast`",)
