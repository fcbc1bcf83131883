"""Pinpoints and the words round a citation, as text."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.citation.legal_pinpoint import ranges_of_pages
from probata.citation.legal_style import LegalStyle
from probata.citation.place_parts import SUFFIXED
from probata.citation.sentinels import HYPHEN, RANGE_HYPHEN, without_sentinels
from probata.citation.words import Words
from probata.document.inlines import CiteItem

_PLACE = r"[0-9]+|[ivxlcdm]+"
_RANGE = re.compile(rf"^{SUFFIXED}({_PLACE})\s*[-–]\s*({_PLACE})$", re.IGNORECASE)


def locator(item: CiteItem, words: Words, style: LegalStyle) -> str:
    """Return the pinpoint as Pandoc reads it; empty where styles do not know its type.

    A hyphen that is no range is kept from becoming a dash: `A-12` is one page. A range has the mark that the style has.
    """
    place = item.pinpoint
    if place and place.type == "page":
        place = replace(place, value=ranges_of_pages(place.value, style))
    parts = re.split(r"([,;&] *| and )", without_sentinels(words.locator(place)))
    between = RANGE_HYPHEN if style.range_mark == "-" else "-"
    return re.sub(r"[{}]", "", "".join(_with_mark(part, between) for part in parts))


def _with_mark(part: str, between: str) -> str:
    if _RANGE.match(part.rsplit(" ", 1)[-1]):
        return re.sub("[-–]", between, part) if between != "-" else part
    return part.replace("-", HYPHEN)


def suffix(item: CiteItem, words: Words, remark: str) -> str:
    """Return what is printed after the source and a pinpoint that Pandoc writes."""
    plain = words.plain(item.pinpoint)
    pinpoint = f", {plain}" if plain else ""
    return without_sentinels(pinpoint + spaced(item.suffix) + (f" ({remark})" if remark else ""))


def spaced(after: str) -> str:
    """Put a space before text that brings neither a space nor punctuation of its own."""
    text = after.rstrip()
    return f" {text}" if text and (text[0].isalnum() or text[0] in "([‘“«") else text
