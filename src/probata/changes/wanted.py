"""What shall stand in a line after a change, read from its record: words, marks that stay, new notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from probata.changes.atoms import Atom
from probata.changes.notation import tokens
from probata.changes.unclear import UnclearChangeError
from probata.document.blocks import Paragraph
from probata.document.inlines import LineBreak, Note, Text
from probata.document.origin import Origin


@dataclass(frozen=True, slots=True)
class Wanted:
    """One token of the new words."""

    key: str
    """What it is compared by: its text, one space for any, the number of a mark in its brackets."""

    atom: Atom
    """What stands there where no part of the old line does."""


def key_of(atom: Atom, mark: int | None = None) -> str:
    """Return what a part of the old line is compared by; `mark` is its number where it is a mark."""
    if mark is not None:
        return f"⟦{mark}⟧"
    return " " if atom.text.isspace() and not isinstance(atom.leaf, LineBreak) else atom.text


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads the new words of one change."""

    marks: Mapping[int, Atom]
    """Number → the mark of the old words."""

    gaps: frozenset[str]
    """Gaps that the old words print."""

    origin: Origin
    """The change itself, from which every new word comes."""

    takes_notes: bool
    """Whether a new note may stand there."""

    def of(self, paragraphs: Sequence[str]) -> tuple[tuple[Wanted, ...], ...]:
        """Return the tokens of each paragraph; raises `UnclearChangeError` for a mark that is not there."""
        used: set[int] = set()
        return tuple(tuple(_apart(self._tokens(one, used))) for one in paragraphs)

    def _tokens(self, paragraph: str, used: set[int]) -> Iterator[Wanted]:
        for found in tokens(paragraph, self.gaps):
            if found["number"]:
                yield self._mark(int(found["number"]), used)
            elif found["note"] is not None:
                yield self._note(found["note"])
            else:
                yield self._word(found[0])

    def _word(self, word: str) -> Wanted:
        if word in "⟦⟧":
            raise UnclearChangeError("its new words hold brackets that are neither a mark `⟦1⟧` nor a new `⟦note: …⟧`")
        if word.isspace():
            atom = Atom("\n", LineBreak()) if "\n" in word else Atom(word, Text(word, self.origin))
            return Wanted(key_of(atom), atom)
        return Wanted(word, Atom(word, Text(word, self.origin)))

    def _mark(self, number: int, used: set[int]) -> Wanted:
        mark = self.marks.get(number)
        if mark is None:
            raise UnclearChangeError(f"its new words have a mark `⟦{number}⟧` that the old ones do not have")
        if number in used and isinstance(mark.leaf, Note):
            raise UnclearChangeError(f"its new words have the mark of the note `⟦{number}⟧` twice")
        used.add(number)
        return Wanted(f"⟦{number}⟧", Atom(mark.text, mark.leaf))

    def _note(self, text: str) -> Wanted:
        words = " ".join(text.split())
        if not self.takes_notes:
            raise UnclearChangeError("it adds a note where none can stand")
        if not words:
            raise UnclearChangeError("it adds a note without words")
        note = Note("", (Paragraph((Text(words, self.origin),), origin=self.origin),), origin=self.origin)
        return Wanted(f"⟦note: {words}⟧", Atom("", note))


def _apart(found: Iterable[Wanted]) -> Iterator[Wanted]:
    """Leave out the space between two marks of notes, which writers set themselves."""
    line = tuple(found)
    for before, one, after in zip((None, *line), line, (*line[1:], None), strict=False):
        if not (one.key == " " and _is_note(before) and _is_note(after)):
            yield one


def _is_note(one: Wanted | None) -> bool:
    return one is not None and isinstance(one.atom.leaf, Note)
