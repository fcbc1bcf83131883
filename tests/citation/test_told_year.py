"""The year of a law that its title tells already, where a CSL style writes the law."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library

from .cases import citation, cited, free_note, item, listed, note_texts, paragraph, shown

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


def test_no_style_of_ours_lacks_a_form_for_such_a_law() -> None:
    blocks = paragraph("A", citation("act")), paragraph("B", free_note("x")), paragraph("C", citation("act"))
    for name in ("oscola-4", "oscola-5", "bluebook-21", "un-plain"):
        assert cited(*blocks, library=_one(DATED), name=name).diagnostics == ()


@each(
    ("name", "entry"),
    [("oscola-4", "Prison Act 1952"), ("un-plain", "Prison Act 1952."), ("mcgill-en", "_Prison Act 1952_.")],
)
def test_so_it_does_in_the_list_of_sources(name: str, entry: str) -> None:
    result = cited(paragraph("A", citation("act")), listed("act"), library=_one(DATED), name=name)
    assert shown(result.bibliography["act"]) == entry


@each(
    ("source", "expected"),
    [
        ({"container-title": "State Gazette"}, "Prison Act 1952, State Gazette (1952)."),
        ({"issued": {"date-parts": [[1953]]}}, "Prison Act 1952 (1953)."),
        ({"type": "report"}, "_Prison Act 1952_ (1952)."),
    ],
)
def test_another_date_and_that_of_another_work_are_printed(source: dict[str, Any], expected: str) -> None:
    assert notes({**DATED, **source}, "un-plain")[0] == expected


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


def test_a_code_names_the_law_in_later_notes_by_its_volume_or_section() -> None:
    of_volume = {**ACT, "title": "Magnitsky Act", "container-title": "U.S.C.", "volume": "22"}
    assert notes(of_volume, "bluebook-21")[1] == "22 U.S.C., § 3."
    of_section = {**ACT, "title": "Harbour Act", "container-title": "Harb. Code", "section": "187"}
    assert "Harb. Code § 187" in notes(of_section, "bluebook-21")[1]


def test_an_author_date_style_keeps_its_year() -> None:
    assert notes(DATED, "apa")[0] == "(Prison Act 1952, 1952)."
