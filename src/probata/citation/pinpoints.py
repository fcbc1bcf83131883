"""Places in sources as text: what Pandoc reads of them, and what we write behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probata.citation.legal_pinpoint import further_places, ranges_of_pages, with_marks_of_ranges
from probata.citation.legal_style import LegalStyle
from probata.citation.place_parts import SUFFIXED, inside_apart, places_of
from probata.citation.sentinels import HYPHEN, RANGE_HYPHEN, with_marks_held, without_sentinels
from probata.citation.times import is_in_recording, time_as_read
from probata.citation.words import Words
from probata.diagnostics.value import value
from probata.document.inlines import Pinpoint

_PLACE = r"[0-9]+|[ivxlcdm]+"
_JOINS = re.compile(r"([,;&] *| and )")
_RANGE = re.compile(rf"^{SUFFIXED}({_PLACE})\s*[-–]\s*({_PLACE})$", re.IGNORECASE)


@value()
class PlaceInSource:
    """A place in a source, with all places that stand beside it: in what Pandoc reads, or behind the source."""

    read: str = ""
    """`p. 4`, `p. 4, para 12`; empty where styles do not know the type of the first."""

    behind: str = ""
    """What is printed as it stands, with its own comma or space."""


def place_in_source(pinpoint: Pinpoint | None, words: Words, style: LegalStyle) -> PlaceInSource:
    """Write a place in a source.

    Citeproc knows one place of one type: what stands beside it goes through as a part of its number, with the marks
    held by which it would take the first for several.
    """
    if pinpoint is None:
        return PlaceInSource()
    whole, *others = places_of(pinpoint)
    first, inside = inside_apart(whole)
    beside = without_sentinels(inside + (_beside(others, words, style) if others else ""))
    if read := _read(first, words, style):
        return PlaceInSource(read + with_marks_held(_without_braces(beside)) if beside else read)
    plain = words.plain(with_marks_of_ranges(first, style))
    return PlaceInSource(behind=without_sentinels(f", {plain}" if plain else "") + beside)


def _beside(places: Sequence[Pinpoint], words: Words, style: LegalStyle) -> str:
    own = {kind: (f", {one} {{}}", f", {several} {{}}") for kind, (one, several) in words.places.items()}
    return further_places(places, style.places("document", own), words, style)


def _without_braces(text: str) -> str:
    """Take out the braces between which Pandoc is told a place."""
    return text.replace("{", "").replace("}", "")


def _read(place: Pinpoint, words: Words, style: LegalStyle) -> str:
    """Return a place as Pandoc reads it.

    A hyphen that is no range is kept from becoming a dash: `A-12` is one page. A range has the mark that the style has.
    """
    if place.type == "page":
        place = Pinpoint("page", ranges_of_pages(place.value, style))
    if is_in_recording(place):
        return time_as_read(place, style)
    parts = _JOINS.split(without_sentinels(words.locator(place)))
    between = RANGE_HYPHEN if style.range_mark == "-" else "-"
    return _without_braces("".join([_with_mark(part, between) for part in parts]))


def _with_mark(part: str, between: str) -> str:
    if _RANGE.match(part.rsplit(" ", 1)[-1]):
        return re.sub("[-–]", between, part) if between != "-" else part
    return part.replace("-", HYPHEN)


def spaced(after: str) -> str:
    """Put a space before text that brings neither a space nor punctuation of its own."""
    text = after.rstrip()
    return f" {text}" if text and (text[0].isalnum() or text[0] in "([‘“«") else text
