"""Tables and checks of the report."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal
from pathlib import Path

from lxml import etree
from tests.case_folder import ALLEGATIONS, PEOPLE, ROLES
from tests.each import each
from tests.filings.cases import EXAMPLE, REAL
from tests.report.reported import harbour, state_of

from probata.report.checks import CheckEntry, list_of_checks
from probata.report.files import lists_of
from probata.report.lists import ListOf, to_csv
from probata.report.state import State
from probata.report.workbook import to_xlsx

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://a.example","b")']


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(data: bytes) -> dict[str, list[etree._Element]]:
    """Return the cells of each sheet by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
        names = [str(sheet.get("name")) for sheet in book.iter(f"{MAIN}sheet")]
        parts = [etree.fromstring(archive.read(f"xl/worksheets/sheet{n}.xml")) for n, _ in enumerate(names, 1)]
    return {name: list(part.iter(f"{MAIN}c")) for name, part in zip(names, parts, strict=True)}


def strings(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(str(text) for text in item.itertext()) for item in shared]


def list_with(*cells: str | int | Decimal) -> ListOf:
    return ListOf("evil", "Evil", ("One", "Two"), tuple((cell, 7) for cell in cells))


def book_of(state: State, *lists: ListOf) -> bytes:
    return to_xlsx(state, lists or lists_of(state))


@each("case", [EXAMPLE, REAL])
def test_the_workbook_and_the_csv_files_hold_the_same_lists(case: str) -> None:
    state = state_of(case)
    lists = lists_of(state)
    data = book_of(state)
    found = sheets(data)
    assert len(found) == len(lists)
    assert len({rows.id for rows in lists}) == len(lists)
    for rows, (name, cells) in zip(lists, found.items(), strict=True):
        assert name == rows.id[:31]
        assert len(cells) == 1 + len(rows.columns) * (1 + len(rows.rows))
        read = read_csv(to_csv(rows))
        assert read[0] == list(rows.columns)
        assert len(read) == 1 + len(rows.rows)
    assert {"findings", "proof", "conduct", "command", "figures", "reads", "checks", "case"} <= found.keys()


@each("cell", EVIL)
def test_no_cell_of_a_csv_file_is_a_formula(cell: str) -> None:
    assert read_csv(to_csv(list_with(cell)))[1][0] == f"'{cell}"


def test_a_negative_number_stays_a_number() -> None:
    assert read_csv(to_csv(list_with(-3, Decimal("-1.5"))))[1:] == [["-3", "7"], ["-1.5", "7"]]


def test_no_cell_of_the_workbook_is_a_formula_a_link_or_xml(tmp_path: Path) -> None:
    rich = "<r>a & b</r>"
    data = book_of(harbour(tmp_path), list_with(*EVIL, "http://a.example/", rich))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    assert not list(sheet.iter(f"{MAIN}f", f"{MAIN}hyperlink"))
    first = [cell for cell in sheet.iter(f"{MAIN}c") if str(cell.get("r")).startswith("A")][2:]
    assert all(cell.get("t") == "s" for cell in first)
    assert {*EVIL, rich} <= {text.replace("_x0009_", "\t").replace("_x000D_", "\r") for text in strings(data)}
    forms = list(styles.find(f"{MAIN}cellXfs"))  # type: ignore[arg-type]
    quoted = [forms[int(str(cell.get("s")))].get("quotePrefix") for cell in first]
    assert quoted == ["1"] * len(EVIL) + [None, None]


def test_a_cell_longer_than_a_sheet_takes_is_cut_and_says_so(tmp_path: Path) -> None:
    data = book_of(harbour(tmp_path), list_with("x" * 40_000))
    assert max(map(len, strings(data))) <= 32_767
    assert any(text.endswith("[…]") for text in strings(data))
    assert len(read_csv(to_csv(list_with("x" * 40_000)))[1][0]) == 40_000


def test_the_workbook_is_dated_by_the_case_and_marked(tmp_path: Path) -> None:
    data = book_of(harbour(tmp_path))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "2026-10-30T00:00:00Z" in core
    assert "Privileged and confidential. For those who prepare the case." in core
    assert "&amp;LPrivileged and confidential." in sheet
    assert strings(data)[0].startswith("Privileged and confidential.")


def test_what_a_record_says_cannot_become_a_formula(tmp_path: Path) -> None:
    people = PEOPLE.replace("family: Solvan, given: Ardel", "family: '=cmd|calc', given: ''")
    roles = ROLES + "  note: '@SUM(1)'\n"
    for rows in lists_of(harbour(tmp_path, people=people, roles=roles)):
        for row in read_csv(to_csv(rows)):
            assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


CASES = each("case", [EXAMPLE, REAL])


def entry(folder: Path, name: str, **files: str | None) -> CheckEntry:
    (found,) = [one for one in harbour(folder, **files).checks if one.name == name]
    return found


@CASES
def test_what_fails_stands_first_then_what_cannot_be_told_then_what_passes(case: str) -> None:
    order = [one.answer for one in state_of(case).checks]
    ranks = [["fail", "cannot tell", "pass", "not applicable"].index(answer) for answer in order]
    assert ranks == sorted(ranks)
    assert {"fail", "pass", "not applicable"} <= set(order)


@CASES
def test_every_check_leads_to_its_findings_and_its_numbers_add_up(case: str) -> None:
    state = state_of(case)
    by_number = {found.number: found for found in state.findings}
    for one in state.checks:
        assert one.looked_at == one.passed + one.failed + one.untold
        assert all(by_number[number].code == one.code for number in one.findings)
        assert one.findings or not one.failed, one.name
        assert one.reasons or not one.untold, one.name
        assert one.explained


def test_a_check_says_of_how_many_records_it_speaks_and_why_it_cannot_tell(tmp_path: Path) -> None:
    found = entry(tmp_path, "conduct-outside-tenure", allegations=ALLEGATIONS.replace("  period: 2022-05\n", ""))
    assert found.looked_for == "conduct outside tenure"
    assert found.in_words == "allegations: 1 looked at, 1 cannot tell"
    assert found.reasons == ("its conduct is not dated",)


def test_the_list_has_a_row_for_each_check_with_its_numbers_and_reasons(tmp_path: Path) -> None:
    state = harbour(tmp_path, allegations=ALLEGATIONS.replace("  period: 2022-05\n", ""))
    rows = {row[11]: row for row in list_of_checks(state.checks).rows}
    assert len(rows) == len(state.checks)
    assert rows["conduct-outside-tenure"][:9] == (
        "conduct outside tenure", "cannot tell", "allegations", 1, 0, 0, 1, "its conduct is not dated", "",
    )  # fmt: skip
