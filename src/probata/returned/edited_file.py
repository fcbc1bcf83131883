"""A Word file that somebody changed, with the filing that it is of and what can be done with each change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final, Protocol

from probata.compose.template_files import JINJA, TemplateFile, template_of
from probata.diagnostics.cannot_continue import CannotContinueError
from probata.diagnostics.say import did_you_mean
from probata.document.printed import printed_lines
from probata.document.tree import BRIEF, Document
from probata.forum import known_forums
from probata.messages import ENGLISH, load_wording
from probata.model.case_file import Filing
from probata.output import write_atomically
from probata.output.atomic import make_own_folder
from probata.output.folder import DRAFT
from probata.output.ledger import hash_of
from probata.pipeline import Session, Workspace, finish, forum_of, plan, prepare
from probata.pull.find_changes import Made, find_changes
from probata.pull.note_changes import new_notes
from probata.pull.offers import Offer, offers_of
from probata.pull.since_taken import with_what_was_taken
from probata.pull.take import Taker
from probata.returned.made_copies import MadeCopy, copy_of
from probata.word import WordFile, WordFileError, open_word
from probata.word.comments import Comment, read_comments
from probata.word.names import Names, forget, made_as, rename, same_names
from probata.word.pieces import Reading
from probata.word.reading import read_heads, read_text
from probata.word.word_text import WordText


class Opened(Protocol):
    """An open case."""

    @property
    def session(self) -> Session:
        """The case as it was read."""

    @property
    def workspace(self) -> Workspace:
        """What it was read with."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A file as somebody left it."""

    path: Path
    file: WordFile
    text: WordText
    """What it says; until it is known what the names in it stand for, its heads alone."""

    comments: tuple[Comment, ...]
    reading: Reading
    data: bytes
    """The file as it lies there."""

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


def read_edited(path: Path, data: bytes, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        file = open_word(data)
        made_as(file)  # read here, where a part that cannot be read is told
        text = WordText((), heads=read_heads(file, reading))
        return Edited(path, file, text, tuple(read_comments(file)), reading, data)
    except WordFileError as error:
        raise CannotContinueError(f"`{path.as_posix()}` {error.fact}", error.step) from None


def is_of_unknown(edited: Edited) -> bool:
    """Tell a file of ours of which no copy is here: it may be of another case."""
    return edited.copy is None and bool(made_as(edited.file))


def with_copy(edited: Edited, internal: Path) -> Edited:
    """Return the file with what it was when it was made, as far as `internal` has a copy of it."""
    return replace(edited, copy=copy_of(edited.file, internal, edited.path.name))


# Files from which everything came back, kept as they came: who sends a later version wrote on in one of them.

FOLDER: Final = "pulled"
READ: Final = 20
"""Newest copies that are looked at."""


def keep_pulled(path: Path, internal: Path, data: bytes) -> Path:
    """Keep a file as it came; raises what writing does."""
    kept = internal / FOLDER / f"{path.stem}-{hash_of(data)[:8]}{path.suffix}"
    for own in (internal, kept.parent):
        make_own_folder(own)
    write_atomically(kept, data)
    return kept


def pulled_before(edited: Edited, internal: Path) -> Iterator[WordFile]:
    """Give the earlier versions of a file that came back: those that were made as it was, without the file itself.

    A copy that cannot be read is passed over; of a file that is none of ours there are none.
    """
    digest, here = made_as(edited.file), hash_of(edited.data)
    places = sorted(_files(internal / FOLDER)) if digest else []
    for _, path in places[-READ:]:
        try:
            data = path.read_bytes()
            file = open_word(data) if hash_of(data) != here else None
            if file and made_as(file) == digest:
                yield file
        except (OSError, WordFileError):
            continue


def _files(folder: Path) -> Iterator[tuple[int, Path]]:
    """Give the Word files of a folder, however their ending is written, each with when it was kept."""
    for path in folder.glob("*"):
        if path.suffix.lower() == ".docx" and path.is_file():
            yield path.stat().st_mtime_ns, path


@dataclass(frozen=True, slots=True)
class NowMade:
    """A document as the records make it now."""

    made: Made
    tree: Document
    file: WordFile
    """With names that mean something in place of those that count."""

    names: Names
    """What the names stood for that counted."""

    data: bytes = b""
    """The file itself."""


def built_now(opened: Opened, edited: Edited, filing: Filing, part: str) -> NowMade:
    """Make a part of a filing from the records as they are; raises `CannotContinueError` where it cannot be made."""
    language = filing.language or (opened.session.graph.case.language if opened.session.graph else ENGLISH)
    is_final = edited.is_final and not _says_draft(edited, language)
    prepared = prepare(opened.session, opened.workspace, filing, is_final)
    made, trees = finish(prepared, "docx", part), prepared.documents
    place = next((n for n, tree in enumerate(trees) if tree.meta.part == part), None)
    if place is None or not made.data:
        raise CannotContinueError(
            f"the document `{filing.id}` cannot be made from the records",
            "run `probata build` first, and correct what it names",
        )
    file = open_word(made.data)
    rename(file, made.names)
    lines = [tuple(printed_lines(tree)) for tree in trees]
    above, below = chain.from_iterable(lines[:place]), chain.from_iterable(lines[place + 1 :])
    now = Made(read_text(file), lines[place], tuple(above), tuple(below))
    return NowMade(now, trees[place], file, made.names, made.data)


def as_it_was(edited: Edited, now: NowMade) -> tuple[Edited, WordText]:
    """Return a file and what it said when it was made, both with names that mean something in place of counting ones.

    Where the records make the very file that was made, byte for byte, it says what they make. Else its copy is read,
    and what its names mean is kept beside it; where it is not, bookmarks are known by the words at which they stand.
    Of a file without a copy that can be read nothing is known by its controls; what the records make stands for it.
    """
    file, base = edited.file, now.made.text
    is_made_so = made_as(file) == made_as(now.file)
    copy = edited.copy.opened() if edited.copy and not is_made_so else None
    if is_made_so:
        names = now.names
    elif edited.copy and copy:
        names = edited.copy.names or same_names(copy, now.file)
        rename(copy, names)
        base = read_text(copy)
    else:
        names, edited = same_names(file, now.file), replace(edited, copy=None)
    rename(file, names)
    if edited.copy is None:
        forget(file)
    return replace(edited, text=read_text(file, edited.reading), comments=tuple(read_comments(file))), base


def _says_draft(edited: Edited, language: str) -> bool:
    """Tell whether the heads of the pages say that a file is a draft, whatever it is called now."""
    label = load_wording(language).label("running.draft")
    said = " ".join(line.text for line in edited.text.heads).casefold()
    return edited.copy is None and label.casefold() in said


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
    near = did_you_mean(wanted, known, f"there are {', '.join(dict.fromkeys(known))}")
    raise CannotContinueError(
        f"`{edited.path.name}` bears the name of no filing of the case", f"name it with `--filing`: {near}"
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


def pulled(opened: Opened, edited: Edited, filing: Filing, part: str, internal: Path) -> Pulled:
    """Compare a file with what it was and with what the records make now.

    Where an earlier version of it came back, kept in `internal`, what was taken of that is what it was.
    Raises `CannotContinueError` where the document cannot be made from the records.
    """
    found = built_now(opened, edited, filing, part)
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
