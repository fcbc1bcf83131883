"""The command `probata`: which commands there are, and what its exit says."""

from __future__ import annotations

import codecs
import gc
import io
import os
import re
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import Annotated, Any, Final, NoReturn

import typer
from typer.core import TyperGroup

from probata import __version__
from probata.cli.exit_code import CannotContinueError, ExitCode
from probata.cli.terminal import Terminal

# Ctrl-C: the first one stops the program, and what it does to leave everything whole is not stopped again.


def stop_at_the_first() -> None:
    """Let the first Ctrl-C raise `KeyboardInterrupt`, and those after it nothing.

    People press it again where the first seems to do nothing; what is put back meanwhile would stay half done. A
    program that is started with interrupts ignored, in the background, goes on ignoring them.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


# Signs that a terminal does not have, as those on every keyboard: quotation marks, dashes, arrows.
# A name in another script has no such form: its letters are shown as question marks, and the program goes on.

PLAIN_SIGNS: Final = "probata-plain-signs"
"""For `errors` of a stream, once `know_plain_signs` was called."""

_PLAIN: Final = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-", "−": "-",
    "…": "...", "→": "->", "·": ".", "•": "*", "×": "x", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
}  # fmt: skip


def know_plain_signs() -> None:
    """Let streams be opened with `errors=PLAIN_SIGNS`."""
    codecs.register_error(PLAIN_SIGNS, _plainly)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


# Typer reads every value with a library that takes longer to load than a kept answer to print, and hands on what that
# library says.

_WORDS = (
    (r"^Value error, ", ""),
    (r"^Input should be a valid integer.*", "a whole number belongs here, such as 2"),
    (r"^Input should be greater than or equal to (\S+)$", r"a number of \1 or more belongs here"),
)
"""What is said of a value, and what stands in its place."""


class PlainGroup(TyperGroup):
    """A group of commands whose wrong values are told in plain words."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command of which values that need no reading are taken as they stand."""
        command = super().get_command(ctx, cmd_name)
        for param in command.params if command else ():
            if getattr(param, "_runtime_param", self) is None:  # typer's own, made when it is first asked for
                param._runtime_param = _AsTyped()  # type: ignore[attr-defined]
        return command

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is called, and reword what is wrong with a value of it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain_words(error.message)
            raise


