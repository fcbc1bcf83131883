"""Usable by everybody: no violation that axe-core finds, at 200 %, on a phone, and without movement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize
from tests.workbench import test_bring_in, test_evidence, test_from_word
from tests.workbench.conftest import SIZE, Opened, Running, desk_on

from probata.edits.change import WholeRecord

AXE = (Path(__file__).parent / "axe/axe.min.js").read_text("utf-8")
SIZES: tuple[ViewportSize, ...] = ({"width": 390, "height": 844}, {"width": 720, "height": 450})
"""A phone, and a window of 1440 at 200 %, which has 720 pixels of its own."""

BEYOND = """() => [...document.querySelectorAll("main, main *, header *")].filter((one) => {
    const box = one.getBoundingClientRect();
    const moves = (frame) => frame && (["auto", "scroll"].includes(getComputedStyle(frame).overflowX)
        ? frame.tagName !== "MAIN" : moves(frame.parentElement));
    return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute"
        && !moves(one.parentElement);
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What lies beyond the edge of the window, but for what can be moved in a frame of its own."""

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
    const look = getComputedStyle(one);
    return look.animationName !== "none" || look.transitionDuration !== "0s" || look.scrollBehavior === "smooth";
}).map((one) => one.outerHTML.slice(0, 120))"""


def violations(seen: Page, only: Sequence[str] = ()) -> list[str]:
    """What axe-core finds on the page, each with where; it does not look into the frame of the document."""
    options = {"iframes": False, "resultTypes": ["violations"], **({"runOnly": only} if only else {})}
    if not seen.evaluate("'axe' in window"):
        seen.evaluate(AXE)
    found: list[dict[str, Any]] = seen.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def everything_open(opened: Opened) -> None:
    """Unfold all that is folded."""
    page = opened.page
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    if page.locator("textarea[data-marked]").count():
        page.locator("textarea[data-marked]").first.focus()
        page.locator(".toolbar").wait_for()


def at(*paths: str) -> Callable[[Opened, Path], Iterator[str]]:
    """Return the way over screens that have an address."""

    def go(opened: Opened, _: Path) -> Iterator[str]:
        for path in paths:
            opened.go(path)
            yield path

    return go


def from_word(opened: Opened, made: Path) -> Iterator[str]:
    page = opened.page
    test_from_word.drop(opened, "returned.docx", test_from_word.edited(made))
    page.locator(".returned").first.wait_for()
    yield "what came back from Word"
    page.get_by_label("Drop").first.check()
    page.get_by_role("button", name="Do this").click()
    page.locator(".saved").first.wait_for()
    yield "what was written of it"
    test_from_word.compare(opened, made)
    yield "a redline"


def brought_in(opened: Opened, made: Path) -> Iterator[str]:
    test_bring_in.drop(opened, "people.csv", test_bring_in.PEOPLE)
    opened.page.locator(".counts").wait_for()
    yield "a table that is looked at"
    test_bring_in.write(opened)
    yield "a table that was written"
    test_evidence.keep(opened, test_evidence.report_in(made.parent))
    yield "a file that is to be held"
    opened.page.get_by_role("button", name="Keep this copy").click()
    opened.page.locator(".words").wait_for()
    yield "a held copy"


def changed(opened: Opened, _: Path) -> Iterator[str]:
    page = opened.page
    opened.go("/record/counts/torture")
    page.fill('[name="f.title"]', "From here")
    desk = desk_on(opened.run.case)
    post = {**desk.record("roles", "orskelin-battalion-4"), "dates": "2021-02-01/2021-12-31"}
    count = {**desk.record("counts", "torture"), "title": "From elsewhere"}
    changes = [WholeRecord("counts", "torture", count), WholeRecord("roles", "orskelin-battalion-4", post)]
    desk.change("elsewhere", changes)
    page.locator("#elsewhere p").wait_for()
    page.locator("form.fields button.main").click()
    page.locator(".conflict").wait_for()
    yield "a field that two changed"
    page.locator('.conflict [value="theirs"]').check()
    opened.save()
    opened.go("/next")
    page.locator("#found").wait_for()
    yield "what to do next"
    page.get_by_role("link", name="Explain or decide").first.click()
    page.locator("[name=decision]").wait_for()
    yield "a decision"
    opened.go("/edits")
    yield "what was changed"
    page.locator(".outline summary").first.click()
    page.locator("#records li").first.wait_for()
    yield "the outline"
    opened.go("/document/uk-ghr")
    page.locator("#found").wait_for()
    yield "a filing"
    page.get_by_role("button", name="Full width").click()
    page.locator("body.wide #page").wait_for()
    yield "the document alone"


WAYS = {
    "records": at(
        "/record/case/example", "/record/people/orskelin", "/record/roles/orskelin-battalion-4",
        "/record/allegations/torture-brann-street", "/record/people/nobody", "/new/allegations",
        "/new/people?like=orskelin", "/search?q=torture",
    ),
    "pictures": at(
        "/pictures", "/pictures?person=orskelin", "/pictures/command", "/pictures/command?day=2022-02-30",
        "/pictures/proof", "/pictures/figures",
    ),
    "doors": at("/?choose=1", "/files", "/reviews", "/from-word", "/redline", "/import", "/evidence"),
    "from Word": from_word,
    "brought in": brought_in,
    "changed": changed,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_screen_is_without_violation_light_and_dark_and_fits_a_phone_and_stands_still(
    opened: Opened, made: Path, way: Callable[[Opened, Path], Iterator[str]]
) -> None:
    page, found = opened.page, dict[str, list[str]]()
    page.emulate_media(reduced_motion="reduce")  # a colour is not on its way from light to dark either
    for name in way(opened, made):
        everything_open(opened)
        found[f"{name}, moving"] = page.evaluate(MOVING)
        found[name] = violations(page)
        page.emulate_media(color_scheme="dark")
        found[f"{name}, dark"] = violations(page, ["color-contrast"])
        page.emulate_media(color_scheme="light")
        for size in SIZES:
            page.set_viewport_size(size)
            found[f"{name}, {size['width']} wide"] = page.evaluate(BEYOND)
        page.set_viewport_size(SIZE)
    opened.troubles.clear()  # the browser tells that some answers were refusals
    assert not {path: told for path, told in found.items() if told}


def test_the_start_page_has_no_violation_where_there_is_no_case(
    start: Callable[[Path | None], Running], enter: Callable[[Running], Opened]
) -> None:
    opened = enter(start(None))
    opened.go("/")
    assert violations(opened.page) == []
