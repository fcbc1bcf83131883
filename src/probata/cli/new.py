"""`probata new`: the beginnings of a case or of a forum."""

from __future__ import annotations

import shlex
import shutil
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.case_path import CLAIMS
from probata.cli.exit_code import CannotContinueError
from probata.cli.house import find_house
from probata.cli.new_forum import make_forum, new_folder, refuse_name
from probata.cli.opening import find_workspace
from probata.cli.options import QuietOption
from probata.cli.schema import write_schemas
from probata.cli.terminal import Terminal
from probata.compose.template_files import WORD
from probata.document.look import Look
from probata.forum.layout import Layout
from probata.forum.look import look_of
from probata.graph.resolve import REFERENCES
from probata.output import PlacingError, write_atomically
from probata.source.file_names import device_name
from probata.workbook.convert import to_workbook
from probata.writers.docx.samples import sample_letterhead

# A new case: the fictional one that ships with the program, as text files with their schemas or as a workbook.


def make_case(folder: Path, as_workbook: bool = False) -> None:
    """Make a case at `folder`; raises `CannotContinueError` where that is not possible."""
    with new_folder(folder) as passing:
        scaffold = files("probata.scaffold")
        _copy(scaffold / "case", passing)
        if as_workbook:
            _to_workbook(passing)
            (passing / "README.md").write_bytes((scaffold / "README.workbook.md").read_bytes())
        else:
            write_schemas(passing / "schemas")


def _copy(source: Traversable, target: Path) -> None:
    for found in source.iterdir():
        if found.is_dir():
            (target / found.name).mkdir()
            _copy(found, target / found.name)
        else:
            (target / found.name).write_bytes(found.read_bytes())


def _to_workbook(folder: Path) -> None:
    """Put a workbook in place of the text files; what it does not hold, such as pictures, stays beside it."""
    converted = to_workbook(folder, folder.name, REFERENCES)
    for path in converted.old:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path, data in converted.new.items():
        path.write_bytes(data)
    for left in folder.iterdir():
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()


# A letterhead to begin from: every style of our documents with a sample, in a file that Word opens.

ENDING = ".docx"


def make_letterhead(path: Path, look: Look) -> None:
    """Write the file; raises `CannotContinueError` where something stands there already or it cannot be written."""
    if path.suffix.casefold() != ENDING:
        raise CannotContinueError(f"`{path.as_posix()}` is no name of a Word file", "let it end in `.docx`")
    if path.exists():
        raise CannotContinueError(f"`{path.as_posix()}` exists already", "choose another name; nothing is overwritten")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, sample_letterhead(look))
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"`{path.as_posix()}` could not be made: {error}", "choose another place") from None


CaseName = Annotated[str, typer.Argument(metavar="NAME", help="Name of the case; or a path, such as `cases/my-case`.")]
ForumName = Annotated[str, typer.Argument(metavar="NAME", help="Name of the forum: small letters, digits, hyphens.")]
ExtendsOption = Annotated[
    str,
    typer.Option(
        "--extends",
        metavar="ID",
        help="The forum from which it takes all that it does not say itself; `probata list forums` shows them.",
    ),
]
IntoOption = Annotated[Path, typer.Option("--into", metavar="DIR", help="Folder in which it is made.", file_okay=False)]
ForumsFolderOption = Annotated[
    Path | None,
    typer.Option(
        "--into",
        metavar="DIR",
        help="Folder in which it is made. Without it: the one that `probata.toml` names, else `templates`.",
        file_okay=False,
    ),
]


WorkbookOption = Annotated[
    bool, typer.Option("--workbook", help="The records in one workbook of Excel, in place of text files.")
]


WordOption = Annotated[
    bool, typer.Option("--word", help="Its template as a Word file, for wording it in Word, in place of a text file.")
]


LETTERHEAD = Path("letterhead.docx")
LetterheadName = Annotated[Path, typer.Argument(metavar="FILE", help="The Word file that is made.", dir_okay=False)]


def case(
    name: CaseName, into: IntoOption = CLAIMS, workbook: WorkbookOption = False, quiet: QuietOption = False
) -> None:
    """Make a small fictional case that builds at once, every file with comments, to be replaced bit by bit with yours.

    With **--workbook** it is one workbook of Excel, `case.xlsx`, in place of text files. It goes into `claims/NAME`, or
    where you say. Nothing that exists is overwritten.
    """
    name = name.replace("\\", "/")
    folder = Path(name) if "/" in name else into / name
    if folder.name in ("", "..") or not name:
        raise CannotContinueError(f"`{name}` cannot be the name of a case", "name the folder that is to be made")
    _refuse_device(folder.name)
    make_case(folder, workbook)
    terminal = Terminal(quiet)
    terminal.tell(f"made {folder.as_posix()}/", "bold")
    terminal.tell(f"read first: {(folder / 'README.md').as_posix()}")
    terminal.tell(f"make its documents: probata build {shlex.quote(folder.as_posix())}")
    if not find_house().shown:
        terminal.tell(
            "your name, address, letterhead and output folder can stand in one file for all cases, `probata.toml`: "
            "the README of the new case shows how"
        )


def letterhead(file: LetterheadName = LETTERHEAD, quiet: QuietOption = False) -> None:
    """Make a letterhead to begin from: a Word file with every style of our documents, each with a sample.

    Change its styles, header, footer and margins in Word. Name it as `letterhead` in `probata.toml`, or put it into
    the folder of a forum as `reference.docx`. The samples are no part of your documents. Nothing that exists is
    overwritten.
    """
    house, terminal = find_house(), Terminal(quiet)
    make_letterhead(file, look_of((house.house.look,), Layout()))
    terminal.tell(f"made {file.as_posix()}", "bold")
    named, settings = _from(house.folder, file), house.shown or "probata.toml"
    terminal.tell(f'change it in Word, then write `letterhead = "{named}"` below `[house]` in `{settings}`')


def _from(folder: Path, file: Path) -> str:
    """Return a file as it is named in the settings of the office: from their folder where it lies there."""
    path = file.resolve()
    return path.relative_to(folder.resolve()).as_posix() if path.is_relative_to(folder.resolve()) else path.as_posix()


def _refuse_device(name: str) -> None:
    if device_name(name):
        raise CannotContinueError(f"Windows keeps the name `{name}` for a device", "choose another name")


def forum(
    name: ForumName,
    extends: ExtendsOption,
    into: ForumsFolderOption = None,
    word: WordOption = False,
    quiet: QuietOption = False,
) -> None:
    """Make a forum of your own that builds at once: a folder with its rules and its template.

    With **--word** the template is a Word file, `template.docx`, in place of text. It goes into `templates/NAME`, or
    where you say. Nothing that exists is overwritten.
    """
    refuse_name(name)
    _refuse_device(name)
    terminal = Terminal(quiet)
    into = into or find_house().forums
    folder = make_forum(into / name, extends, find_workspace(into if into.is_dir() else None, terminal), word)
    terminal.tell(f"made {folder.as_posix()}/", "bold")
    if word:
        terminal.tell(f"word it in {(folder / WORD).as_posix()}")
    terminal.tell(f"write its rules in {(folder / 'forum.yaml').as_posix()}")
    terminal.tell(f"try it: probata build CASE --forum {name}")


COMMANDS = (
    (case, "Example: `probata new case my-case`, then `probata build claims/my-case`"),
    (letterhead, "Example: `probata new letterhead office/letterhead.docx`"),
    (forum, "Example: `probata new forum our-letter --extends support-statement`"),
)
