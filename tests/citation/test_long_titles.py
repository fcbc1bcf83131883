"""A long title that later notes print whole: a short one would serve, and the note says so."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library
from probata.diagnostics import Severity

from .cases import HART, citation, cited, free_note, item, note_texts, paragraph

TITLE = "The Long Road from the Harbour to the Court"
LONG: dict[str, Any] = {**HART, "title": TITLE}
SHORT: dict[str, Any] = {**LONG, "title-short": "The Long Road"}
NAMELESS: dict[str, Any] = {key: value for key, value in LONG.items() if key != "author"} | {"type": "report"}


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


@each("name", ["oscola-4", "oscola-5", "bluebook-21"])
def test_a_style_that_names_the_author_alone_has_none(name: str) -> None:
    assert notes(name, LONG)[0] == []


@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain"])
def test_a_work_without_author_is_named_by_its_title(name: str) -> None:
    assert len(notes(name, NAMELESS)[0]) == 1
    found, texts = notes(name, {**NAMELESS, "title-short": "Long Road"})
    assert found == []
    assert "Long Road" in texts[2]
    assert "Harbour" not in texts[2]


def test_with_a_short_title_that_is_printed_and_nothing_is_found() -> None:
    found, texts = notes("un-plain", SHORT)
    assert found == []
    assert texts[2] == "3 Hart, _The Long Road_, p. 7."


def test_the_words_with_which_it_begins_are_proposed() -> None:
    spanish = "Informe sobre las graves violaciones de los derechos humanos en el marco de las protestas sociales"
    (found,) = cited(
        paragraph("A", citation("work")), paragraph("B", free_note("Between.")), paragraph("C", citation("work")),
        library=Library({"work": {**LONG, "title": spanish}}), name="un-plain",
    ).diagnostics  # fmt: skip
    assert found.help.endswith("such as `Informe sobre las graves violaciones`")


def test_a_title_of_six_words_is_short_enough() -> None:
    assert notes("un-plain", {**LONG, "title": "Six Words Are No Long Title"})[0] == []


def test_a_source_that_is_cited_once_or_by_ibid_alone_is_not_found() -> None:
    assert notes("un-plain", LONG, again=False)[0] == []
    blocks = paragraph("A", citation("work")), paragraph("B", citation(item("work", "page", "7")))
    assert cited(*blocks, library=Library({"work": LONG}), name="un-plain").diagnostics == ()
