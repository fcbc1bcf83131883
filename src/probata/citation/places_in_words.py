"""Places of kinds that CSL does not know, `row 4`, `frame 2`, as citeproc takes them.

Behind a citation they would stand behind the address and the day of reading: "accessed 2 January 2024, frame 2". So
such a place goes through citeproc with its own word, as the folio of a work, which nothing else here has: it is printed
where the style has places, *ibid* knows it, and of a work that is whole no page stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

from probata.citation.place_terms import set_places
from probata.citation.sentinels import IN_WORDS, INSIDE, with_marks_held
from probata.document.inlines import Inline, Inlines, NoteRef, Text
from probata.document.walk import map_children, walk_inlines

_STAND_IN = "folio"
"""A kind of place of CSL, by its word in every language that we have."""
_NO_COMMA_BEHIND = re.compile(r"(?:[\s,.;:()\[\]]|\bibid)$", re.IGNORECASE)
"""What a place in words follows without a comma: a bracket, another mark, or *ibid*."""


def words_as_read(text: str) -> str:
    """Return a place in words as Pandoc reads it: one that is told as it stands, whatever marks are in it."""
    return f"{_STAND_IN} {IN_WORDS}{with_marks_held(text)}"


def words_of(read: str) -> str:
    """Return what Pandoc would read without the word of the kind that stands in; other places as they are."""
    return read.removeprefix(f"{_STAND_IN} {IN_WORDS}")


def leave_out_word(root: ElementTree.Element, language: str) -> None:
    """Give a CSL style no word for such a place but a sign that is taken out: an empty term would be the language's."""
    set_places(root, language, {_STAND_IN: (INSIDE, INSIDE)}, forms=("long", "short", "symbol"))


def with_commas_before_words(written: Inlines) -> Inlines:
    """Put a comma before a place in words that follows a word or number: `2021 to 2023, row 4`, but `(2023) row 4`.

    A style has none of its own, since it takes the place for a number: `2021 to 2023 4` is as it has pages.
    """
    has_words = any(isinstance(one, Text) and IN_WORDS in one.text for one in walk_inlines(written))  # in few
    return tuple(_with_commas(written, [""])) if has_words else written


def _with_commas(written: Inlines, before: list[str]) -> Iterator[Inline]:
    for inline in written:
        if isinstance(inline, Text):
            yield replace(inline, text=_told(inline.text, before[0])) if IN_WORDS in inline.text else inline
            before[0] = inline.text or before[0]
        elif isinstance(inline, NoteRef):
            yield inline
            before[0] = "1"
        else:
            yield map_children(inline, lambda inner: tuple(_with_commas(inner, before)))


def _told(text: str, before: str) -> str:
    start, *rest = text.split(IN_WORDS)
    for piece in rest:
        shown = before + start
        is_number_of_volume = start.endswith(": ")  # `129 (2013): 559` has the colon before a bare number alone
        has_comma = shown.endswith(" ") and (is_number_of_volume or not _NO_COMMA_BEHIND.search(shown.rstrip()))
        start = f"{start.rstrip(': ')}, {piece}" if has_comma else start + piece
    return start
