"""A style that knows no letters and interviews prints who wrote to whom and when all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.each import each

from probata.citation import Library, load_words
from probata.citation.persons_named import with_persons_named
from probata.document.tree import Document, Meta

from .cases import HART, citation, cite, item, note_texts, paragraph, style

LETTER: dict[str, Any] = {
    "type": "personal_communication",
    "genre": "Letter",
    "author": [{"family": "Rill", "given": "Ana"}],
    "recipient": [{"literal": "Council for Public Order"}],
    "issued": {"date-parts": [[2022, 5, 13]]},
}
INTERVIEW: dict[str, Any] = {
    "type": "interview",
    "author": [{"literal": "Witness A"}, {"literal": "Witness B"}, {"literal": "Witness C"}],
    "issued": {"date-parts": [[2022, 5]]},
}


def notes(*sources: dict[str, Any], language: str = "en", name: str = "bluebook-21") -> list[str]:
    library = Library({f"s{n}": source for n, source in enumerate(sources)})
    blocks = tuple(paragraph("A", citation(key)) for key in library.sources)
    document = Document(Meta("Test", language=language), blocks)
    return note_texts(cite(document, library, style(name, language=language), load_words(language)))


def test_a_letter_is_told_by_its_sender_its_recipient_and_its_day_without_italics_or_marks() -> None:
    assert notes(LETTER) == ["1 Letter from Ana Rill to Council for Public Order (May 13, 2022)."]


def test_a_later_citation_leaves_the_day_out() -> None:
    library = Library({"letter": LETTER, "hart": HART})
    cites = (citation("letter"), citation("hart"), citation(item("letter", "page", "4")))
    document = Document(Meta("Test"), tuple(paragraph("A", one) for one in cites))
    found = note_texts(cite(document, library, style("bluebook-21"), load_words("en")))
    assert found[2] == "3 Letter from Ana Rill to Council for Public Order, _supra_ note #1, at 4."


@each(
    ("changed", "expected"),
    [
        ({"recipient": []}, "Letter from Ana Rill (May 13, 2022)."),
        ({"issued": {}}, "Letter from Ana Rill to Council for Public Order."),
        ({"issued": {"date-parts": [[2022, 5], [2022, 7]]}}, "Council for Public Order (May 2022–July 2022)."),
        ({"title": "Reply on custody"}, "Council for Public Order, Reply on custody (May 13, 2022)."),
    ],
)
def test_what_is_not_recorded_is_not_told(changed: dict[str, Any], expected: str) -> None:
    (note,) = notes({**LETTER, **changed})
    assert note.endswith(expected)


def test_an_interview_names_all_persons_and_who_held_it() -> None:
    alone, held = notes(INTERVIEW, {**INTERVIEW, "interviewer": [{"literal": "Custody Watch"}]})
    assert alone == "1 Interview with Witness A, Witness B and Witness C (May 2022)."
    assert held == "2 Interview by Custody Watch with Witness A, Witness B and Witness C (May 2022)."


@each(
    ("language", "expected"),
    [
        ("fr", "1 Letter d’Ana Rill à Council for Public Order (13 mai 2022)."),
        ("es", "1 Letter de Ana Rill a Council for Public Order (13 de mayo de 2022)."),
    ],
)
def test_the_words_are_of_the_language(language: str, expected: str) -> None:
    assert notes(LETTER, language=language) == [expected]


def test_a_style_that_knows_letters_writes_them_itself() -> None:
    assert notes(LETTER, name="chicago-notes-bibliography") == [
        "1 Ana Rill, Letter to Council for Public Order, May 13, 2022."
    ]


def test_a_style_that_asks_for_recipients_among_others_knows_letters() -> None:
    found = style("bluebook-21")
    asks = replace(found, csl=found.csl.replace('variable="author"', 'variable="author recipient"', 1))
    library = Library({"letter": LETTER})
    assert with_persons_named(library, found, load_words("en")) != library
    assert with_persons_named(library, asks, load_words("en")) == library


HELD = {**INTERVIEW, "author": [{"literal": "Witness A"}], "issued": {"date-parts": [[2024, 5, 20]]}}


@each("name", ["un-plain", "chicago-notes-bibliography", "oscola-4", "oscola-5", "mcgill-en"])
def test_an_interview_is_told_as_one_where_nobody_is_recorded_who_held_it(name: str) -> None:
    (alone,) = notes(HELD, name=name)
    (titled,) = notes({**HELD, "title": "Talk at the port"}, name=name)
    assert alone.startswith("1 Interview with Witness A")
    assert titled.startswith("1 Interview with Witness A")
    assert "talk at the port" in titled.lower()


def test_it_is_told_once_in_later_citations_too() -> None:
    library = Library({"talk": HELD, "hart": HART})
    cites = (citation("talk"), citation("hart"), citation(item("talk", "page", "4")))
    document = Document(Meta("Test"), tuple(paragraph("A", one) for one in cites))
    found = note_texts(cite(document, library, style("un-plain"), load_words("en")))
    assert found[0] == "1 Interview with Witness A, 20 May 2024."
    assert found[2] == "3 Interview with Witness A, p. 4."


def test_what_the_style_tells_itself_is_not_told_again() -> None:
    held, sort = notes(
        {**HELD, "interviewer": [{"literal": "Custody Watch"}]},
        {**HELD, "genre": "Telephone interview"},
        name="un-plain",
    )
    assert held == "1 Witness A, interview by Custody Watch, May 20, 2024."
    assert sort == "2 Witness A, Telephone interview, May 20, 2024."


def test_an_interview_is_told_in_the_language_of_the_document() -> None:
    assert notes(HELD, name="un-plain", language="fr")[0].startswith("1 Entretien avec Witness A")
