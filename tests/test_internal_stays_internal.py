"""What is for the team alone is in no file that leaves the house."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf
from lxml import etree, html
from tests.filings.cases import CLAIMS, FilingName, read_yaml
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, MadePdf
from tests.readers.pdf_text import UNSEEN, read_pdf
from tests.readers.section import unspaced_text

PRINTED = ("datasets", "columns")
"""The note of a column of a dataset is the one that is printed, below its table."""
SHORTEST = 12
"""A note shorter than this may be part of another word."""


OF_THE_TEAM = ("note", "answered", "reason")
"""Fields that hold words of the team: remarks, what is said to contrary evidence, and why a gap stays."""


def _is_internal(key: str, place: tuple[str, ...]) -> bool:
    if key == "reason":
        return "gaps" in place or place[0] == "decisions"
    return place[:2] != PRINTED


@cache
def team_notes(case: str) -> list[str]:
    """Return every remark for the team in the records of a case, without white space."""
    found = [note for path in sorted((CLAIMS / case).glob("*.yaml")) for note in _notes(read_yaml(path), (path.stem,))]
    return [text for note in found if len(text := unspaced_text([note])) >= SHORTEST]


def _notes(value: object, place: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in OF_THE_TEAM and isinstance(inner, str) and _is_internal(key, place):
                yield inner
            yield from _notes(inner, (*place, key))
    elif isinstance(value, list):
        for item in value:
            yield from _notes(item, place)


@every_filing
def test_the_word_file_holds_no_remark_for_the_team(filing: MadeFiling) -> None:
    with zipfile.ZipFile(BytesIO(filing.docx)) as archive:
        texts = [_xml_text(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert leaked(filing.name, "".join(texts)) == []


@every_filing
def test_the_page_of_html_holds_no_remark_for_the_team(filing: MadeFiling) -> None:
    root = html.document_fromstring(filing.html, parser=html.HTMLParser(encoding="utf-8"))
    values = [str(value) for element in root.iter() for value in element.attrib.values()]
    assert leaked(filing.name, unspaced_text([*(str(text) for text in root.itertext()), *values])) == []


@every_filing
def test_the_pdf_holds_no_remark_for_the_team(filing_name: FilingName, pdf: MadePdf) -> None:
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        properties = [str(value) for value in opened.docinfo.values()]
    assert leaked(filing_name, unspaced_text([*properties, *(item.text for item in read_pdf(pdf.data))])) == []


def leaked(name: FilingName, text: str) -> list[str]:
    searched = UNSEEN.sub("", text)
    return [note for note in team_notes(name.case) if UNSEEN.sub("", note) in searched]


def _xml_text(part: bytes) -> str:
    root = etree.fromstring(part)
    values = [str(value) for element in root.iter("*") for value in element.attrib.values()]
    return unspaced_text([*(str(text) for text in root.itertext()), *values])
