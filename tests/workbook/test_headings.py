"""Headings are words of the field: a reader who knows no program can read them all."""

from __future__ import annotations

import io
import re

from openpyxl import load_workbook
from tests.workbook.edited import RECORDS

from probata.graph.resolve import REFERENCES
from probata.workbook.headings import heading_of, path_of
from probata.workbook.sheets import sheet_forms
from probata.workbook.write_workbook import standard_headings, write_workbook

_PLAIN = re.compile(r"[A-Z][A-Za-z'.]*(?: [A-Za-z']+)*(?:: [A-Za-z' ]+)*(?:, (?:of what, )?No\.)?")


def test_every_heading_of_a_new_sheet_is_in_plain_words() -> None:
    headings = {heading for form in sheet_forms() for heading in standard_headings(form, ())}

    assert len(headings) > 200
    assert [heading for heading in headings if not _PLAIN.fullmatch(heading)] == []
    assert {word for heading in headings for word in re.split(r"\W+", heading)} & {
        "lang",
        "Url",
        "Doi",
        "Isbn",
    } == set()


def test_each_heading_leads_back_to_its_field() -> None:
    for path in [("url",), ("archive_url",), ("native", "lang"), ("editors_note",), ("url_as_printed",), ("doi",)]:
        assert path_of(heading_of(path)) == path
    assert path_of("Editor’s  NOTE") == ("editors_note",)
    assert path_of("Native: lang") == ("native", "lang")


def test_each_heading_of_a_new_workbook_has_a_comment_that_says_what_it_is_for() -> None:
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    headings = [cell for sheet in book.worksheets if sheet.title != "Case" for cell in sheet[1] if cell.value]
    headings += [cell for (cell, *_) in book["Case"].iter_rows(min_row=2) if cell.value]
    assert len(headings) > 200
    assert [cell.value for cell in headings if not (cell.comment and str(cell.comment.text).strip())] == []
