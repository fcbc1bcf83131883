"""A later citation that is a back-reference alone: `(n 1)` behind a name, in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.citation.library import Library
from probata.citation.named_by_title import is_marked
from probata.citation.parts import Asked, Reference
from probata.citation.references import curled
from probata.citation.sentinels import NAMELESS
from probata.citation.words import Words
from probata.document.inlines import Inline, Inlines, NoteRef, Text


def named(inlines: Inlines, asked: Asked, library: Library, by_title: frozenset[str], words: Words) -> Inlines:
    """Mend each later citation that names nothing, wherever in its note it stands.

    Citeproc gives a note that begins with its back-reference a capital, `(N 1)`. So it prints a source that is cited
    without its author on purpose, for which the small letter is enough; and in some styles, OSCOLA among them, an
    interview or letter that has no author, and any broadcast, whose title then stands before it. `by_title` are the
    works of that kind.
    """
    opening = f"({words.note} "
    opened = _opened(inlines, asked, library, opening)
    marked = [one for one in opened if isinstance(one, Text) and NAMELESS in one.text]  # in nearly every one none
    return tuple(_marked(opened, asked, library, by_title, opening)) if marked else opened


def _opened(inlines: Inlines, asked: Asked, library: Library, opening: str) -> Inlines:
    """Mend a citation that opens the text."""
    first = inlines[0] if inlines else None
    is_bare = isinstance(first, Text) and first.text.casefold() == opening.casefold() and _refers(inlines, 0)
    if not isinstance(first, Text) or not is_bare:
        return inlines
    return (replace(first, text=f"{_title(asked.references[0], library)}{opening}"), *inlines[1:])


def _marked(
    inlines: Inlines, asked: Asked, library: Library, by_title: frozenset[str], opening: str
) -> Iterator[Inline]:
    """Mend those behind other words, which Pandoc was given marked, and take the marks out."""
    marked = iter([one for place, one in enumerate(asked.references) if is_marked(asked, place, by_title)])
    for position, inline in enumerate(inlines):
        if not isinstance(inline, Text) or NAMELESS not in inline.text:
            yield inline
            continue
        head, *pieces = inline.text.split(NAMELESS)
        text = head
        for number, piece in enumerate(pieces, 1):
            reference, words = next(marked), piece.removeprefix(" ")
            is_bare = number == len(pieces) and words.casefold() == opening.casefold() and _refers(inlines, position)
            text += f"{_title(reference, library)}{opening}" if is_bare else words
        yield replace(inline, text=text)


def _title(reference: Reference, library: Library) -> str:
    """Return what names a work, with a space behind; nothing where its author is left out on purpose."""
    source = library.sources.get(reference.key, {})
    title = str(source.get("title-short") or source.get("title", ""))
    return "" if reference.suppress_author else f"{curled(title)} "


def _refers(inlines: Inlines, position: int) -> bool:
    return len(inlines) > position + 1 and isinstance(inlines[position + 1], NoteRef)
