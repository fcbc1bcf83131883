"""Held copies in the browser: kept by dropping a file, seen page by page, quoted, verified; and found by search."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.workbench.conftest import Opened, desk_on
from tests.workbench.test_bring_in import contents
from weasyprint import HTML

from probata.evidence.store import Store

SOURCE = "law-public-order"
WORDS = "The guards came after dark and took four men to the lower cells."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return report_in(tmp_path)


def report_in(folder: Path) -> Path:
    """Write a report of two pages."""
    path = folder / "Bericht Größe – water & cold; 50%.pdf"
    HTML(string=f"<h1>Report</h1><p style='break-before: page'>{WORDS}</p>").write_pdf(path)
    return path


def keep(opened: Opened, path: Path) -> None:
    opened.go(f"/evidence?source={SOURCE}")
    opened.drop("[data-drop]", path)
    opened.page.get_by_role("button", name="Look at it").click()
    opened.page.get_by_role("button", name="Keep this copy").wait_for()


def test_a_file_that_is_dropped_is_held_page_by_page_and_a_passage_of_it_quoted(opened: Opened, report: Path) -> None:
    page, case = opened.page, opened.run.case
    before = contents(case)
    keep(opened, report)
    assert contents(case) == before
    page.get_by_label("Captured at").fill("2027-11-03T10:00+01:00")
    page.get_by_role("button", name="Keep this copy").click()
    expect(page.locator("[role=alert]:not([hidden])")).to_contain_text("is yet to come")
    assert contents(case) == before
    page.get_by_label("Captured at").fill("2026-11-01")
    page.get_by_role("button", name="Keep this copy").click()
    page.get_by_role("link", name="On →").wait_for()
    page.get_by_role("searchbox").fill("lower cells")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=report.name).click()
    words = page.locator(".words", has_text=WORDS)
    words.wait_for()
    page.wait_for_function("() => document.querySelector('.sheets img').naturalWidth > 1000")
    words.select_text()
    page.get_by_role("button", name="Quote what is selected").click()
    expect(page.locator('[name="f.text"]')).to_have_value(WORDS)
    assert page.locator('[name="f.quoted_in"]').input_value() == f"{SOURCE}, p. 2"
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("fieldset", has_text="Speaker").locator(".fault")).to_contain_text(
        "“Speaker” must be filled in"
    )
    page.get_by_role("combobox", name="Person").press_sequentially("Orskelin")
    page.locator(".offers [role=option]:visible").first.click()
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Remove this record").wait_for()
    graph = desk_on(case).graph
    assert graph
    copy = next(one for one in graph.copies if one.name == report.name)
    assert copy.source == SOURCE
    assert Store.of(case).place_of(copy.sha256).read_bytes() == report.read_bytes()
    assert WORDS in (case / "quotations.yaml").read_text("utf-8")
    assert not [path for path in (case / ".probata").iterdir() if path.is_dir() and path.name != "undo"]
    opened.troubles.clear()  # two answers were refusals


def test_a_copy_whose_bytes_were_changed_is_told_and_the_very_file_is_not_held_twice(
    opened: Opened, report: Path
) -> None:
    page, case = opened.page, opened.run.case
    keep(opened, report)
    page.get_by_role("button", name="Keep this copy").click()
    page.locator("[data-held]").wait_for()
    opened.go("/evidence")
    page.get_by_role("button", name="Check that nothing was changed").click()
    expect(page.locator("#verified")).to_contain_text("All is as it was preserved")
    page.locator("summary", has_text="Keep a copy").click()
    page.select_option("#of-source", SOURCE)
    opened.drop("[data-drop]", report)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_text("This very file is held already").wait_for()
    held = Store.of(case).place_of(sha256(report.read_bytes()).hexdigest())
    held.chmod(0o644)
    held.write_bytes(report.read_bytes() + b" ")
    opened.go("/evidence")
    page.get_by_role("button", name="Check that nothing was changed").click()
    expect(page.locator("#verified")).to_contain_text("Its bytes were changed")


HARMFUL = {
    "cut.pdf": (b"%PDF-1.7\n1 0 obj <<", "its text cannot be read"),
    "page.html": (
        b"<title>x</title><p>Told here.<script>document.title = 'run'</script><img src=//e.example/i>",
        "Told here.",
    ),
    "<img src=x onerror=document.title='run'>.svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>document.title = 'run'</script></svg>",
        "<img src=x onerror",
    ),
}


def test_a_file_that_would_do_harm_is_held_and_never_given_to_the_browser(opened: Opened, tmp_path: Path) -> None:
    for name, (data, said) in HARMFUL.items():
        path = tmp_path / name
        path.write_bytes(data)
        keep(opened, path)
        opened.page.get_by_role("button", name="Keep this copy").click()
        expect(opened.page.locator("[data-held]"), name).to_contain_text(said)
        expect(opened.page).to_have_title(re.compile(f"^{re.escape(name)} "))
    opened.troubles.clear()  # a page that cannot be drawn