class _AsTyped:
    """Stands for typer's reader of one parameter, and calls it for what is more than words."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return a value as its command takes it."""
        wanted = param.type_descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if wanted is str and isinstance(value, str):
            return value
        if wanted == list[str] and isinstance(value, list | tuple):
            return list(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def plain_words(said: str) -> str:
    """Return what is said of a value without the words of the library that found it."""
    for pattern, words in _WORDS:
        said = re.sub(pattern, words, said, flags=re.DOTALL)
    return said


COMMANDS = {
    "build": "Make the documents of a case: Word and PDF, or the formats you name.",
    "bundle": "Make the bundle of a filing: index, brief, annexes and exhibits in one PDF whose marks lead to its "
    "pages.",
    "pull": "Bring back what was changed in a made Word file.",
    "check": "List what is missing in a case, does not agree, or could be turned against it.",
    "report": "Make the report on a case: one page for those who prepare it, and its lists as Excel and CSV files.",
    "redline": "Show what changed between two versions of a document, as tracked changes in Word.",
    "open": "Open a case in the browser: its records, its documents, and what to do next.",
    "show": "Show the records of a case as a table.",
    "list": "List what a case can use.",
    "explain": "Tell what something of the program means, with examples.",
    "new": "Begin a case, a letterhead, or a forum of your own.",
    "preserve": "Take files into the store of held copies.",
    "verify": "Check every held copy.",
    "protect": "Move names and contacts of protected persons out of the records, into a file that only a key opens.",
    "read": "Write down that somebody read an allegation.",
    "decide": "Decide a finding: it is told as a note from then on, with the decision, reason, name and date.",
    "filed": "Write down that a filing was sent: its files, to whom, when, and what answer is due.",
    "correct": "Draft the letter that corrects a filing that was sent.",
    "import": "Take records from other programs into a case.",
    "export": "Write records of a case for other programs.",
    "workbook": "Turn the records of a case into one workbook of Excel, or back into text files.",
    "schema": "Write a JSON Schema for every record file, so that an editor completes fields and tells what each is "
    "for.",
    "batch": "Check, build or report many cases.",
}
"""Each with the first words of its help, and a module of this room, which is imported when it is called."""

_MODULES = {"import": "importing"}
"""Modules that have another name than their command; `import` is a word of Python."""

TRACEBACK = "PROBATA_TRACEBACK"
"""Environment variable that does what `--verbose` does."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Records live until the end: collecting them again and again takes four fifths of the time of a large case.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # which it else looks for in every installed package
    stop_at_the_first()
    know_plain_signs()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name in another script must not end the program where the terminal cannot show it.
            stream.reconfigure(errors=PLAIN_SIGNS)
    code = run(sys.argv[1:])
    gc.freeze()  # else Python collects all of it when it ends, a tenth of the time of a check
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; nothing is raised."""
    try:
        application(arguments)(args=list(arguments), prog_name="probata")
    except SystemExit as ended:
        if ended.code == ExitCode.INTERRUPTED:
            _report_interrupt()
        return ended.code if isinstance(ended.code, int) else ExitCode.OUR_FAULT
    except KeyboardInterrupt:
        _report_interrupt()
        return ExitCode.INTERRUPTED
    except CannotContinueError as stop:
        _report_stop(stop)
        return ExitCode.CANNOT_CONTINUE
    except Exception as error:
        _report_fault(error, arguments)
        return ExitCode.OUR_FAULT
    return ExitCode.FINE


def application(arguments: Sequence[str]) -> typer.Typer:
    """Return the command line with the one command that is called, or with the names of all where none is."""
    app = typer.Typer(
        name="probata",
        cls=PlainGroup,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="markdown",
    )
    app.callback()(start)
    named = next((word for word in arguments if not word.startswith("-")), "")
    if named in COMMANDS:
        _attach(app, named, import_module(f"probata.cli.{_MODULES.get(named, named)}"))
    else:
        for name, words in COMMANDS.items():
            app.command(name, help=words)(lambda: None)
    return app


def _attach(app: typer.Typer, name: str, module: Any) -> None:
    """Add a command, the function `run` of its module, or a group: `COMMANDS`, each a function with its last words.

    A callback keeps the name of a group a word of its own: with one command alone, the group would be the command.
    """
    if not hasattr(module, "COMMANDS"):
        app.command(name, epilog=module.EPILOG)(module.run)
        return
    group = typer.Typer(help=COMMANDS[name], no_args_is_help=True)
    group.callback()(lambda: None)
    for command, epilog in module.COMMANDS:
        group.command(command.__name__, epilog=epilog)(command)
    app.add_typer(group, name=name)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"probata {__version__}")
        raise typer.Exit


def start(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option("--verbose", help="Print all details where the program itself fails. Stands before the command."),
    ] = False,
) -> None:
    """Make filings from the records of a human-rights case.

    A case is a folder of small text records: people, bodies, posts, allegations, sources. **probata build** makes the
    documents, **probata check** finds what is missing or does not agree, **probata new case** begins a case.

    Forums of your own lie in `templates/` and stand before ours. A file `probata.toml`, in the folder in which you work
    or in one above it, holds what is the same in all your cases: author, language, letterhead, output folder. Nothing
    is sent anywhere, and no colour or progress bar goes into a file or another program.

    Exit codes: 0 fine; 1 something must be fixed or could not be made; 2 wrong usage, or nothing can be done with what
    was given; 3 a fault of the program; 130 stopped.
    """


def _report_interrupt() -> None:
    Terminal().trouble("stopped; each file is whole: the new one, or the one that stood there before")


def _report_stop(stop: CannotContinueError) -> None:
    terminal = Terminal()
    terminal.trouble(stop.message, "bold red")
    if stop.help:
        terminal.trouble(f"next step: {stop.help}")


def _report_fault(error: Exception, arguments: Sequence[str]) -> None:
    terminal = Terminal()
    if {"--verbose", "-v"} & set(arguments) or os.environ.get(TRACEBACK) == "1":
        terminal.trouble("".join(traceback.format_exception(error)))
    terminal.trouble("the program failed; this is our fault, not that of your case", "bold red")
    terminal.trouble(f"please report: probata {__version__}, {type(error).__name__}: {error}, at {_place(error)}")
    terminal.trouble(f"next step: `probata --verbose {' '.join(arguments)}` prints the details to add to the report")


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "probata" in frame.filename] or frames
    return f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno}" if ours else "an unknown place"


if __name__ == "__main__":
    main()
