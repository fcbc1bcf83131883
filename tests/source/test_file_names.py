"""Names of files: one spelling of each, and what Windows refuses."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.file_names import device_name, on_disk, refused_path, unportable
from probata.source.text_file import TextFile, read_text

COMPOSED = unicodedata.normalize("NFC", "données-Kraków.csv")
TAKEN_APART = unicodedata.normalize("NFD", COMPOSED)
SPAN = Span("case/x")


def test_the_two_forms_that_these_tests_use_differ() -> None:
    assert COMPOSED != TAKEN_APART


@each(("stored", "named"), [(COMPOSED, TAKEN_APART), (TAKEN_APART, COMPOSED)])
def test_a_file_is_found_in_the_other_form_of_its_accents(tmp_path: Path, stored: str, named: str) -> None:
    (tmp_path / stored).mkdir()
    (tmp_path / stored / stored).write_text("a: b", encoding="utf-8")

    found = read_text(tmp_path, tmp_path / named / named, "x")

    assert isinstance(found, TextFile)
    assert found.text == "a: b"


def test_of_two_files_the_one_that_is_spelled_exactly_so_is_read(tmp_path: Path) -> None:
    for name in (COMPOSED, TAKEN_APART):
        (tmp_path / name).write_text("x", encoding="utf-8")

    assert [on_disk(tmp_path / name).name for name in (COMPOSED, TAKEN_APART)] == [COMPOSED, TAKEN_APART]


def test_a_name_that_leads_nowhere_stays_as_it_is(tmp_path: Path) -> None:
    assert on_disk(tmp_path / COMPOSED / "a.yaml") == tmp_path / COMPOSED / "a.yaml"


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
    ("path", "name"),
    [
        ("C:/Users/a/figures.csv", "file-outside-case"),
        ("d:figures.csv", "file-outside-case"),
        ("//server/share/figures.csv", "file-outside-case"),
        ("data/aux.csv", "reserved-name"),
    ],
)
def test_a_path_to_another_disk_or_machine_or_a_device_is_not_followed(path: str, name: str) -> None:
    found = refused_path(path, SPAN)

    assert found is not None
    assert (found.name, found.severity) == (name, Severity.ERROR)
    assert found.help


@each("path", ["data/figures.csv", "figures.csv", "a b/données.csv"])
def test_an_ordinary_path_is_followed(path: str) -> None:
    assert refused_path(path, SPAN) is None
    assert unportable(path, SPAN) is None


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
