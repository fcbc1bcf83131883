"""The files of the report, by name."""

from __future__ import annotations

from collections.abc import Iterator

from probata.report.csv_form import to_csv
from probata.report.gather import gather
from probata.report.material import Material
from probata.report.page.render import to_html
from probata.report.tables import lists_of
from probata.report.workbook import to_xlsx

PAGE = "report.html"
BOOK = "report.xlsx"
LISTS = "lists"
"""Folder of the CSV files."""


def files_of(material: Material) -> Iterator[tuple[str, bytes]]:
    """Give the page, the workbook and a CSV file for each list, the page first."""
    state = gather(material)
    lists = lists_of(state)
    yield PAGE, to_html(state)
    yield BOOK, to_xlsx(state, lists)
    for rows in lists:
        yield f"{LISTS}/{rows.id}.csv", to_csv(rows)
