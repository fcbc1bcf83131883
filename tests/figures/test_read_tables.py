"""CSV files and dataset records joined to typed cells, and what does not fit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.figures.table_case import read_case

from probata.diagnostics import Severity
from probata.figures import Presence
from probata.model.quantity import Bound

RETURNS = """
  - id: returns
    title: Returns by year
    file: returns.csv
    period: 2015/2022
    columns:
      - {key: year, heading: Year, type: text, key_column: true}
      - {key: all, heading: Returns, printed: all_printed}
      - {key: all_printed, heading: As printed, type: text, hidden: true}
      - {key: forced, heading: Forced returns, status: modelled}
      - {key: source, heading: Source, type: source}
"""
CSV = """year,all,all_printed,forced,source
2015,1023,1.023,655,"review, note 28; bulletin-2016"
2016,70+,,~60,-
2022,-,,,review
"""


def test_a_number_keeps_its_printed_characters_status_and_period(tmp_path: Path) -> None:
    tables, found = read_case(tmp_path, RETURNS, returns=CSV)
    table = tables["returns"]
    value = table.rows[0].cells["all"]

    assert found == []
    assert value.quantity is not None
    assert value.quantity.low == Decimal(1023)
    assert (value.printed, value.status) == ("1.023", "reported")
    assert value.period is not None
    assert value.period.text == "2015/2022"
    assert table.rows[0].cells["forced"].status == "modelled"


def test_bounds_absence_and_not_applicable_are_data(tmp_path: Path) -> None:
    tables, _ = read_case(tmp_path, RETURNS, returns=CSV)
    least, none, about, absent = (
        tables["returns"].rows[row].cells[column]
        for row, column in ((1, "all"), (2, "all"), (1, "forced"), (2, "forced"))
    )

    assert least.quantity is not None
    assert least.quantity.bound is Bound.AT_LEAST
    assert none.presence is Presence.NOT_APPLICABLE
    assert none.quantity is None
    assert about.quantity is not None
    assert about.quantity.bound is Bound.ABOUT
    assert absent.presence is Presence.NOT_STATED


def test_a_source_cell_holds_citations_with_pinpoints(tmp_path: Path) -> None:
    tables, _ = read_case(tmp_path, RETURNS, returns=CSV)
    first, second = tables["returns"].rows[0].cells["source"].citations

    assert first.pinpoint is not None
    assert (first.source, first.pinpoint.type, first.pinpoint.value) == ("review", "note", "28")
    assert second.source == "bulletin-2016"


def test_a_cell_may_differ_from_its_column(tmp_path: Path) -> None:
    cells = """    cells:
      - {row: '2016', column: all, status: adjusted, period: 2016-01/2016-09, remark: Jan-Sept only}
