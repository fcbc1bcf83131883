"""The document beside the records: followed once for each change, as text and as the pages of its PDF."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from playwright.sync_api import Request
from tests.workbench.conftest import EXAMPLE, Opened, desk_on

from probata.model.case_file import Filing
from probata.pipeline import making
from probata.pipeline.drafting import draft
from probata.pipeline.session import Session, Workspace
from probata.workbench.desk import Desk


def test_a_change_is_composed_and_sent_once(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.go("/record/counts/torture")
    opened.document.get_by_text("Torture at Brann Street, May 2022").first.wait_for()
    composed, sent = list[str](), list[str]()

    def drafting(session: Session, workspace: Workspace, filing: Filing, final: bool) -> object:
        composed.append(filing.id)
        return draft(session, workspace, filing, final)

    monkeypatch.setattr(making, "draft", drafting)

    def note(request: Request) -> None:
        if "/live" in request.url:
            sent.append(request.url)

    opened.page.on("request", note)
    with opened.page.expect_response(lambda answer: "/findings" in answer.url and answer.status == 200):
        opened.page.fill('[name="f.title"]', "Torture in Ostamar, May 2022")
        opened.save()
    opened.document.get_by_text("Torture in Ostamar, May 2022").first.wait_for()
    with opened.page.expect_response(lambda answer: "/findings" in answer.url and answer.status == 200):
        opened.page.click("#undo")  # the news of the first change came meanwhile
    opened.document.get_by_text("Torture at Brann Street, May 2022").first.wait_for()
    assert len(sent) == len(composed) == 2


def test_the_pages_of_the_pdf_follow_a_change_and_the_others_stay(opened: Opened) -> None:
    opened.go("/record/counts/torture")
    opened.page.select_option("#shape", "pages")
    pages = opened.document.locator("img")
    pages.first.wait_for()
    before = [page.get_attribute("src") for page in pages.all()]
    opened.page.fill('[name="f.title"]', "Torture in Ostamar, May 2022")
    opened.save()
    opened.page.wait_for_function("() => seen === wanted && !renewing && seen > 1")
    after = [page.get_attribute("src") for page in pages.all()]
    assert before != after
    assert before[0] == after[0]
    assert pages.last.evaluate(
        "(one) => { one.loading = 'eager'; return one.decode().then(() => one.naturalWidth > 0); }"
    )


def test_saving_does_not_wait_for_what_is_looked_for(tmp_path: Path) -> None:
    desk, begun, go_on = desk_on(EXAMPLE), threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(20)
        return "found"

    def ask(desk: Desk) -> None:
        desk.known("something slow", slow)

    asking = threading.Thread(target=ask, args=(desk,), daemon=True)
    asking.start()
    assert begun.wait(20)
    assert desk.session().graph  # would wait until the other thread had its answer
    go_on.set()
    asking.join(20)


def test_what_is_asked_for_twice_at_once_is_worked_out_once() -> None:
    desk, asked = desk_on(EXAMPLE), []
    desk.session()
    meet = threading.Barrier(2)

    def ask() -> None:
        meet.wait(20)
        desk.known("a number", lambda: asked.append(1))

    several = [threading.Thread(target=ask, daemon=True) for _ in range(2)]
    for one in several:
        one.start()
    for one in several:
        one.join(20)
    assert len(asked) == 1
