"""The document beside the records: the pages of its PDF, and who waits for what is worked out."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.workbench.conftest import EXAMPLE, Opened, desk_on

from probata.workbench.desk import Desk


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
