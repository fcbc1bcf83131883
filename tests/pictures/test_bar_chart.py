"""Tables as bars: one panel a column, the status of each value and its bound told apart."""

from __future__ import annotations

from typing import Any

from tests.pictures.layout import texts
from tests.pictures.records import NARROW, SIZE, WORDING, table_of

from probata.pictures.bar_chart import BETWEEN, FAIR_BAR, STUB, Chart, bands_of, chart_of, draw_bar_chart
from probata.pictures.drawing import SMALL_SIZE, Sheet
from probata.pictures.text import width_of

YEAR = {"key": "year", "heading": "Year", "type": "text", "key_column": True}
RETURNS = {"key": "returns", "heading": "Returns", "unit": "persons"}
MADE = {"key": "made", "heading": "Irregular returns", "unit": "persons", "status": "modelled"}
ROWS = [["2014", "680", "435"], ["2015", "1023", "655"]]


def _chart(columns: list[dict[str, Any]], rows: list[list[str]], **dataset: Any) -> Chart:
    chart = chart_of(table_of(columns, rows, **dataset), WORDING)
    assert chart is not None
    return chart


def _one(chart: Chart) -> Sheet:
    (sheet,) = draw_bar_chart(chart, WORDING, SIZE)
    return sheet


def test_every_number_stands_beside_its_bar_and_in_the_alternative_text_with_its_status() -> None:
    sheet = _one(_chart([YEAR, RETURNS, MADE], ROWS))
    for text in ("2014", "680", "435", "1,023", "655", "Returns", "persons"):
        assert text in texts(sheet)
    assert "2015: Returns 1,023 (reported); Irregular returns 655 (modelled by the source)." in sheet.alternative


def test_the_key_names_the_statuses_and_bounds_that_occur_and_no_others() -> None:
    shown = texts(_one(_chart([YEAR, RETURNS, MADE], [["2014", "70+", "435"], ["2015", "16-76", "655"]])))
    assert "value reported" in shown
    assert "value modelled by the source" in shown
    assert "at least: the number may be higher" in shown
    assert "from the lower to the higher number" in shown
    assert "at least 70" in shown
    assert "16 to 76" in shown
    assert "adjusted" not in shown
    assert "computed" not in shown


def test_a_cell_that_differs_from_its_column_is_drawn_and_named_by_its_own_status() -> None:
    cells = [{"row": "2015", "column": "returns", "status": "adjusted", "remark": "Half a year"}]
    sheet = _one(_chart([YEAR, RETURNS], [["2014", "680"], ["2015", "512"]], cells=cells))
    assert "value adjusted by the source" in texts(sheet)
    assert "512 (a)" in texts(sheet)
    assert "(a) Half a year" in texts(sheet)
    assert "2015: Returns 512 (a) (adjusted by the source)." in sheet.alternative


def test_what_is_not_stated_and_what_does_not_apply_is_said_and_not_drawn_as_nothing() -> None:
    sheet = _one(_chart([YEAR, RETURNS], [["2014", ""], ["2015", "30"], ["2016", "-"], ["2017", "4"]]))
    assert "not stated" in texts(sheet)
    assert "n/a" in texts(sheet)
    assert "2014: Returns: not stated." in sheet.alternative


def test_a_column_without_a_unit_is_not_drawn_since_its_values_may_be_of_different_things() -> None:
    without = {"key": "value", "heading": "Value"}
    assert chart_of(table_of([YEAR, without], [["2014", "1"], ["2015", "2"]]), WORDING) is None


def test_hidden_columns_are_not_drawn() -> None:
    hidden = {**MADE, "heading": "Our own guess", "hidden": True}
    sheet = _one(_chart([YEAR, RETURNS, hidden], ROWS))
    assert "Our own guess" not in texts(sheet) + sheet.alternative


def test_a_long_table_goes_on_sheets_that_fit_each_with_its_headings_and_key() -> None:
    chart = _chart([YEAR, RETURNS], [[f"Place {n}", str(n)] for n in range(80)])
    sheets = draw_bar_chart(chart, WORDING, NARROW)
    assert len(sheets) > 1
    assert all(sheet.drawing.height <= NARROW[1] for sheet in sheets)
    assert all("Returns" in texts(sheet) and "value reported" in texts(sheet) for sheet in sheets)
    assert [n for sheet in sheets for n in range(80) if f"Place {n}:" in sheet.alternative] == list(range(80))


def test_a_third_panel_stands_beside_the_others_where_its_bars_have_room() -> None:
    columns = [{"key": f"c{n}", "heading": f"Column {n}", "unit": "persons"} for n in range(3)]
    chart = _chart([YEAR, *columns], [[str(year), "12000+", "9", "1"] for year in range(2014, 2018)])
    counts = {width: [len(band) for band in bands_of(chart, 30.0, float(width))] for width in range(280, 480, 10)}
    assert [3] in counts.values()
    assert [2, 1] in counts.values()
    widest_of_two = max(width for width, count in counts.items() if count == [2, 1])
    panel = (widest_of_two - 30.0) / 3 - BETWEEN
    assert panel - width_of("at least 12,000", SMALL_SIZE) - STUB < FAIR_BAR


def test_the_name_of_a_row_is_never_cut() -> None:
    name = "The number of persons of whom the review says that they were brought back by one of the methods named"
    sheet = _one(_chart([YEAR, RETURNS, MADE], [[name, "680", "435"], ["2015", "1023", "655"]]))
    assert name in texts(sheet)
    assert "…" not in texts(sheet)
