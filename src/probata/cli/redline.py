"""`probata redline`: two versions of a document as one with tracked changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import typer

from probata.cli.build import ForumsOption
from probata.cli.build_case import open_folder
from probata.cli.exit_code import CannotContinueError
from probata.cli.house import find_house
from probata.cli.opening import Opened, filings_asked_for, find_named, open_found
from probata.cli.options import QuietOption, TemplatesOption
from probata.cli.terminal import Terminal
from probata.document.tree import BRIEF, Document
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import OutputFolder, PlacingError
from probata.output.together import place_next_to
from probata.pipeline import DRAFT, Prepared, finish, prepare
from probata.redline.changes import ChangeTold, Group, by_heading, changes_of, line_of
from probata.redline.page import Heading, page
from probata.redline.read_shown import read_shown
from probata.returned.made_copies import names_of
from probata.returned.redlined import NOBODY, Version, author_of, redlined
from probata.source.file_names import on_disk
from probata.source.text_file import whole_file
from probata.word.names import Names

MOST_TOLD = 30
"""Lines of changes that a terminal is given; the page has them all."""

Grouped = Callable[[Sequence[ChangeTold]], list[Group]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A redline that is asked for."""

    old: Version
    new: Version
    author: str
    date: str
    folder: Path
    stem: str
    title: str
    is_internal: bool
    """Whether it says that it is the team's own."""

    in_own_folder: bool = False
    """Whether the folder is the program's own, so that what it wrote there gives way."""

    grouped: Grouped = by_heading
    remarks: Sequence[str] = field(default=())


def make(wanted: Wanted, terminal: Terminal) -> None:
    """Make one redline, write it and its page, and tell what changed; raises `CannotContinueError`."""
    redline = redlined(wanted.old, wanted.new, wanted.author, wanted.date)
    shown = read_shown(redline.data)
    changes = changes_of(shown)
    groups = wanted.grouped(changes)
    remarks = (*wanted.remarks, *redline.remarks)
    heading = Heading(wanted.title, wanted.old.name, wanted.new.name, wanted.is_internal)
    data = {"docx": redline.data, "html": page(heading, shown, groups, remarks)}
    try:
        placed = place_next_to(wanted.folder, wanted.stem, data, is_ours=wanted.in_own_folder)
    except PlacingError as error:
        raise CannotContinueError(str(error), "choose another folder with `--out`") from None
    _tell(wanted, groups, remarks, placed, terminal)


def _tell(
    wanted: Wanted, groups: Sequence[Group], remarks: Sequence[str], placed: dict[str, Path], terminal: Terminal
) -> None:
    terminal.tell(f"{wanted.old.name} → {wanted.new.name}", "bold")
    lines = [line for group in groups for line in _lines(group)]
    for line in lines[:MOST_TOLD] or ["no change"]:
        terminal.tell(line)
    if len(lines) > MOST_TOLD:
        terminal.tell(f"  … and {len(lines) - MOST_TOLD} more lines: see the page")
    for remark in remarks:
        terminal.tell(f"not marked: {remark}", "yellow")
    for path in placed.values():
        terminal.result(f"redline: {path.as_posix()}")


def _lines(group: Group) -> list[str]:
    if group.is_folded:
        return [f"{group.title}: {len(group.changes)} changed"]
    return [group.title, *(f"  {line}" for line in (*group.why, *map(line_of, group.changes)))]


REDLINES = "redlines"
OUTGOING = "outgoing"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked, whichever document it is."""

    author: str | None
    date: str
    final: bool
    out: Path | None
    templates: Path | None
    forums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A filing made in memory."""

    name: str
    data: bytes
    tree: Document
    names: Names

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return self.name.removesuffix(".docx")


def build(opened: Opened, filing: Filing, final: bool) -> dict[str, Built]:
    """Make each part of a filing as a Word file; raises `CannotContinueError` where it cannot be made."""
    prepared = prepare(opened.session, opened.workspace, filing, final)
    if not prepared.documents:
        raise CannotContinueError(f"`{filing.id}` cannot be made", "`probata check` says why")
    return {document.meta.part: _built(prepared, document) for document in prepared.documents}


