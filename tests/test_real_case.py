"""The illustration made from a published review: complete, and never taken for a filing."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from tests.each import each
from tests.filings.cases import CLAIMS, REAL, ROOT, FilingName, filings_of, read_yaml, records
from tests.filings.made import made_filing
from tests.readers.section import unspaced_text
from tests.writers.docx_file import found, part, parts

NOTES = {(part, number) for part, last in ((1, 2), (2, 18), (3, 35)) for number in range(1, last + 1)}
"""The notes of the review, by part; the marks in its text run from 1 to these."""
NOTE_IN_PART = re.compile(r"review, n (\d)\.(\d+)")
WITH_STOPS = re.compile(r"\d{1,3}(\.\d{3})+")
"""A whole number with full stops between its thousands, as the review prints some."""

of_the_real_case = each("name", filings_of(REAL), ids=str)


def test_every_note_of_the_review_is_where_a_source_is_cited_in() -> None:
    cited = [
        place
        for kind in ("sources", "authorities")
        for record in records(REAL, kind)
        for place in _texts(record.get("cited_in"))
    ]
    found = {(int(part), int(number)) for place in cited for part, number in NOTE_IN_PART.findall(place)}
    assert found == NOTES


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


@each("name", [name for name in filings_of(REAL) if name.part == "annexes"], ids=str)
def test_numbers_that_the_review_prints_with_full_stops_have_commas(name: FilingName) -> None:
    printed = _numbers_with_stops()
    cells = [item.text for item in made_filing(name).shown if item.kind == "cell"]
    assert {"9.933", "6.356", "1.023"} <= printed
    whole = {re.sub(r"^(\d+,\d{3})\d+$", r"\1", cell) for cell in cells}  # the mark of a note may follow
    assert [number for number in printed if number.replace(".", ",") not in whole] == []
    assert [(number, cell) for number in printed for cell in cells if number in re.split(r"[\s(),;]+", cell)] == []


def _numbers_with_stops() -> set[str]:
    """Return the numbers of tables and of their totals that are printed so."""
    cells = set()
    for path in (CLAIMS / REAL / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells |= {value for row in csv.DictReader(file) for key, value in row.items() if key.endswith("_printed")}
    totals = {total.get("printed", "") for dataset in records(REAL, "datasets") for total in dataset.get("totals", [])}
    return {value for value in cells | totals if WITH_STOPS.fullmatch(value)}


@of_the_real_case
def test_no_declaration_is_printed(name: FilingName) -> None:
    declarations = read_yaml(ROOT / "src" / "probata" / "law" / "declarations.yaml")["declarations"]
    starts = [unspaced_text([found["wording"]])[:40] for found in declarations if found["wording"]]
    text = unspaced_text(item.text for item in made_filing(name).shown)
    assert len(starts) >= 3
    assert [start for start in starts if start in text] == []


@of_the_real_case
def test_every_page_of_the_word_file_has_the_notice_in_its_head(name: FilingName) -> None:
    (head,) = [part_name for part_name in parts(made_filing(name).docx) if part_name.startswith("word/header")]
    text = " ".join(found(part(made_filing(name).docx, head), "//w:t/text()"))
    assert "DRAFT – not for filing. Illustration from published work (Safeguard Defenders)" in text
    assert "addressed to no one, asserted by nobody." in text
