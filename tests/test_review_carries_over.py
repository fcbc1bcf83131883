"""Addresses and figures of the published review stand in the records exactly as the review prints them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.filings.cases import CLAIMS, REAL, records

NOTES = Path(__file__).parent / "filings" / "review_notes.csv"
"""Each note of the review with its address, letter by letter; a note without one has none there either."""

RETURNS = {
    "2014": ("680", "435"),
    "2015": ("1.023", "655"),
    "2016": ("1.032", "660"),
    "2017": ("1.300", "832"),
    "2018": ("1.335", "854"),
    "2019": ("2.041", "1.306"),
    "2020": ("1.421", "909"),
    "2021": ("1.273", "815"),
    "2022": ("1.019", "652"),
}
LIUZHI_2018 = {
    "Jiangxi": "308",
    "Guizhou": "346",
    "Fujian": "224",
    "Heilongjiang": "487",
    "Yunnan": "485",
    "Shanghai": "65",
    "Zhejiang": "700",
    "Liaoning": "718",
}


def noted() -> list[tuple[int, int, str]]:
    rows = csv.DictReader(NOTES.read_text(encoding="utf-8").splitlines())
    return [(int(row["part"]), int(row["note"]), row["address"]) for row in rows if row["address"]]


@pytest.mark.parametrize(("part", "note", "address"), noted())
def test_the_address_of_a_note_is_that_of_a_source_it_cites(part: int, note: int, address: str) -> None:
    place = f"{note} in part {part}"
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


def _rows(table: str) -> list[dict[str, str]]:
    path = CLAIMS / REAL / "data" / f"{table}.csv"
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_the_yearly_returns_are_those_of_the_review_in_value_and_in_print() -> None:
    rows = {row["year"]: row for row in _rows("returns-annual")}

    printed = {year: (rows[year]["returns_printed"], rows[year]["irregular_printed"]) for year in RETURNS}
    values = {year: (rows[year]["returns"], rows[year]["irregular"]) for year in RETURNS}
    assert printed == RETURNS
    assert values == {year: tuple(cell.replace(".", "") for cell in cells) for year, cells in RETURNS.items()}


def test_liuzhi_by_province_in_2018_is_that_of_the_review() -> None:
    rows = {row["province"]: row["persons"] for row in _rows("liuzhi-by-province") if row["year"] == "2018"}

    assert {province: rows[province] for province in LIUZHI_2018} == LIUZHI_2018
