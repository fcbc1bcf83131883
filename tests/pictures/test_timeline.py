"""Posts and events on one time axis: what is sure, what is possible, and which ends are open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.each import each
from tests.pictures.layout import texts
from tests.pictures.records import NARROW, SIZE, WORDING, graph_of, when

from probata.model.role import Role
from probata.pictures.drawing import DARK, Path, Strokes
from probata.pictures.time_axis import Span, axis_for, span_of_role, span_of_when
from probata.pictures.timeline import draw_span, draw_timeline

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
