"""The year of a law that its title tells already, where a CSL style writes the law."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import citation, cited, free_note, item, note_texts, paragraph

ACT: dict[str, Any] = {"type": "legislation", "title": "Prison Act 1952", "language": "en-GB"}
DATED: dict[str, Any] = {**ACT, "issued": {"date-parts": [[1952]]}}


def notes(source: dict[str, Any], name: str) -> list[str]:
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
        ("mcgill-en", "_Prison Act 1952_.", "_Prison Act 1952_, _supra_ note #1, s 3."),
    ],
)
@each("source", [DATED, {**DATED, "issued": {"date-parts": [[1952, 10, 1]]}}, ACT])
def test_the_year_stands_in_the_title_alone(source: dict[str, Any], name: str, first: str, later: str) -> None:
    assert notes(source, name) == [first, later]


@each(
    ("name", "first", "later"),
    [
        ("oscola-4", "Prison Act 1952 (State Gazette).", "Prison Act 1952 s 3."),
        ("oscola-5", "Prison Act 1952 (State Gazette).", "Prison Act 1952 s 3."),
        ("bluebook-21", "Prison Act 1952, State Gazette.", "Prison Act 1952, § 3."),
        ("un-plain", "Prison Act 1952, State Gazette (1952).", "Prison Act 1952, § 3."),
        ("mcgill-en", "_Prison Act 1952_, State Gazette 1952.", "_Prison Act 1952_, _supra_ note #1, s 3."),
    ],
)
def test_the_year_stands_behind_the_gazette_alone_and_later_notes_name_the_law(
    name: str, first: str, later: str
) -> None:
    """Between title and gazette it would be the year of the law again; a gazette names no law (Bluebook 12.10)."""
    assert notes({**DATED, "container-title": "State Gazette"}, name) == [first, later]
