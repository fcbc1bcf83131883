"""The page of the report in a browser: by keyboard, on a telephone, on paper, and nothing that runs but its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.case_folder import PEOPLE
from tests.filings.cases import EXAMPLE, REAL
from tests.report.conftest import Opened, open_page
from tests.report.reported import harbour, state_of
from tests.report.test_page import HOSTILE, MARK, SECTIONS

from probata.report.page.render import to_html

ALL = "#all-findings > li"


@pytest.fixture
def real(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """The page of the real case, in which something is to be done."""
    path = tmp_path / "report.html"
    path.write_bytes(to_html(state_of(REAL)))
    yield from open_page(browser, path)


def test_the_page_opens_from_the_disk_and_asks_for_nothing_else(opened: Opened, example_page: Path) -> None:
    assert opened.page.title().startswith("Report: ")
    for name in SECTIONS:
        opened.go(name)
    assert opened.requests == [example_page.as_uri()]
    assert opened.troubles == []


def test_a_script_that_is_not_the_page_s_own_does_not_run_and_nothing_can_be_loaded(opened: Opened) -> None:
    opened.page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const picture = new Image();
        picture.src = 'http://127.0.0.1:9/picture.png';
        document.body.append(picture);
    }""")
    assert opened.page.evaluate("window.ran === undefined")
    assert all("Content Security Policy" in told for told in opened.troubles)
    assert len(opened.troubles) == 2


def test_one_section_is_shown_at_a_time_and_all_of_them_when_asked(opened: Opened) -> None:
    assert opened.visible("main > section") == 1
    opened.go("reads")
    assert opened.visible("#reads") == 1
    assert opened.visible("main > section") == 1
    assert opened.page.get_attribute('nav a[href="#reads"]', "aria-current") == "page"
    opened.page.click("#all-sections")
    assert opened.visible("main > section") == len(SECTIONS)


def test_sections_are_reached_by_keyboard_and_the_heading_gets_the_focus(opened: Opened) -> None:
    opened.press("Tab")
    assert opened.page.evaluate("document.activeElement.className") == "skip"
    opened.press("Tab", "Tab", "Enter")
    opened.page.wait_for_selector("#findings-heading:focus")
    assert opened.visible("#findings") == 1


def test_findings_are_filtered_by_keyboard(opened: Opened) -> None:
    state = state_of(EXAMPLE)
    opened.go("findings")
    assert opened.visible(ALL) == len(state.findings)
    opened.press("Tab")
    assert opened.focused == "by-persons"
    opened.press("ArrowDown")
    person = state.persons[0].id
    wanted = sum(person in found.persons for found in state.findings)
    assert 0 < wanted < len(state.findings)
    assert opened.visible(ALL) == wanted
    assert opened.page.inner_text("#shown") == f"{wanted} of {len(state.findings)} findings."
    opened.page.focus("#filters button")
    opened.press("Enter")
    opened.page.wait_for_selector(f"#shown:text-is('{len(state.findings)} findings.')")


def test_level_and_words_filter_together(opened: Opened) -> None:
    state = state_of(EXAMPLE)
    opened.go("findings")
    opened.page.select_option("#by-level", "error")
    assert opened.visible(ALL) == sum(found.level == "error" for found in state.findings)
    opened.page.select_option("#by-level", "info")
    opened.page.fill("#by-text", "ICPPED art 2")
    assert opened.visible(ALL) == 1
    opened.page.fill("#by-text", "qqq no such words")
    assert opened.visible(ALL) == 0
    assert opened.page.inner_text("#shown") == f"0 of {len(state.findings)} findings."


def test_a_link_to_a_finding_moves_the_focus_there_marks_it_and_leads_back(real: Opened) -> None:
    link = real.page.locator('#next a[href^="#finding-"]').first
    target = (link.get_attribute("href") or "")[1:]
    link.focus()
    real.press("Enter")
    real.page.wait_for_selector(f"#{target}:focus")
    assert real.visible("#findings") == 1
    plain = real.page.eval_on_selector(f"{ALL}:not(:target)", "it => getComputedStyle(it).backgroundColor")
    marked = real.page.eval_on_selector(f"#{target}", "it => getComputedStyle(it).backgroundColor")
    assert marked != plain
    real.press("Tab")
    assert real.focused == "back", "Tab goes on from the finding"
    real.press("Enter")
    real.page.wait_for_selector(f'#next a[href="#{target}"]:focus')
    assert real.visible("#next") == 1


def test_on_a_telephone_every_cell_of_a_long_table_is_read_without_moving_it(opened: Opened) -> None:
    opened.page.set_viewport_size({"width": 400, "height": 800})
    for section in ("figures", "reads", "state"):
        opened.go(section)
        wide = opened.page.eval_on_selector_all(
            f"#{section} > .frame", "all => all.filter((it) => it.scrollWidth > it.clientWidth + 1).length"
        )
        assert wide == 0, section
    opened.go("figures")
    assert opened.page.locator("#figures td").first.evaluate("it => getComputedStyle(it, '::before').content") == (
        '"Figure: "'
    )


def test_without_its_script_the_page_is_one_long_page_with_everything_in_it(without_script: Opened) -> None:
    assert without_script.visible("main > section") == len(SECTIONS)
    assert without_script.visible(".chart") == len(state_of(EXAMPLE).charts)
    assert without_script.visible(":is(form, button)") == 0


def test_on_paper_every_section_stands_and_every_page_is_marked(opened: Opened, tmp_path: Path) -> None:
    opened.page.pdf(path=tmp_path / "report.pdf")
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    pages = text.stdout.decode().split("\f")[:-1]
    assert len(pages) > len(SECTIONS)
    assert all(MARK in page for page in pages)
    whole = " ".join(" ".join(pages).split())
    for heading in ("What to do next", "All findings", "What proves what", "Roles against conduct",
                    "Bodies and command", "Figures with their computation", "Reads, and what voided them",
                    "State of this case"):  # fmt: skip
        assert heading in whole
    assert " ".join(_first_quotation().split()[:5]) in whole, "what is closed on the screen is open on paper"
    assert "Show all sections" not in whole


def test_hostile_text_of_records_runs_nothing_and_breaks_nothing(browser: Browser, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        family = "'" + text.replace("'", "''") + "'"
        state = harbour(tmp_path / str(number), people=PEOPLE.replace("family: Solvan", f"family: {family}"))
        path = tmp_path / f"{number}.html"
        path.write_bytes(to_html(state))
        for opened in open_page(browser, path):
            assert opened.troubles == []
            assert opened.requests == [path.as_uri()]
            opened.go("conduct")
            assert text in opened.page.inner_text("#conduct")


def _first_quotation() -> str:
    items = (item for proof in state_of(EXAMPLE).proofs for element in proof.elements for item in element.against)
    return next(said.text for item in items for said in item.quotations)


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
