"""A Word file that somebody changed, with the filing that it is of and what can be done with each change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from probata.cli.asked_for import did_you_mean
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.house import OUTPUT
from probata.cli.made_copies import MadeCopy, copy_of
from probata.cli.opening import Opened
from probata.compose.template_file import JINJA, TemplateFile, template_of
from probata.document.printed import printed_lines
from probata.document.tree import Document
from probata.forum import known_forums
from probata.messages import ENGLISH, load_wording
from probata.model.case_file import Filing
from probata.output.folder import DRAFT
from probata.pipeline import finish, forum_of, plan, prepare
from probata.pull.find_changes import Made, find_changes
from probata.pull.new_notes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.take import Taker
from probata.word import WordFile, WordFileError, open_word
from probata.word.comments import Comment, read_comments
from probata.word.made_as import made_as
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
    copy: MadeCopy | None = None
    """The file as it was made, where a copy of it is kept."""

    @property
    def name(self) -> str:
        """How the document was called when it was made; how the file is called now, where that is not known."""
        return self.copy.name if self.copy else self.path.name

    @property
    def is_final(self) -> bool:
        """Whether it was made for filing."""
        return not self.name.startswith(DRAFT)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was found in a file."""

    edited: Edited
    filing: Filing
    now: Made
    offers: tuple[Offer, ...]
    notes: dict[str, str]
    """Texts of the notes that came in, by the key of their mark."""


def read_edited(path: Path, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        file = open_word(path.read_bytes())
        made_as(file)  # read here, where a part that cannot be read is told
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


def filing_of(opened: Opened, edited: Edited, named: str) -> Filing:
    """Return the filing that a file is of: the one named, or that whose name it bore when it was made.

    Raises `CannotContinueError` where neither is a filing of the case, nor a forum.
    """
    own = edited.name.removeprefix(DRAFT).partition(".")[0]
    if named and edited.copy and named != own:
        raise CannotContinueError(f"the file was made as `{own}`, and not as `{named}`", "leave `--filing` out")
    wanted = named or own
    known = [filing.id for filing in plan(opened.session, opened.workspace)]
    if wanted in known or wanted in known_forums(opened.workspace.template_roots):
        return plan(opened.session, opened.workspace, [wanted])[0]
    raise CannotContinueError(
        f"`{edited.path.name}` bears the name of no filing of the case",
        f"name it with `--filing`: {did_you_mean(wanted, known)}",
    )


def made_now(opened: Opened, edited: Edited, filing: Filing) -> tuple[Made, Document]:
    """Make the document from the records as they are; raises `CannotContinueError` where it cannot be made."""
    language = filing.language or (opened.session.graph.case.language if opened.session.graph else ENGLISH)
    is_final = edited.is_final and not _says_draft(edited, language)
    prepared = prepare(opened.session, opened.workspace, filing, is_final)
    made = finish(prepared, "docx")
    if prepared.document is None or not made.data:
        raise CannotContinueError(
            f"the document `{filing.id}` cannot be made from the records",
            "run `probata build` first, and mend what it names",
        )
    text = read_text(open_word(made.data))
    return Made(text, tuple(printed_lines(prepared.document))), prepared.document


def _says_draft(edited: Edited, language: str) -> bool:
    """Tell whether the heads of the pages say that a file is a draft, whatever it is called now."""
    label = load_wording(language).label("running.draft")
    said = " ".join(line.text for line in edited.text.heads).casefold()
    return edited.copy is None and label.casefold() in said


def refuse_of_another(opened: Opened, edited: Edited) -> None:
    """Raise `CannotContinueError` for a file that lies in the output of another case than the one that is named."""
    name = case_of(edited.path)
    if name and opened.session.graph and name != opened.session.graph.name:
        raise CannotContinueError(
            f"the file lies in the output of the case `{name}`, and not of `{opened.session.graph.name}`",
            "name that case with `--case`, or copy the file to another place",
        )


def pulled(opened: Opened, edited: Edited, filing: Filing) -> Pulled:
    """Compare a file with what it was and with what the records make now.

    Raises `CannotContinueError` where the document cannot be made from the records.
    """
    now, document = made_now(opened, edited, filing)
    base = read_text(edited.copy.file) if edited.copy else now.text
    notes = new_notes(base, edited.text)
    offers: tuple[Offer, ...] = ()
    if graph := opened.session.graph:
        taker = Taker(graph, now, filing.id, document.meta.language)
        template = f"`{_template(opened, filing)}`"
        offers = offers_of(find_changes(base, edited.text, now), taker, notes, template)
    return Pulled(edited, filing, now, offers, notes)


def _template(opened: Opened, filing: Filing) -> str:
    """Return the template of a filing's own forum, in which words are changed, whether it is there yet or inherited."""
    forum, _ = forum_of(opened.session, opened.workspace, filing)
    own = template_of(forum.folders[:1]) if forum else None
    return own.name if isinstance(own, TemplateFile) else f"{filing.forum}/{JINJA}"


def with_copy(edited: Edited, internal: Path) -> Edited:
    """Return the file with what it was when it was made, as far as `internal` has a copy of it."""
    return replace(edited, copy=copy_of(edited.file, internal))


def internal_of(opened: Opened, path: Path, out: Path | None) -> Path:
    """Return our folder beside the documents, in the output named, in that where the file lies, or in the usual."""
    if out is None and case_of(path):
        return path.absolute().parent.parent / "internal"
    graph = opened.session.graph
    below = Path(graph.name if graph else "") / "internal"
    usual = (out or opened.house.documents) / below
    beside = opened.place.path.absolute().parent.parent / OUTPUT / below
    return beside if out is None and not usual.is_dir() and beside.is_dir() else usual
