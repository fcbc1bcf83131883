"""Fixtures and options of the whole suite."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from tests.cli.command import Command
from tests.filings.cases import FILINGS
from tests.filings.made import made_filing
from tests.filings.once import made_once, shared
from tests.pinned_day import DAY, on_day
from tests.readers.libreoffice import print_in_libreoffice
from tests.readers.programs import versions

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Records live until the end, as in the program, which collects none: collecting them again and again takes a fifth of
# the time. Now and then it is done all the same, since a worker runs some thousand tests.
gc.set_threshold(200_000, 50, 100)

# How fast a busy machine thinks up examples is no property of the program.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files; the diff is the review")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say with each failure which programs read the files: a new version of one may be all that has changed."""
    report = yield
    if report.failed:
        report.sections.append(("programs of this machine", versions()))
    return report


@pytest.fixture(scope="session", autouse=True)
def unsynced() -> Iterator[None]:
    """No test pulls the plug: to wait until each file is on the disk would take a third of the time of a build."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("os.fsync", lambda descriptor: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def own_cache(shared_folder: Path) -> Iterator[None]:
    """A cache folder of the tests' own, so that none writes into the user's; one for all workers."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(shared_folder / "cache"))
        yield


@pytest.fixture(scope="session", autouse=True)
def same_day() -> Iterator[None]:
    """One day for all commands that are called in this process, whenever the suite runs."""
    with on_day(DAY):
        yield


@pytest.fixture(scope="session", autouse=True)
def shared_filings(shared_folder: Path) -> Iterator[None]:
    """What one worker composes or reads the others take from it."""
    shared.append(shared_folder)
    yield
    shared.clear()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture
def probata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`probata`, called in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Command(tmp_path, capsys)


@pytest.fixture(scope="session")
def office(shared_folder: Path) -> Path:
    """A folder with every Word file as LibreOffice prints it, made once for all workers."""
    return made_once(shared_folder, "office", _print_all)


def _print_all(folder: Path) -> None:
    print_in_libreoffice({"-".join(name): made_filing(name).docx for name in FILINGS}, folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system; a test fails where it is missing."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium is missing: `sh scripts/set_up.sh test` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--accept"))
