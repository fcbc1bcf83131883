"""Pages and times as places: of whole works, of newspapers, of recordings, and in styles that print none."""

from __future__ import annotations

import re
from typing import Any, get_args

from tests.citation.cases import (
    HART,
    LIU,
    citation,
    cite,
    cited,
    free_note,
    item,
    listed,
    note_texts,
    paragraph,
    shown,
    style,
)
from tests.each import each

from probata.citation import Library, load_words
from probata.citation.planning import read_item
from probata.document.inlines import CiteItem, Pinpoint
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines
from probata.model.source_record import SourceType

BOOK: dict[str, Any] = {
    "type": "book",
    "title": "The Concept of Law",
    "author": [{"family": "Hart", "given": "Herbert"}],
    "issued": {"date-parts": [[1986]]},
    "publisher": "HUP",
    "edition": "2",
    "page": "100-200",
    "language": "en-GB",
}


def note(name: str, kind: str = "page", **other: Any) -> str:
    cites = citation(item("work", kind, "3") if kind else "work")
    return note_texts(cited(paragraph("A", cites), library=Library({"work": {**BOOK, **other}}), name=name))[0]


def test_the_place_in_a_book_has_no_other_page_beside_it() -> None:
    assert note("oscola-4") == "1 Herbert Hart, _The Concept of Law_ (2nd edn, HUP 1986) 3."


@each(
    ("name", "kind", "ending"),
    [
        ("oscola-4", "report", " 3."),
        ("oscola-4", "broadcast", "(1986) 3."),
        ("oscola-5", "manuscript", " 3."),
        ("bluebook-21", "document", ", _The Concept of Law_, 3 (2d ed. 1986)."),
    ],
)
def test_nor_has_that_in_another_work_that_is_whole(name: str, kind: str, ending: str) -> None:
    text = note(name, type=kind)
    assert text.endswith(ending)
    assert "100" not in text


@each("kind", ["book", "report", "thesis"])
@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain"])
def test_how_many_pages_a_work_has_is_not_printed(name: str, kind: str) -> None:
    assert "400" not in note(name, "", type=kind, page="400")
    result = cited(listed("work"), library=Library({"work": {**BOOK, "type": kind, "page": "400"}}), name=name)
    assert "400" not in shown(own_inlines(result.document.blocks[0]))


COURIER: dict[str, Any] = {
    "type": "article-newspaper",
    "title": "Names Missing",
    "author": [{"family": "Hesketren", "given": "Lio"}],
    "container-title": "Ostamar Courier",
    "issued": {"date-parts": [[2022, 5, 19]]},
    "page": "1",
    "language": "en",
}
REVIEW: dict[str, Any] = {**COURIER, "type": "article-journal", "volume": "88", "page": "1057"}


def first(source: dict[str, Any], name: str, place: str = "") -> str:
    cites = citation(item("work", "page", place) if place else "work")
    return note_texts(cited(paragraph("A", cites), library=Library({"work": source}), name=name))[0]


@each(
    ("name", "whole", "place"),
    [
        ("oscola-4", "(19 May 2022) 1.", "(19 May 2022) 3."),
        ("bluebook-21", "May 19, 2022, at 1.", "May 19, 2022, at 3."),
        ("chicago-notes-bibliography", "19 May 2022.", "19 May 2022, 3."),
    ],
)
def test_the_place_stands_in_for_the_page_on_which_the_article_begins(name: str, whole: str, place: str) -> None:
    assert first(COURIER, name).endswith(whole)
    assert first(COURIER, name, "3").endswith(place)


@each(("name", "ending"), [("oscola-4", "1057, 1060."), ("bluebook-21", "1057, 1060 (2022).")])
def test_an_article_of_a_journal_has_both(name: str, ending: str) -> None:
    assert first(REVIEW, name, "1060").endswith(ending)


@each(("name", "ending"), [("oscola-4", "1 para 4."), ("bluebook-21", "at 1, ¶ 4.")])
def test_a_place_that_is_no_page_stands_behind_the_page(name: str, ending: str) -> None:
    cites = citation(item("work", "paragraph", "4"))
    (note,) = note_texts(cited(paragraph("A", cites), library=Library({"work": COURIER}), name=name))
    assert note.endswith(ending)


TITLED: dict[str, Any] = {
    "title": "On custody",
    "author": [{"family": "Stu", "given": "Dent"}],
    "issued": {"date-parts": [[2011, 2, 3]]},
    "language": "en",
}
FULL = {
    **TITLED, "container-title": "Weekly", "publisher": "Univ X", "volume": "4", "page": "10-90", "genre": "PhD thesis",
    "URL": "https://example.org/x", "accessed": {"date-parts": [[2024, 1, 2]]},
}  # fmt: skip
NAMELESS = {key: value for key, value in FULL.items() if key != "author"}
LIBRARY = Library(
    {
        f"{kind}.{name}": {**work, "type": kind}
        for kind in get_args(SourceType)
        for name, work in (("titled", TITLED), ("full", FULL), ("nameless", NAMELESS))
    }
)


