"""Text that is not in UTF-8: what it looks like and how to save it."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic
from probata.source.text_file import decode_bytes

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
