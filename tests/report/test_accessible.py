"""The page for those who use a keyboard, a screen reader, a small screen, or see little contrast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.filings.cases import EXAMPLE, REAL
from tests.report.conftest import Opened, open_page
from tests.report.reported import state_of
from tests.report.test_page import SECTIONS

from probata.report.page.render import to_html

CONTROLS = "a[href], button, input, select, summary, [tabindex='0']"
MEANT = f"""() => [...document.querySelectorAll("{CONTROLS}")]
    .filter((it) => it.checkVisibility() && !it.disabled && it.className !== "skip").length"""
FOCUSED = """() => {
    const it = document.activeElement;
    if (it === document.body) return null;
    const style = getComputedStyle(it);
    it.dataset.reached = "yes";
    return { tag: it.tagName, id: it.id, text: it.textContent.slice(0, 40), outline: style.outlineStyle,
             width: parseFloat(style.outlineWidth), shown: it.getClientRects().length > 0 };
}"""
REACHED = f"""() => [...document.querySelectorAll("{CONTROLS}")]
    .filter((it) => it.checkVisibility() && !it.disabled && it.className !== "skip" && !it.dataset.reached)
    .map((it) => it.outerHTML.slice(0, 120))"""
CONTRAST = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
        const [r, g, b] = numbers(colour).slice(0, 3).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (it) => {
        for (let place = it; place; place = place.parentElement) {
            const colour = getComputedStyle(place).backgroundColor;
            const parts = numbers(colour);
            if (parts.length < 4 || parts[3] > 0) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const poor = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const it = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !it.getClientRects().length || it.closest("script, style")) continue;
        const style = getComputedStyle(it);
        const own = light(it.closest("svg") ? style.fill : style.color);
        const behind = light(it.closest("svg") ? "rgb(226, 226, 226)" : ground(it));
        const ratio = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
        if (ratio < 4.5) poor.add(`${ratio.toFixed(2)} ${it.tagName}.${it.className}: ${it.textContent.slice(0, 40)}`);
    }
    return [...poor];
}"""


@pytest.fixture(scope="module", params=[EXAMPLE, REAL])
def either(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Opened]:
    """The page of each case of the repository."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(to_html(state_of(request.param)))
    yield from open_page(browser, path)


def test_every_text_stands_out_from_its_ground_by_four_and_a_half_to_one(either: Opened) -> None:
    if either.page.get_attribute("#all-sections", "aria-pressed") == "false":
        either.page.click("#all-sections")
    either.page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    assert either.page.evaluate(CONTRAST) == []
    either.page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = false; })")
    either.page.click("#all-sections")


def test_nothing_of_the_page_is_wider_than_a_telephone(either: Opened) -> None:
    either.page.set_viewport_size({"width": 400, "height": 800})
    for name in SECTIONS:
        either.go(name)
        assert either.page.evaluate("document.documentElement.scrollWidth") <= 400, name
    either.page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("section", SECTIONS)
def test_every_control_is_reached_by_tab_and_shows_that_it_is(opened: Opened, section: str) -> None:
    opened.go(section)
    opened.page.evaluate("document.body.focus(); document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(opened.page.evaluate(MEANT) + 12):  # a field for a date takes several steps
        opened.press("Tab")
        focused = opened.page.evaluate(FOCUSED)
        if focused is None:
            continue
        assert focused["shown"], focused
        assert focused["outline"] != "none", focused
        assert focused["width"] >= 2, focused
    opened.page.evaluate("document.activeElement.blur()")
    opened.page.evaluate("scrollTo(0, 0)")
    for _ in range(12):  # those before the place where the browser began
        opened.press("Tab")
        opened.page.evaluate(FOCUSED)
    assert opened.page.evaluate(REACHED) == []


def test_every_control_has_a_name(opened: Opened) -> None:
    opened.page.click("#all-sections")
    nameless = opened.page.evaluate("""() =>
        [...document.querySelectorAll('a, button, summary, select, input, [tabindex="0"]')]
        .filter((it) => !(it.textContent.trim() || it.getAttribute('aria-label') || (it.labels && it.labels.length)))
        .map((it) => it.outerHTML.slice(0, 120))""")
    assert nameless == []
