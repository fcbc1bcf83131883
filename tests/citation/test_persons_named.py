"""A style that knows no letters and interviews prints who wrote to whom and when all the same."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library, load_words
from probata.document.tree import Document, Meta

from .cases import citation, cite, note_texts, paragraph, style

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


HELD = {**INTERVIEW, "author": [{"literal": "Witness A"}], "issued": {"date-parts": [[2024, 5, 20]]}}


@each("name", ["un-plain", "chicago-notes-bibliography", "oscola-4", "oscola-5", "mcgill-en"])
def test_an_interview_is_told_as_one_where_nobody_is_recorded_who_held_it(name: str) -> None:
    (alone,) = notes(HELD, name=name)
    (titled,) = notes({**HELD, "title": "Talk at the port"}, name=name)
    assert alone.startswith("1 Interview with Witness A")
    assert titled.startswith("1 Interview with Witness A")
    assert "talk at the port" in titled.lower()
