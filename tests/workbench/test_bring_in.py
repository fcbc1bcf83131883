"""Import: what would become of each entry is seen, then written as one edit, or refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect
from tests.workbench.conftest import Opened

PEOPLE = "Name,Born,Rank at the time\nIlka Marrend,12 March 1971,Major\n,1980,\n"
LIBRARY = json.dumps(
    [
        {
            "id": "marr",
            "type": "report",
            "title": "Rooms without windows",
            "author": [{"family": "Marr", "given": "Ana"}],
            "issued": {"date-parts": [[2024]]},
        }
    ]
)
ENTITIES = '{"id": "p", "schema": "Person", "properties": {"name": ["Rono Balt"]}}\n'
RIS = "TY  - JOUR\nTI  - A study of custody\nAU  - Doe, Jane\nPY  - 2020\nER  - \n"


def drop(opened: Opened, name: str, data: str | bytes) -> None:
    opened.go("/import")
    path = opened.run.case.parent / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    opened.page.set_input_files("#drop-file", path)
    opened.page.get_by_role("button", name="Look at it").click()
    opened.page.wait_for_url("**/import/*")


def contents(case: Path) -> dict[str, bytes]:
    files = (path for path in case.rglob("*") if path.is_file() and ".probata" not in path.parts)
    return {path.name: path.read_bytes() for path in files}


def write(opened: Opened) -> None:
    opened.page.get_by_role("button", name="Write this into the case").click()
    expect(opened.page.locator(".saved")).to_contain_text("written")


def test_a_table_is_looked_at_its_columns_said_written_and_taken_back(opened: Opened) -> None:
    page, case = opened.page, opened.run.case
    before = contents(case)
    drop(opened, "people.csv", PEOPLE)
    expect(page.get_by_label("Each row is one of")).to_have_value("people")
    expect(page.locator(".counts")).to_contain_text("Come in: 1")
    expect(page.locator(".counts")).to_contain_text("refused: 1")
    page.get_by_label("Rank at the time").select_option("description")
    page.get_by_role("button", name="Look again").click()
    page.wait_for_url("**description**")
    expect(page.get_by_label("Rank at the time")).to_have_value("description")
    assert contents(case) == before
    write(opened)
    assert "Major" in (case / "people.yaml").read_text("utf-8")
    page.get_by_role("link", name="Ilka Marrend").click()
    expect(page.locator("article h1")).to_have_text("Ilka Marrend")
    page.locator("#undo").click()
    expect(page.locator("#undo")).to_be_disabled()
    assert contents(case) == before
    drop(opened, "people.csv", PEOPLE)
    page.get_by_label("Each row is one of").select_option("events")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_label("Each row is one of")).to_have_value("events")
    opened.troubles.clear()  # no heading of events


def test_what_others_hold_comes_in(opened: Opened) -> None:
    for name, data, words, file in (
        ("library.json", LIBRARY, "Rooms without windows", "sources.yaml"),
        ("library.ris", RIS, "A study of custody", "sources.yaml"),
        ("entities.json", ENTITIES, "Rono Balt", "people.yaml"),
    ):
        drop(opened, name, data)
        write(opened)
        assert words in (opened.run.case / file).read_text("utf-8")


def test_a_file_that_is_none_gives_a_sentence(opened: Opened) -> None:
    before = contents(opened.run.case)
    for name, data in (
        ("broken.xlsx", b"PK\x03\x04 nothing"),
        ("empty.csv", b""),
        ("deep.json", b"[" * 100_000),
        ("what.exe", b"MZ"),
        ("entities.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>'),
        ("large.ris", b"x" * 21_000_000),
    ):
        drop(opened, name, data)
        expect(opened.page.locator("#main [role=alert]:not([data-too-large])"), name).to_be_visible()
    assert contents(opened.run.case) == before
    opened.troubles.clear()
