"""Every kind of authority in every style: in full, later, and by the abbreviation that was declared."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.each import each

from probata.citation import Authority, Library
from probata.document.walk import plain_text

from .cases import citation, cited, free_note, item, note_texts, paragraph
from .test_forms import EVERY, authority

PLACE = "771"


def notes(style: str, kind: str, *, without: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Give a first note and a later one, each with a place."""
    whole = authority(kind, whole=True)
    known = replace(whole, texts={key: text for key, text in whole.texts.items() if key not in without})
    place = citation(item("a", "paragraph", PLACE))
    blocks = (paragraph("A", place), paragraph("B", free_note("x")), paragraph("C", place))
    first, _, later = note_texts(cited(*blocks, library=Library(authorities={"a": known}), name=style))
    return first.removeprefix("1 "), later.removeprefix("3 ")


def told(known: Authority) -> set[str]:
    return {plain_text(text) for text in known.texts.values()}


@each(("style", "kind"), EVERY)
def test_a_later_note_names_the_authority_and_its_place_and_is_no_longer_than_the_first(style: str, kind: str) -> None:
    first, later = notes(style, kind)
    assert first.count(PLACE) == later.count(PLACE) == 1
    assert any(text in later for text in told(authority(kind, whole=True)))
    assert len(later) <= len(first)
    assert set(re.findall(r"#(\d+)", later)) <= {"1"}
    assert "#" not in first


@each(("style", "kind"), EVERY)
def test_an_abbreviation_that_is_declared_is_what_later_notes_say(style: str, kind: str) -> None:
    first, later = notes(style, kind)
    assert ("Xabbreviation" in first) <= later.startswith("Xabbreviation")
    assert ("Xabbreviation" in later) <= ("Xabbreviation" in first)


@each(("style", "kind"), EVERY)
def test_without_abbreviation_and_short_title_a_later_note_names_it_all_the_same(style: str, kind: str) -> None:
    _, later = notes(style, kind, without=frozenset({"abbreviation", "short"}))
    assert any(text in later for text in told(authority(kind, whole=True)) - {"Xabbreviation", "Xshort"})
    assert later.count(PLACE) == 1
