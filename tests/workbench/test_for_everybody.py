"""Usable by everybody: no violation that axe-core finds, at 200 %, on a phone, and without movement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tests.workbench import test_bring_in, test_evidence, test_from_word
from tests.workbench.conftest import Opened, Running, desk_on, let_in

from probata.edits.change import WholeRecord

AXE = (Path(__file__).parent / "axe/axe.min.js").read_text("utf-8")
PATHS = (
    "/?choose=1", "/next", "/record/case/example", "/record/people/orskelin", "/record/roles/orskelin-battalion-4",
    "/record/allegations/torture-brann-street", "/record/people/nobody", "/new/allegations",
    "/new/people?like=orskelin", "/files", "/search?q=torture", "/reviews", "/pictures", "/pictures?person=orskelin",
    "/pictures/command", "/pictures/command?day=2022-02-30", "/pictures/proof", "/pictures/figures", "/from-word",
    "/redline", "/import", "/evidence",
)  # fmt: skip
SIZES = ((390, 844), (720, 450))
"""A phone, and a window of 1440 at 200 %, which has 720 pixels of its own."""

BEYOND = """() => [...document.querySelectorAll("main, main *, header *")].filter((one) => {
    const box = one.getBoundingClientRect();
    const moves = (frame) => frame && (["auto", "scroll"].includes(getComputedStyle(frame).overflowX)
        ? frame.tagName !== "MAIN" : moves(frame.parentElement));
    return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute"
        && !moves(one.parentElement);
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What lies beyond the edge of the window, but for what can be moved in a frame of its own."""


def violations(seen: Page, only: Sequence[str] = ()) -> list[str]:
    """What axe-core finds on the page, each with where; it does not look into the frame of the document."""
    options = {"iframes": False, "resultTypes": ["violations"], **({"runOnly": only} if only else {})}
    if not seen.evaluate("'axe' in window"):
        seen.evaluate(AXE)
    found: list[dict[str, Any]] = seen.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def everything_open(opened: Opened) -> None:
    """Wait for what comes later, and unfold all that is folded."""
    page = opened.page
    if page.locator("#found, [hx-get='/next/found']").count():
        page.locator("#found").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    if page.locator("textarea[data-marked]").count():
        page.locator("textarea[data-marked]").first.focus()
        page.locator(".toolbar").wait_for()


def screens(opened: Opened, made: Path) -> Iterator[str]:
    """Lead to each screen; those to which a form leads come last."""
    page = opened.page
    for path in PATHS:
        opened.go(path)
        yield path
    test_from_word.drop(opened, "returned.docx", test_from_word.edited(made))
    page.locator(".returned").first.wait_for()
    yield "what came back from Word"
    page.get_by_label("Drop").first.check()
    page.get_by_role("button", name="Do this").click()
    page.locator(".saved").first.wait_for()
    yield "what was written of it"
    test_from_word.compare(opened, made)
    yield "a redline"
    test_bring_in.drop(opened, "people.csv", test_bring_in.PEOPLE)
    page.locator(".counts").wait_for()
    yield "a table that is looked at"
    test_bring_in.write(opened)
    yield "a table that was written"
    test_evidence.keep(opened, test_evidence.report_in(made.parent))
    yield "a file that is to be held"
    page.get_by_role("button", name="Keep this copy").click()
    page.locator(".words").wait_for()
    yield "a held copy"
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
    page.locator("#found a[href^='/finding/']").first.click()
    page.locator("[name=decision]").wait_for()
    yield "a decision"
    opened.go("/edits")
    yield "what was changed"
    page.locator(".outline summary").first.click()
    page.locator("#records li").first.wait_for()
    yield "the outline"
    page.goto(f"{opened.run.address}/document/uk-ghr")
    page.locator("#page").wait_for()
    yield "the document alone"


def test_every_screen_is_without_violation_light_and_dark_and_fits_a_phone(opened: Opened, made: Path) -> None:
    page, found = opened.page, dict[str, list[str]]()
    page.emulate_media(reduced_motion="reduce")  # else a colour may be on its way from light to dark
    for name in screens(opened, made):
        everything_open(opened)
        found[name] = violations(page)
        page.emulate_media(color_scheme="dark")
        found[f"{name}, dark"] = violations(page, ["color-contrast"])
        page.emulate_media(color_scheme="light")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            found[f"{name}, {width} wide"] = page.evaluate(BEYOND)
        page.set_viewport_size({"width": 1440, "height": 900})
    opened.troubles.clear()  # the browser tells that some answers were refusals
    assert not {path: told for path, told in found.items() if told}


def test_the_start_page_has_no_violation_where_there_is_no_case(
    browser: Browser, start: Callable[[Path | None], Running]
) -> None:
    for opened in let_in(browser, start(None)):
        opened.go("/")
        assert violations(opened.page) == []


def test_nothing_moves_for_those_who_do_not_want_it(opened: Opened) -> None:
    opened.page.emulate_media(reduced_motion="reduce")
    opened.go("/next")
    moving = opened.page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
            const look = getComputedStyle(one);
            return look.animationName !== "none" || look.transitionDuration !== "0s"
                || look.scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0
