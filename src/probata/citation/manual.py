"""What a manual asks of sources that Pandoc writes, and no CSL style can say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from probata.citation.commas_before_places import with_commas_before_places
from probata.citation.style import Style
from probata.document.inlines import Emph, Inline, Inlines, NoteRef, Text

_PLACE = re.compile(r" (?:at |[¶§]|[a-z]{1,5}\. \S)")
"""What begins a place: `at 4`, `¶ 4`, or a word cut short, `ch. 4`."""
_AT_BEFORE_SIGN = re.compile(r"\bat (?=[¶§])")
_IBID = re.compile(r"Ibid\b|Id\.")


def as_manual(written: Inlines, style: Style, *, starts: bool, sorts: Collection[str] = ()) -> Inlines:
    """Give *ibid* its small letter inside a sentence, and places the comma and the words that the manual has.

    `sorts` are those of the works that are cited, `Mission report`.
    """
    if not starts:
        written = _with_small_ibid(written)
    if len(written) > 1 and any(isinstance(one, Text) and one.text.endswith("; ") for one in written):
        written = tuple(_small_behind_others(written))
    written = with_commas_before_places(tuple(map(_without_at, written)), sorts)
    return tuple(_with_commas(written)) if style.legal.comma_behind_note else written


def _without_at(inline: Inline) -> Inline:
    """Take out the word for pages before a sign that needs none: `¶ 3`, and not `at ¶ 3` (Bluebook 3.3)."""
    if not isinstance(inline, Text) or "at " not in inline.text:
        return inline
    return replace(inline, text=_AT_BEFORE_SIGN.sub("", inline.text))


def _with_small_ibid(written: Inlines) -> Inlines:
    first = written[0] if written else None
    if isinstance(first, Emph):
        return (replace(first, inlines=_with_small_ibid(first.inlines)), *written[1:])
    if isinstance(first, Text) and _IBID.match(first.text):
        return (replace(first, text=f"i{first.text[1:]}"), *written[1:])
    return written


def _small_behind_others(written: Inlines) -> Iterator[Inline]:
    """Give the small letter to an *ibid* that stands behind another work in the same sentence: `Hart 4; id. at 5`."""
    yield from written[:1]
    for before, inline in pairwise(written):
        is_behind = isinstance(before, Text) and before.text.endswith("; ")
        yield from _with_small_ibid((inline,)) if is_behind else (inline,)


def _with_commas(written: Inlines) -> Iterator[Inline]:
    yield from written[:1]
    for before, inline in pairwise(written):
        if isinstance(before, NoteRef) and isinstance(inline, Text) and _PLACE.match(inline.text):
            yield replace(inline, text=f",{inline.text}")
        else:
            yield inline
