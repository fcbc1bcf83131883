"""A redline made and written: the Word file, the page beside it, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from probata.cli.build_case import open_folder
from probata.cli.exit_code import CannotContinueError
from probata.cli.opening import Opened
from probata.cli.terminal import Terminal
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import OutputFolder, PlacingError
from probata.output.together import place_next_to
from probata.pipeline import Prepared, finish, prepare
from probata.redline.changes import ChangeTold, Group, by_heading, changes_of, line_of
from probata.redline.page import Heading, page
from probata.redline.read_shown import read_shown
from probata.returned.redlined import Version, author_of, redlined
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
