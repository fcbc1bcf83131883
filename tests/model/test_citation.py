"""The short form of a citation."""

from typing import get_args

import pytest
from pydantic import ValidationError
from tests.each import each

from probata.citation import places_in
from probata.model.citation import Citation, PinpointType, from_short, parse_pinpoint
from probata.model.role import Role


@each(
    ("written", "kind", "value"),
    [
        ("p. 4", "page", "4"),
        ("pp 12-14", "page", "12-14"),
        ("p4", "page", "4"),
        ("para 12", "paragraph", "12"),
        ("paras 12-14", "paragraph", "12-14"),
        ("¶ 7", "paragraph", "7"),
        ("part 1", "part", "1"),
        ("note 7", "note", "7"),
        ("n 7, part 2", "note", "7, part 2"),
        ("clause kidnapping", "clause", "kidnapping"),
        ("cls 2-3", "clause", "2-3"),
        ("article 5", "article", "5"),
        ("art 7(1)(i)", "article", "7(1)(i)"),
        ("s 11", "section", "11"),
        ("§ 4", "section", "4"),
        ("reg 6(3)(a)", "regulation", "6(3)(a)"),
        ("rule 44", "rule", "44"),
        ("rr 44-46", "rule", "44-46"),
        ("r. 5(2)", "rule", "5(2)"),
        ("row 44", "row", "44"),
        ("heading Data", "heading", "Data"),
        ("at 00:03:10", "timecode", "00:03:10"),
        ("fig. 2", "figure", "2"),
        ("figures 2-3", "figure", "2-3"),
        ("annex 2, para 4", "annex", "2, para 4"),
        ("sect. 2", "section", "2"),
        ("secs 2-3", "section", "2-3"),
        ("§§ 4-5", "section", "4-5"),
        ("¶¶ 4-5", "paragraph", "4-5"),
        ("chap. 5", "chapter", "5"),
        ("fns 4-5", "note", "4-5"),
        ("footnote 4", "note", "4"),
        ("Article 1(1)", "article", "1(1)"),
        ("Para 12", "paragraph", "12"),
        ("P. 4", "page", "4"),
        ("Pp. 4-5", "page", "4-5"),
        ("Part IV", "part", "IV"),
    ],
)
def test_a_pinpoint_is_read_by_its_whole_word(written: str, kind: str, value: str) -> None:
    assert parse_pinpoint(written) == {"type": kind, "value": value}


@each("words", ["P. Smith dissenting", "L. V. Roe, with reasons", "Part of it", "Articles"])
def test_a_word_with_a_capital_is_a_place_where_a_number_follows_alone(words: str) -> None:
    assert parse_pinpoint(words) is None


def test_words_that_name_no_place_are_a_remark() -> None:
    role = Role.model_validate(
        {"id": "r", "person": "p", "title": "t", "dates": "2015", "citations": ["decree, passim", "@gazette, p. 3"]}
    )

    assert role.citations[0] == Citation(source="decree", remark="passim")
    assert (role.citations[1].source, role.citations[1].pinpoint.value if role.citations[1].pinpoint else "") == (
        "gazette",
        "3",
    )


def pinpoint(written: object) -> tuple[str, str]:
    found = Citation.model_validate({"source": "corr", "pinpoint": written}).pinpoint
    assert found is not None
    return found.type, found.value


def test_places_beside_each_other_are_a_list_or_one_value() -> None:
    page, paragraph = {"type": "page", "value": "890"}, {"type": "paragraph", "value": "12"}
    in_short = from_short("corr, p. 890, paragraph 12")["pinpoint"]

    assert pinpoint([page, paragraph]) == pinpoint(in_short) == ("page", "890, paragraph 12")
    assert pinpoint([page]) == pinpoint(page) == ("page", "890")


NUMBERED = [kind for kind in get_args(PinpointType) if kind not in {"heading", "whole"}]


@each("first", NUMBERED)
@each("second", [*NUMBERED, "heading"])
def test_each_place_of_a_list_is_read_by_its_kind(first: str, second: str) -> None:
    times = {"timecode": "1:03:10"}
    places = [(first, times.get(first, "4")), (second, times.get(second, "12"))]
    kind, value = pinpoint([{"type": one, "value": where} for one, where in places])

    expected = places if first != second else [(first, ", ".join(where for _, where in places))]
    assert places_in(kind, value) == tuple(expected)


def test_the_fault_of_one_place_of_a_list_has_its_own_place() -> None:
    with pytest.raises(ValidationError) as raised:
        pinpoint([{"type": "page", "value": "890"}, {"type": "pge", "value": "12"}])
    assert [one["loc"] for one in raised.value.errors()] == [("pinpoint", 1, "type")]
