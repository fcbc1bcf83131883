"""A date that is not exact is never printed as if it were."""

from __future__ import annotations

from tests.citation.cases import citation, note_texts, paragraph, style
from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

from .cases import cite


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
