"""What a citation is made of: parts that Pandoc writes and parts that we write ourselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from probata.diagnostics.value import value
from probata.document.inlines import NAMED_NOTE, Cite, Gap, Inline, Inlines, Note, NoteRef, Text
from probata.document.rebuild import map_blocks, map_children, same_or_new
from probata.document.walk import child_inlines, plain_text


@value()
class Reference:
    """One mention of one source, as Pandoc is asked for it."""

    key: str
    prefix: str = ""
    locator: str = ""
    """Pinpoint as Pandoc reads it: `p. 4`."""

    suffix: str = ""
    """Printed after source and pinpoint as it stands, with its own comma or space."""

    suppress_author: bool = False


@value()
class Asked:
    """References that Pandoc writes together, as one paragraph."""

    references: tuple[Reference, ...]
    starts: bool = True
    """False inside running text, where *ibid* has no capital."""

    shown: bool = True
    """False for one that only tells Pandoc that something was cited here."""


@value()
class Written:
    """Text of our own: an authority, a gap, words between sources."""

    inlines: Inlines


Part = Asked | Written

NEW_SENTENCE = ". "
"""Stands between two works where the second begins a sentence; a stop that is there already is not doubled."""


# Puts written citations into their notes, and ends each note as a sentence.

_ENDS = (".", "?", "!")


def spliced(note: Note, written: Iterator[Inlines]) -> Note:
    """Replace the citations of a note, in order, by what was written for them.

    A note that ends with a citation gets a final stop where it has none; a stop that stands there twice, the
    citation's and the author's, is printed once.
    """
    blocks = map_blocks(note.blocks, lambda inlines: _paragraph(inlines, written))
    return Note(note.id, blocks, note.number, note.origin)


def _paragraph(inlines: Inlines, written: Iterator[Inlines]) -> Inlines:
    replaced = _replaced(inlines, written)
    ends_with_citation = bool(inlines) and isinstance(inlines[-1], Cite)
    return with_final_stop(replaced) if ends_with_citation else replaced


def _replaced(inlines: Inlines, written: Iterator[Inlines]) -> Inlines:
    result: list[Inline] = []
    citation: Inlines = ()  # the last thing put in
    for inline in inlines:
        if isinstance(inline, Cite):
            citation = next(written)
            result += citation
            continue
        if isinstance(inline, Text) and inline.text.startswith(".") and plain_text(citation).endswith("."):
            inline = Text(inline.text[1:], inline.origin)
        citation = ()
        if not (isinstance(inline, Text) and not inline.text):
            result.append(map_children(inline, lambda inner: _replaced(inner, written)))
    return tuple(result)


def with_final_stop(inlines: Inlines) -> Inlines:
    """Add a full stop unless the text ends in one, or in a question or exclamation mark, in quotes or not."""
    if (end := _end(inlines[-1:]) or _end(inlines)).endswith(_ENDS):
        return inlines
    return _appended(inlines, ".") if end or plain_text(inlines).strip() else inlines


def _end(inlines: Inlines) -> str:
    """Return what is read before the quotation marks and spaces at the end."""
    return plain_text(inlines).rstrip().rstrip("’”»'\"")


def without_final_stop(inlines: Inlines) -> Inlines:
    """Take a final full stop off, so that words can follow; that of an abbreviation such as `n.d.` stays."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Text) and re.search(r"(?<!\.\w)\.$", last.text):
        rest = last.text[:-1]
        return (*inlines[:-1], replace(last, text=rest)) if rest else inlines[:-1]
    return inlines


def renamed(inlines: Inlines, numbers: Mapping[str, Inlines], no_note: str) -> Inlines:
    """Put in the place of references that were made before the notes had their final ids what `numbers` has for them.

    One whose note is not there, or not the only one of that name, becomes a gap that says `no_note`, with `{}` for the
    name: digits that lead nowhere would be believed.
    """
    return same_or_new(inlines, tuple(one for inline in inlines for one in _renamed(inline, numbers, no_note)))


def _renamed(inline: Inline, numbers: Mapping[str, Inlines], no_note: str) -> Inlines:
    if isinstance(inline, Text):
        return (inline,)  # nearly all
    if isinstance(inline, NoteRef):
        if (found := numbers.get(inline.target)) or not inline.target.startswith(NAMED_NOTE):
            return found or (inline,)
        return (Gap(no_note.replace("{}", inline.target.removeprefix(NAMED_NOTE))),)
    inner = isinstance(inline, Note) or bool(child_inlines(inline))
    return (map_children(inline, lambda children: renamed(children, numbers, no_note)) if inner else inline,)


def _appended(inlines: Inlines, text: str) -> Inlines:
    last = inlines[-1]
    if isinstance(last, Text):
        return (*inlines[:-1], Text(last.text + text, last.origin))
    return (*inlines, Text(text))
