"""A note made of several records' citations names each source once."""

from __future__ import annotations

from probata.compose.cited_once import cited_once
from probata.document.inlines import CiteItem, Pinpoint


def _item(key: str, value: str = "", type: str = "article", prefix: str = "") -> CiteItem:
    return CiteItem(key, Pinpoint(type, value) if value else None, prefix)


def test_places_of_one_source_are_joined_where_it_stands_first_and_repeats_go() -> None:
    given = [_item("iccpr", "6"), _item("act", "2"), _item("uncat", "12"), _item("act", "1"), _item("uncat", "1"),
             _item("act", "1"), _item("iccpr", "6")]  # fmt: skip

    assert cited_once(given) == (_item("iccpr", "6"), _item("act", "1, 2"), _item("uncat", "1, 12"))


def test_places_of_another_kind_and_items_with_words_of_their_own_stay_apart() -> None:
    given = [_item("report", "3", "page"), _item("report", "2", "table"), _item("report", "4", "page", "see"),
             _item("report")]  # fmt: skip

    assert cited_once(given) == tuple(given)
