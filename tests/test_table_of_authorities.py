"""The table of authorities of a forum that prints one, counted again from its Word file alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from tests.filings.cases import CLAIMS, EXAMPLE, REAL
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W, numbered_marks, visible_text
from tests.readers.html_text import read_html
from tests.word_templates.forums import tree, write_forum

from probata.document.tree import Document
from probata.writers.format import WriteOptions, load_format

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


TEMPLATE = """\
{% extends "uk-ghr/brief.md.j2" %}
{% block annexes %}
::::: annex
{#authorities}
# Authorities

{{ table_of_authorities }}
:::::
{% endblock %}
{% block sheet %}{% endblock %}
"""


@pytest.fixture(params=[EXAMPLE, REAL])
def printed(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    """The submission of a case in a forum whose one annex is the table."""
    return tree(CLAIMS / request.param, write_forum(tmp_path, {"brief.md.j2": TEMPLATE}), "uk-ghr")


def test_every_entry_names_the_notes_that_are_marked_with_it_and_no_other(printed: Document) -> None:
    parts = parts_of(load_format("docx").write(printed, WriteOptions()).data)
    table, marked = entries(parts), dict[str, list[int]]()
    for long, number in marked_notes(parts):
        marked.setdefault(long, []).append(number)

    assert len(table) == len(marked) > 2
    for long, numbers in marked.items():
        (shown,) = [text for text in table if text.startswith(long.removesuffix("…"))]
        assert table[shown] == sorted(set(numbers)), shown


def test_every_authority_of_the_table_is_named_in_the_notes(printed: Document) -> None:
    page = read_html(load_format("html").write(printed, WriteOptions()).data)
    notes = "\n".join(item.text for item in page if item.kind == "note")

    assert printed.authority_marks
    assert {mark.long for mark in printed.authority_marks if re.split(r",| \[", mark.long)[0] not in notes} == set()
