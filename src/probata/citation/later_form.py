"""A later citation that begins with its back-reference: `(n 1)` behind a name, in small letters."""

from __future__ import annotations

from dataclasses import replace

from probata.citation.library import Library
from probata.citation.parts import Asked
from probata.citation.references import curled
from probata.citation.words import Words
from probata.document.inlines import Inlines, NoteRef, Text


def named(inlines: Inlines, asked: Asked, library: Library, words: Words) -> Inlines:
    """Mend a later citation that names nothing.

    Citeproc gives a note that begins with its back-reference a capital, `(N 1)`. So it prints a source that is cited
    without its author on purpose, for which the small letter is enough; and in some styles, OSCOLA among them, an
    interview or letter that has no author, whose title then stands before it. Citations of several sources are mended
    at their first.
    """
    first = inlines[0] if inlines else None
    opening = f"({words.note} "
    is_bare = isinstance(first, Text) and first.text.casefold() == opening.casefold() and _refers(inlines)
    if not isinstance(first, Text) or not is_bare:
        return inlines
    reference = asked.references[0]
    title = str(library.sources.get(reference.key, {}).get("title", ""))
    before = "" if reference.suppress_author or reference.prefix else f"{curled(title)} "
    return (replace(first, text=f"{before}{opening}"), *inlines[1:])


def _refers(inlines: Inlines) -> bool:
    return len(inlines) > 1 and isinstance(inlines[1], NoteRef)
