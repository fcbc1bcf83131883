"""`probata import table`: rows that are no records, names as lists have them, and advice in the words of a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from tests.cli.command import Command
from tests.cli.test_import_table import book, files_of, put


@pytest.mark.parametrize("total", ["Total,2", "TOTAL:,2", "Sous-total,2", "Suma,1.234"])
def test_a_total_below_a_list_is_nobody(probata: Command, harbour: Path, total: str) -> None:
    table = put(probata.folder, f"Last name,First name\nOkar,Ines\n{total}\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--yes")

    assert ran.code == 1
    assert "added person `okar-ines`: Ines Okar" in ran.out
    assert f"refused person `{total.partition(',')[0]}` (table.csv:3:1)" in ran.err
    assert "and has numbers alone, as a total does" in ran.err
    assert "1 added, 0 filled in, 0 there already, 1 refused" in ran.out


def test_the_headings_once_more_are_nobody(probata: Command, harbour: Path) -> None:
    table = put(probata.folder, "Last name,First name\nOkar,Ines\nLast name,First name\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--dry-run")

    assert "refused person `Last name` (table.csv:3:1)" in ran.err
    assert "it has the headings of the table once more" in ran.err


def test_a_body_is_known_by_its_short_name_without_the_article(probata: Command, harbour: Path) -> None:
    (harbour / "bodies.yaml").write_text(
        "- {id: guard, name: Guard of the Harbour, short_name: the Harbour Guard}\n"
        "- {id: fr, name: Garde du port de Lome, short_name: l’Autorité}\n", encoding="utf-8")  # fmt: skip
    before = files_of(harbour)
    table = put(probata.folder, "Name\nHarbour Guard\nthe Harbour Guard\nAutorité\n")

    ran = probata("import", "table", table, "--case", harbour, "--as", "bodies", "--yes")

    assert "0 added, 0 filled in, 3 there already, 0 refused" in ran.out
    assert files_of(harbour) == before


def test_what_a_row_lacks_is_called_by_its_heading(probata: Command, harbour: Path) -> None:
    table = book(probata.folder, [["What happened", "Date"], ["Dockers were arrested.", "12 June 2022"]])

    ran = probata("import", "table", table, "--case", harbour, "--as", "events", "--dry-run")

    assert "nothing stands under `Kind`" in ran.err
    assert "next step: write a value under `Kind`" in ran.err
    assert "`kind: …`" not in ran.err


def test_a_day_where_no_date_belongs_refuses_its_row_and_a_struck_row_is_nobody(
    probata: Command, harbour: Path
) -> None:
    rows: list[list[object]] = [["Name", "Date of birth", "Note"], ["Bo Poe"]]
    rows[1:1] = [["Ann Roe", date(1970, 5, 6), date(2025, 6, 5)]]
    table = book(probata.folder, rows, are_texts=False)
    made = load_workbook(probata.folder / table)
    made.active["C2"].number_format, made.active["A3"].font = "d-mmm", Font(strike=True)
    made.save(probata.folder / table)

    ran = probata("import", "table", table, "--case", harbour, "--as", "people", "--dry-run")

    assert "`Note` holds the date 5 June, which Excel probably made from `5-6`, and no date belongs there" in ran.err
    assert "what is struck through is not taken: `A3`" in ran.err
    assert "0 added, 0 filled in, 0 there already, 1 refused" in ran.out
