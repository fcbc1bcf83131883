"""Journals are named by their recorded abbreviations where the manual has these, and a style that wants one says so."""

from __future__ import annotations

from typing import Any

from tests.each import each

from probata.citation import Library
from probata.diagnostics import Severity

from .cases import DWORKIN, citation, cited, free_note, note_texts, paragraph

SHORT: dict[str, Any] = {**DWORKIN, "container-title-short": "Harv. L. Rev."}


def result(name: str, source: dict[str, Any]) -> Any:
    blocks = [paragraph("A", citation("work")), paragraph("B", free_note("Between.")), paragraph("C", citation("work"))]
    return cited(*blocks, library=Library({"work": source}), name=name)


@each(
    ("name", "journal"),
    [
        ("oscola-4", "Harv L Rev"),
        ("oscola-5", "Harv L Rev"),
        ("bluebook-21", "Harv. L. Rev."),
        ("un-plain", "Harvard Law Review"),
        ("bitonline", "Harv. L. Rev."),
    ],
)
def test_a_journal_is_called_as_the_style_has_it(name: str, journal: str) -> None:
    assert journal in note_texts(result(name, SHORT))[0]


def test_a_style_that_abbreviates_journals_asks_for_the_abbreviation_once() -> None:
    (found,) = result("bluebook-21", DWORKIN).diagnostics

    assert (found.code, found.name, found.severity) == ("CIT124", "short-journal-wanted", Severity.INFO)
    assert found.record == "sources/work"
    assert "prints the whole name of that of source `work`" in found.message
    assert found.help == "write the abbreviation under `container_title_short`, as `Harv. L. Rev.`"
