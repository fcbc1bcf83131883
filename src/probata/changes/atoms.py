"""A line of a document in the smallest parts that a change keeps or replaces: words, spaces, marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from probata.changes.notation import WORDS, fold
from probata.document.inlines import (
    Cite,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)
from probata.document.printed import MARK
from probata.document.walk import child_inlines

Wrapper = Emph | Strong | SmallCaps | Underline | Superscript | Subscript | Language | Link


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
