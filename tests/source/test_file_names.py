"""Names of files: one spelling of each, and what Windows refuses."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.file_names import device_name, unportable
from probata.source.text_file import read_text

COMPOSED = unicodedata.normalize("NFC", "données-Kraków.csv")
TAKEN_APART = unicodedata.normalize("NFD", COMPOSED)
SPAN = Span("case/x")


def test_another_form_of_the_accents_does_not_lead_out_of_the_case(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (tmp_path / TAKEN_APART).write_text("secret", encoding="utf-8")
    (case / TAKEN_APART).symlink_to(tmp_path / TAKEN_APART)

    for path in (case / ".." / COMPOSED, case / COMPOSED):
        found = read_text(case, path, "x")
        assert isinstance(found, Diagnostic)
        assert found.name == "file-outside-case"


@each(
    ("name", "device"),
    [
        ("con", "con"), ("NUL", "NUL"), ("aux.csv", "aux.csv"), ("data/Com1.txt", "Com1.txt"), ("lpt9", "lpt9"),
        ("prn .csv", "prn .csv"), ("con/report.md", "con"), ("nul.tar.gz", "nul.tar.gz"), ("console.csv", ""),
        ("auxiliary.csv", ""), ("com10.csv", ""), ("report.con", ""),
    ],
)  # fmt: skip
def test_the_names_that_windows_keeps_for_devices_are_known(name: str, device: str) -> None:
    assert device_name(name) == device


@each(
    ("path", "words"),
    [
        ("narrative/con.md", "`con.md` cannot be the name of a file in Windows: it is kept for a device"),
        ("data/what?.csv", "it holds `?`"),
        ("data/a:b.csv", "it holds `:`"),
        ("data /a.csv", "it ends in a space or a full stop"),
        ("data/a.csv.", "it ends in a space or a full stop"),
        ("x" * 241, "it has 241 characters"),
    ],
)
def test_a_name_that_windows_refuses_is_told_with_the_reason(path: str, words: str) -> None:
    found = unportable(path, SPAN)

    assert found is not None
    assert words in found.message
    assert found.severity is Severity.WARNING
