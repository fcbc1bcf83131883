"""A made Word file as somebody left it, with the copy of it as it was made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.made_copies import MadeCopy, copy_of
from probata.output.folder import DRAFT
from probata.source.text_file import whole_file
from probata.word import WordFile, WordFileError, open_word
from probata.word.comments import Comment, read_comments
from probata.word.made_as import made_as
from probata.word.pieces import Reading
from probata.word.reading import read_heads
from probata.word.word_text import WordText

OUTGOING = "outgoing"


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


def read_edited(path: Path, reading: Reading) -> Edited:
    """Read a changed file; raises `CannotContinueError` for one that is not read."""
    try:
        data = whole_file(path)
        file = open_word(data)
        made_as(file)  # read here, where a part that cannot be read is told
        text = WordText((), heads=read_heads(file, reading))
        return Edited(path, file, text, tuple(read_comments(file)), reading, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotContinueError(f"`{path.as_posix()}` cannot be read: {reason}", "name a Word file") from None
    except WordFileError as error:
        raise CannotContinueError(f"`{path.as_posix()}` {error.fact}", error.step) from None


def case_of(path: Path) -> str:
    """Return the name of the case in whose output folder a file lies, as in `output/<case>/outgoing/`, or nothing."""
    folder = path.absolute().parent
    return folder.parent.name if folder.name == OUTGOING else ""


def with_copy(edited: Edited, internal: Path) -> Edited:
    """Return the file with what it was when it was made, as far as `internal` has a copy of it."""
    return replace(edited, copy=copy_of(edited.file, internal, edited.path.name))
