"""Text files: their encodings, names and format, and what is not read."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
import yaml
from tests.case_folder import CASE, ROLES, build, write_case
from tests.each import each
from tests.pages import ROOT

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.file_names import device_name, unportable
from probata.source.read_case import FORMAT
from probata.source.text_file import MAX_BYTES, TextFile, decode_bytes, read_text, whole_file


def _read(root: Path, content: bytes) -> TextFile | Diagnostic:
    (root / "a.yaml").write_bytes(content)
    return read_text(root, root / "a.yaml", "case/a.yaml")


def _fault(root: Path, content: bytes) -> Diagnostic:
    found = _read(root, content)
    assert isinstance(found, Diagnostic)
    return found


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    assert _fault(tmp_path, b"[" * (MAX_BYTES + 1)).name == "file-too-large"


@each("name", ["../secret.yaml", "link.yaml"])
def test_a_file_outside_the_folder_is_not_read(tmp_path: Path, name: str) -> None:
    root = tmp_path / "case"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text("a: b")
    (root / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    found = read_text(root, root / name, name)

    assert isinstance(found, Diagnostic)
    assert found.name == "file-outside-case"


def test_a_link_to_itself_and_a_name_too_long_are_findings(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    names = ["loop.yaml", "a" * 5000]
    found = [read_text(tmp_path, tmp_path / name, name) for name in names]

    assert [each.name for each in found if isinstance(each, Diagnostic)] == ["unreadable-file"] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
def test_a_pipe_in_the_place_of_a_file_is_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    found = read_text(tmp_path, tmp_path / "a.yaml", "a.yaml")

    assert isinstance(found, Diagnostic)
    assert (found.name, found.message) == ("folder-for-file", "a named pipe stands where a file belongs")
    with pytest.raises(OSError, match="it is a named pipe and no file"):
        whole_file(tmp_path / "a.yaml")


WESTERN = "- id: a\n  name: Jürgen Müller\n  note: “in court”, says Señor Núñez\n"
POLISH_IN_WESTERN = "title: Prison – the year’s figures\n"
RUSSIAN = "- id: a\n  name: Давет Орскелин\n  note: Командир четвёртого батальона\n"
CHINESE = "- id: a\n  name: 刘建超\n  note: 中央纪律检查委员会国际合作局局长\n"


def fault(data: bytes, name: str = "people.yaml") -> Diagnostic:
    found = decode_bytes(data, Path(name), name)
    assert isinstance(found, Diagnostic)
    assert found.name == "unreadable-encoding"
    return found


@each(
    ("data", "place", "words"),
    [
        (WESTERN.encode("cp1252"), "2:10", "it looks like Windows-1252, the encoding of Western Windows, where this "
         "character is `ü`"),
        (POLISH_IN_WESTERN.encode("cp1252"), "1:15", "where this character is `–`"),
        (RUSSIAN.encode("cp1251"), "2:9", "it looks like Windows-1251, the encoding of Cyrillic Windows, where this "
         "character is `Д`"),
        (CHINESE.encode("gb18030"), "2:9", "it looks like GB 18030, the encoding of Chinese Windows, where this "
         "character is `刘`"),
        (WESTERN.encode("utf-16"), "1:1", "it looks like UTF-16, which Notepad and Excel call Unicode"),
        (b"\xfe\xff" + WESTERN.encode("utf-16-be"), "1:1", "it looks like UTF-16"),
        ("id,name\na,Solvan\n".encode("utf-16-le"), "1:1", "it looks like UTF-16"),
        (b"name: \x81\x8d\xff\n", "1:7", "the text is not in UTF-8"),
    ],
    ids=["western", "dash", "cyrillic", "chinese", "utf-16", "utf-16-be", "utf-16 without a mark", "nothing known"],
)  # fmt: skip
def test_the_finding_says_what_the_text_looks_like(data: bytes, place: str, words: str) -> None:
    found = fault(data)

    assert str(found.span) == f"people.yaml:{place}"
    assert words in found.message


def test_a_text_file_is_saved_from_notepad_or_word_and_a_table_from_excel() -> None:
    data = WESTERN.encode("cp1252")

    assert "in Notepad: Save as, Encoding `UTF-8`; in Word: Save As, file type `Plain Text`" in fault(data).help
    assert "in Excel: Save As, file type `CSV UTF-8 (Comma delimited)`" in fault(data, "data/a.CSV").help


@each(
    ("data", "words"),
    [
        (b"PK\x03\x04\x14\x00\xff\xfe", "the file is no text but a Word or Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the file is no text but a Word or Excel file of an older version"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "the file is no text but a PDF"),
    ],
)
def test_a_file_of_another_kind_under_the_name_of_a_text_is_told(data: bytes, words: str) -> None:
    found = fault(data)

    assert found.message == words
    assert found.help == "write its text into a plain text file"


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


FOLDERS = (*ROOT.glob("claims/*/case.yaml"), ROOT / "src/probata/scaffold/case/case.yaml")
EXAMPLES = tuple(ROOT.glob("templates/[!_]*/example.yaml"))


@each("path", sorted((*FOLDERS, *EXAMPLES)), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_case_that_ships_names_its_format(path: Path) -> None:
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (text only, no objects)
    case = held["case"] if path in EXAMPLES else held

    assert case.get("format") == FORMAT


@each("written", ["format: 1", 'format: "1"', "format: '01'", ""])
def test_a_case_of_our_format_or_of_none_is_read(tmp_path: Path, written: str) -> None:
    built = build(write_case(tmp_path, case=f"{written}\n{CASE}"))

    assert [found.name for found in built.findings if "format" in found.name] == []


@each(
    ("written", "name", "message", "help"),
    [
        ("0", "older-format", "the case is in format 0", "write `format: 1`"),
        ("2", "newer-format", "the case is in format 2", "install a newer version of Probata"),
        ("10", "newer-format", "reads format 1", "install a newer version of Probata"),
    ],
)
def test_another_format_is_the_only_finding_and_has_its_place(
    tmp_path: Path, written: str, name: str, message: str, help: str
) -> None:
    case = write_case(tmp_path, case=f"{CASE}format: {written}\nclaim: x\n", roles=ROLES + "- [\n")

    (found,) = build(case).findings

    assert (found.name, str(found.span)) == (name, "harbour/case.yaml:8:9")
    assert message in found.message
    assert help in found.help


def test_a_format_that_is_no_number_is_a_fault_of_the_field_and_the_rest_is_read(tmp_path: Path) -> None:
    built = build(write_case(tmp_path, case=f"{CASE}format: latest\n"))

    assert built.found("unknown-choice").message == "`latest` is no choice for `format`"
    assert built.made
