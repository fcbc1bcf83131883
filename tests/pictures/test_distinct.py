"""Labels that are cut are still told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pictures.layout import texts
from tests.pictures.records import NARROW, WORDING, graph_of

from probata.pictures.distinct import Room, distinct
from probata.pictures.text import tidy, width_of
from probata.pictures.timeline import draw_timeline
from probata.pictures.timeline_rows import groups_of
from probata.pictures.timeline_sheets import cut_into_sheets

BODY = "Member of the Standing Committee of the Council for Public Order of the Province of Halvet, "
POSTS = [BODY + "fifth term", BODY + "sixth term", BODY + "sixth term, in charge of discipline", "Commander"]
ROOM = Room(150.0, 2)


def test_a_text_that_fits_is_left_whole() -> None:
    assert distinct(["Commander", "Commander of the Guard"], ROOM)["Commander"] == ("Commander",)


def test_a_long_text_is_cut_at_its_end_where_no_other_looks_like_it() -> None:
    first, last = distinct([POSTS[0]], ROOM)[POSTS[0]]
    assert first.startswith("Member of")
    assert last.endswith("…")


def test_texts_are_not_told_apart_by_a_word_more_or_less_that_all_of_them_have() -> None:
    one, other = (
        "Member of the Standing Committee of Halvet",
        "Member of the Standing Committee of the Provincial Party",
    )
    room = Room(width_of("Member of the Standing Committee of…"), 1)
    assert room.wrap(one, 1) == room.wrap(other, 1)
    lines = distinct([one, other.replace("of the Prov", "off the Prov")], room)
    assert [shown[0] for shown in lines.values()] == ["…of Halvet", "…off the Provincial Party"]


def test_texts_that_would_look_alike_are_cut_before_the_place_where_they_differ() -> None:
    lines = distinct(POSTS, ROOM)
    assert [shown[-1] for shown in lines.values()] == [
        "fifth term",
        "sixth term",
        "sixth term, in charge of discipline",
        "Commander",
    ]
    assert all(shown[0].startswith("Member of") and shown[0].endswith("…") for shown in list(lines.values())[:3])


@pytest.mark.parametrize("most", [1, 2, 3])
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


def test_posts_that_are_shown_again_are_named_in_full() -> None:
    person = {"id": "solvan", "name": {"family": "Solvan", "given": "Ardel"}}
    roles = [
        {"id": f"r{n}", "person": "solvan", "title": title, "dates": f"20{10 + n}"} for n, title in enumerate(POSTS[:2])
    ]
    events = [
        {"id": f"e{n}", "kind": "incident", "title": f"Incident number {n}", "dates": f"2012-{n % 12 + 1:02d}"}
        for n in range(40)
    ]
    graph = graph_of(people=[person], roles=roles, events=events)
    sheets = cut_into_sheets(groups_of(graph, graph.roles, graph.events, WORDING), 400.0, NARROW[0])
    assert len(sheets) > 1
    for _, sheet in pairwise(sheets):
        again = [" ".join(strip.title) for strip in sheet.strips if strip.row and strip.row.is_role]
        assert again == POSTS[:2]
    drawn = draw_timeline(graph, graph.roles, graph.events, WORDING, NARROW)
    assert "sixth" in texts(drawn[-1])
