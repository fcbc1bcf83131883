"""A note made of several records' citations names each source once."""

from __future__ import annotations

from probata.compose.views.provision import cited_once
from probata.document.inlines import CiteItem, Pinpoint


def place(key: str, value: str = "", type: str = "article", prefix: str = "") -> CiteItem:
    return CiteItem(key, Pinpoint(type, value) if value else None, prefix)


def test_places_of_one_source_are_joined_where_it_stands_first_and_repeats_go() -> None:
    given = [place("iccpr", "6"), place("act", "2"), place("uncat", "12"), place("act", "1"), place("uncat", "1"),
             place("act", "1"), place("iccpr", "6")]  # fmt: skip

    assert cited_once(given) == (place("iccpr", "6"), place("act", "1, 2"), place("uncat", "1, 12"))


def test_places_of_another_kind_and_items_with_words_of_their_own_stay_apart() -> None:
    given = [place("report", "3", "page"), place("report", "2", "table"), place("report", "4", "page", "see"),
             place("report")]  # fmt: skip

    assert cited_once(given) == tuple(given)


def test_two_headings_stay_apart_since_each_has_marks_of_its_own() -> None:
    given = [place("report", "Methods", "heading"), place("report", "Findings, in brief", "heading")]

    assert cited_once(given) == tuple(given)
