"""Labels that are cut are still told apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.pictures.layout import texts
from tests.pictures.records import NARROW, WORDING, graph_of

from probata.graph.case_graph import CaseGraph
from probata.pictures.text import Room, distinct, tidy, width_of
from probata.pictures.timeline import cut_into_sheets, draw_timeline, groups_of

BODY = "Member of the Standing Committee of the Council for Public Order of the Province of Halvet, "
POSTS = [BODY + "fifth term", BODY + "sixth term", BODY + "sixth term, in charge of discipline", "Commander"]
ROOM = Room(150.0, 2)


@each("most", [1, 2, 3])
@settings(deadline=None)
@given(texts_=st.lists(st.text("ab -ß漢", max_size=80).map(lambda end: "Member of the " * 4 + end), max_size=6))
def test_no_two_of_any_texts_look_alike_and_all_fit(texts_: list[str], most: int) -> None:
    lines = distinct(texts_, Room(60.0, most))
    printed = {tidy(text): shown for text, shown in lines.items()}
    assert len(set(printed.values())) == len(printed)
    assert all(len(shown) <= most for shown in printed.values())
    assert all(width_of(line) <= 60.0 for shown in printed.values() for line in shown)


def test_very_long_texts_that_differ_late_are_told_apart() -> None:
    long = "x" * 20_000
    lines = distinct([long + "a", long + "b", "y" * 20_000], ROOM)
    assert len(set(lines.values())) == 3


def _two_posts_and_many_events() -> CaseGraph:
    person = {"id": "solvan", "name": {"family": "Solvan", "given": "Ardel"}}
    roles = [
        {"id": f"r{n}", "person": "solvan", "title": title, "dates": f"20{10 + n}"} for n, title in enumerate(POSTS[:2])
    ]
    events = [
        {"id": f"e{n}", "kind": "incident", "title": f"Incident number {n}", "dates": f"2012-{n % 12 + 1:02d}"}
        for n in range(40)
    ]
    return graph_of(people=[person], roles=roles, events=events)


def test_posts_without_a_number_are_named_in_full_where_they_are_shown_again() -> None:
    graph = _two_posts_and_many_events()
    sheets = cut_into_sheets(groups_of(graph, graph.roles, graph.events, WORDING), 400.0, NARROW[0])
    assert len(sheets) > 1
    for _, sheet in pairwise(sheets):
        again = [" ".join(strip.title) for strip in sheet.strips if strip.row and strip.row.is_role]
        assert again == POSTS[:2]


def test_posts_are_numbered_on_the_first_sheet_and_shown_again_by_number_and_dates() -> None:
    graph = _two_posts_and_many_events()
    first, *others = draw_timeline(graph, graph.roles, graph.events, WORDING, NARROW)
    assert "Post 1: Member of the Standing" in texts(first)
    assert "fifth term" in texts(first)
    assert others
    for sheet in others:
        assert "Post 1 2010" in texts(sheet)
        assert "Post 2 2011" in texts(sheet)
        assert "fifth term" not in texts(sheet)


def test_a_last_sheet_never_has_hardly_a_row_of_its_own() -> None:
    graph = _two_posts_and_many_events()
    groups = groups_of(graph, graph.roles, graph.events, WORDING)
    cuts = [cut_into_sheets(groups, float(room), NARROW[0]) for room in range(500, 1500, 3)]
    in_two = [sheets for sheets in cuts if len(sheets) == 2]
    assert len(in_two) > 20
    assert min(last.own_rows for _, last in in_two) >= 3
