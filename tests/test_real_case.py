"""The real case against the review from which it was taken."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from tests.each import each
from tests.filings.cases import CLAIMS, REAL, ROOT, FilingName, by_id, filings_of, read_yaml, records
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


FIXTURES = Path(__file__).parent / "filings"
"""Files made from the text of the review, which is no part of the repository, and not from the records."""
NOTES_REVIEW = FIXTURES / "review_notes.csv"
"""Each note of the review with its address, letter by letter; a note without one has none there either."""
TABLES = {
    "liuzhi": ("liuzhi-by-province", ("province", "year", "persons", "corrected")),
    "distribution": ("returns-2018-methods", ("method", "cases", "share", "share_minus")),
    "yearly": ("returns-annual", ("year", "returns", "irregular", "countries", "note")),
    "period": ("returns-period", ("year", "returns", "irregular", "countries")),
}
"""The four tables of the review, each with our table and its columns in the review's order.

The first stands in part 2 under Central Commission for Discipline Inspection, the second in part 3 under Methods, the
others in part 3 under Data. Files `review_<name>.csv` have every cell as printed, the last row being the totals; rows
that hold nothing, and the marks of notes behind the years, are left out.
"""
QUOTED = list(csv.DictReader((FIXTURES / "review_quotations.csv").read_text(encoding="utf-8").splitlines()))
"""Every quotation of the review, in its order: the part and the note, who speaks and the office as printed, its first
and last words, and how many words it has. No note or speaker where the review names none. Words in quotation marks that
quote nobody, such as “fugitives”, are left out.

