"""The start page: what is dropped there becomes a case of this folder."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.case_folder import write_case
from tests.workbench.conftest import EXAMPLE, Opened, Running

from probata.cli.open import open_desk
from probata.cli.opening import find_named
from probata.graph.resolve import REFERENCES
from probata.pipeline import opening
from probata.pipeline.session import Session
from probata.workbook.convert import to_workbook


@pytest.mark.parametrize("name", ["harbour", "sellen.xlsx"])
def test_a_folder_or_a_workbook_that_is_dropped_there_is_a_case_of_its_name(
    start: Callable[[Path | None], Running], enter: Callable[[Running], Opened], tmp_path: Path, name: str
) -> None:
    given = tmp_path / "given" / "harbour"
    shutil.copytree(EXAMPLE, given)
    dropped = given.with_name(name)
    if dropped != given:
        dropped.write_bytes(to_workbook(given, given.name, REFERENCES).new[given / "case.xlsx"])
    opened = enter(start(None))
    opened.go("/")
    opened.drop("[data-bring]", dropped)
    opened.page.locator(".outline").wait_for()
    assert opened.run.case == tmp_path / dropped.stem
    assert opened.page.locator("[data-number=people]").text_content() != "0"
    if dropped == given:
        files = {path.relative_to(given) for path in given.rglob("*") if not path.name.startswith(".")}
        assert files <= {path.relative_to(opened.run.case) for path in opened.run.case.rglob("*")}


def test_what_was_found_before_is_shown_while_the_case_is_read_and_not_after_a_change(
    start: Callable[[Path | None], Running],
    enter: Callable[[Running], Opened],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run = start(write_case(tmp_path / "given"))
    open_desk(find_named(str(run.case), None)).looked()
    run.bench.desk = open_desk(find_named(str(run.case), None))
    read, may_read = opening.open_case, threading.Event()

    def read_later(*of: Any) -> Session:
        may_read.wait(20)
        return read(*of)

    monkeypatch.setattr(opening, "open_case", read_later)
    opened = enter(run)
    opened.page.goto(f"{run.address}/next", wait_until="commit")
    expect(opened.page.locator("#found")).to_contain_text("Nobody has read allegation")
    expect(opened.page.locator("[data-number=people]")).to_have_text("2")
    may_read.set()
    opened.document.locator("main").wait_for()
    roles = run.case / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("[commander]", "[comander]"), encoding="utf-8")
    with opened.page.expect_response("**/next/found"):
        opened.go("/next")
    expect(opened.page.locator("#found")).to_contain_text("comander")
