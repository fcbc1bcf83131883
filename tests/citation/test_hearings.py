"""Hearings of legislatures in the Bluebook: by title and committee (Indigo Book 2.0, R21.4.1)."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library, load_style, load_words
from probata.citation.style import Style
from probata.document.tree import Document, Meta

from .cases import citation, cite, item, note_texts, paragraph

HEARING: dict[str, Any] = {
    "type": "hearing",
    "title": "Custody without trace",
    "section": "Subcomm. on Asia of the H. Comm. on Foreign Affs.",
    "number": "117th Cong.",
    "author": [{"family": "Rill", "given": "Ana"}, {"family": "Pol", "given": "Ivo"}],
    "issued": {"date-parts": [[2021, 5, 4]]},
    "language": "en-US",
}


def printed(name: str, **fields: Any) -> list[str]:
    style = load_style(name, language="en-US")
    assert isinstance(style, Style)
    blocks = (
        paragraph("A", citation(item("heard", "page", "4"))),
        paragraph("B", citation("book")),
        paragraph("C", citation(item("heard", "page", "5"))),
    )
    book = {"type": "book", "title": "Custody", "issued": {"date-parts": [[2019]]}, "language": "en-US"}
    heard = {name: value for name, value in {**HEARING, **fields}.items() if value is not None}
    library = Library({"heard": heard, "book": {**book, "author": [{"family": "Rill", "given": "Ana"}]}})
    return note_texts(cite(Document(Meta("Test"), blocks), library, style, load_words("en")))


def test_who_spoke_stands_in_brackets_and_the_address_behind() -> None:
    first, _, later = printed("bluebook-21", URL="https://example.org/h")
    assert first == (
        "1 _Custody Without Trace: Hearing Before the Subcomm. on Asia of the H. Comm. on Foreign Affs._, 117th Cong. "
        "4 (2021) (statement of Ana Rill & Ivo Pol), (https://example.org/h → https://example.org/h)."
    )
    assert later == "3 _Custody Without Trace_, _supra_ note #1, at 5."


@each(
    ("fields", "first"),
    [
        ({"author": None, "number": None},
         "1 _Custody Without Trace: Hearing Before the Subcomm. on Asia of the H. Comm. on Foreign Affs._, 4 (2021)."),
        ({"section": None}, "1 _Custody Without Trace_, 117th Cong. 4 (2021) (statement of Ana Rill & Ivo Pol)."),
        ({"event-title": "Markup of H.R. 5 Before the H. Comm. on Foreign Affs.", "issued": None},
         "1 _Custody Without Trace: Markup of H.R. 5 Before the H. Comm. on Foreign Affs._, 117th Cong. 4 (statement "
         "of Ana Rill & Ivo Pol)."),
    ],
)  # fmt: skip
def test_what_is_not_recorded_leaves_no_mark_behind(fields: dict[str, Any], first: str) -> None:
    assert printed("bluebook-21", **fields)[0] == first


def speech(**fields: Any) -> str:
    told = {"type": "speech", "title": "The law of custody", "author": [{"family": "Rill", "given": "Ana"}],
            "issued": {"date-parts": [[2021, 5, 4]]}, "language": "en-US"}  # fmt: skip
    style = load_style("bluebook-21", language="en-US")
    assert isinstance(style, Style)
    blocks = (paragraph("A", citation(item("told", "page", "4"))),)
    (note,) = note_texts(
        cite(Document(Meta("Test"), blocks), Library({"told": {**told, **fields}}), style, load_words("en"))
    )
    return note


def test_a_speech_has_its_kind_where_it_was_given_and_the_day() -> None:
    assert speech(**{"container-title": "Council of Rill"}) == (
        "1 Ana Rill, _The Law of Custody_, Council of Rill 4 (May 4, 2021)."
    )
    assert speech(genre="keynote", **{"event-title": "the Custody Conference"}) == (
        "1 Ana Rill, The Law of Custody, Keynote at the Custody Conference 4 (May 4, 2021)."
    )