def _built(prepared: Prepared, document: Document) -> Built:
    made = finish(prepared, "docx", document.meta.part)
    if not made.data:
        faults = "; ".join(found.message for found in made.diagnostics)
        raise CannotContinueError(
            f"`{prepared.filing.id}` cannot be made: {faults}", "correct what is named, then try again"
        )
    return Built(made.name, made.data, document, made.names)


def refuse_outgoing(out: Path | None) -> None:
    """Raise `CannotContinueError` for a folder of what goes to others."""
    if out and OUTGOING in out.resolve().parts:
        raise CannotContinueError(
            f"`{out.as_posix()}` is for others, and a redline of the case's own drafts is yours alone",
            "choose another folder, or name two Word files that the others have",
        )


def folder_of(opened: Opened, held: ExitStack) -> Path:
    """Return where the redlines of a case go; the output folder is held until `held` is closed."""
    graph = opened.session.graph
    name = opened.place.path.name if graph is None else graph.name
    folder: OutputFolder = open_folder(opened.house.documents, name, held)
    return folder.internal / REDLINES


def author_for(asked: Asked, graph: CaseGraph) -> str:
    """Return whose changes Word is to show."""
    return asked.author or author_of(graph)


# The two versions that a redline is asked for: which is a Word file, and its bytes.

_DOCUMENTS = (".docx", ".docm", ".doc", ".dotx", ".dotm", ".odt", ".rtf", ".pdf", ".html", ".htm")
_OF_CASES = (".xlsx", ".yaml", ".yml")


def is_document(named: str) -> bool:
    """Tell a document from a case, which is a folder, a workbook or one file of text."""
    path = Path(named)
    ending = path.suffix.lower()
    return ending in _DOCUMENTS or (path.is_file() and ending not in _OF_CASES)


def read_version(path: Path, internal: Path | None = None) -> Version:
    """Read a file that the user names; what its names stand for is kept in `internal`, or beside the file's folder.

    Raises `CannotContinueError` where it cannot be read.
    """
    try:
        data = whole_file(on_disk(path))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "check the path") from None
    return Version(path.name, data, names_of(data, internal or path.absolute().parent.parent / "internal"))


def redline_with_file(case: str, file: Path, which: Literal["old", "new"], asked: Asked, terminal: Terminal) -> None:
    """Make the redline of one document of a case and a Word file, which is its `old` or `new` version."""
    refuse_outgoing(asked.out)
    opened = open_found(find_named(case, asked.templates))
    graph = opened.graph(terminal)
    planned = filings_asked_for(opened, asked.forums)
    if len(planned) > 1:
        ids = ", ".join(filing.id for filing in planned)
        raise CannotContinueError("the case has several documents", f"name the one with `--forum`: {ids}")
    built = _part_called(build(opened, planned[0], asked.final), file.name)
    ours = Version(f"{built.name} (as the records are now)", built.data, built.names)
    stem = f"{built.stem}.changes-{'since' if which == 'old' else 'in'}.{file.stem}"
    with ExitStack() as held:
        folder = folder_of(opened, held)
        other = read_version(file, folder.parent)
        old, new = (other, ours) if which == "old" else (ours, other)
        wanted = Wanted(
            old, new, author_for(asked, graph), asked.date, asked.out or folder, stem,
            f"Changes from {old.name} to {new.name}", is_internal=True, in_own_folder=asked.out is None,
        )  # fmt: skip
        make(wanted, terminal)


def _part_called(built: Mapping[str, Built], name: str) -> Built:
    """Return the part of a filing that a file is a version of, going by its name; else the brief."""
    own = name.removeprefix(DRAFT).partition(".")[0]
    called = (one for one in built.values() if one.stem.removeprefix(DRAFT).partition(".")[0] == own)
    return next(called, built[BRIEF])


