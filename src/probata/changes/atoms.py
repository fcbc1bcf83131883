"""A line of a document in the smallest parts that a change keeps or replaces: words, spaces, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from probata.document.inlines import Cite, CrossRef, Gap, Inline, Inlines, LineBreak, Note, NoteRef, Text, Wrapper
from probata.document.printed import MARK
from probata.document.walk import child_inlines

_MARK: Final = r"⟦\s*(?P<number>\d{1,6})\s*⟧"
_NEW_NOTE: Final = r"⟦\s*note:\s*(?P<note>[^⟦⟧]*)⟧"
_EMPTY_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_WITHOUT_SPACES: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that set no space between words: each character counts as one."""
_WORD: Final = rf"[{_WITHOUT_SPACES}]|[^\W{_WITHOUT_SPACES}]+|\s+|[^\w\s]"
WORDS: Final = re.compile(_WORD)
SPACE_OR_NOT: Final = re.compile(rf"(?<={MARK}) (?={MARK})")


def paragraphs_of(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text of a record; none where it has no words."""
    return tuple(part.strip() for part in _EMPTY_LINE.split(text or "") if part.strip())


def numbers_in(paragraphs: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the marks, in the order in which they stand."""
    return tuple(int(found["number"]) for one in paragraphs for found in re.finditer(_MARK, one))


def as_printed(paragraph: str) -> str:
    """Return a paragraph of a record as `fold` gives that of a document."""
    return fold(re.sub(_MARK, MARK, paragraph))


def fold(text: str) -> str:
    """Return a text with one space for each white space, and none between two marks: Word's writer keeps them apart."""
    return SPACE_OR_NOT.sub("", " ".join(text.split()))


def tokens(paragraph: str, whole: frozenset[str]) -> tuple[re.Match[str], ...]:
    """Return the words, spaces and marks of a paragraph; `whole` are texts that are one token, such as gaps.

    A mark has the group `number`, a new note the group `note`.
    """
    of_one = "".join(f"{re.escape(text)}|" for text in sorted(whole, key=lambda text: (-len(text), text)))
    return tuple(re.finditer(rf"{_MARK}|{_NEW_NOTE}|{of_one}[^\S\n]*\n[^\S\n]*|{_WORD}", paragraph))


@dataclass(frozen=True, slots=True)
class Atom:
    """One of the parts, with what it stands in."""

    text: str
    """What is printed: a word, white space, `MARK`, or the whole of a gap."""

    leaf: Inline
    """The inline itself; of a text this part of it alone."""

    around: tuple[Wrapper, ...] = ()
    """Emphasis, links and languages that it stands in, the outermost first."""


def atoms_of(inlines: Inlines, around: tuple[Wrapper, ...] = ()) -> Iterator[Atom]:
    """Give the parts of a line, in order."""
    for inline in inlines:
        match inline:
            case Text(text=text, origin=origin):
                yield from (Atom(found[0], Text(found[0], origin), around) for found in WORDS.finditer(text))
            case LineBreak():
                yield Atom("\n", inline, around)
            case Gap(text=text):
                yield Atom(f"[{text}]", inline, around)
            case Note() | NoteRef() | CrossRef() | Cite():
                yield Atom(MARK, inline, around)
            case _:
                yield from atoms_of(child_inlines(inline), (*around, inline))


def printed(inlines: Inlines) -> str:
    """Return what a line prints, as `fold` gives it."""
    return fold("".join(atom.text for atom in atoms_of(inlines)))


def inlines_of(atoms: Iterable[Atom], depth: int = 0) -> Inlines:
    """Return the line that parts make up; texts that stand side by side and have one origin are one text."""
    made: list[Inline] = []
    for _, run in groupby(atoms, key=lambda atom: id(atom.around[depth]) if len(atom.around) > depth else 0):
        inside = tuple(run)
        if len(inside[0].around) > depth:
            made.append(replace(inside[0].around[depth], inlines=inlines_of(inside, depth + 1)))
        else:
            made += _joined([atom.leaf for atom in inside])
    return tuple(made)


def _joined(leaves: Sequence[Inline]) -> list[Inline]:
    made: list[Inline] = []
    for leaf in leaves:
        last = made[-1] if made else None
        if isinstance(leaf, Text) and isinstance(last, Text) and last.origin == leaf.origin:
            made[-1] = Text(last.text + leaf.text, leaf.origin)
        else:
            made.append(leaf)
    return made
