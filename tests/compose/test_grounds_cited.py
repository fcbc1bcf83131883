"""Grounds of responsibility that rest on the same have one note, behind the last of them."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from tests.case_folder import ROLES, build, write_case
from tests.parted import OF_PARTED, PLAIN, PLAINEST, write_parted

from probata.pipeline import open_workspace


def told(folder: Path, *citations: str) -> str:
    """Return the sentence on three powers, with a star for each note."""
    grounds = "".join(
        f"\n    - {{label: command, over: the {over}, citations: {cited!r}}}"
        for over, cited in zip(("harbour", "docks", "boats"), citations, strict=True)
    )
    roles = ROLES.replace("  responsibility: command\n", f"  responsibility:{grounds}\n")
    workspace = open_workspace(write_parted(folder, PLAINEST, PLAIN))
    page = html.document_fromstring(build(write_case(folder, case=OF_PARTED, roles=roles), workspace=workspace).text)
    (row,) = (row for row in page.iter("tr") if len(row) == 2 and row[0].xpath("string()") == "Responsibility")
    for note in row[1].iter("a"):
        note.text = "*"
    return " ".join("".join(map(str, row[1].itertext())).partition("command of ")[2].split())


def test_one_note_stands_behind_grounds_that_rest_on_the_same(tmp_path: Path) -> None:
    words = told(tmp_path, "report, p. 7", "report, p. 7", "report, p. 7")

    assert words == "the harbour; command of the docks; and command of the boats.*"
