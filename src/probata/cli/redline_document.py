"""What every redline of a case needs: what was asked, a document made in memory, the folder, the author."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from probata.cli.build_case import open_folder
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.opening import Opened
from probata.cli.redline_made import NOBODY
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.model.case_file import Filing
from probata.output import OutputFolder
from probata.pipeline import Prepared, finish, prepare
from probata.word.names import Names

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
            f"`{prepared.filing.id}` cannot be made: {faults}", "mend what is named, then try again"
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


def author_of(asked: Asked, graph: CaseGraph) -> str:
    """Return whose changes Word is to show."""
    prepared = graph.case.prepared_by
    return asked.author or prepared.name or prepared.organisation or NOBODY
