"""The report of both cases of the repository as files, and a browser without a network to open them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request
from tests.filings.cases import EXAMPLE
from tests.report.reported import state_of

from probata.report.page.render import to_html


@dataclass(slots=True)
class Opened:
    """A page in the browser, with what it asked for and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def go(self, section: str) -> None:
        """Follow the link to a section and wait until it is shown."""
        self.page.click(f'nav a[href="#{section}"]')
        self.page.wait_for_selector(f"#{section}", state="visible")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def visible(self, selector: str) -> int:
        """Count what can be seen."""
        return self.page.locator(f"{selector}:visible").count()

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        return str(self.page.evaluate("document.activeElement.id"))


@pytest.fixture(scope="session")
def example_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the fictional case."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(to_html(state_of(EXAMPLE)))
    return path


@pytest.fixture
def opened(browser: Browser, example_page: Path) -> Iterator[Opened]:
    """The page of the fictional case, opened as by a double click."""
    yield from open_page(browser, example_page)


@pytest.fixture
def without_script(browser: Browser, example_page: Path) -> Iterator[Opened]:
    """The same in a browser that runs no script."""
    yield from open_page(browser, example_page, runs_scripts=False)


def open_page(browser: Browser, path: Path, *, runs_scripts: bool = True) -> Iterator[Opened]:
    context = browser.new_context(java_script_enabled=runs_scripts, viewport={"width": 1280, "height": 900})
    made = Opened(context.new_page())

    def note_request(request: Request) -> None:
        made.requests.append(request.url)

    made.page.on("request", note_request)
    made.page.on("console", lambda message: made.troubles.append(message.text))
    made.page.on("pageerror", lambda error: made.troubles.append(str(error)))
    made.page.goto(path.as_uri())
    yield made
    context.close()
