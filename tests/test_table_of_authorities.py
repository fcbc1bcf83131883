"""The table of authorities of every filing, counted again from its Word file alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from lxml import etree
from tests.filings.cases import ALLEGING, FilingName
from tests.filings.made import made_filing
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W, numbered_marks, visible_text
from tests.readers.html_text import read_html

WORDS_FOR_NOTES = re.compile(r"\b(?:nn?\.?|notes?|notas?) ([\d, ]+)$")


def parts_of(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = ("document", "footnotes", "styles", "settings")
        return {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in names}


def entries(parts: dict[str, etree._Element]) -> dict[str, list[int]]:
    """Return the text of each entry of the table with the numbers of notes that it names."""
    styles, found = StyleTable(parts["styles"]), dict[str, list[int]]()
    for paragraph in parts["document"].iter(f"{W}p"):
        if styles.name(val(paragraph, "pPr/pStyle")).casefold() == "table of authorities":
            text = " ".join(visible_text(paragraph).split())
            numbers = WORDS_FOR_NOTES.search(text)
            found[text] = [int(number) for number in numbers[1].split(", ")] if numbers else []
    return found


def marked_notes(parts: dict[str, etree._Element]) -> Iterator[tuple[str, int]]:
    """Give the long citation of each mark with the number of its note, as the text counts it."""
    numbers = {mark.get(f"{W}id"): number for number, mark in numbered_marks(parts["document"], parts["settings"])}
    for note in parts["footnotes"].iter(f"{W}footnote"):
        for code in note.iter(f"{W}instrText"):
            if found := re.match(r' TA \\l "([^"]*)"', code.text or ""):
                yield found[1], numbers[note.get(f"{W}id")]


@pytest.mark.parametrize("name", ALLEGING, ids=str)
def test_every_entry_names_the_notes_that_are_marked_with_it_and_no_other(name: FilingName) -> None:
    parts = parts_of(made_filing(name).docx)
    table, marked = entries(parts), dict[str, list[int]]()
    for long, number in marked_notes(parts):
        marked.setdefault(long, []).append(number)

    assert len(table) == len(marked) > 2
    for long, numbers in marked.items():
        (shown,) = [text for text in table if text.startswith(long.removesuffix("…"))]
        assert table[shown] == sorted(set(numbers)), shown


@pytest.mark.parametrize("name", ALLEGING, ids=str)
def test_every_authority_of_the_table_is_named_in_the_notes(name: FilingName) -> None:
    made = made_filing(name)
    notes = "\n".join(item.text for item in read_html(made.html) if item.kind == "note")

    assert {mark.long for mark in made.tree.authority_marks if re.split(r",| \[", mark.long)[0] not in notes} == set()
