"""Every document of the cases: the same in each format, and nothing in it that is for the team or the program alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import yaml
from lxml import etree, html
from tests.checks.example_case import load_example
from tests.each import each
from tests.filings.cases import CLAIMS, FILINGS, FilingName, read_yaml
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, MadePdf, is_final, tree_of
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.item import Item
from tests.readers.pdf_text import UNSEEN, read_pdf
from tests.readers.section import unspaced_text

from probata.checks.documents.length_and_repetition import too_many_words
from probata.checks.engine.run import run_checks
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Note, Text
from probata.document.measures import measure
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks


@every_filing
def test_the_word_file_shows_the_items_of_the_tree(filing: MadeFiling) -> None:
    assert differences(read_docx(filing.docx), filing.shown) == []


@every_filing
def test_the_page_of_html_shows_the_items_of_the_tree(filing: MadeFiling) -> None:
    assert differences(read_html(filing.html), filing.shown) == []


def differences(found: list[Item], expected: list[Item]) -> list[tuple[Item | None, Item | None]]:
    """Return the first few places where two lists differ, found beside expected; short enough to read."""
    length = max(len(found), len(expected))
    padded = ([*items, *[None] * (length - len(items))] for items in (found, expected))
    return [pair for pair in zip(*padded, strict=True) if pair[0] != pair[1]][:5]


@every_filing
def test_no_cell_is_the_id_of_a_source(filing: MadeFiling) -> None:
    records = yaml.load((CLAIMS / filing.name.case / "sources.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # reads strings only
    ids = {record["id"] for record in records}

    assert len(ids) > 20
    assert [item.text for item in filing.shown if item.text in ids] == []


@every_filing
def test_no_sentence_ends_with_two_stops(filing: MadeFiling) -> None:
    assert [item.text for item in filing.shown if re.search(r"\w\.\.(?!\.)", item.text)] == []


@every_filing
def test_no_value_is_printed_as_the_program_holds_it(filing: MadeFiling) -> None:
    assert [
        item.text for item in filing.shown if re.search(r"(?:Inline|Literal|Markdown|Block)Value\(", item.text)
    ] == []


def lone_items(document: Document) -> list[str]:
    """Return the lettered items that no other follows or precedes."""
    numbered = [
        block for block in walk_blocks(document.blocks) if isinstance(block, Paragraph) and block.role is Role.NUMBERED
    ]
    found = []
    for place, block in enumerate(numbered):
        if block.number == {1: "(a)", 2: "(i)"}.get(block.level):
            after = [one.level for one in numbered[place + 1 :]]
            run = next((number for number, level in enumerate(after) if level <= block.level), len(after))
            if run == len(after) or after[run] < block.level:
                found.append(plain_text(own_inlines(block)))
    return found


@each("name", FILINGS, ids=str)
def test_no_item_of_a_list_stands_alone(name: FilingName) -> None:
    assert lone_items(tree_of(name, is_final(name.case))[0]) == []


GOALS = {"repeated": 0.04, "notes_for_100_words": 2.0, "ibid_in_row": 0, "empty_sections": 0, "longest_cell": 60}
"""What holds for every document; how many words one may have stands in `budget` of its forum or filing."""

KNOWN: Mapping[str, Mapping[str, float]] = {
    "example/uk-cpr-ws-exhibits": {"repeated": 0.22},
    "example/us-glomag-annexes": {"repeated": 0.047},
    "liu-jianchao/uk-ghr-annexes": {"longest_cell": 77},
    "liu-jianchao/us-glomag-annexes": {"longest_cell": 76},
    "liu-jianchao/eu-ghrsr-annexes": {"longest_cell": 77},
}
"""Excesses of today, in the order of the goals. Cover sheets of exhibits have one form, which a court prescribes; the
lists that were searched are named for each person; a provision in dispute is quoted whole."""


def excess(name: FilingName) -> dict[str, float]:
    """Return the measures of a filing that are above their goal."""
    found = measure(tree_of(name, is_final(name.case))[0])
    figures = {what: getattr(found, what) for what in GOALS} | {"empty_sections": len(found.empty_sections)}
    return {what: round(figure, 3) for what, figure in figures.items() if figure > GOALS[what]}


@each("name", FILINGS, ids=str)
def test_a_filing_is_no_longer_and_repeats_no_more_than_it_may(name: FilingName) -> None:
    known, found = KNOWN.get(str(name), {}), excess(name)
    assert {what: figure for what, figure in found.items() if figure > known.get(what, 0)} == {}
    assert set(known) <= set(found), "take out of the known excesses what is none any more"


def said(text: str, *notes: Note) -> Paragraph:
    return Paragraph((Text(text), *notes))


CASE = "case: {title: Example, summary: A %s, filings: [{id: letter, forum: letter%s}]}\n"
FORUM = "id: letter\nextends: _base\ndocument_kind: submission\n"


@each(
    ("of_filing", "of_forum", "budget"),
    [("", "", None), ("", "budget: {words: 30}", 30), (", budget: {words: 20}", "budget: {words: 500}", 20),
     (", budget: {words: 500}", "budget: {words: 30}", None)],
)  # fmt: skip
def test_a_text_above_its_budget_is_told_with_its_longest_section(
    of_filing: str, of_forum: str, budget: int | None, tmp_path: Path
) -> None:
    forum = {"templates/letter/forum.yaml": FORUM + of_forum}
    case, faults = load_example(tmp_path, CASE % ("very " * 40, of_filing), forum)

    (result,) = run_checks(case, [too_many_words])

    assert faults == []
    assert [one.message for one in result.findings] == (
        [f"the text of `letter` has 49 words, and its budget is {budget}; the longest section is `A Summary`, of 42"]
        if budget
        else []
    )


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