"""
    tables, found = read_case(tmp_path, RETURNS + cells, returns=CSV)
    value = tables["returns"].rows[1].cells["all"]

    assert found == []
    assert (value.status, value.remark) == ("adjusted", "Jan-Sept only")
    assert value.period is not None
    assert value.period.text == "2016-01/2016-09"
    assert tables["returns"].rows[0].cells["all"].status == "reported"


def test_a_missing_column_is_found_in_the_record_and_the_rest_is_read(tmp_path: Path) -> None:
    tables, found = read_case(tmp_path, RETURNS, returns=CSV.replace("forced", "forsed"))

    assert [(one.name, one.severity) for one in found] == [
        ("missing-column", Severity.ERROR), ("undescribed-column", Severity.WARNING),
    ]  # fmt: skip
    missing, extra = found
    assert missing.message == "the file `returns.csv` has no column `forced`"
    assert missing.help == "did you mean `forsed`?"
    assert missing.span is not None
    assert missing.span.path == "case.yaml"
    assert extra.span is not None
    assert (extra.span.path.removeprefix("./"), extra.span.line, extra.span.column) == ("returns.csv", 1, 22)
    assert tables["returns"].column("forced") is None
    assert len(tables["returns"].rows) == 3


def test_a_heading_of_several_words_is_to_be_one_word_in_the_file_since_it_can_be_no_key(tmp_path: Path) -> None:
    _, found = read_case(tmp_path, RETURNS, returns=CSV.replace("forced", "Forced returns (all)"))

    (extra,) = [one for one in found if one.name == "undescribed-column"]
    assert "such as `forced-returns-all`" in extra.help
    assert "`- {key: forced-returns-all, heading: …}`" in extra.help


def test_text_where_a_number_belongs_is_found_in_its_cell(tmp_path: Path) -> None:
    tables, (found,) = read_case(tmp_path, RETURNS, returns=CSV.replace("655", "many"))

    assert found.name == "text-for-number"
    assert found.message == "`many` stands where a number belongs (column `forced`)"
    assert found.span is not None
    assert (found.span.line, found.span.column, found.span.end_column) == (2, 17, 21)
    assert found.record == "datasets/returns"
    value = tables["returns"].rows[0].cells["forced"]
    assert (value.text, value.quantity, value.is_readable) == ("many", None, False)


def test_an_unknown_source_in_a_cell_is_found_with_a_suggestion(tmp_path: Path) -> None:
    _, (found,) = read_case(tmp_path, RETURNS, returns=CSV.replace("bulletin-2016", "bulletin-2061"))

    assert found.name == "unknown-source"
    assert found.message == "no source has the id `bulletin-2061`"
    assert "`bulletin-2016`" in found.help
    assert found.span is not None
    assert found.span.line == 2


def test_a_cell_that_is_no_citation_is_found(tmp_path: Path) -> None:
    _, (found,) = read_case(tmp_path, RETURNS, returns=CSV.replace(",review\n", ",see the review\n"))

    assert (found.name, found.message) == ("unreadable-citation", "`see the review` is no citation")


def test_unknown_rows_and_columns_of_a_record_are_found(tmp_path: Path) -> None:
    more = """
    cells: [{row: '2017', column: all, remark: odd}]
    totals: [{column: forsed, value: '1'}]
    inclusions: [{rows: ['2015'], included_in: '2030'}, {rows: ['2016'], included_in: '2016'}]
"""
    _, found = read_case(tmp_path, RETURNS + more, returns=CSV)

    assert [(one.name, one.message) for one in found] == [
        ("unknown-column", "the dataset `returns` has no column `forsed`"),
        ("unknown-row", "the table `returns` has no row `2017`"),
        ("unknown-row", "the table `returns` has no row `2030`"),
        ("row-included-in-itself", "the row `2016` is said to be included in itself"),
    ]
    assert found[0].help == "did you mean `forced`?"
    assert all(one.span and one.span.path == "case.yaml" for one in found)


def test_a_row_of_another_table_may_include_rows(tmp_path: Path) -> None:
    other = "  - id: all\n    title: All\n    file: all.csv\n    columns: [{key: place, heading: Place, type: text}]\n"
    more = "    inclusions: [{rows: ['2015'], included_in: 'all:Country'}, {rows: ['2016'], included_in: 'all:Town'}]\n"
    _, found = read_case(tmp_path, RETURNS + more + other, returns=CSV, all="place\nCountry\n")

    assert [one.message for one in found] == ["the table `all` has no row `Town`"]


def test_a_row_name_that_stands_twice_cannot_be_referred_to(tmp_path: Path) -> None:
    more = "    cells: [{row: '2015', column: all, remark: odd}]\n"
    _, (found,) = read_case(tmp_path, RETURNS + more, returns=CSV.replace("2016,", "2015,"))

    assert (found.name, found.message) == ("ambiguous-row", "2 rows of `returns` are named `2015`")


def test_a_heading_that_stands_twice_is_found(tmp_path: Path) -> None:
    datasets = "  - id: t\n    title: T\n    file: t.csv\n    columns: [{key: a, heading: A}, {key: a, heading: B}]\n"
    tables, found = read_case(tmp_path, datasets, t="a,a\n1,2\n")

    assert [one.name for one in found] == ["repeated-heading", "repeated-column"]
    assert tables["t"].rows[0].cells["a"].text == "1"
