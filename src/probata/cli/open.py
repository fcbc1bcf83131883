"""`probata open`: the workbench, in the browser of this machine."""

from __future__ import annotations

import json
import re
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probata.cli.cache_folder import UserStore, cache_folder, read_entry, write_entry
from probata.cli.case_path import CLAIMS, CasePlace, find_case
from probata.cli.exit_code import CannotContinueError
from probata.cli.house import find_house
from probata.cli.kept_findings import kept_or_found
from probata.cli.opening import Named, find_workspace
from probata.cli.options import TemplatesOption
from probata.cli.terminal import Terminal
from probata.cli.today import now, today
from probata.own_command import own_command
from probata.workbook.read_records import FILE_NAME

if TYPE_CHECKING:
    from probata.workbench.desk import Desk

EPILOG = "Example: `probata open` or `probata open claims/my-case`"
SAMPLE = "sample-case"


def run(
    case: Annotated[
        str, typer.Argument(metavar="CASE", help="A case to open at once; without it, the start page.")
    ] = "",
    port: Annotated[int, typer.Option("--port", metavar="N", help="Port on this machine; 0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Whether to open the browser.")] = True,
    templates: TemplatesOption = None,
) -> None:
    """Open a case in the browser: its records, its documents, and what to do next.

    Nothing leaves the machine: only this browser can open the page, and no page of another site can. It ends with
    Control+C; every change is saved when it is made.
    """
    from probata.workbench.bench import Bench, Office
    from probata.workbench.doors import Keys
    from probata.workbench.serving import free_port, serve

    terminal = Terminal(False)
    house, workspace = find_house(), replace(find_workspace(templates, terminal), store=UserStore(cache_folder()))

    def opened(path: Path) -> Desk:
        _remember(path)
        return open_desk(Named(CasePlace(path), workspace, house))

    def build(path: Path, filing: str, formats: Sequence[str], is_final: bool) -> Sequence[str]:
        wanted = [part for name in formats for part in ("--format", name)]
        final = ["--final"] if is_final else []
        own = ["--templates", str(templates)] if templates else []
        return own_command("build", str(path), "--forum", filing, *wanted, *final, *own)

    office = Office(_cases, opened, _new, _sample, _bring, build, lambda: today().isoformat(), now, _output)
    desk = opened(find_case(case).path) if case else None
    try:
        listening = free_port(port)
    except OSError as error:
        raise CannotContinueError(f"port {port} cannot be used: {error.strerror}", "leave `--port` out") from None

    def began(address: str) -> None:
        terminal.result(f"The workbench is open at {address}")
        terminal.tell("Control+C ends it; every change is saved when it is made.")
        if browser:
            webbrowser.open(address)

    serve(Bench(office, Keys(), desk), listening, began, terminal.trouble)


def open_desk(named: Named) -> Desk:
    """Return a case for the workbench; what is found there is kept for the next check, and the other way round.

    Not where the settings of the office have faults: a check tells them, and the workbench has told them at its start.
    """
    from probata.workbench.desk import Desk

    found = Desk(named.place.path, named.place.shown, named.workspace, _who())
    return found if named.house.findings else replace(found, kept_or_found=partial(kept_or_found, named))


def _who() -> str:
    """Return how the system calls who is at the machine, as the name of a folder."""
    try:
        return re.sub(r"[^\w-]+", "-", getuser()).strip("-")
    except (OSError, KeyError, ImportError):  # no such user, as in a container
        return ""


def _cases() -> Sequence[Path]:
    found = dict.fromkeys(path.parent for name in ("case.yaml", FILE_NAME) for folder in (CLAIMS, Path())
                          for path in (*folder.glob(name), *folder.glob(f"*/{name}")))  # fmt: skip
    last = _opened_last()
    return sorted(
        found, key=lambda path: (last.index(str(path.resolve())) if str(path.resolve()) in last else _MOST, path)
    )


# Which cases were opened last: a convenience, kept in the user's cache, which anybody may empty.

_LAST = "workbench-opened-last"
_MOST = 200


def _opened_last() -> list[str]:
    try:
        found = json.loads(read_entry(cache_folder(), _LAST) or b"[]")
    except ValueError:
        return []
    return [str(path) for path in found]


def _remember(path: Path) -> None:
    now = str(path.resolve())
    paths = [now, *(other for other in _opened_last() if other != now)]
    write_entry(cache_folder(), _LAST, json.dumps(paths[:_MOST]).encode())


def _new(name: str, as_workbook: bool) -> Path:
    from probata.cli.new import make_case

    return _made(name, lambda path: make_case(path, as_workbook))


def _bring(name: str, files: Mapping[str, bytes]) -> Path:
    from probata.cli.new import bring_case

    return _made(name, lambda path: bring_case(path, files))


def _made(name: str, make: Callable[[Path], None]) -> Path:
    path = CLAIMS / name
    try:
        if not name or set(name) & set("/\\:") or name.startswith("."):
            raise CannotContinueError(f"`{name}` cannot be the name of a folder", "choose another")
        make(path)
    except CannotContinueError as error:
        message = f"{error.message}; {error.help}." if error.help else f"{error.message}."
        raise ValueError(_QUOTED.sub(r"“\1”", message[:1].upper() + message[1:])) from None
    return path


_QUOTED = re.compile(r"`([^`]*)`")


def _sample() -> Path:
    return CLAIMS / SAMPLE if (CLAIMS / SAMPLE).exists() else _new(SAMPLE, False)


def _output(path: Path) -> Path:
    whole = path.resolve()
    return find_house().documents / (whole.stem if whole.is_file() else whole.name)
