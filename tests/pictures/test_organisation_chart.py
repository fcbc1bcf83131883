"""Bodies and command on one day, the day that is chosen, and labels that are told apart."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.pictures.layout import texts
from tests.pictures.records import NARROW, SIZE, WORDING, graph_of

from probata.graph.case_graph import CaseGraph
from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.drawing import Path, Sheet
from probata.pictures.organisation import Organisation, days_of, organisation_on, telling_day
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.organisation_layout import DASHES
from probata.pictures.text import Room, distinct, tidy, width_of
from probata.pictures.timeline import cut_into_sheets, draw_timeline, groups_of

DAY = date(2022, 5, 13)


def _body(key: str, **fields: Any) -> dict[str, Any]:
    return {"id": key, "name": f"The {key.title()}", **fields}


def _relation(superior: str, subordinate: str, kind: str = "command_de_jure", **fields: Any) -> dict[str, Any]:
    return {"id": f"{superior}-{subordinate}-{kind}", "superior": superior, "subordinate": subordinate, "kind": kind,
            **fields}  # fmt: skip


def _graph(*commands: dict[str, Any], dates: Any = "2021-01-01/2023-01-01", **bodies: Any) -> CaseGraph:
    keys = ("council", "guard", "battalion", "court")
    return graph_of(
        bodies=[_body(key, **bodies.get(key, {})) for key in keys],
        people=[{"id": "solvan", "name": "Ardel Solvan"}],
        positions=[{"id": "commander", "title": "Commander of the Battalion", "body": "battalion"}],
        roles=[{"id": "r", "person": "solvan", "title": "T", "seats": ["commander"], "dates": dates}],
        commands=list(commands),
    )


def _on(graph: CaseGraph, day: date = DAY) -> Organisation:
    return organisation_on(graph, graph.roles, day)


def _names(shown: Organisation) -> list[str]:
    return [unit.name for unit in shown.units]


def _one(shown: Organisation) -> Sheet:
    (sheet,) = draw_organisation(shown, WORDING, SIZE)
    return sheet


CHAIN = (_relation("council", "guard", "oversight"), _relation("guard", "battalion", dates="2020-01-01/2024-01-01"))


def test_the_chain_above_a_held_post_is_shown_and_bodies_apart_from_it_are_not() -> None:
    assert _names(_on(_graph(*CHAIN))) == ["The Council", "The Guard", "The Battalion"]


def test_a_post_is_shown_in_the_box_of_its_body_with_its_holder() -> None:
    sheet = _one(_on(_graph(*CHAIN)))
    assert "Ardel Solvan" in texts(sheet)
    assert "Commander of the Battalion" in texts(sheet)
    assert "Ardel Solvan: The Battalion, Commander of the Battalion." in sheet.alternative


@each(
    ("dates", "expected"),
    [
        ({"dates": "2020-01-01/2024-01-01"}, [True]),
        ({"dates": "2022/2024"}, [False]),
        ({"dates": "2020-01-01/.."}, [True]),
        ({"dates": {"stated": "2020-01-01/..", "end_known": False}}, [False]),
        ({"dates": "2022/.."}, [False]),
        ({}, [False]),
        ({"dates": "2023-01-01/2024-01-01"}, []),
        ({"dates": "2019-01-01/2022-05-12"}, []),
    ],
)
def test_a_relation_holds_surely_possibly_or_not_on_the_day(dates: dict[str, Any], expected: list[bool]) -> None:
    shown = _on(_graph(_relation("guard", "battalion", **dates)))
    assert [link.is_certain for link in shown.links] == expected


def test_the_alternative_text_says_who_stands_above_whom_how_and_how_sure_that_is() -> None:
    sheet = _one(_on(_graph(*CHAIN)))
    assert sheet.alternative.startswith("Chart of bodies and command for 13 May 2022.")
    assert "The Council above The Guard: oversight (possible)." in sheet.alternative
    assert "The Guard above The Battalion: de jure command." in sheet.alternative


def test_the_key_names_the_kinds_that_occur_and_how_sure_they_are() -> None:
    shown = texts(_one(_on(_graph(*CHAIN))))
    for words in (
        "de jure command",
        "oversight",
        "certain on that day",
        "possible on that day",
        "post held by a person",
    ):
        assert words in shown
    for words in ("de facto control", "administration", "coordination"):
        assert words not in shown


def test_a_relation_that_concerns_one_matter_says_so_by_a_number() -> None:
    sheet = _one(_on(_graph(_relation("guard", "battalion", over="Operation Still Water only"))))
    assert "Lines with a number concern only: (1) Operation Still Water only." in texts(sheet)
    assert "de jure command, as to Operation Still Water only (possible)" in sheet.alternative


def test_a_post_that_is_only_possibly_held_on_the_day_says_so() -> None:
    assert "Commander of the Battalion (possible)" in texts(_one(_on(_graph(*CHAIN, dates="2022/2024"))))


def test_a_post_over_its_own_body_is_no_line_and_a_post_over_another_body_is_a_box_of_its_own() -> None:
    own = _on(_graph(_relation("commander", "battalion")))
    other = _on(_graph(_relation("commander", "guard")))
    assert own.links == ()
    assert _names(other) == ["Commander of the Battalion", "The Guard"]
    assert [held.person for held in other.units[0].held] == ["Ardel Solvan"]


def test_a_person_who_is_not_in_the_graph_is_not_shown() -> None:
    graph = _graph(*CHAIN).without("people", frozenset({"solvan"}))
    assert "solvan" not in texts(_one(_on(graph))).casefold()


def test_a_chart_that_is_too_high_is_cut_and_what_runs_over_the_cut_is_told_in_words() -> None:
    chain = [_relation(f"b{n}", f"b{n + 1}") for n in range(12)]
    graph = graph_of(bodies=[_body(f"b{n}") for n in range(13)], commands=[*chain, _relation("b0", "b12", "oversight")])
    sheets = draw_organisation(organisation_on(graph, (), DAY), WORDING, (453.5, 420.0))
    assert len(sheets) > 1
    assert all(sheet.drawing.height <= 420 for sheet in sheets)
    assert "The B0 above The B12: oversight (possible)" in " ".join(texts(sheet) for sheet in sheets)
    for n in range(12):
        assert any(f"The B{n} above The B{n + 1}: de jure command" in sheet.alternative for sheet in sheets)


def test_bodies_that_nothing_joins_go_on_sheets_of_their_own_before_a_chain_is_cut() -> None:
    names = [f"{letter}{n}" for letter in "ab" for n in range(4)]
    chains = [_relation(f"{letter}{n}", f"{letter}{n + 1}") for letter in "ab" for n in range(3)]
    many = [_body(f"c{n}", name="The Directorate for many things " * 3) for n in range(8)]
    positions = [{"id": f"s{n}", "title": "Head", "body": f"c{n}"} for n in range(8)]
    positions += [{"id": f"h{letter}", "title": "Head", "body": f"{letter}0"} for letter in "ab"]
    seats = [position["id"] for position in positions]
    graph = graph_of(
        bodies=[*(_body(name) for name in names), *many],
        people=[{"id": "solvan", "name": "Ardel Solvan"}],
        positions=positions,
        roles=[{"id": "r", "person": "solvan", "title": "T", "seats": seats, "dates": "2020/2024"}],
        commands=chains,
    )
    sheets = draw_organisation(_on(graph), WORDING, (453.5, 330.0))
    assert len(sheets) > 1
    for letter in "ab":
        chain = [f"The {letter.upper()}{n} above The {letter.upper()}{n + 1}: de jure command" for n in range(3)]
        assert any(all(link in sheet.alternative for link in chain) for sheet in sheets)


def test_what_is_our_own_reading_is_drawn_dashed_and_called_so() -> None:
    sheet = _one(_on(_graph(*CHAIN, _relation("council", "battalion", inferred=True))))
    lines = [shape for shape in sheet.drawing.shapes if isinstance(shape, Path)]

    assert any(line.dashes == DASHES["inferred"] for line in lines)
    assert "The Council above The Battalion: our reading, stated by no source" in sheet.alternative


def test_the_name_of_a_body_is_never_cut() -> None:
    name = "International Cooperation Bureau of the Central Commission for the Inspection of Discipline " * 3
    sheet = _one(_on(_graph(*CHAIN, guard={"name": name})))
    assert name.strip() in texts(sheet)


def _role(key: str, dates: Any) -> Role:
    return Role.model_validate({"id": key, "person": "p", "title": "T", "dates": dates})


def _event(dates: str, kind: str = "incident") -> Event:
    return Event.model_validate({"id": "e", "kind": kind, "title": "T", "dates": dates})


def test_the_day_of_the_first_incident_alleged_within_the_tenure_is_chosen() -> None:
    role = _role("a", "2021-02-01/2023-09-30")
    events = [
        _event("2022-05-16"),
        _event("2022-05-13/2022-05-14"),
        _event("2019-01-01"),
        _event("2021-12-01/..", "measure"),
    ]
    assert days_of([role], {"a": events}) == (date(2022, 5, 13),)


def test_of_several_days_that_of_the_posts_of_which_most_is_alleged_tells_most() -> None:
    roles = [_role("a", "2021-02-01/2023-09-30"), _role("c", "2020-03-04/2020-11-18")]
    assert telling_day(roles, {"a": [_event("2022-05-13")]}) == date(2022, 5, 13)
    assert telling_day(roles, {}) == date(2020, 3, 4)
    assert telling_day([], {}) is None


def test_a_role_on_no_sure_day_is_shown_on_its_first_possible_one() -> None:
    assert days_of([_role("a", "2022")], {}) == (date(2022, 1, 1),)
    assert days_of([_role("a", "../2022")], {}) == ()


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
