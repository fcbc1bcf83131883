"""What is kept in one document, from the command: built, told, listed, and the same from a workbook."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.command import Command
from tests.filings.cases import CLAIMS, EXAMPLE

CHANGES = """\
- id: heading
  filing: uk-ghr
  before: Risk, confidentiality, who submits
  after: Who hands this in
  reason: Asked for by this reader
  author: Quennell Ashgrove
  date: 2026-10-28
- id: gone
  filing: uk-ghr
  before: |
    These words stood here.

    And these.
  author: Quennell Ashgrove
  date: 2026-10-28
"""
POINTS = "- {id: title, text: Is this the right title?, author: Tessaly Brooke, date: 2026-10-29}\n"


def case_of(probata: Command) -> Path:
    folder = probata.folder / "claims" / EXAMPLE
    shutil.copytree(CLAIMS / EXAMPLE, folder)
    (folder / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    (folder / "points.yaml").write_text(POINTS, encoding="utf-8")
    return folder


def built(probata: Command) -> dict[str, bytes]:
    ran = probata("build", EXAMPLE, "--final", "--forum", "uk-ghr", "--format", "docx", "--format", "html")
    assert ran.code == 0, ran.err
    out = probata.folder / "output" / EXAMPLE / "outgoing"
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_a_change_is_built_told_and_listed_and_a_workbook_makes_the_same_files(probata: Command) -> None:
    case_of(probata)
    files = built(probata)
    internal = probata.folder / "output" / EXAMPLE / "internal"
    listed = (internal / "lists" / "changes.csv").read_text(encoding="utf-8-sig")
    told = probata("check", EXAMPLE, "--forum", "uk-ghr", "--all")
    shutil.rmtree(probata.folder / "output")
    turned = probata("workbook", EXAMPLE, "--to", "xlsx")

    assert "Who hands this in" in files["uk-ghr.en-GB.html"].decode()
    assert "Quennell" not in files["uk-ghr.en-GB.html"].decode()
    assert "Who hands this in,Quennell Ashgrove,28 October 2026,Asked for by this reader,yes," in listed
    assert "no: its words have no one place there" in listed
    for name in ("kept-in-one-document", "change-without-place", "open-point"):
        assert name in told.out
    assert turned.code == 0, turned.err
    assert built(probata) == files
