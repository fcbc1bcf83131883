"""Grounds of responsibility that rest on the same have one note, behind the last of them."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from tests.case_folder import ROLES, build, write_case


def works_behind_grounds(folder: Path, *citations: str) -> list[bool]:
    """Return for each ground of an allegation whether a note stands behind it."""
    grounds = "".join(
        f"\n    - {{label: {label}, over: the harbour, citations: {cited!r}}}"
        for label, cited in zip(("command", "oversight", "command"), citations, strict=True)
    )
    roles = ROLES.replace("  responsibility: command\n", f"  responsibility:{grounds}\n")
    page = html.document_fromstring(build(write_case(folder, roles=roles)).text)
    (row,) = (row for row in page.iter("tr") if len(row) == 2 and "".join(row[0].itertext()) == "Responsibility")
    return [bool(line.xpath(".//a[@role='doc-noteref']")) for line in row[1]]


def test_one_note_stands_behind_grounds_that_rest_on_the_same(tmp_path: Path) -> None:
    assert works_behind_grounds(tmp_path, "report, p. 7", "report, p. 7", "report, p. 7") == [False, False, True]


def test_another_place_in_the_source_has_a_note_of_its_own(tmp_path: Path) -> None:
    assert works_behind_grounds(tmp_path, "report, p. 7", "report, p. 8", "report, p. 8") == [True, False, True]
