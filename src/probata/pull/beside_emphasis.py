"""New words beside words in italics or bold: inside the signs where they look so too, else outside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from probata.pull.looks import EMPHASIS, PLAIN, written_as
from probata.pull.source_words import Laid
from probata.pull.stream import Stream

_CLOSING: Final = re.compile(r"[*_]+(?![^\W_])")
_OPENING: Final = re.compile(r"(?<![^\W_])[*_]+\Z")

Put = tuple[int, Stream]
"""A place of the written text, and what is written there."""


def behind_word(laid: Laid, place: int, new: Stream, look: str) -> Put:
    """Return where words are written behind a word that ends at a place and has a look, and how."""
    signs = _CLOSING.match(laid.written, place)
    if signs is None or written_as(look) not in EMPHASIS or not _are_signs(laid, *signs.span()):
        return place, new
    return (place, _plain(new)) if _looks_so(new, look) else (signs.end(), new)


def before_word(laid: Laid, place: int, new: Stream, look: str) -> Put:
    """Return the same of words before one that begins at a place."""
    signs = _OPENING.search(laid.written[:place])
    if signs is None or written_as(look) not in EMPHASIS or not _are_signs(laid, *signs.span()):
        return place, new
    return (place, _plain(new)) if _looks_so(new, look) else (signs.start(), new)


def _are_signs(laid: Laid, start: int, end: int) -> bool:
    """Tell whether none of some characters is printed."""
    return laid.known.isdisjoint(range(start, end))


def _looks_so(new: Stream, look: str) -> bool:
    looks = {written_as(one) for one, char in zip(new.looks, new.text, strict=True) if not char.isspace()}
    return looks == {written_as(look)} and len(new.forms) == 1 and not new.links


def _plain(new: Stream) -> Stream:
    return replace(new, looks=PLAIN * len(new.looks))
