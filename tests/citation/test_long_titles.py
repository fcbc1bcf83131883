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


def test_with_a_short_title_that_is_printed_and_nothing_is_found() -> None:
    found, texts = notes("un-plain", SHORT)
    assert found == []
    assert texts[2] == "3 Hart, _The Long Road_, p. 7."
