"""A paragraph as pieces that are kept, deleted or inserted whole: words, and everything that cannot be divided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from probata.word.elements import Element, w

NoteMark = tuple[str, str]
"""Name of the element that marks a note, and its `w:id`."""

NoteKeys = Mapping[NoteMark, str]
"""What a note is called in both versions."""

NOTE_MARKS: Final = (w("footnoteReference"), w("endnoteReference"))
TEXT: Final = w("t")
CONTROL: Final = w("sdt")
WRAPPERS: Final = frozenset(w(name) for name in ("hyperlink", "sdt", "smartTag", "customXml", "dir", "bdo"))


@dataclass(frozen=True, slots=True)
class Part:
    """What one run has of a word."""

    text: str
    run: Element
    """The run from which the text was taken, for its looks."""

    marks: tuple[Element, ...] = ()
    """The elements before it in the middle of the word that mark no text."""


@dataclass(slots=True)
class Atom:
    """One piece, with the elements before it that mark no text: ends of bookmarks, of ranges, of fields."""

    key: str
    """Equal for pieces that a reader takes for the same."""

    text: str = ""
    parts: tuple[Part, ...] = ()
    """Text by the runs that have it, mostly one; of what is no text, nothing."""

    runs: tuple[Element, ...] = ()
    """The whole runs of what is no text."""

    before: list[Element] = field(default_factory=list)
    inside: tuple[Element, ...] = ()
    """The links and controls round it, the outermost first."""

    notes: tuple[NoteMark, ...] = ()
    """The notes whose marks are in it."""

    result: str = ""
    """What a field shows: a field is the same where its instruction is, and its result may change inside it."""

    @property
    def marks(self) -> tuple[Element, ...]:
        """What stands before and in it that marks no text."""
        return (*self.before, *(mark for part in self.parts for mark in part.marks))

    @property
    def is_text(self) -> bool:
        """Whether it is a word, a space or a sign."""
        return bool(self.parts)


@dataclass(slots=True)
class Atoms:
    """The pieces of a paragraph, and what stands after the last."""

    pieces: list[Atom]
    after: list[Element]
    key: str = ""

    def __post_init__(self) -> None:
        """Join the keys: two paragraphs with one key say the same."""
        self.key = "\x1f".join(f"{atom.key}\x1e{atom.result}" if atom.result else atom.key for atom in self.pieces)

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return "".join(atom.text for atom in self.pieces)


def name_of_note(mark: Element) -> NoteMark:
    """Return what the mark of a note is known by in its own file."""
    return str(mark.tag), mark.get(w("id"), "")