Samson Yuen is named in note 6 of part 3 only. `review_clauses.csv` has the interpretation of article 52, from part 3
under Methods, one row a paragraph. `review_figures.csv` has the numbers that our fifth table has from the running text,
each with the words of the review round it: four from part 1, the next five from part 2, the rest from part 3; "a
minimum average of 16 to 76" is a minimum of 16. `review_law.csv` has the words in which it names law, with their place.
"""


def noted() -> list[tuple[int, int, str]]:
    rows = csv.DictReader(NOTES_REVIEW.read_text(encoding="utf-8").splitlines())
    return [(int(row["part"]), int(row["note"]), row["address"]) for row in rows if row["address"]]


@each(("part", "note", "address"), noted())
def test_the_address_of_a_note_is_that_of_a_source_it_cites(part: int, note: int, address: str) -> None:
    place = f"{part}.{note}"
    citing = [record for record in records(REAL, "sources") if place in _places(record)]
    addresses = {record.get(field) for record in citing for field in ("url", "url_as_printed", "archive_url")}

    assert address in addresses


def _places(record: dict[str, object]) -> set[str]:
    cited = record.get("cited_in") or []
    found = set()
    for citation in cited if isinstance(cited, list) else [cited]:
        if isinstance(citation, dict):
            found.add(str(citation.get("pinpoint", {}).get("value", "")))
        else:
            found.add(str(citation).partition(", n ")[2])
    return found


def _typed(cell: str) -> str:
    """Return a cell with the marks of quotation that the review types."""
    return cell.replace("“", '"').replace("”", '"')


@each("name", TABLES)
def test_every_cell_of_a_table_is_that_of_the_review(name: str) -> None:
    dataset, columns = TABLES[name]
    head, *rows, last = list(csv.reader(_lines(f"review_{name}.csv")))

    assert [_heading(dataset, column) for column in columns] == head
    told = [[row.get(f"{column}_printed", row[column]) for column in columns] for row in _rows(dataset)]
    assert [[_typed(cell) for cell in row] for row in told] == rows
    assert _totals(dataset, columns) == last


@each("name", TABLES)
def test_the_value_of_every_cell_is_what_the_review_prints(name: str) -> None:
    dataset, columns = TABLES[name]
    counted = [column for column in columns if f"{column}_printed" in _rows(dataset)[0]]

    cells = [(row[column], row[f"{column}_printed"]) for row in _rows(dataset) for column in counted]
    assert len(cells) >= 18
    assert [value for value, _ in cells] == [_value(printed) for _, printed in cells]


def test_every_quotation_of_the_review_is_recorded_in_its_order() -> None:
    recorded = [" ".join(str(record["text"]).split()) for record in records(REAL, "quotations")]

    assert len(recorded) == len(QUOTED)
    for text, quoted in zip(recorded, QUOTED, strict=True):
        assert text.startswith(quoted["begins"])
        assert text.endswith(quoted["ends"])
        assert len(text.split()) == int(quoted["words"]), text


@each(("place", "quoted"), list(enumerate(QUOTED)), ids=lambda value: str(value)[:2])
def test_a_quotation_has_the_speaker_and_the_office_that_the_review_names(place: int, quoted: dict[str, str]) -> None:
    speaker = records(REAL, "quotations")[place]["speaker"]

    if quoted["speaker"]:
        assert quoted["speaker"] in _names_of(speaker)
    else:
        assert not {"person", "body"} & set(speaker)
    assert speaker.get("office", "") == quoted["office"]


@each("place", [place for place, quoted in enumerate(QUOTED) if quoted["note"]])
def test_a_quotation_is_cited_from_the_note_that_the_review_puts_to_it(place: int) -> None:
    cited = records(REAL, "quotations")[place]["quoted_in"]
    key, _, place_in_review = ("" if isinstance(cited, dict) else str(cited)).partition(", n ")
    source = cited["source"] if isinstance(cited, dict) else str(cited).partition(",")[0]
    places = _places(by_id(REAL, "sources")[source]) | ({place_in_review} if key == "review" else set())

    assert f"{QUOTED[place]['part']}.{QUOTED[place]['note']}" in places


def test_the_clauses_of_the_interpretation_are_those_of_the_review() -> None:
    clauses = by_id(REAL, "authorities")["ccdi-interpretation"]["clauses"]
    printed = [row["clause"] for row in csv.DictReader(_lines("review_clauses.csv"))]

    *four, _, _, _, _ = [_clause(clause) for clause in clauses]
    assert four == printed[:4]
    # The fifth is recorded in four pieces, since each measure is alleged by itself.
    assert " ".join(_clause(clause) for clause in clauses[4:]) == printed[4]


def _provisions() -> list[tuple[str, dict[str, str]]]:
    allegations = records(REAL, "allegations")
    return [(str(found["id"]), provision) for found in allegations for provision in found.get("provisions", ())]


@each("named", sorted({provision["named"] for _, provision in _provisions() if "named" in provision}))
def test_law_is_named_letter_by_letter_as_the_review_names_it(named: str) -> None:
    passages = [row["passage"] for row in csv.DictReader(_lines("review_law.csv"))]

    assert any(named in passage for passage in passages)


def test_no_article_is_given_that_the_review_does_not_give() -> None:
    passages = " ".join(row["passage"] for row in csv.DictReader(_lines("review_law.csv")))
    given = {law["provision"] for _, law in _provisions() if "provision" in law and "inferred" not in law}

    assert given == set(re.findall(r"Article (\d+)", passages))


def _clause(clause: dict[str, str]) -> str:
    return " ".join(f"{clause.get('number', '')} {clause['text']}".split())


def _lines(name: str) -> list[str]:
    return (FIXTURES / name).read_text(encoding="utf-8").splitlines()


def _rows(dataset: str) -> list[dict[str, str]]:
    path = CLAIMS / REAL / "data" / f"{dataset}.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def _heading(dataset: str, column: str) -> str:
    columns = by_id(REAL, "datasets")[dataset]["columns"]
    return next(str(found["heading"]) for found in columns if found["key"] == column)


def _totals(dataset: str, columns: tuple[str, ...]) -> list[str]:
    totals = by_id(REAL, "datasets")[dataset]["totals"]
    printed = {total["column"]: total["printed"] for total in totals}
    return [totals[0]["label"], *(printed.get(column, "") for column in columns[1:])]


def _value(printed: str) -> str:
    """Return a printed number as records write it: no mark of thousands, and cut off digits as "about"."""
    if printed.endswith("…%"):
        return "~" + printed.removesuffix("…%").replace(",", ".")
    return printed.removesuffix("%").replace(",", "").replace(".", "")


def _names_of(speaker: dict[str, str]) -> set[str]:
    person = by_id(REAL, "people").get(speaker.get("person", ""), {}).get("name", {})
    parts = [person.get("given", ""), person.get("family", "")]
    name = " ".join(reversed(parts) if person.get("order") == "family_first" else parts)
    body = by_id(REAL, "bodies").get(speaker.get("body", ""), {}).get("name", "")
    return {name, str(body), speaker.get("described", "")}