def first_place_left_out(kind: str, place: tuple[str, str], work: dict[str, Any], name: str = "bluebook-21") -> str:
    library = Library({"work": {**work, "type": kind}})
    return note_texts(cited(paragraph("A", citation(item("work", *place))), library=library, name=name))[0]


@each("kind_of_place", ["page", "paragraph", "section", "chapter", "line"])
@each("name", ["bluebook-21", "oscola-4", "oscola-5", "un-plain", "chicago-notes-bibliography"])
def test_a_place_arrives_of_every_kind_of_work_and_in_every_position(name: str, kind_of_place: str) -> None:
    blocks = []
    for key in LIBRARY.sources:
        first, again, later = (citation(item(key, kind_of_place, value)) for value in ("771", "772", "773"))
        blocks += [paragraph("A", first), paragraph("B", again), paragraph("C", free_note("x")), paragraph("D", later)]
    written = [text for text in note_texts(cited(*blocks, library=LIBRARY, name=name)) if not text.endswith(" x")]
    expected = [value for _ in LIBRARY.sources for value in ("771", "772", "773")]

    assert [re.findall(r"(?<!\d)77\d(?!\d)", text.split(" ", 1)[1]) for text in written] == [[one] for one in expected]


@each(
    ("kind", "place", "ending"),
    [
        ("interview", ("page", "3"), "(Feb. 3, 2011), at 3."),
        ("personal_communication", ("page", "2"), "(Feb. 3, 2011), at 2."),
        ("article-magazine", ("page", "12"), "Feb. 2011, at 12."),
        ("article-magazine", ("paragraph", "4"), "Feb. 2011, ¶ 4."),
    ],
)
def test_the_place_stands_at_the_end_in_the_words_of_the_style(kind: str, place: tuple[str, str], ending: str) -> None:
    assert first_place_left_out(kind, place, TITLED).endswith(ending)


FILM: dict[str, Any] = {
    "type": "motion_picture",
    "title": "Raid",
    "author": [{"literal": "Custody Watch"}],
    "issued": {"date-parts": [[2023]]},
    "accessed": {"date-parts": [[2024, 1, 2]]},
    "URL": "https://example.org/raid",
    "language": "en-GB",
}
LIBRARY_TIMES = Library({"film": FILM, "hart": HART}, authorities={"liu": LIU}, recordings=frozenset({"film"}))


def notes(*cites: CiteItem, name: str = "oscola-4") -> list[str]:
    return note_texts(cited(*(paragraph("A", citation(one)) for one in cites), library=LIBRARY_TIMES, name=name))


@each(
    ("suffix", "time", "rest"),
    [
        ("00:03:10", "00:03:10", ""),
        ("3:10", "3:10", ""),
        ("3:10-4:20", "3:10-4:20", ""),
        ("3:10, 4:20 and 5:00", "3:10, 4:20 and 5:00", ""),
        ("3:10, with sound", "3:10", ", with sound"),
        ("1:03:10.5", "1:03:10.5", ""),
    ],
)
def test_a_bare_time_behind_a_recording_is_a_place(suffix: str, time: str, rest: str) -> None:
    assert read_item(CiteItem("film", suffix=suffix), LIBRARY_TIMES) == CiteItem(
        "film", Pinpoint("timecode", time), "", rest
    )


@each(
    ("name", "expected"),
    [
        ("oscola-4", "_Raid_ (2023) 3:10–4:20 <(https://example.org/raid → https://example.org/raid)> accessed 2 Jan"),
        ("oscola-5", "_Raid_ (2023) 3:10–4:20 <(https://example.org/raid → https://example.org/raid)> accessed 2 Jan"),
        ("bluebook-21", "_Raid_, at 3:10-4:20 (2023), "),
        ("un-plain", "_Raid_, 2023, at 3:10–4:20, "),
        ("chicago-notes-bibliography", "_Raid_, 2023, at 3:10–4:20, "),
    ],
)
@each("typed", ["bare", "at"])
def test_a_time_stands_where_the_style_has_places_and_never_behind_the_day_of_reading(
    typed: str, name: str, expected: str
) -> None:
    time = CiteItem("film", suffix="3:10-4:20") if typed == "bare" else item("film", "timecode", "3:10-4:20")
    assert notes(time, name=name)[0].startswith(f"1 Custody Watch, {expected}")


def test_a_time_is_a_place_in_later_citations_too() -> None:
    found = notes(*(CiteItem("film", suffix=time) for time in ("3:10", "4:20", "4:20")), CiteItem("hart"),
                  CiteItem("film", suffix="5:00"))  # fmt: skip
    assert found[1:3] == ["2 ibid 4:20.", "3 ibid."]
    assert found[4] == "5 Custody Watch (n #1) 5:00."


@each(("language", "word"), [("fr", "à"), ("es", "minuto")])
def test_the_word_before_a_time_is_of_the_language(language: str, word: str) -> None:
    blocks = (paragraph("A", citation(item("film", "timecode", "3:10"))),)
    made = style("chicago-notes-bibliography", language=language, authorities="un-plain")
    found = note_texts(cite(Document(Meta("Test", language), blocks), LIBRARY_TIMES, made, load_words(language)))
    assert f" {word} 3:10" in found[0]
