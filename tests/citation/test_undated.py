"""A work that has a date is cited with it, though the style dates only the kinds of work that it knows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.each import each

from probata.citation.patch_dates import DATE, with_its_date

from .cases import LIBRARY, citation, cited, item, note_texts, paragraph

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


def test_a_macro_that_calls_itself_prints_no_date_and_comes_to_an_end() -> None:
    """A style made by hand is not looked at as files are; Pandoc says the rest."""
    csl = (
        '<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="a"><text macro="a"/></macro>'
        '<citation><layout><text macro="a"/></layout></citation></style>'
    )
    assert with_its_date({"title": "A", "issued": {"date-parts": [[2020]]}}, csl)[DATE]
