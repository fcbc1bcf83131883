"""The document of an edited file as the records make it now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.edited_file import Edited
from probata.cli.opening import Opened
from probata.document.printed import printed_lines
from probata.document.tree import Document
from probata.messages import ENGLISH, load_wording
from probata.model.case_file import Filing
from probata.pipeline import finish, prepare
from probata.pull.find_changes import Made
from probata.word import WordFile, open_word
from probata.word.comments import read_comments
from probata.word.made_as import made_as
from probata.word.names import Names, forget, rename
from probata.word.reading import read_text
from probata.word.same_names import same_names
from probata.word.word_text import WordText


@dataclass(frozen=True, slots=True)
class NowMade:
    """A document as the records make it now."""

    made: Made
    tree: Document
    file: WordFile
    """With names that mean something in place of those that count."""

    names: Names
    """What the names stood for that counted."""


def made_now(opened: Opened, edited: Edited, filing: Filing, part: str) -> NowMade:
    """Make a part of a filing from the records as they are; raises `CannotContinueError` where it cannot be made."""
    language = filing.language or (opened.session.graph.case.language if opened.session.graph else ENGLISH)
    is_final = edited.is_final and not _says_draft(edited, language)
    prepared = prepare(opened.session, opened.workspace, filing, is_final)
    made, trees = finish(prepared, "docx", part), prepared.documents
    place = next((n for n, tree in enumerate(trees) if tree.meta.part == part), None)
    if place is None or not made.data:
        raise CannotContinueError(
            f"the document `{filing.id}` cannot be made from the records",
            "run `probata build` first, and mend what it names",
        )
    file = open_word(made.data)
    rename(file, made.names)
    lines = [tuple(printed_lines(tree)) for tree in trees]
    above, below = chain.from_iterable(lines[:place]), chain.from_iterable(lines[place + 1 :])
    now = Made(read_text(file), lines[place], tuple(above), tuple(below))
    return NowMade(now, trees[place], file, made.names)


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
