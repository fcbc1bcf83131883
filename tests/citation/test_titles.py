"""Titles, editions and journals as each style prints them, and nothing in them read as markup."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.citation.cases import DWORKIN, HART, LIBRARY, citation, cited, free_note, item, note_texts, paragraph
from tests.each import each

from probata.citation import Library
from probata.citation.references import curled
from probata.diagnostics import Severity


def note(title: str, name: str) -> str:
    source = {**DWORKIN, "title": title}
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("title", "printed"),
    [
        ("‘If You Enter’: Inside the War", "‘“If You Enter”: Inside the War’"),
        ("The “Most Responsible” Ones", "‘The “Most Responsible” Ones’"),
        ("He ‘Won’t Talk’", "‘He “Won’t Talk”’"),
        ("‘One’ and ‘Two’", "‘“One” and “Two”’"),
        ('The "Most Responsible" Ones', "‘The “Most Responsible” Ones’"),
    ],
)
@each("name", ["oscola-4", "oscola-5"])
def test_double_marks_stand_within_single(name: str, title: str, printed: str) -> None:
    assert printed in note(title, name)


@each(
    ("title", "printed"),
    [
        ("The “Most Responsible” Ones", "“The ‘Most Responsible’ Ones”"),
        ("‘If You Enter’: Inside the War", "“‘If You Enter’: Inside the War”"),
        ("He Said “We Know ‘Them’ All”", "“He Said ‘We Know “Them” All’”"),
        ('"If You Enter": Inside the War', "“‘If You Enter’: Inside the War”"),
        ('The "Most Responsible" Ones', "“The ‘Most Responsible’ Ones”"),
    ],
)
def test_single_marks_stand_within_double(title: str, printed: str) -> None:
    assert printed in note(title, "un-plain")


REGISTER = {"id": "s", "type": "document", "title": "Register of visitors", "language": "en-GB"}


@each(
    ("name", "first", "later"),
    [
        ("bluebook-21", "_Register of Visitors_", "Register of Visitors, "),
        ("oscola-4", "‘Register of Visitors’", "‘Register of Visitors’ (n "),
    ],
)
def test_a_title_has_the_same_capitals_in_later_citations(name: str, first: str, later: str) -> None:
    library = Library(sources={**LIBRARY.sources, "s": REGISTER})
    blocks = (paragraph("A", citation(key)) for key in ("s", "hart", "s"))
    found = note_texts(cited(*blocks, library=library, name=name))

    assert first in found[0]
    assert later in found[2]


@each("name", ["oscola-4", "oscola-5"])
def test_a_comma_parts_a_title_from_the_name_before_it_in_later_citations_too(name: str) -> None:
    hearing = {"type": "hearing", "title": "The budget", "author": [{"literal": "Committee on Security"}]}
    library = Library(sources={**LIBRARY.sources, "h": hearing})
    blocks = (paragraph("A", citation(key)) for key in ("h", "hart", "h"))
    first, _, later = note_texts(cited(*blocks, library=library, name=name))

    assert first == "1 Committee on Security, ‘The budget’."
    assert later == "3 Committee on Security, ‘The budget’ (n #1)."


TITLE = "The Long Road from the Harbour to the Court"
LONG: dict[str, Any] = {**HART, "title": TITLE}
SHORT: dict[str, Any] = {**LONG, "title-short": "The Long Road"}


def notes(name: str, source: dict[str, Any], *, again: bool = True) -> tuple[list[str], list[str]]:
    """Return what is found, and the notes, of a source that is cited twice with a note between."""
    blocks = [paragraph("A", citation("work")), paragraph("B", free_note("Between."))]
    blocks += [paragraph("C", citation(item("work", "page", "7")))] if again else []
    result = cited(*blocks, library=Library({"work": source}), name=name)
    assert {(one.code, one.severity, one.record) for one in result.diagnostics} <= {
        ("CIT123", Severity.INFO, "sources/work")
    }
    return [one.message for one in result.diagnostics], note_texts(result)


@each(("name", "place"), [("un-plain", "p. 7"), ("chicago-notes-bibliography", "7")])
def test_a_style_that_prints_the_title_again_has_a_note_for_a_long_one(name: str, place: str) -> None:
    found, texts = notes(name, LONG)
    assert len(found) == 1
    assert "notes that cite it again print the long title of source `work`" in found[0]
    assert texts[2] == f"3 Hart, _{TITLE}_, {place}."


def test_with_a_short_title_that_is_printed_and_nothing_is_found() -> None:
    found, texts = notes("un-plain", SHORT)
    assert found == []
    assert texts[2] == "3 Hart, _The Long Road_, p. 7."


def titles_printed(*titles: str) -> list[str]:
    sources = {f"s{place}": {"type": "book", "title": title, "language": "de"} for place, title in enumerate(titles)}
    result = cited(*(paragraph("A", citation(key)) for key in sources), library=Library(sources=sources))
    assert result.diagnostics == ()
    return [text.split(" ", 1)[1].removesuffix(".") for text in note_texts(result)]


_CHARACTERS = st.text(alphabet="ab XZ*_<>/$@[]{}^~`\\&#|!%-+=().,;:?'\"äß€\ue000\ue001\ue002\ue005", max_size=30)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_CHARACTERS, min_size=5, max_size=20))
def test_every_character_of_every_title_is_printed(texts: list[str]) -> None:
    titles = [f"Q{text}Q" for text in texts]
    private = str.maketrans("", "", "\ue000\ue001\ue002\ue005")
    expected = [" ".join(curled(title.translate(private)).split()) for title in titles]
    assert titles_printed(*titles) == [f"_{title}_" for title in expected]


@each(
    ("straight", "curly"),
    [
        ("China's reach", "China’s reach"),
        ("'Fox Hunt' and \"Sky Net\"", "‘Fox Hunt’ and “Sky Net”"),
        ("the '90s", "the ’90s"),
        ("the lawyers' case", "the lawyers’ case"),
    ],
)
def test_straight_quotation_marks_are_curled(straight: str, curly: str) -> None:
    assert curled(straight) == curly


SHORT_JOURNALS: dict[str, Any] = {**DWORKIN, "container-title-short": "Harv. L. Rev."}


def result(name: str, source: dict[str, Any]) -> Any:
    blocks = [paragraph("A", citation("work")), paragraph("B", free_note("Between.")), paragraph("C", citation("work"))]
    return cited(*blocks, library=Library({"work": source}), name=name)


@each(
    ("name", "journal"),
    [
        ("oscola-4", "Harv L Rev"),
        ("oscola-5", "Harv L Rev"),
        ("bluebook-21", "Harv. L. Rev."),
        ("un-plain", "Harvard Law Review"),
        ("bitonline", "Harv. L. Rev."),
    ],
)
def test_a_journal_is_called_as_the_style_has_it(name: str, journal: str) -> None:
    assert journal in note_texts(result(name, SHORT_JOURNALS))[0]


def test_a_style_that_abbreviates_journals_asks_for_the_abbreviation_once() -> None:
    (found,) = result("bluebook-21", DWORKIN).diagnostics

    assert (found.code, found.name, found.severity) == ("CIT124", "short-journal-wanted", Severity.INFO)
    assert found.record == "sources/work"
    assert "prints the whole name of that of source `work`" in found.message
    assert found.help == "write the abbreviation under `container_title_short`, as `Harv. L. Rev.`"


THESIS: dict[str, Any] = {**HART, "type": "thesis", "publisher": "University of Halvet"}


def note_edition(source: dict[str, Any], name: str) -> str:
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("edition", "printed"),
    [("2", "2d ed. 1961"), ("3", "3d ed. 1961"), ("12", "12th ed. 1961"), ("21", "21st ed. 1961"),
     ("rev.", "rev. ed. 1961")],
)  # fmt: skip
def test_the_number_of_an_edition_is_an_ordinal_with_its_word(edition: str, printed: str) -> None:
    """Indigo R28.1 has "12th ed." and "8th ed."; the stops of "rev." are those of the record."""
    assert (
        note_edition({**HART, "edition": edition}, "bluebook-21") == f"1 Herbert Hart, The Concept of Law ({printed})."
    )


@each("edition", ["3rd", "3rd edn", "3d ed.", "3ª", "3e édition", "3.ª ed."])
def test_an_edition_recorded_as_an_ordinal_is_that_of_the_style(edition: str) -> None:
    assert "(3d ed. 1961)" in note_edition({**HART, "edition": edition}, "bluebook-21")
    assert "(3rd edn, Clarendon Press 1961)" in note_edition({**HART, "edition": edition}, "oscola-4")


@each(
    ("genre", "printed"),
    [
        ("PhD thesis", "(PhD thesis, "),
        ("Master’s Thesis", "(Master’s Thesis, "),
        ("PhD dissertation", "(PhD dissertation, "),
        ("PhD", "(PhD dissertation, "),
    ],
)
def test_a_genre_that_says_thesis_gets_no_other_word(genre: str, printed: str) -> None:
    assert printed in note_edition({**THESIS, "genre": genre}, "bluebook-21")
