"""The comma before a place that would run into what stands before it: `2021 to 2023, row 4`, `Paper 1/2007, 8`.

So would a page behind the bare sort of a work, which reads as its number: `Mission report, 12`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from xml.etree import ElementTree

from probata.citation.sentinels import BARE, IN_WORDS
from probata.citation.style_xml import CSL, elements_of_citations
from probata.document.inlines import Inline, Inlines, NoteRef, Text
from probata.document.rebuild import map_children

_PLACE = re.compile(f"({BARE}?{IN_WORDS}|{BARE})")
_NO_COMMA_BEHIND = re.compile(r"(?:[\s,.;:()\[\]]|\bibid)$", re.IGNORECASE)
"""What a place in words follows without a comma: a bracket, another mark, or *ibid*."""


def mark_bare_places(root: ElementTree.Element) -> None:
    """Put a sign before every place that a style prints, so that the comma can be put where one is wanted."""
    for element in elements_of_citations(root):
        if element.tag == f"{CSL}text" and element.get("variable") == "locator":
            element.set("prefix", element.get("prefix", "") + BARE)


def with_commas_before_places(written: Inlines, sorts: Collection[str] = ()) -> Inlines:
    """Put a comma before a place where it would be read with what stands before it, and take the signs out.

    A place in words gets one behind a word or number, `2021 to 2023, row 4`, but `(2023) row 4`: a style has none of
    its own, since it takes the place for a number. A number gets one behind another, of a paper or a volume:
    `Research Paper 1/2007, 8` (OSCOLA 5, 3.6), or behind one of the `sorts` of the works that are cited.
    """
    ends = tuple(f" {sort.replace('.', '')}" for sort in sorts if sort.strip())
    return tuple(_with_commas(written, ends, [""]))


def _with_commas(written: Inlines, ends: tuple[str, ...], before: list[str]) -> Iterator[Inline]:
    for inline in written:
        if isinstance(inline, Text):
            is_signed = BARE in inline.text or IN_WORDS in inline.text
            yield Text(_told(inline.text, ends, before[0]), inline.origin) if is_signed else inline
            before[0] = inline.text or before[0]
        elif isinstance(inline, NoteRef):
            yield inline
            before[0] = "1"
        else:
            yield map_children(inline, lambda inner: tuple(_with_commas(inner, ends, before)))


def _told(text: str, ends: tuple[str, ...], before: str) -> str:
    start, *rest = _PLACE.split(text)
    for sign, piece in zip(rest[::2], rest[1::2], strict=True):
        shown = before + start
        is_wanted = (
            _wants_comma_before_words(start, shown)
            if IN_WORDS in sign
            else _wants_comma_before_number(start, shown, ends)
        )
        start = f"{start.rstrip(': ')}, {piece}" if is_wanted else start + piece
    return start


def _wants_comma_before_words(start: str, shown: str) -> bool:
    is_number_of_volume = start.endswith(": ")  # `129 (2013): 559` has the colon before a bare number alone
    return shown.endswith(" ") and (is_number_of_volume or not _NO_COMMA_BEHIND.search(shown.rstrip()))


def _wants_comma_before_number(start: str, shown: str, ends: tuple[str, ...]) -> bool:
    behind = shown.rstrip()
    return start.endswith(" ") and (behind[-1:].isdigit() or behind.replace(".", "").endswith(ends))
