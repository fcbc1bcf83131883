"""The start page: what is dropped there becomes a case of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.workbench.conftest import EXAMPLE, Running, let_in

from probata.graph.resolve import REFERENCES
from probata.workbook.convert import to_workbook


@pytest.mark.parametrize("name", ["harbour", "sellen.xlsx"])
def test_a_folder_or_a_workbook_that_is_dropped_there_is_a_case_of_its_name(
    browser: Browser, start: Callable[[Path | None], Running], tmp_path: Path, name: str
) -> None:
    given = tmp_path / "given" / "harbour"
    shutil.copytree(EXAMPLE, given)
    dropped = given.with_name(name)
    if dropped != given:
        dropped.write_bytes(to_workbook(given, given.name, REFERENCES).new[given / "case.xlsx"])
    for opened in let_in(browser, start(None)):
        opened.go("/")
        opened.drop("[data-bring]", dropped)
        opened.page.locator(".outline").wait_for()
        assert opened.run.case == tmp_path / dropped.stem
        assert opened.page.locator("[data-number=people]").text_content() != "0"
    if dropped == given:
        files = {path.relative_to(given) for path in given.rglob("*") if not path.name.startswith(".")}
        assert files <= {path.relative_to(opened.run.case) for path in opened.run.case.rglob("*")}
