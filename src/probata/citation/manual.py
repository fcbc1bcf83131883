"""What a manual asks of sources that Pandoc writes, and no CSL style can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from probata.citation.style import Style
from probata.document.inlines import Inline, Inlines, NoteRef, Text


def as_manual(written: Inlines, style: Style) -> Inlines:
    """Give a place behind the number of a note its comma, where the style has it so (Bluebook 4.2)."""
    return tuple(_with_commas(written)) if style.legal.comma_behind_note else written


def _with_commas(written: Inlines) -> Iterator[Inline]:
    yield from written[:1]
    for before, inline in pairwise(written):
        if isinstance(before, NoteRef) and isinstance(inline, Text) and inline.text.startswith(" at "):
            yield replace(inline, text=f",{inline.text}")
        else:
            yield inline
