"""Whatever the records hold, the labels of a picture lie on nothing, stay on the canvas and can be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pictures.layout import assert_harmless, assert_lines_pass_boxes, assert_readable
from tests.pictures.records import DATES, NAMES, NARROW, SIZE, WORDING, graph_of, table_of

from probata.pictures.bar_chart import chart_of, draw_bar_chart
from probata.pictures.organisation import organisation_on
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.timeline import draw_timeline

SIZES = st.sampled_from((SIZE, NARROW))
KINDS = ("command_de_jure", "command_de_facto", "oversight", "administrative", "coordination")
NUMBERS = st.one_of(
    st.sampled_from(("", "-", "0", "-5", "9" * 24, "120+", "~16", "16-76", "0.001")), st.integers(0, 10**7).map(str)
)
STATUSES = st.sampled_from(("reported", "adjusted", "modelled", "computed"))


@st.composite
def _timeline_records(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    people = [{"id": f"p{n}", "name": draw(NAMES)} for n in range(draw(st.integers(1, 3)))]
    roles = [
        {
            "id": f"r{n}",
            "person": draw(st.sampled_from(people))["id"],
            "title": draw(NAMES),
            "dates": {"stated": draw(DATES), "start_known": draw(st.booleans()), "end_known": draw(st.booleans())},
            "status": draw(st.sampled_from(("current", "ended", "unknown"))),
            "as_of": draw(st.sampled_from(("2020", "2024-05", "2031-01-01"))),
        }
        for n in range(draw(st.integers(0, 8)))
    ]
    events = [
        {"id": f"e{n}", "kind": "incident", "title": draw(NAMES), "dates": draw(st.none() | DATES)}
        for n in range(draw(st.integers(0, 25)))
    ]
    return {"people": people, "roles": roles, "events": events}


@given(_timeline_records(), SIZES)
@settings(max_examples=60, deadline=None)
def test_labels_of_a_time_axis(records: dict[str, list[dict[str, Any]]], size: tuple[float, float]) -> None:
    graph = graph_of(**records)
    for sheet in draw_timeline(graph, graph.roles, graph.events, WORDING, size):
        assert_readable(sheet, size[0])
        assert_harmless(sheet)


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[list[str]]]:
    count = draw(st.integers(1, 6))
    columns: list[dict[str, Any]] = [{"key": "name", "heading": "Name", "type": "text", "key_column": True}]
    for n in range(count):
        kind = draw(st.sampled_from(("number", "percent")))
        unit = draw(st.sampled_from(("persons", "cases")) | NAMES)
        columns.append({"key": f"c{n}", "heading": draw(NAMES), "type": kind, "unit": unit, "status": draw(STATUSES)})
    rows = [[draw(NAMES), *(draw(NUMBERS) for _ in range(count))] for _ in range(draw(st.integers(2, 30)))]
    return columns, rows


@given(_tables(), SIZES)
@settings(max_examples=60, deadline=None)
def test_labels_of_a_bar_chart(table: tuple[list[dict[str, Any]], list[list[str]]], size: tuple[float, float]) -> None:
    chart = chart_of(table_of(*table), WORDING)
    for sheet in draw_bar_chart(chart, WORDING, size) if chart else ():
        assert_readable(sheet, size[0])
        assert_harmless(sheet)


@st.composite
def _organisations(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    bodies = [{"id": f"b{n}", "name": draw(NAMES)} for n in range(draw(st.integers(1, 14)))]
    keys = [str(body["id"]) for body in bodies]
    people = [{"id": "p", "name": draw(NAMES)}]
    held = draw(st.lists(st.sampled_from(keys), max_size=12))
    positions = [{"id": f"s{n}", "title": draw(NAMES), "body": body} for n, body in enumerate(held)]
    seats = [position["id"] for position in positions]
    roles = [{"id": "r", "person": "p", "title": "A role", "seats": seats, "dates": "2015/2025"}]
    ends = st.sampled_from([*keys, *seats])
    commands = [
        {
            "id": f"c{n}",
            "superior": draw(ends),
            "subordinate": draw(ends),
            "kind": draw(st.sampled_from(KINDS)),
            **({"over": draw(NAMES)} if draw(st.booleans()) else {}),
        }
        for n in range(draw(st.integers(0, 24)))
    ]
    return {"bodies": bodies, "people": people, "positions": positions, "roles": roles, "commands": commands}


@given(_organisations(), SIZES)
@settings(max_examples=80, deadline=None)
def test_labels_of_an_organisation_chart(records: dict[str, list[dict[str, Any]]], size: tuple[float, float]) -> None:
    graph = graph_of(**records)
    whole = organisation_on(graph, graph.roles, date(2020, 5, 1))
    for sheet in draw_organisation(whole, WORDING, size):
        assert_readable(sheet, size[0])
        assert_lines_pass_boxes(sheet)
        assert_harmless(sheet)
