"""The table of authorities in Word: marks in the notes, and a field that gathers them where pages are wanted."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree
from tests.each import each
from tests.readers.docx_text import W
from tests.readers.libreoffice import print_in_libreoffice, printed_pages, squeezed
from tests.writers.docx_file import parts, written

from probata.document.blocks import Block, Paragraph, Role
from probata.document.inlines import Note, NoteRef, Text
from probata.document.tree import AuthorityMark, Document, Meta

COVENANT, ACT = 'A “Covenant" on \\Rights (1966) 999 UNTS 171', "An Act 2001"


def document(pages: bool) -> Document:
    """Return a text with two notes, and the table of what they cite."""
    notes = [Note(f"n{n}", (Paragraph((Text(f"Cited {n}."),)),), n) for n in (1, 2)]
    entries: list[Block] = [
        Paragraph((Text("Treaties"),), Role.AUTHORITY_GROUP),
        Paragraph((Text(f"{COVENANT}: n "), NoteRef("n1", 1)), Role.AUTHORITY),
        Paragraph((Text("Legislation"),), Role.AUTHORITY_GROUP),
        Paragraph((Text(f"{ACT}: nn "), NoteRef("n1", 1), Text(", "), NoteRef("n2", 2)), Role.AUTHORITY),
    ]
    marks = (
        AuthorityMark("n1", COVENANT, "Covenant", 1),
        AuthorityMark("n1", ACT, ACT, 2),
        AuthorityMark("n2", ACT, ACT, 2),
    )
    text = (Paragraph((Text("One"), notes[0], Text(" and two"), notes[1], Text(".")), Role.NUMBERED, number="1"),)
    return Document(Meta("Test", authority_pages=pages), (*text, *entries), marks)


def codes(data: bytes, part: str) -> list[str]:
    root = etree.parse(BytesIO(parts(data)[f"word/{part}.xml"]))
    return [" ".join((code.text or "").split()) for code in root.iter(f"{W}instrText")]


def test_every_note_holds_a_mark_for_each_authority_that_it_cites() -> None:
    assert codes(written(document(False)), "footnotes") == [
        'TA \\l "A “Covenant” on Rights (1966) 999 UNTS 171" \\s "Covenant" \\c 1',
        'TA \\l "An Act 2001" \\s "An Act 2001" \\c 2',
        'TA \\l "An Act 2001" \\s "An Act 2001" \\c 2',
    ]


def test_an_entry_too_long_for_a_field_is_cut_where_word_would_cut_it() -> None:
    found = document(False)
    long = replace(found, authority_marks=(AuthorityMark("n1", "x" * 300, "x", 1),))

    (code,) = codes(written(long), "footnotes")
    (argument,) = re.findall(r'\\l "([^"]*)"', code)
    assert argument == "x" * 254 + "…"


@each(("pages", "expected"), [(False, []), (True, ["1", "2"])])
def test_each_group_is_a_field_of_its_category_only_where_pages_are_wanted(pages: bool, expected: list[str]) -> None:
    tables = [code for code in codes(written(document(pages)), "document") if code.startswith("TOA")]

    assert tables == [f'TOA \\h \\c "{category}" \\p' for category in expected]


def test_libreoffice_prints_the_entries_and_no_mark(tmp_path: Path) -> None:
    print_in_libreoffice({"table": written(document(True))}, tmp_path)
    page = "".join(printed_pages("table", tmp_path))

    assert squeezed(f"{ACT}: nn 1, 2") in page
    assert squeezed("TA \\l") not in page
    assert page.count(squeezed(COVENANT)) == 1
