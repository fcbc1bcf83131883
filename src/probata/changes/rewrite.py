"""New words in the place of old ones: what both have in common keeps its emphasis, links, languages and records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import takewhile

from probata.changes.atoms import Atom, atoms_of, inlines_of, tokens
from probata.document.blocks import Paragraph
from probata.document.inlines import Gap, Inlines, LineBreak, Note, Text, Wrapper
from probata.document.origin import Origin
from probata.document.printed import MARK


@dataclass(frozen=True, slots=True)
class NotMade:
    """A change that the document does not have."""

    change: str
    """Its id."""

    places: int
    """In how many places its old words stand: 0 or several where that is why; 1 where there is another reason."""

    reason: str = ""
    """Why it could not be made in its one place: a fact, lower case, no final stop."""


# A change that cannot be made as it is written.


class UnclearChangeError(Exception):
    """Says in the message what stands in the way: a fact, lower case, no final stop."""


# What shall stand in a line after a change, read from its record: words, marks that stay, new notes.


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


_END = "¶\n"
"""What is compared between two paragraphs; no word has these characters."""
_MOST = 1_000_000
"""Pairs of the same word that are compared: texts with more, where they begin to differ, are replaced whole."""
_FEW = 3
"""Words in common between two changes that are too few to tell that an emphasis of which they are left still stands."""


@dataclass(frozen=True, slots=True)
class _Kept:
    key: str
    atom: Atom
    is_old: bool


def rewritten(
    lines: Sequence[Inlines], numbers: Sequence[int], after: Sequence[str], origin: Origin, takes_notes: bool
) -> tuple[Inlines, ...]:
    """Return the lines that stand there after a change, one for each paragraph of `after`.

    `lines` are those that the change is about, `numbers` how it calls their marks, in order. New words are plain text
    that comes from `origin`; between two old parts of one emphasis they have it too. Raises `UnclearChangeError`.
    """
    old = [tuple(atoms_of(line)) for line in lines]
    marks = [atom for line in old for atom in line if atom.text == MARK]
    if len(marks) != len(numbers) or len(set(numbers)) != len(numbers):
        raise UnclearChangeError("its old words do not give each mark a number of its own")
    gaps = frozenset(atom.text for line in old for atom in line if isinstance(atom.leaf, Gap))
    reading = Reading(dict(zip(numbers, marks, strict=True)), gaps, origin, takes_notes)
    names = iter(numbers)
    was = [[Wanted(key_of(one, next(names) if one.text == MARK else None), one) for one in line] for line in old]
    merged = tuple(_merged(_in_a_row(was), _in_a_row(reading.of(after))))
    return tuple(inlines_of(_dressed(line)) for line in _lines(merged))


def _in_a_row(lines: Sequence[Sequence[Wanted]]) -> list[Wanted]:
    end = Wanted(_END, Atom("", LineBreak()))
    return [part for line in lines for part in (*line, end)]


def _merged(was: list[Wanted], new: list[Wanted]) -> Iterator[_Kept]:
    """Give the new parts in order, the old ones in place of those that are the same."""
    stretches = tuple(_stretches(_keys(was), _keys(new)))
    there = _words_in_emphasis(was)
    here = _words_in_emphasis([part for is_old, old, _ in stretches if is_old for part in was[old]])
    lost = {wrapper for wrapper, words in there.items() if 2 * here[wrapper] < words}
    for is_old, old, wanted in stretches:
        parts = was[old] if is_old else new[wanted]
        words = sum(one.key.isalnum() for one in parts)
        few = is_old and words < _FEW and wanted.start > 0 and wanted.stop < len(new)
        for part, plain in zip(parts, new[wanted], strict=True):
            is_new = not is_old or (few and _is_by_chance(part.atom, words, lost))
            yield _Kept(part.key, plain.atom if is_new else part.atom, not is_new)


def _keys(parts: Sequence[Wanted]) -> list[str]:
    """Return what the parts are compared by: a space stays only with the word before it."""
    before = ["", *(one.key for one in parts)]
    return [one.key + word if one.key == " " else one.key for word, one in zip(before, parts, strict=False)]


def _pairs(was: Sequence[str], new: Sequence[str]) -> int:
    there, here = Counter(was), Counter(new)
    return sum(number * here[key] for key, number in there.items())


def _words_in_emphasis(parts: Sequence[Wanted]) -> Counter[int]:
    """Count the words in each emphasis, link or language, the outermost alone."""
    return Counter(id(one.atom.around[0]) for one in parts if one.atom.around and one.key.isalnum())


def _is_by_chance(atom: Atom, words: int, lost: set[int]) -> bool:
    """Tell what stays between two changes as it would between any: space and stops alone, or little of an emphasis."""
    return isinstance(atom.leaf, Text) and (not words or (bool(atom.around) and id(atom.around[0]) in lost))


def _stretches(was: list[str], new: list[str]) -> Iterator[tuple[bool, slice, slice]]:
    """Give the stretches of the new keys, each with whether the old ones have it, and where."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, new, strict=False)))
    shorter = min(len(was), len(new)) - start
    pairs = zip(reversed(was[len(was) - shorter :]), reversed(new[len(new) - shorter :]), strict=True)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    inner_was, inner_new = was[start : len(was) - end], new[start : len(new) - end]
    if start:
        yield True, slice(0, start), slice(0, start)
    if _pairs(inner_was, inner_new) > _MOST:
        yield False, slice(0, 0), slice(start, start + len(inner_new))
    else:
        for tag, a, b, c, d in SequenceMatcher(None, inner_was, inner_new, autojunk=False).get_opcodes():
            if d > c:
                yield tag == "equal", slice(start + a, start + b), slice(start + c, start + d)
    if end:
        yield True, slice(len(was) - end, len(was)), slice(len(new) - end, len(new))


def _lines(merged: Sequence[_Kept]) -> Iterator[list[_Kept]]:
    line: list[_Kept] = []
    for part in merged:
        if part.key == _END:
            yield line
            line = []
        else:
            line.append(part)


def _dressed(line: Sequence[_Kept]) -> Iterator[Atom]:
    """Put new words into the emphasis in which the old parts on both sides of them stand."""
    around = zip(line, _nearest(line), reversed([*_nearest(line[::-1])]), strict=True)
    for part, before, after in around:
        shared = takewhile(lambda pair: pair[0] is pair[1], zip(before, after, strict=False))
        yield part.atom if part.is_old else replace(part.atom, around=tuple(one for one, _ in shared))


def _nearest(line: Sequence[_Kept]) -> Iterator[tuple[Wrapper, ...]]:
    """Give for each part what the last old one up to it stands in."""
    around: tuple[Wrapper, ...] = ()
    for part in line:
        around = part.atom.around if part.is_old else around
        yield around
