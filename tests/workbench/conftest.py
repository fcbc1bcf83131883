"""The workbench running on a copy of a case, and a browser that was let in."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import pytest
import uvicorn
from playwright.sync_api import Browser, FrameLocator, Page, expect
from starlette.types import ASGIApp, Receive, Scope, Send
from tests.answers import KEPT
from tests.filings.cases import EXAMPLE as NAME
from tests.filings.once import value_made_once

from probata.output import OutputFolder
from probata.pipeline import finish, prepare
from probata.pipeline.making import Made
from probata.pipeline.session import open_workspace
from probata.returned.made_copies import keep_copy
from probata.workbench.app import application
from probata.workbench.bench import Bench, Office
from probata.workbench.desk import Desk
from probata.workbench.doors import ENTRY, Keys, cookie_of
from probata.workbench.serving import HOST, config, free_port

SLOWEST = 120_000
"""Milliseconds that a page may take on a busy machine, which is no fault of the page."""
expect.set_options(timeout=SLOWEST)

EXAMPLE = Path("claims") / NAME
MADE = "un-sp"
"""The filing whose Word file is made."""


@dataclass
class Running:
    """One run of the workbench."""

    bench: Bench
    port: int
    log: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def entry(self) -> str:
        return f"{self.address}{ENTRY}?token={self.bench.keys.token}"

    @property
    def case(self) -> Path:
        assert self.bench.desk is not None
        return self.bench.desk.path


@dataclass
class Opened:
    """A page of the workbench, with what went wrong in it."""

    page: Page
    run: Running
    troubles: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.run.address}{path}")
        self.page.locator("#main").wait_for()

    @property
    def document(self) -> FrameLocator:
        return self.page.frame_locator("#page")

    def drop(self, selector: str, path: Path) -> None:
        """Drop a file or a folder of the disk on something, as from the window of a folder."""
        place = self.page.locator(selector)
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        assert box
        at = {"x": box["x"] + 20, "y": box["y"] + 20}
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        session = self.page.context.new_cdp_session(self.page)
        for step in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": step, **at, "data": data})

    def save(self) -> None:
        self.page.evaluate("document.querySelector('.saved')?.remove()")  # that of the save before
        self.page.locator("form.fields button.main").click()
        self.page.locator(".saved").wait_for()


def desk_on(path: Path) -> Desk:
    return Desk(path, path.name, replace(open_workspace(), store=KEPT))


def office_in(folder: Path) -> Office:
    def new(name: str, as_workbook: bool) -> Path:
        from probata.cli.new import make_case

        make_case(folder / name, as_workbook)
        return folder / name

    def bring(name: str, files: Mapping[str, bytes]) -> Path:
        from probata.cli.exit_code import CannotContinueError
        from probata.cli.new import bring_case

        try:
            bring_case(folder / name, files)
        except CannotContinueError as error:
            raise ValueError(error.message) from None
        return folder / name

    def build(path: Path, filing: str, formats: Sequence[str], is_final: bool) -> Sequence[str]:
        raise NotImplementedError

    return Office(
        cases=lambda: sorted(path.parent for path in folder.glob("*/case.*")),
        open=desk_on,
        new=new,
        sample=lambda: new("sample-case", False),
        bring=bring,
        build=build,
        today=lambda: "2026-11-02",
        now=lambda: "2027-01-02T10:00:00+01:00",
        output=lambda path: folder / "output" / path.name,
    )


class Stage:
    """A server that lasts, on which each test has an application of its own."""

    def __init__(self) -> None:
        """Begin to serve."""
        listening = free_port(0)
        listening.listen()
        self.port = listening.getsockname()[1]
        self.shown: ASGIApp
        self.server = uvicorn.Server(config(self))
        threading.Thread(target=lambda: self.server.run(sockets=[listening]), daemon=True).start()

    def show(self, app: ASGIApp) -> None:
        """Serve another application, as soon as the windows of the one before are closed."""
        latest = monotonic() + SLOWEST / 1000
        while self.server.server_state.connections and monotonic() < latest:
            sleep(0.01)
        self.shown = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request by the application of the test that asks."""
        await self.shown(scope, receive, send)


@pytest.fixture(scope="session")
def stages() -> Iterator[list[Stage]]:
    """The servers of this worker, as many as one test needed at once."""
    begun: list[Stage] = []
    yield begun
    for stage in begun:
        stage.server.should_exit = True


@pytest.fixture
def start(tmp_path: Path, stages: list[Stage]) -> Callable[[Path | None], Running]:
    """Start the workbench on a copy of a case, or on no case."""
    taken = count()

    def begin(case: Path | None = EXAMPLE) -> Running:
        copy = shutil.copytree(case, tmp_path / case.name) if case else None
        number = next(taken)
        if number == len(stages):
            stages.append(Stage())
        run = Running(Bench(office_in(tmp_path), Keys(), desk_on(copy) if copy else None), stages[number].port)
        run.bench.is_ending = lambda: stages[number].server.should_exit
        stages[number].show(application(run.bench, run.port, run.log.append))
        return run

    return begin


@pytest.fixture
def run(start: Callable[[Path | None], Running]) -> Running:
    """The workbench on a copy of the fictional case."""
    return start(EXAMPLE)


@pytest.fixture
def opened(browser: Browser, run: Running) -> Iterator[Opened]:
    """The browser in which it was opened."""
    yield from let_in(browser, run)


def let_in(browser: Browser, run: Running) -> Iterator[Opened]:
    """Open a window of a run, with no page yet; a fault of a script or a refused request fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = Opened(context.new_page(), run)
    made.page.set_default_timeout(SLOWEST)
    made.page.on("pageerror", lambda error: made.troubles.append(str(error)))
    made.page.on("console", lambda said: made.troubles.append(said.text) if said.type == "error" else None)
    cookie = {"name": cookie_of(run.port), "value": run.bench.keys.cookie, "url": run.address}
    context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do
    yield made
    context.close()
    assert not made.troubles


@pytest.fixture
def made(opened: Opened) -> Path:
    """The Word file of a filing in the output folder, as a build leaves it there."""
    file = value_made_once(f"workbench-{MADE}", _made)
    root = opened.run.bench.office.output(opened.run.case)
    folder = OutputFolder(root.parent, root.name)
    keep_copy(folder, file.name, file.data, file.names)
    return folder.place(file.name, file.data).path


def _made() -> Made:
    desk = desk_on(EXAMPLE)
    filing = next(one for one in desk.filings() if one.id == MADE)
    return finish(prepare(desk.session(), desk.workspace, filing, final=False), "docx")
