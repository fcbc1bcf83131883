"""A Word file that somebody changed, with the filing that it is of and what can be done with each change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.cli.asked_for import did_you_mean
from probata.cli.build import OUTPUT
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.made_copies import copy_of
from probata.cli.opening import Opened
from probata.document.printed import printed_lines
from probata.document.tree import Document
from probata.model.case_file import Filing
from probata.output.folder import DRAFT
from probata.pipeline import finish, plan, prepare
from probata.pull.find_changes import Made, find_changes
from probata.pull.new_notes import new_notes
from probata.pull.offers import Offer, offer
from probata.pull.take import Taker
from probata.word import WordFile, WordFileError, open_word
from probata.word.comments import Comment, read_comments
from probata.word.pieces import Reading
from probata.word.reading import WordText, read_text

OUTGOING = "outgoing"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file as somebody left it."""

    path: Path
    file: WordFile
    text: WordText
    comments: tuple[Comment, ...]
    reading: Reading

    @property
    def is_final(self) -> bool:
        """Whether it was made for filing."""
        return not self.path.name.startswith(DRAFT)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was found in a file."""

    edited: Edited
    filing: Filing
    now: Made
    offers: tuple[Offer, ...]
    notes: dict[str, str]
    """Texts of the notes that came in, by the key of their mark."""

    has_base: bool
    """Whether it is known what the file said when it was made."""


def read_edited(path: Path, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        file = open_word(path.read_bytes())
        return Edited(path, file, read_text(file, reading), tuple(read_comments(file)), reading)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "name a Word file") from None
    except WordFileError as error:
        raise CannotContinueError(f"`{path.as_posix()}` {error}", "nothing was changed") from None


def case_of(path: Path) -> str:
    """Return the name of the case in whose output folder a file lies, as in `output/<case>/outgoing/`, or nothing."""
    folder = path.absolute().parent
    return folder.parent.name if folder.name == OUTGOING else ""


def filing_of(opened: Opened, path: Path, named: str) -> Filing:
    """Return the filing that a file is of: the one named, or that whose name the file bears."""
    planned = plan(opened.session, opened.workspace)
    wanted = named or path.name.removeprefix(DRAFT).partition(".")[0]
    known = [filing.id for filing in planned]
    found = next((filing for filing in planned if filing.id == wanted), None)
    if found is None and wanted:
        found = next(iter(plan(opened.session, opened.workspace, [wanted])), None)
    if found is None:
        raise CannotContinueError(
            f"`{path.name}` bears the name of no filing of the case",
            f"name it with `--filing`: {did_you_mean(wanted, known)}",
        )
    return found


def made_now(opened: Opened, edited: Edited, filing: Filing) -> tuple[Made, Document]:
    """Make the document from the records as they are; raises `CannotContinueError` where it cannot be made."""
    prepared = prepare(opened.session, opened.workspace, filing, edited.is_final)
    made = finish(prepared, "docx")
    if prepared.document is None or not made.data:
        raise CannotContinueError(
            f"the document `{filing.id}` cannot be made from the records",
            "run `probata build` first, and mend what it names",
        )
    text = read_text(open_word(made.data))
    return Made(text, tuple(printed_lines(prepared.document))), prepared.document


def pulled(opened: Opened, edited: Edited, filing: Filing, internal: Path) -> Pulled:
    """Compare a file with what it was and with what the records make now.

    `internal` is the folder with the copies of made files. Raises `CannotContinueError` where the document cannot be
    made from the records.
    """
    now, document = made_now(opened, edited, filing)
    copy = copy_of(edited.file, internal)
    base = read_text(copy) if copy else now.text
    notes = new_notes(base, edited.text)
    offers: list[Offer] = []
    if graph := opened.session.graph:
        taker = Taker(graph, now, filing.id, document.meta.language)
        template = f"`{filing.forum}/brief.md.j2`"
        changes = find_changes(base, edited.text, now)
        offers += [offer(number, change, taker, notes, template) for number, change in enumerate(changes, 1)]
    return Pulled(edited, filing, now, tuple(offers), notes, copy is not None)


def internal_of(opened: Opened, path: Path, out: Path | None) -> Path:
    """Return our folder beside the documents, in the output named, in that where the file lies, or in the usual."""
    if out is None and case_of(path):
        return path.absolute().parent.parent / "internal"
    graph = opened.session.graph
    return (out or opened.house.output or OUTPUT) / (graph.name if graph else "") / "internal"
