"""The words by which a change is known are those of the finished Word file, paragraph for paragraph."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from tests.changes.example import as_recorded, case_with, drafted, lines, untouched
from tests.each import each
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import whole_of

from probata.changes.atoms import fold, printed
from probata.word.elements import P
from probata.word.piece import plain
from probata.word.pieces import pieces
from probata.writers.format import load_format

some_filings = each("filing", ["uk-ghr", "uk-cpr-ws", "un-sp-fr"])


@some_filings
def test_every_line_is_a_paragraph_of_the_word_file_in_this_order(filing: str) -> None:
    data = load_format("docx").write(*whole_of(FilingName(EXAMPLE, filing), final=True)).data
    with ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = iter([fold(plain(pieces(paragraph))) for paragraph in root.iter(P)])
    shown = [printed(line.with_lead) for line in lines(untouched(filing))]

    assert len(shown) > 30
    assert [line for line in shown if line not in paragraphs] == []


@some_filings
def test_every_line_of_a_finished_document_is_found_where_its_changes_are_made(filing: str, tmp_path: Path) -> None:
    found = {printed(line.with_lead): line for line in lines(untouched(filing))}
    changes = [
        {"filing": filing, "before": as_recorded(text), "after": as_recorded(text)}
        | ({"of": f"{line.origin.record}#{line.origin.field}"} if line.origin else {})
        for text, line in found.items()
    ]
    made = drafted(case_with(tmp_path, changes), filing)

    assert [changes[int(one.change[1:])] for one in made.not_made if one.places == 0] == []
    assert made.document == untouched(filing)
