"""Bar charts and timelines say what the records say, in words too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.each import each
from tests.pictures.layout import texts
from tests.pictures.records import NARROW, SIZE, WORDING, graph_of, table_of, when

from probata.model.role import Role
from probata.pictures.bar_chart import BETWEEN, FAIR_BAR, STUB, Chart, bands_of, chart_of, draw_bar_chart
from probata.pictures.drawing import DARK, SMALL_SIZE, Path, Sheet, Strokes
from probata.pictures.text import width_of
from probata.pictures.time_axis import Span, axis_for, span_of_role, span_of_when
from probata.pictures.timeline import draw_span, draw_timeline

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


PEOPLE = [{"id": "solvan", "name": {"family": "Solvan", "given": "Ardel"}}]


def _role(**fields: Any) -> Role:
    return Role.model_validate({"id": "r", "person": "solvan", "title": "Commander of the Harbour Guard", **fields})


def _event(number: int, dates: str | None, title: str = "An incident") -> dict[str, Any]:
    return {"id": f"e{number}", "kind": "incident", "title": title, "dates": dates}


def _graph(dates: str, *events: dict[str, Any]) -> Any:
    role = {"id": "r", "person": "solvan", "title": "Commander of the Harbour Guard", "dates": dates}
    return graph_of(people=PEOPLE, roles=[role], events=list(events))


def test_a_role_recorded_by_months_is_sure_between_the_inner_ends_of_the_two_months() -> None:
    span = span_of_role(_role(dates="2015-08/2017-04"))
    assert span == Span(date(2015, 8, 1), date(2017, 4, 30), (date(2015, 8, 31), date(2017, 4, 1)))


@each(
    ("fields", "starts_open", "ends_open"),
    [
        ({"dates": "2015-08-01/2017-04-30"}, False, False),
        ({"dates": {"stated": "2015-08-01/2017-04-30", "start_known": False}}, True, False),
        ({"dates": {"stated": "2015-08-01/2017-04-30", "end_known": False}}, False, True),
        ({"dates": "2015-08-01/..", "status": "unknown"}, False, True),
        ({"dates": "../2017-04-30"}, True, False),
        ({"dates": "~2015/2017"}, True, False),
    ],
)
def test_an_end_is_open_where_it_is_not_recorded_or_not_known(
    fields: dict[str, Any], starts_open: bool, ends_open: bool
) -> None:
    span = span_of_role(_role(**fields))
    assert (span.starts_open, span.ends_open) == (starts_open, ends_open)


def test_a_current_role_is_sure_until_the_day_for_which_that_was_recorded_and_no_longer() -> None:
    span = span_of_role(_role(dates="2023-10-01/..", status="current", as_of="2026-10-12"))
    assert span.certain == (date(2023, 10, 1), date(2026, 10, 12))
    assert span_of_role(_role(dates="2023-10-01/..", status="unknown", as_of="2026-10-12")).certain == (
        date(2023, 10, 1),
        date(2023, 10, 1),
    )


def test_certain_and_possible_ends_of_the_record_go_before_the_stated_ones() -> None:
    dates = {"stated": "2020/2024", "certain": "2021-03-01/2022-03-31", "possible": "2019/2025"}
    span = span_of_role(_role(dates=dates))
    assert (span.first, span.last) == (date(2019, 1, 1), date(2025, 12, 31))
    assert span.certain == (date(2021, 3, 1), date(2022, 3, 31))


def test_the_sure_part_is_solid_and_the_possible_part_is_hatched() -> None:
    axis = axis_for([date(2010, 1, 1), date(2020, 12, 31)], 0, 400)
    sure = list(draw_span(span_of_when(when("2012-01-01/2015-12-31")), axis, 10, 8))
    partly = list(draw_span(span_of_when(when("2012/2015")), axis, 10, 8))
    never = list(draw_span(span_of_when(when("2012")), axis, 10, 8))

    assert _solid_width(sure) == pytest.approx(axis.end_of(date(2015, 12, 31)) - axis.start_of(date(2012, 1, 1)))
    assert _solid_width(partly) == pytest.approx(axis.end_of(date(2015, 1, 1)) - axis.start_of(date(2012, 12, 31)))
    assert _solid_width(never) == 0
    for shapes in (partly, never):
        assert any(isinstance(shape, Strokes) for shape in shapes)


def _solid_width(shapes: list[Any]) -> float:
    solid = [shape for shape in shapes if isinstance(shape, Path) and shape.fill == DARK]
    return sum(max(x for x, _ in path.points) - min(x for x, _ in path.points) for path in solid)


def test_the_picture_names_posts_events_their_dates_and_what_has_no_date() -> None:
    graph = _graph("2021-02/2023-09", _event(1, "2022-05-13", "Beatings on the quay"), _event(2, None, "A threat"))
    (sheet,) = draw_timeline(graph, graph.roles, graph.events, WORDING, SIZE)
    for text in (texts(sheet), sheet.alternative):
        assert "Ardel Solvan" in text
        assert "Commander of the Harbour Guard" in text
        assert "February 2021 to September 2023" in text
        assert "Beatings on the quay" in text
        assert "13 May 2022" in text
        assert "Without a recorded date, and so not drawn: A threat." in text


def test_a_person_who_is_not_in_the_graph_is_not_drawn_and_not_named() -> None:
    graph = graph_of(roles=[{"id": "r", "person": "witness-a", "title": "Guard", "dates": "2020/2021"}])
    assert draw_timeline(graph, graph.roles, (), WORDING, SIZE) == ()


def test_many_rows_go_on_sheets_that_fit_each_with_the_axis_and_the_posts() -> None:
    events = [_event(n, f"2022-{n % 12 + 1:02d}", f"Incident number {n}") for n in range(40)]
    graph = _graph("2021-02/2023-09", *events)
    sheets = draw_timeline(graph, graph.roles, graph.events, WORDING, NARROW)
    assert len(sheets) > 1
    for sheet in sheets:
        assert sheet.drawing.height <= NARROW[1]
        assert "Ardel Solvan" in texts(sheet)
    shown = [n for sheet in sheets for n in range(40) if f"Incident number {n}:" in sheet.alternative]
    assert sorted(shown) == list(range(40))


def test_a_remark_for_the_team_is_not_drawn() -> None:
    role = {"id": "r", "person": "solvan", "title": "Guard", "dates": "2020/2021", "note": "weak source"}
    event = {**_event(1, "2020"), "note": "ask again"}
    graph = graph_of(people=PEOPLE, roles=[role], events=[event])
    (sheet,) = draw_timeline(graph, graph.roles, graph.events, WORDING, SIZE)
    assert "weak source" not in texts(sheet) + sheet.alternative
    assert "ask again" not in texts(sheet) + sheet.alternative
