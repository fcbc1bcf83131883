"""Dates of works: as exact as they are recorded, once, and in the words of the language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.citation.cases import LIBRARY, citation, cite, cited, free_note, item, note_texts, paragraph, style
from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.document.inlines import Text
from probata.document.tree import Document, Meta


def printed(name: str, language: str, issued: list[int], kind: str = "report") -> str:
    work = {
        "type": kind, "title": "Register", "publisher": "House", "language": "en",
        "issued": {"date-parts": [issued], "circa": True},
    }  # fmt: skip
    document = Document(Meta("Test", language), (paragraph("A", citation("x")),))
    (note,) = note_texts(
        cite(document, Library({"x": work}), style(name, language=language), load_words(language.partition("-")[0]))
    )
    return note


@each("name", ["oscola-4", "oscola-5", "bluebook-21"])
@each(
    ("language", "issued", "shown"),
    [
        ("en-GB", [2020], "c 2020"),
        ("en-GB", [2020, 5], "c May 2020"),
        ("en-GB", [2020, 5, 4], "c 4 May 2020"),
        ("fr", [2020, 5], "vers mai 2020"),
        ("es", [2020], "hacia 2020"),
    ],
)
def test_a_style_that_knows_no_such_dates_prints_it_in_words(
    name: str, language: str, issued: list[int], shown: str
) -> None:
    assert shown in printed(name, language, issued)


@each("kind", ["webpage", "thesis", "article-magazine", "report"])
@each("issued", [[2021, 3, 4], [2021, 3], [2021]])
def test_a_style_that_writes_month_and_year_apart_prints_it_once(kind: str, issued: list[int]) -> None:
    shown = printed("bluebook-21", "en-GB", issued, kind)

    assert shown.count("2021") == 1
    assert "c " in shown


def test_a_style_that_knows_such_dates_prints_it_in_its_own_way() -> None:
    shown = printed("chicago-notes-bibliography", "en-GB", [2020])

    assert "2020?" in shown
    assert "c 2020" not in shown


@each(
    ("name", "shown"),
    [
        ("oscola-4", "‘Report’ (c May 2020) UN Doc A/1"),
        ("bluebook-21", "(c May 2020)"),
    ],
)
def test_so_is_the_date_of_an_authority(name: str, shown: str) -> None:
    texts = {"name": (Text("Report"),), "symbol": (Text("A/1"),)}
    report = Authority("un_document", texts, {"date": (2020, 5)}, about=frozenset({"date"}))
    document = Document(Meta("Test"), (paragraph("A", citation("x")),))
    (note,) = note_texts(cite(document, Library(authorities={"x": report}), style(name), load_words("en")))

    assert shown in note


PAGE = {"type": "post-weblog", "title": "X", "author": [{"literal": "Y"}], "container-title": "Z"}


def notes(language: str, day: int) -> str:
    """Return the notes of a judgment and of a page of one day of July 2022."""
    page = {**PAGE, "issued": {"date-parts": [[2022, 7, day]]}}
    liu = Authority("echr_case", {"name": (Text("A v B"),), "number": (Text("1/2"),)}, {"date": (2022, 7, day)})
    library = Library({"page": page}, authorities={"liu": liu})
    blocks = paragraph("A", citation("liu")), paragraph("B", citation("page"))
    document = Document(Meta("Test", language=language), blocks)
    return " | ".join(note_texts(cite(document, library, style("un-plain", language=language), load_words(language))))


@each(
    ("language", "day", "printed"),
    [
        ("fr", 1, "1er juillet 2022"),
        ("fr", 2, " 2 juillet 2022"),
        ("fr", 11, " 11 juillet 2022"),
        ("es", 1, " 1 de julio de 2022"),
        ("en-GB", 1, " 1 July 2022"),
    ],
)
def test_it_is_written_as_the_language_writes_it(language: str, day: int, printed: str) -> None:
    assert notes(language, day).count(printed) == 2


ACT: dict[str, Any] = {"type": "legislation", "title": "Prison Act 1952", "language": "en-GB"}
DATED: dict[str, Any] = {**ACT, "issued": {"date-parts": [[1952]]}}


def notes_told_year(source: dict[str, Any], name: str) -> list[str]:
    again = paragraph("C", citation(item("act", "section", "3")))
    between = paragraph("B", free_note("Between."))
    first, _, later = note_texts(
        cited(paragraph("A", citation("act")), between, again, library=_one(source), name=name)
    )
    return [first.removeprefix("1 "), later.removeprefix("3 ")]


def _one(source: dict[str, Any]) -> Library:
    return Library({"act": source})


@each(
    ("name", "first", "later"),
    [
        ("oscola-4", "Prison Act 1952.", "Prison Act 1952 s 3."),
        ("oscola-5", "Prison Act 1952.", "Prison Act 1952 s 3."),
        ("bluebook-21", "Prison Act 1952.", "Prison Act 1952, § 3."),
        ("un-plain", "Prison Act 1952.", "Prison Act 1952, § 3."),
    ],
)
@each("source", [DATED, {**DATED, "issued": {"date-parts": [[1952, 10, 1]]}}, ACT])
def test_the_year_stands_in_the_title_alone(source: dict[str, Any], name: str, first: str, later: str) -> None:
    assert notes_told_year(source, name) == [first, later]


@each(
    ("name", "first", "later"),
    [
        ("oscola-4", "Prison Act 1952 (State Gazette).", "Prison Act 1952 s 3."),
        ("oscola-5", "Prison Act 1952 (State Gazette).", "Prison Act 1952 s 3."),
        ("bluebook-21", "Prison Act 1952, State Gazette.", "Prison Act 1952, § 3."),
        ("un-plain", "Prison Act 1952, State Gazette (1952).", "Prison Act 1952, § 3."),
    ],
)
def test_the_year_stands_behind_the_gazette_alone_and_later_notes_name_the_law(
    name: str, first: str, later: str
) -> None:
    """Between title and gazette it would be the year of the law again; a gazette names no law (Bluebook 12.10)."""
    assert notes_told_year({**DATED, "container-title": "State Gazette"}, name) == [first, later]


NOTE: dict[str, Any] = {
    "type": "document",
    "title": "Note of the hospital",
    "issued": {"date-parts": [[2022, 5, 14]]},
    "language": "en-GB",
}
NAMED = {**NOTE, "author": [{"literal": "Harbour Hospital"}]}


def first_of(entry: dict[str, Any]) -> str:
    library = replace(LIBRARY, sources={**LIBRARY.sources, "note": entry})
    (text,) = note_texts(cited(paragraph("A", citation(item("note", "page", "4"))), library=library))
    return text


@each("kind", ["document", "press-release", "dataset", "hearing", "post", "article-journal"])
@each(("entry", "by"), [(NOTE, ""), (NAMED, "Harbour Hospital, ")], ids=["no author", "author"])
def test_a_work_of_a_kind_that_the_style_does_not_date_has_its_date(entry: dict[str, Any], by: str, kind: str) -> None:
    place = ", 4" if kind == "article-journal" else " 4"
    written = first_of({**entry, "type": kind})

    assert written.replace(",", "") == f"1 {by}‘Note of the Hospital’ (14 May 2022){place}.".replace(",", "")


@each(
    ("title", "date", "told"),
    [
        ("Letter to the Council, 14 May 2022", [2022, 5, 14], "1 ‘Letter to the Council, 14 May 2022’ 4."),
        ("Letter to the Council, May 2022", [2022, 5], "1 ‘Letter to the Council, May 2022’ 4."),
        ("Injuries in 2022", [2022, 5, 14], "1 ‘Injuries in 2022’ (14 May 2022) 4."),
        ("Injuries in 2022", [2023], "1 ‘Injuries in 2022’ (2023) 4."),
        ("Injuries, 2015–2022", [2022], "1 ‘Injuries, 2015–2022’ (2022) 4."),
    ],
)
def test_a_date_that_the_title_tells_is_not_printed_again(title: str, date: list[int], told: str) -> None:
    assert first_of({**NOTE, "title": title, "issued": {"date-parts": [date]}}) == told
