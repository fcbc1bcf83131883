"""Usable by everybody: no violation that axe-core finds, at 200 %, on a phone, and without movement."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.workbench.conftest import Opened, Running, let_in

AXE = (Path(__file__).parent / "axe/axe.min.js").read_text("utf-8")
SCREENS = (
    "/?choose=1", "/next", "/record/case/example", "/record/people/orskelin", "/record/roles/orskelin-battalion-4",
    "/record/allegations/torture-brann-street", "/record/people/nobody", "/new/allegations",
    "/new/people?like=orskelin", "/files", "/search?q=torture", "/reviews",
)  # fmt: skip


def violations(seen: Page) -> list[str]:
    """What axe-core finds, each with where."""
    seen.evaluate(AXE)
    found: list[dict[str, Any]] = seen.evaluate("async () => (await axe.run(document)).violations")
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_has_a_violation(opened: Opened, scheme: Any) -> None:
    opened.page.emulate_media(color_scheme=scheme)
    found = {}
    for path in SCREENS:
        opened.go(path)
        everything_open(opened)
        found[path] = violations(opened.page)
    opened.page.goto(f"{opened.run.address}/document/uk-ghr")
    opened.page.locator("#page").wait_for()
    found["wide"] = violations(opened.page)
    opened.go("/next")
    summary = opened.page.locator(".outline summary").first
    summary.click()
    opened.page.locator("#records li").first.wait_for()
    found["outline"] = violations(opened.page)
    opened.troubles.clear()  # the browser tells that one answer was 404
    assert not {path: told for path, told in found.items() if told}


def test_the_start_page_has_no_violation_where_there_is_no_case(
    browser: Browser, start: Callable[[Path | None], Running]
) -> None:
    for opened in let_in(browser, start(None)):
        assert violations(opened.page) == []


@pytest.mark.parametrize(("width", "height"), [(390, 844), (720, 450)])
def test_on_a_phone_and_at_200_percent_nothing_lies_beyond_the_edge(opened: Opened, width: int, height: int) -> None:
    """A window of 1440 at 200 % has 720 pixels of its own."""
    opened.page.set_viewport_size({"width": width, "height": height})
    for path in SCREENS:
        opened.go(path)
        everything_open(opened)
        wide = opened.page.evaluate(
            """() => [...document.querySelectorAll("main, main *, header *")].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 1 && box.right > innerWidth + 1 && getComputedStyle(one).position !== "absolute";
            }).map((one) => one.outerHTML.slice(0, 120))"""
        )
        assert not wide, path
    opened.troubles.clear()  # the browser tells that one answer was 404


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
