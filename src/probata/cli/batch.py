"""`probata batch`: one command for many cases, side by side, here or on a Dask cluster."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from probata import __version__
from probata.cli.cache_folder import cache_folder
from probata.cli.case_path import find_case
from probata.cli.check_key import UnknownDigestError, add_file, add_folder, add_words
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.options import QuietOption
from probata.cli.progress import progress
from probata.cli.tables.table import Table
from probata.cli.terminal import Terminal
from probata.output import FolderInUseError, PlacingError, hold
from probata.own_command import own_command

_DIED = "its process was ended by the system: is there enough memory?"
_SECONDS = 10
"""How long a scheduler may take to answer."""
MOST_JOBS = 4
"""Cases at a time where nobody says how many, on a machine with as many processors."""
_WORDS = {
    ExitCode.FINE: "done",
    ExitCode.FINDINGS: "something to correct",
    ExitCode.CANNOT_CONTINUE: "not possible",
    ExitCode.OUR_FAULT: "the program failed",
}


EPILOG = 'Examples: `probata batch claims`, `probata batch claims --do build --with "--final --format docx"`'


class Command(StrEnum):
    """What can be done with many cases."""

    BUILD = "build"
    CHECK = "check"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Done:
    """How one case went."""

    case: str
    code: int
    seconds: float
    remark: str
    """The first line of what went wrong; empty where all is well."""


def run(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="FOLDER…", help="Cases, or folders in which cases lie side by side.", exists=True),
    ],
    command: Annotated[Command, typer.Option("--do", help="What is done with each case.")] = Command.CHECK,
    further: Annotated[
        str, typer.Option("--with", metavar="OPTIONS", help="Options of that command, in quotation marks.")
    ] = "",
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help="How many cases at a time.")] = None,
    scheduler: Annotated[
        str,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help="A running Dask cluster whose workers see the same folders; needs `pip install probata[dask]`.",
        ),
    ] = "",
    quiet: QuietOption = False,
) -> None:
    """Check, build or report many cases.

    A case that fails never stops the others. A batch that was broken off goes on where it ended when it is called
    again, but for cases that were changed since. The files are the same however many cases are done at a time.

    The exit code is the highest of any case.
    """
    terminal = Terminal(quiet)
    options = shlex.split(further)
    tasks = [_task(case, command, options) for case in _cases(folders)]
    with _journal(tasks) as journal, _executor(scheduler, jobs or min(os.cpu_count() or 1, MOST_JOBS)) as executor:
        done = _read(journal, tasks)
        if done:
            terminal.tell(f"{len(done)} of {len(tasks)} cases were done before the batch was broken off")
        with progress(terminal, len(tasks)) as advance:
            advance("", len(done), 0)
            for task, result in _all(executor, [task for task in tasks if task.key not in done]):
                done[task.key] = result
                _keep(journal, task, result)
                advance(task.case, 1, 0)
        terminal.table(_summary([done[task.key] for task in tasks if task.key in done]))
        if len(done) < len(tasks):
            message = f"the scheduler went away; {len(tasks) - len(done)} of {len(tasks)} cases are not done"
            raise CannotContinueError(message, "call the same command again: it goes on with them")
        journal.unlink(missing_ok=True)
    raise typer.Exit(max(result.code for result in done.values()))


def do_case(case: str, arguments: Sequence[str], folder: str) -> Done:
    """Run the program on one case, in a process of its own, wherever this is called."""
    began = time.monotonic()
    ended = subprocess.run(  # noqa: S603  # our own program
        own_command(*arguments), cwd=folder, capture_output=True, text=True, check=False,
        encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    code = ended.returncode if 0 <= ended.returncode <= ExitCode.OUR_FAULT else ExitCode.OUR_FAULT
    first = next((line.strip() for line in ended.stderr.splitlines() if line.strip()), "") if code else ""
    return Done(case, code, round(time.monotonic() - began, 1), _DIED if ended.returncode < 0 else first)


@dataclass(frozen=True, slots=True)
class _Task:
    case: str
    arguments: tuple[str, ...]
    key: str
    """Another where a file of the case, the command or the program is another."""


def _cases(folders: Sequence[Path]) -> list[str]:
    """Return the cases that are named, or lie in what is named, each once; raises where two share a name."""
    found: dict[str, Path] = {}
    for folder in folders:
        inside = [folder] if _is_case(folder) else sorted(path for path in folder.iterdir() if _is_case(path))
        if not inside:
            raise CannotContinueError(
                f"there is no case in `{folder}`", "name a case, or the folder in which cases lie"
            )
        for path in inside:
            other = found.setdefault(path.stem, path)
            if other.resolve() != path.resolve():
                raise CannotContinueError(
                    f"`{other}` and `{path}` have one name, and their documents would lie in one folder",
                    "rename one of them, or do them in two batches with an `--out` each",
                )
    return [find_case(str(path)).shown for path in found.values()]


def _is_case(path: Path) -> bool:
    return any((path / name).is_file() for name in ("case.yaml", "case.xlsx"))


def _task(case: str, command: Command, options: Sequence[str]) -> _Task:
    arguments = (command.value, case, "--quiet", *options)
    digest = hashlib.sha256()
    add_words(digest, (__version__, *arguments))
    add_file(digest, Path("probata.toml"))
    try:
        add_folder(digest, Path(case))
    except UnknownDigestError:
        add_words(digest, (os.urandom(8).hex(),))  # done anew each time
    return _Task(case, arguments, digest.hexdigest())


def _all(executor: Executor, tasks: Sequence[_Task]) -> Iterator[tuple[_Task, Done]]:
    """Give each task with how it went, as they end; without those that a scheduler took with it."""
    folder = os.getcwd()
    waiting: dict[Future[Done], _Task] = {
        executor.submit(do_case, task.case, task.arguments, folder): task for task in tasks
    }
    for future in as_completed(waiting):
        task = waiting.pop(future)  # a result that is still asked for is worked out again where its worker dies
        try:
            yield task, future.result()
        except CancelledError:
            continue
        except Exception as error:  # the cluster's own, such as a worker that died with a case again and again
            yield task, Done(task.case, ExitCode.OUR_FAULT, 0, f"{type(error).__name__}: {error}".splitlines()[0])


@contextmanager
def _executor(scheduler: str, jobs: int) -> Iterator[Executor]:
    if not scheduler:
        with ThreadPoolExecutor(jobs) as executor:  # each thread waits for a process of its own
            try:
                yield executor
            except BaseException:
                executor.shutdown(cancel_futures=True)
                raise
        return
    try:
        library = import_module("distributed")  # an extra; no other command needs it
    except ImportError:
        raise CannotContinueError("Dask is not installed", "`pip install probata[dask]`") from None
    try:
        client = library.Client(scheduler, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise CannotContinueError(
            f"no scheduler answers at `{scheduler}`", "see that it runs, and its address"
        ) from error
    with client:
        yield client.get_executor(pure=False)


@contextmanager
def _journal(tasks: Sequence[_Task]) -> Iterator[Path]:
    """Give the file that keeps what is done until all is; no two batches of the same cases at once."""
    named = "\0".join((os.getcwd(), *(" ".join(task.arguments) for task in tasks)))
    name = hashlib.sha256(named.encode(errors="surrogateescape")).hexdigest()
    folder = cache_folder() / "batch" / name
    try:
        with hold(folder):
            yield folder / "done.jsonl"
    except FolderInUseError:
        raise CannotContinueError("the same batch is running already", "wait until it has ended") from None
    except PlacingError as error:
        raise CannotContinueError(str(error), "see to room and rights there, or set `XDG_CACHE_HOME`") from None


def _read(journal: Path, tasks: Sequence[_Task]) -> dict[str, Done]:
    """Return what is done of the tasks; a line that was cut short, or is none of ours, is passed over."""
    keys = {task.key for task in tasks}
    found: dict[str, Done] = {}
    lines = journal.read_text("utf-8", "replace").splitlines() if journal.is_file() else []
    for line in lines:
        with suppress(ValueError, TypeError, KeyError):
            entry = json.loads(line)
            if entry["key"] in keys:
                found[entry["key"]] = Done(**entry["done"])
    return found


def _keep(journal: Path, task: _Task, result: Done) -> None:
    with journal.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"key": task.key, "done": asdict(result)}) + "\n")


def _summary(results: Sequence[Done]) -> Table:
    rows = ((one.case, _WORDS[ExitCode(one.code)], f"{one.seconds:.1f}", one.remark) for one in results)
    return Table(("Case", "Result", "Seconds", "First of what went wrong"), tuple(rows))
