"""A Word file that somebody changed, with the filing that it is of and what can be done with each change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from probata.cli.asked_for import did_you_mean
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.edited_file import Edited, case_of
from probata.cli.house import OUTPUT
from probata.cli.made_now import NowMade, as_it_was, made_now
from probata.cli.opening import Opened
from probata.cli.pulled_copies import pulled_before
from probata.compose.template_file import JINJA, TemplateFile, template_of
from probata.document.tree import BRIEF
from probata.forum import known_forums
from probata.model.case_file import Filing
from probata.output.folder import DRAFT
from probata.pipeline import forum_of, plan
from probata.pull.find_changes import Made, find_changes
from probata.pull.new_notes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.since_taken import with_what_was_taken
from probata.pull.take import Taker
from probata.word import WordFileError
from probata.word.comments import Comment, read_comments
from probata.word.made_as import made_as
from probata.word.names import rename
from probata.word.reading import read_text
from probata.word.same_names import same_names
from probata.word.word_text import WordText


@dataclass(frozen=True, slots=True)
class Pulled:
    """What was found in a file."""

    edited: Edited
    filing: Filing
    now: Made
    offers: tuple[Offer, ...]
    notes: dict[str, str]
    """Texts of the notes that came in, by the key of their mark."""

    comments_before: tuple[Comment, ...] = ()
    """The comments of earlier versions of the file that came back."""


def filing_of(opened: Opened, edited: Edited, named: str) -> tuple[Filing, str]:
    """Return the filing and the part that a file is of: as it is named, or as it was called when it was made.

    Raises `CannotContinueError` where neither is a filing of the case, nor a forum.
    """
    own = edited.name.removeprefix(DRAFT).partition(".")[0]
    if named and edited.copy and named not in (own, _called(opened, own)[0]):
        raise CannotContinueError(f"the file was made as `{own}`, and not as `{named}`", "leave `--filing` out")
    wanted, part = _called(opened, own if edited.copy else named or own)
    known = [filing.id for filing in plan(opened.session, opened.workspace)]
    if wanted in known or wanted in known_forums(opened.workspace.template_roots):
        return plan(opened.session, opened.workspace, [wanted])[0], part
    raise CannotContinueError(
        f"`{edited.path.name}` bears the name of no filing of the case",
        f"name it with `--filing`: {did_you_mean(wanted, known)}",
    )


def _called(opened: Opened, name: str) -> tuple[str, str]:
    """Return the filing and the part whose file is called so; a name that is not known counts as that of a filing."""
    own = plan(opened.session, opened.workspace)
    others = (Filing(id=forum, forum=forum) for forum in known_forums(opened.workspace.template_roots))
    if any(filing.id == name for filing in own):
        return name, BRIEF
    for filing in (one for one in (*own, *others) if name.startswith(f"{one.id}-")):
        forum, _ = forum_of(opened.session, opened.workspace, filing)
        part = name.removeprefix(f"{filing.id}-")
        if forum and part in forum.profile.parts:
            return filing.id, part
    return name, BRIEF


def refuse_of_another(opened: Opened, edited: Edited) -> None:
    """Raise `CannotContinueError` for a file that lies in the output of another case than the one that is named."""
    name = case_of(edited.path)
    if name and opened.session.graph and name != opened.session.graph.name:
        raise CannotContinueError(
            f"the file lies in the output of the case `{name}`, and not of `{opened.session.graph.name}`",
            "name that case with `--case`, or copy the file to another place",
        )


def pulled(opened: Opened, edited: Edited, filing: Filing, part: str, internal: Path) -> Pulled:
    """Compare a file with what it was and with what the records make now.

    Where an earlier version of it came back, kept in `internal`, what was taken of that is what it was.
    Raises `CannotContinueError` where the document cannot be made from the records.
    """
    found = made_now(opened, edited, filing, part)
    now = found.made
    edited, base = as_it_was(edited, found)
    versions = _earlier(edited, found, internal)
    base = with_what_was_taken(base, [said for said, _ in versions], now.text)
    notes = new_notes(base, edited.text)
    offers: tuple[Offer, ...] = ()
    if graph := opened.session.graph:
        taker = Taker(graph, now, filing.id, found.tree.meta.language)
        template = f"`{_template(opened, filing)}`"
        offers = offers_of(find_changes(base, edited.text, now), taker, notes, template)
    before = (comment for _, comments in versions for comment in comments)
    return Pulled(edited, filing, now, offers, notes, tuple(before))


def _earlier(edited: Edited, now: NowMade, internal: Path) -> list[tuple[WordText, tuple[Comment, ...]]]:
    """Return what earlier versions say that came back, and their comments; none where nothing tells what was made.

    Their names are those of the file that the records make now, where that is the very file, or of its copy. A version
    with a part that cannot be read is passed over.
    """
    is_made_so = made_as(edited.file) == made_as(now.file)
    known = now.names if is_made_so else edited.copy.names if edited.copy else {}
    found: list[tuple[WordText, tuple[Comment, ...]]] = []
    for file in pulled_before(edited, internal) if is_made_so or edited.copy else ():
        try:
            rename(file, known or same_names(file, now.file))
            found.append((read_text(file, edited.reading), tuple(read_comments(file))))
        except WordFileError:
            continue
    return found


def _template(opened: Opened, filing: Filing) -> str:
    """Return the template of a filing's own forum, in which words are changed, whether it is there yet or inherited."""
    forum, _ = forum_of(opened.session, opened.workspace, filing)
    own = template_of(forum.folders[:1]) if forum else None
    return own.name if isinstance(own, TemplateFile) else f"{filing.forum}/{JINJA}"


def internal_of(opened: Opened, path: Path, out: Path | None) -> Path:
    """Return our folder beside the documents, in the output named, in that where the file lies, or in the usual."""
    if out is None and case_of(path):
        return path.absolute().parent.parent / "internal"
    graph = opened.session.graph
    below = Path(graph.name if graph else "") / "internal"
    usual = (out or opened.house.documents) / below
    beside = opened.place.path.absolute().parent.parent / OUTPUT / below
    return beside if out is None and not usual.is_dir() and beside.is_dir() else usual
