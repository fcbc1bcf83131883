"""Bodies and command on one day, with the posts of persons."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.each import each
from tests.pictures.layout import texts
from tests.pictures.records import SIZE, WORDING, graph_of

from probata.graph.case_graph import CaseGraph
from probata.pictures.drawing import BLACK, WHITE, Path
from probata.pictures.link_line import DASHES, draw_line
from probata.pictures.organisation import organisation_on
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.organisation_parts import Organisation
from probata.pictures.sheet import Sheet

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


def test_each_kind_of_relation_has_a_line_of_its_own() -> None:
    looks = {kind: str(list(draw_line(((0, 0), (0, 50)), kind, True, "down"))) for kind in DASHES}
    assert len(set(looks.values())) == len(DASHES)


def test_the_head_of_an_arrow_tells_what_is_sure_from_what_is_possible() -> None:
    heads = [list(draw_line(((0, 0), (0, 50)), "oversight", sure, "down"))[-1] for sure in (True, False)]
    assert [head.fill for head in heads if isinstance(head, Path)] == [BLACK, WHITE]


def test_a_relation_that_concerns_one_matter_says_so_by_a_number() -> None:
    sheet = _one(_on(_graph(_relation("guard", "battalion", over="Operation Still Water only"))))
    assert "Lines with a number concern only: (1) Operation Still Water only." in texts(sheet)
    assert "de jure command, as to Operation Still Water only (possible)" in sheet.alternative


def test_a_post_that_is_only_possibly_held_on_the_day_says_so() -> None:
    assert "Commander of the Battalion (possible)" in texts(_one(_on(_graph(*CHAIN, dates="2022/2024"))))


def test_a_post_that_is_not_held_on_the_day_is_not_shown() -> None:
    shown = _on(_graph(*CHAIN, dates="2023-01-01/2024-01-01"))
    assert not any(unit.held for unit in shown.units)
    assert "Ardel Solvan" not in _one(shown).alternative


def test_a_body_that_was_dissolved_before_or_founded_later_has_no_relations_on_the_day() -> None:
    gone = _on(_graph(*CHAIN, guard={"dissolved": "2021"}))
    later = _on(_graph(*CHAIN, council={"founded": "2023"}))
    assert _names(gone) == ["The Battalion"]
    assert _names(later) == ["The Guard", "The Battalion"]


def test_a_post_over_its_own_body_is_no_line_and_a_post_over_another_body_is_a_box_of_its_own() -> None:
    own = _on(_graph(_relation("commander", "battalion")))
    other = _on(_graph(_relation("commander", "guard")))
    assert own.links == ()
    assert _names(other) == ["Commander of the Battalion", "The Guard"]
    assert [held.person for held in other.units[0].held] == ["Ardel Solvan"]


def test_a_post_with_a_relation_to_a_second_body_keeps_its_line_to_its_own() -> None:
    own, second = _relation("commander", "battalion"), _relation("guard", "commander")
    both, alone = _on(_graph(own, second)), _on(_graph(second))
    assert [(both.units[one.superior].name, both.units[one.subordinate].name) for one in both.links] == [
        ("Commander of the Battalion", "The Battalion"), ("The Guard", "Commander of the Battalion"),
    ]  # fmt: skip
    assert "Ardel Solvan: Commander of the Battalion." in _one(both).alternative
    assert "Ardel Solvan: Commander of the Battalion, The Battalion." in _one(alone).alternative


def test_a_circle_of_command_is_drawn_with_both_arrows() -> None:
    shown = _on(_graph(_relation("guard", "battalion"), _relation("battalion", "guard")))
    assert len(shown.links) == 2
    heads = [path for path in _one(shown).drawing.shapes if isinstance(path, Path) and len(path.points) == 3]
    assert len(heads) == 2 + 1  # that of the key


def test_superiors_stand_above_subordinates() -> None:
    sheet = _one(_on(_graph(*CHAIN)))
    heights = {label.text: label.at[1] for label in sheet.drawing.labels}
    assert heights["The Council"] < heights["The Guard"] < heights["The Battalion"]


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