OldArgument = Annotated[
    str, typer.Argument(metavar="OLD", help="The older version: a Word file, or a case; a case alone with `--since`.")
]
NewArgument = Annotated[
    str | None, typer.Argument(metavar="NEW", help="The newer version: a Word file, or a case as its records are now.")
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REVISION",
        help="Compare the documents of a case with those that its records made at this commit, tag or branch of git.",
    ),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="REVISION",
        help="With `--since`: up to the records at this commit, tag or branch. Without it: as the records are now.",
    ),
]
AuthorOption = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who made the changes, as Word shows it. Without it: the author of the case, or of the office.",
    ),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="YYYY-MM-DD", help="The day that the changes bear. Without it they bear none."),
]
FinalOption = Annotated[
    bool,
    typer.Option(
        "--final", help="Make the documents of the case as they would be for filing, without the marks of a draft."
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        file_okay=False,
        help="Where the redline goes. Without it: beside NEW; of a case into `output/<case>/internal/redlines/`.",
    ),
]

EPILOG = (
    "Examples: `probata redline filed.docx returned.docx`, `probata redline filed.docx claims/example --forum uk-ghr`, "
    "`probata redline claims/example --since v1.0`, `probata redline claims/example --since v1.0 --until v2.0`"
)


def run(
    old: OldArgument,
    new: NewArgument = None,
    since: SinceOption = None,
    until: UntilOption = None,
    forums: ForumsOption = None,
    author: AuthorOption = None,
    date: DateOption = None,
    final: FinalOption = False,
    out: OutOption = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show what changed between two versions of a document, as tracked changes in Word.

    Two Word files: the redline lies beside the newer one. A Word file and a case: the file against what the records
    make now. A case with **--since**: each of its documents against what its records made at that revision; with
    **--until** as well, what they made at the one against what they made at the other.

    Words, notes, rows and captions are marked one by one as inserted and deleted. Before it is written the redline is
    read again: with all changes rejected it says what the old version says, with all accepted what the new one says;
    else nothing is written. What cannot be marked is listed. A page of HTML with a list of the changes lies beside it.

    A redline of a case goes to `internal/`: it shows what was taken out of drafts. A file with other content is never
    written over.

    Exit 0: every redline was written. Exit 2: nothing could be done.
    """
    terminal = Terminal(quiet)
    moment = _moment(date)
    if until is not None and since is None:
        raise CannotContinueError("`--until` says where a comparison ends that `--since` begins", "name both")
    if since is None and is_document(old) and new is not None and is_document(new):
        _files(Path(old), Path(new), author, moment, out, terminal)
        return
    asked = Asked(author, moment, final, out, templates, tuple(forums or ()))
    if since is not None:
        if new is not None or is_document(old):
            raise CannotContinueError("`--since` compares a case with itself", "name the case alone")
        from probata.cli.redline_revisions import Span, redline_since  # which takes what is made here

        redline_since(old, Span(since, until), asked, terminal)
    elif new is None:
        raise CannotContinueError("one version alone has no changes", "name a second one, or `--since` and a revision")
    elif is_document(old) == is_document(new):
        raise CannotContinueError("two cases are not two versions of a document", "name one case, with `--since`")
    elif is_document(old):
        redline_with_file(new, Path(old), "old", asked, terminal)
    else:
        redline_with_file(old, Path(new), "new", asked, terminal)


def _files(old: Path, new: Path, author: str | None, date: str, out: Path | None, terminal: Terminal) -> None:
    house = find_house()
    name = author or (house.house.author and house.house.author.name) or NOBODY
    stem = f"{new.stem}.changes-since.{old.stem}"
    title = f"Changes from {old.name} to {new.name}"
    versions = (read_version(old), read_version(new))
    make(Wanted(*versions, name, date, out or new.parent, stem, title, is_internal=False), terminal)


def _moment(date: str | None) -> str:
    try:
        if date is None or datetime.date.fromisoformat(date).isoformat() == date:
            return f"{date}T00:00:00Z" if date else ""
    except ValueError:
        pass
    raise CannotContinueError(f"`{date}` is no day", "write it as `2026-03-01`")
