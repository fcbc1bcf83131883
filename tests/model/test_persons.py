"""Names, roles and how long they were held; numbers; what an office adds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.each import each

from probata.graph.translate import odd_translations
from probata.model.case_file import Author, CaseFile
from probata.model.cited_value import CitedText
from probata.model.dates import Answer, parse_when
from probata.model.house import House
from probata.model.name import PersonName
from probata.model.person import Person
from probata.model.quantity import MAX_DIGITS, Bound, parse_quantity
from probata.model.role import Role
from probata.model.tenure import Tenure
from probata.source.node import SequenceNode
from probata.source.yaml_reader import read_yaml


@each(
    ("fields", "display"),
    [
        ({"family": "Liu", "given": "Jianchao", "order": "family_first"}, "Liu Jianchao"),
        ({"family": "Solvan", "given": "Ardel"}, "Ardel Solvan"),
        ({"family": "Solvan"}, "Solvan"),
        ({"given": "Ardel"}, "Ardel"),
        ({"full": "Suharto", "family": "x"}, "Suharto"),
        ({}, ""),
    ],
)
def test_a_name_is_printed_in_its_own_order(fields: dict[str, str], display: str) -> None:
    assert PersonName.model_validate(fields).display == display


def test_one_line_of_text_is_a_name() -> None:
    person = Person.model_validate({"id": "a", "name": "Suharto", "aliases": [{"name": "Pak Harto"}]})

    assert person.name == PersonName(full="Suharto")
    assert person.aliases[0].name.display == "Pak Harto"


def _role(**fields: Any) -> Role:
    return Role.model_validate({"id": "r", "person": "p", "title": "T", "dates": "2015", **fields})


def _rank(**fields: Any) -> CitedText:
    rank = _role(**fields).rank
    assert rank is not None
    return rank


def test_a_rank_may_carry_its_own_citations() -> None:
    rank = _rank(rank={"value": "Colonel", "citations": "gazette, p. 3"})

    assert (rank.value, rank.citations[0].source) == ("Colonel", "gazette")


@each("rank", ["Colonel", {"value": "Colonel", "citations": "gazette, p. 3"}])
def test_the_translation_of_a_rank_may_stand_beside_that_of_the_title(rank: object) -> None:
    role = _role(rank=rank, translations={"fr": {"title": "Titre", "rank": "colonel"}})

    assert role.rank is not None
    assert role.rank.translations == {"fr": {"value": "colonel"}}
    assert role.translations == {"fr": {"title": "Titre"}}
    assert list(odd_translations(role, _node(), "roles/r")) == []


def test_a_second_translation_of_a_rank_is_found() -> None:
    rank = {"value": "Colonel", "translations": {"fr": {"value": "colonel"}}}
    role = _role(rank=rank, translations={"fr": {"rank": "le colonel"}})

    assert [found.name for found in odd_translations(role, _node(), "roles/r")] == ["nothing-to-translate"]


def _node() -> Any:
    node, _ = read_yaml("- id: r\n  rank: Colonel\n  translations: {fr: {rank: le colonel}}\n", "roles.yaml")
    assert isinstance(node, SequenceNode)
    return node.items[0]


def _tenure(**fields: Any) -> Tenure:
    return Tenure.model_validate(fields)


def _role_held(**fields: Any) -> Role:
    return Role.model_validate({"id": "r", "person": "p", "title": "t", **fields})


@each(
    ("day", "answer"),
    [
        ("2016-03-05", Answer.CERTAIN),
        ("2015-08-20", Answer.POSSIBLE),
        ("2015-07-31", Answer.NO),
        ("2017-04-02", Answer.POSSIBLE),
        ("2017-05-01", Answer.NO),
        ("2016", Answer.CERTAIN),
        ("2015", Answer.POSSIBLE),
    ],
)
def test_the_stated_period_makes_sure_of_what_lies_between_its_ends(day: str, answer: Answer) -> None:
    assert _tenure(stated="2015-08/2017-04").covers(parse_when(day)) is answer


def test_recorded_certain_and_possible_ends_stand_before_the_stated_ones() -> None:
    tenure = _tenure(stated="2015/2017", certain="2015-03-01/2017-02-28", possible="2014-12/2017-06")

    assert tenure.covers(parse_when("2015-03-01")) is Answer.CERTAIN
    assert tenure.covers(parse_when("2015-02-28")) is Answer.POSSIBLE
    assert tenure.covers(parse_when("2014-12-01")) is Answer.POSSIBLE
    assert tenure.covers(parse_when("2014-11-30")) is Answer.NO
    assert tenure.covers(parse_when("2017-07-01")) is Answer.NO


def test_days_that_are_only_possible_are_not_touched_for_certain() -> None:
    wide = _tenure(stated="2015-01/2016-06", possible="2014/2018")
    narrow = _tenure(stated="2014/2018", certain="2015-03-01/2016-02-28")

    assert wide.touches(parse_when("2017-03")) is Answer.POSSIBLE
    assert wide.touches(parse_when("2016-03")) is Answer.CERTAIN
    assert narrow.touches(parse_when("2016-06")) is Answer.POSSIBLE
    assert narrow.touches(parse_when("2016-01")) is Answer.CERTAIN
    assert narrow.touches(parse_when("2019")) is Answer.NO


def test_a_current_role_is_sure_up_to_its_as_of_date_only() -> None:
    role = _role_held(dates="2020-03-01/..", status="current", as_of="2024-06-30")

    assert role.covers(parse_when("2023")) is Answer.CERTAIN
    assert role.covers(parse_when("2024-06-30")) is Answer.CERTAIN
    assert role.covers(parse_when("2024-07-01")) is Answer.POSSIBLE
    assert role.covers(parse_when("2024-06-01/2024-07-01")) is Answer.POSSIBLE
    assert role.covers(parse_when("2020-02-28")) is Answer.NO


@each("status", ["ended", "unknown"])
def test_a_role_that_is_not_current_is_never_sure_after_its_beginning(status: str) -> None:
    role = _role_held(dates="2020-03-01/..", status=status, as_of="2024-06-30")

    assert role.covers(parse_when("2020-03-01")) is Answer.CERTAIN
    assert role.covers(parse_when("2021-01-01")) is Answer.POSSIBLE


def test_an_open_end_without_an_as_of_date_is_never_sure() -> None:
    assert _role_held(dates="2020-03-01/..", status="current").covers(parse_when("2021")) is Answer.POSSIBLE


def test_a_tenure_with_certain_days_does_not_cover_a_time_that_surely_goes_beyond_it() -> None:
    tenure = _tenure(stated="2021-03-04/2021-11-18", certain="2021-03-04/2021-11-18")

    assert tenure.covers(parse_when("2021-03-04/2022-06-20")) is Answer.NO
    assert tenure.covers(parse_when("2021-11")) is Answer.POSSIBLE


@each(
    ("written", "low", "high", "bound"),
    [
        ("266", "266", "266", Bound.EXACT),
        ("9,933", "9933", "9933", Bound.EXACT),
        ("1,234,567.5", "1234567.5", "1234567.5", Bound.EXACT),
        ("-3", "-3", "-3", Bound.EXACT),
        ("0", "0", "0", Bound.EXACT),
        ("70+", "70", "70", Bound.AT_LEAST),
        ("~16", "16", "16", Bound.ABOUT),
        ("16-76", "16", "76", Bound.RANGE),
        ("16 – 76", "16", "76", Bound.RANGE),
        ("-", "0", "0", Bound.NOT_APPLICABLE),
    ],
)
def test_a_number_keeps_its_bound(written: str, low: str, high: str, bound: Bound) -> None:
    quantity = parse_quantity(written)

    assert (quantity.low, quantity.high, quantity.bound) == (Decimal(low), Decimal(high), bound)
    assert quantity.text == written


@each(
    "written",
    ["twelve", "", "1,23", "12,34,567", "1.234.567", "12 persons", "70++", "0x1f", "1e3", "١٢", "nan", "76-16"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"number|range"):
        parse_quantity(written)


def test_a_number_has_no_more_digits_than_can_be_counted_exactly() -> None:
    assert parse_quantity("9" * MAX_DIGITS).low == Decimal("9" * MAX_DIGITS)
    for written in ("9" * (MAX_DIGITS + 1), "1-" + "9" * 6_000, "0." + "1" * MAX_DIGITS):
        with pytest.raises(ValueError, match=f"more than {MAX_DIGITS} digits"):
            parse_quantity(written)


def test_the_author_is_filled_field_by_field() -> None:
    case = CaseFile(title="T", prepared_by=Author(name="A. Case"))
    house = House(author=Author(name="A. House", contact="house@example.org"))

    author = house.complete(case).prepared_by

    assert (author.name, author.contact, author.organisation) == ("A. Case", "house@example.org", None)


def test_a_translation_comes_with_the_field_that_is_taken_and_with_no_other() -> None:
    texts = {"description": "Un cabinet.", "name": "not taken"}
    house = House(author=Author(name="A. House", description="A firm.", translations={"fr": texts}))
    case = CaseFile(title="T", prepared_by=Author(name="A. Case", translations={"es": {"name": "A. Caso"}}))

    author = house.complete(case).prepared_by

    assert author.description == "A firm."
    assert author.translations == {"es": {"name": "A. Caso"}, "fr": {"description": "Un cabinet."}}
