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
from playwright.sync_api import Browser, FrameLocator, ViewportSize, expect
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

SIZE: ViewportSize = {"width": 1440, "height": 900}
EXAMPLE = Path("claims") / NAME
BY_LINK = """(path) => htmx.ajax("GET", path, { target: "#main", select: "#main", swap: "outerHTML" })
    .then(() => history.pushState({}, "", path))"""
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


class Opened:
    """A window on a run of the workbench, with what went wrong in it."""

    run: Running

    def __init__(self, browser: Browser) -> None:
        """Open it, with no page yet."""
        self.page = browser.new_context(viewport=SIZE).new_page()
        self.page.set_default_timeout(SLOWEST)
        self.troubles = list[str]()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)

    def enter(self, run: Running) -> None:
        """Let this window into a run."""
        self.run = run
        cookie = {"name": cookie_of(run.port), "value": run.bench.keys.cookie, "url": run.address}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do

    def leave(self) -> list[str]:
        """Make it as it was before it was let in, and return what went wrong."""
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.page.emulate_media(color_scheme="null", reduced_motion="null")
        self.page.set_viewport_size(SIZE)
        self.page.context.clear_cookies()
        told, self.troubles[:] = self.troubles.copy(), []
        return told

    def go(self, path: str) -> None:
        """Go to a screen: first by its address, then as by a link, by which no page is loaded again."""
        if self.page.url.startswith(self.run.address):
            self.page.evaluate(BY_LINK, path)
        else:
            self.page.goto(f"{self.run.address}{path}")

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


WORKSPACE = replace(open_workspace(), store=KEPT)
"""One for all cases that are opened in a process, as in the program."""


def desk_on(path: Path) -> Desk:
    return Desk(path, path.name, WORKSPACE)


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
        """Serve another application, as soon as nothing is asked of the one before."""
        for one in list(self.server.server_state.connections):
            one.loop.call_soon_threadsafe(one.shutdown)
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


@pytest.fixture(scope="session")
def windows() -> list[Opened]:
    """The windows of this worker, as many as one test needed at once."""
    return []


@pytest.fixture
def enter(browser: Browser, windows: list[Opened]) -> Iterator[Callable[[Running], Opened]]:
    """Enter a run by a window; a fault of a script or a refused request fails the test."""
    entered: list[Opened] = []

    def begin(run: Running) -> Opened:
        if len(entered) == len(windows):
            windows.append(Opened(browser))
        entered.append(windows[len(entered)])
        entered[-1].enter(run)
        return entered[-1]

    yield begin
    assert not [told for one in entered for told in one.leave()]


@pytest.fixture
def opened(enter: Callable[[Running], Opened], run: Running) -> Opened:
    """The window in which it was opened."""
    return enter(run)


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
