"""Which record of ours a record of others is: never by less than tells two apart, never against what it says."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.diagnostics import Span
from probata.importers.changes import Held
from probata.importers.records.compare import contradictions, kept, missing
from probata.importers.records.matching import Shelf
from probata.importers.records.plan import more
from probata.importers.same import dates_agree

SPAN = Span("f", 1)


def shelf(kind: str, *records: dict[str, Any]) -> Shelf:
    made = Shelf(kind)
    for record in records:
        made.put(Held(str(record["id"]), record, SPAN))
    return made


def found(shelf: Shelf, theirs: dict[str, Any], *ids: str) -> tuple[list[str], bool]:
    match = shelf.find(theirs, ids)
    return [held.id for held in match.found], match.is_sure


LIU = {"id": "liu", "name": {"family": "Liu", "given": "Jianchao", "order": "family_first",
                             "native": {"text": "刘建超"}}, "birth": {"date": {"value": "1964-02"}}}  # fmt: skip


@each(
    ("theirs", "ids", "sure"),
    [
        ({"name": {"full": "X", "native": {"text": "刘建超"}}}, ["liu"], True),
        ({"name": "Liu Jianchao", "birth": {"date": "1964"}}, ["liu"], True),
        ({"name": "JIANCHAO  LIU", "birth": {"date": "1964-02-23"}}, ["liu"], True),
        ({"name": "Liu Jianchao"}, ["liu"], True),
        ({"name": "Liu Jianchao", "gender": "male"}, ["liu"], False),
        ({"name": "Liu Jianchao", "birth": {"date": "1970"}}, [], True),
        ({"name": "Liu Jian"}, [], True),
        ({"name": "Other", "aliases": [{"name": "刘建超"}]}, ["liu"], True),
    ],
)
def test_a_person_is_known_by_what_tells_persons_apart(theirs: dict[str, Any], ids: list[str], sure: bool) -> None:
    assert found(shelf("people", LIU), theirs) == (ids, sure)


def test_of_two_of_one_name_the_one_that_nothing_contradicts_is_meant() -> None:
    other = {"id": "other", "name": {"full": "Liu B", "native": {"text": "刘建超"}}, "birth": {"date": "1980"}}
    both = shelf("people", LIU, other)

    assert found(both, {"name": {"native": {"text": "刘建超"}}, "birth": {"date": "1980-05"}}) == (["other"], True)
    assert found(both, {"name": {"native": {"text": "刘建超"}}}) == (["liu", "other"], True)


def test_another_tenure_of_one_post_is_another_role() -> None:
    roles = shelf("roles", {"id": "r", "person": "a", "seats": ["p"], "title": "T", "dates": "2010/2012"})

    assert found(roles, {"person": "a", "seats": ["p"], "title": "T", "dates": "2015/2016"}) == ([], True)
    assert found(roles, {"person": "a", "seats": ["p"], "title": "T", "dates": "2011/2013"}) == (["r"], True)
    assert found(roles, {"person": "a", "seats": [{"position": "p"}], "title": "U"}) == (["r"], True)
    assert found(roles, {"person": "b", "seats": ["p"], "title": "T"}) == ([], True)


def test_bodies_of_one_name_in_two_countries_are_two() -> None:
    bodies = shelf("bodies", {"id": "b", "name": "Ministry of Justice", "country": "Togo"})

    assert found(bodies, {"name": "ministry of justice"}) == (["b"], True)
    assert found(bodies, {"name": "Ministry of Justice", "country": "Benin"}) == ([], True)


def test_posts_of_one_title_in_two_bodies_are_two() -> None:
    posts = shelf("positions", {"id": "p", "title": "Commander", "body": "a"})

    assert found(posts, {"title": "Commander", "body": "b"}) == ([], True)
    assert found(posts, {"title": "Commander"}) == (["p"], True)


@each(
    ("ours", "theirs", "answer"),
    [
        ("1964", "1964-02-23", True),
        ("1964", "1965", False),
        ("2010/2012", "2010-03/2012", True),
        ("2010/2012", "2010/..", True),
        ("2010/2012", "2010/2013", False),
        ("2010", "2010/2011", False),
        ("no date", "No  date", True),
    ],
)
def test_dates_agree_where_one_says_no_more_than_the_other(ours: str, theirs: str, answer: bool) -> None:
    assert dates_agree(ours, theirs) is answer
    assert dates_agree(theirs, ours) is answer


def test_what_both_say_and_differs_is_a_contradiction_or_stays_as_it_is() -> None:
    theirs = {"name": {"full": "Somebody Else"}, "gender": "female", "note": "x", "nationalities": ["Chinese", "Thai"],
              "birth": {"date": "1964", "place": "Lome"}}  # fmt: skip
    ours = {**LIU, "gender": {"value": "male"}, "note": "y", "nationalities": ["chinese"]}

    assert [one.field for one in contradictions("people", ours, theirs)] == ["name", "gender.value"]
    assert [one.field for one in kept("people", ours, theirs)] == ["note", "nationalities"]
    assert missing("people", ours, theirs) == {"birth": {"place": "Lome"}}


def test_a_list_gets_what_theirs_has_more_and_what_says_less_is_there_already() -> None:
    ours = {"nationalities": ["Chinese"], "aliases": [{"name": "Nes", "kind": "nickname"}, "Ina"],
            "citations": "report, p. 4"}  # fmt: skip
    theirs = {"nationalities": ["chinese", "Thai"], "aliases": [{"name": "Nes"}, {"name": "N. Okar"}],
              "citations": ["report", "report, p. 4", "report, p. 9", "other"]}  # fmt: skip

    assert more("people", ours, theirs) == {
        "nationalities": ["Thai"], "aliases": [{"name": "N. Okar"}], "citations": ["report, p. 9", "other"],
    }  # fmt: skip


def test_what_says_more_of_the_same_entry_is_not_put_beside_it() -> None:
    assert more("people", {"aliases": ["Nes"]}, {"aliases": [{"name": "Nes", "kind": "nickname"}]}) == {}
    assert more("people", {"citations": ["report"]}, {"citations": ["report, p. 4"]}) == {}
