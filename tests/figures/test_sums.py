"""Sums: bounds propagate, and a row is counted once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.each import each
from tests.figures.table_case import read_case

from probata.figures import Sum, TypedTable, sum_column
from probata.model.quantity import parse_quantity


def table_of(folder: Path, rows: str, more: str = "", status: str = "reported") -> TypedTable:
    datasets = f"""
  - id: t
    title: T
    file: t.csv
    columns: [{{key: place, heading: Place, type: text}}, {{key: n, heading: Number, status: {status}}}]
{more}
"""
    tables, _ = read_case(folder, datasets, t=f"place,n\n{rows}")
    return tables["t"]


def sum_of(folder: Path, rows: str, more: str = "") -> Sum:
    found = sum_column(table_of(folder, rows, more), "n")
    assert found is not None
    return found


def test_exact_numbers_add_exactly(tmp_path: Path) -> None:
    found = sum_of(tmp_path, 'a,0.1\nb,0.2\nc,"1,000"\n')

    assert found.low == found.high == Decimal("1000.3")
    assert str(found) == "1,000.3"
    assert found.counted == ("a", "b", "c")


@each(
    ("rows", "written"),
    [
        ("a,70+\nb,30\n", "at least 100"),
        ("a,~16\nb,4\n", "about 20"),
        ("a,16-76\nb,4\n", "20-80"),
        ("a,70+\nb,~30\n", "at least about 100"),
        ("a,-\nb,30\nc,\n", "30"),
    ],
)
def test_a_sum_keeps_the_bounds_of_its_parts(rows: str, written: str, tmp_path: Path) -> None:
    assert str(sum_of(tmp_path, rows)) == written


def test_rows_without_a_value_are_named_and_not_applicable_ones_are_not(tmp_path: Path) -> None:
    assert sum_of(tmp_path, "a,-\nb,30\nc,\n").not_stated == ("c",)


def test_a_row_wholly_included_in_another_is_counted_once(tmp_path: Path) -> None:
    more = "    inclusions: [{rows: [town], included_in: country}]"
    table = table_of(tmp_path, "town,30\ncountry,100\nabroad,5\n", more)
    once, twice = sum_column(table, "n"), sum_column(table, "n", count_included=True)

    assert once is not None
    assert twice is not None
    assert (str(once), once.left_out) == ("105", ("town",))
    assert (str(twice), twice.left_out) == ("135", ())


def test_rows_that_include_one_another_in_a_circle_are_not_lost(tmp_path: Path) -> None:
    more = "    inclusions: [{rows: [a], included_in: b}, {rows: [b], included_in: a}]"

    assert str(sum_of(tmp_path, "a,1\nb,2\n", more)) == "3"


def test_a_sum_is_as_good_as_its_worst_part(tmp_path: Path) -> None:
    more = "    cells: [{row: b, column: n, status: modelled}]"

    assert sum_of(tmp_path, "a,1\nb,2\n", more).status == "modelled"


def test_a_column_of_text_or_without_values_has_no_sum(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a,-\nb,\n")

    assert sum_column(table, "n") is None
    assert sum_column(table, "place") is None
    assert sum_column(table, "nowhere") is None


@each(
    ("rows", "declared", "agrees"),
    [
        ("a,10\nb,20\n", "30", True),
        ("a,10\nb,20\n", "31", False),
        ("a,10+\nb,20\n", "35", True),
        ("a,10+\nb,20\n", "29", False),
        ("a,10\nb,20\n", "25+", True),
        ("a,10\nb,20\n", "31+", False),
        ("a,10-15\nb,20\n", "33", True),
        ("a,10-15\nb,20\n", "36", False),
        ("a,~10\nb,20\n", "36", True),
        ("a,10\nb,20\n", "~36", True),
    ],
)
def test_a_declared_number_agrees_where_it_can_be_the_sum(
    rows: str, declared: str, agrees: bool, tmp_path: Path
) -> None:
    assert sum_of(tmp_path, rows).agrees_with(parse_quantity(declared)) is agrees
