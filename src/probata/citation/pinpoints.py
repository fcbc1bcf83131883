"""Places in sources as the text that Pandoc reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from probata.citation.legal_pinpoint import further_places, ranges_of_pages, with_marks_of_ranges
from probata.citation.legal_style import LegalStyle
from probata.citation.place_parts import SUFFIXED, inside_apart, places_of
from probata.citation.places_in_words import words_as_read
from probata.citation.sentinels import HYPHEN, RANGE_HYPHEN, with_marks_held, without_markup, without_sentinels
from probata.citation.times import is_in_recording, time_as_read
from probata.citation.words import PinpointForm, Words
from probata.document.inlines import Pinpoint

_PLACE = r"[0-9]+|[ivxlcdm]+"
_NUMBERED = re.compile(r"[^\W\d_]{0,2}\d|[ivxlcdm]+\b", re.IGNORECASE)
_JOINS = re.compile(r"([,;&] *| and )")
_RANGE = re.compile(rf"^{SUFFIXED}({_PLACE})\s*[-–]\s*({_PLACE})$", re.IGNORECASE)


def place_in_source(pinpoint: Pinpoint | None, words: Words, style: LegalStyle) -> str:
    """Write a place in a source as Pandoc reads it, with all places that stand beside it; empty for a whole work.

    Citeproc knows one place of one type: what stands beside it goes through as a part of its number, with the marks
    held by which it would take the first for several. A type that it does not know goes through in its own words.
    """
    if pinpoint is None:
        return ""
    whole, *others = places_of(pinpoint)
    first, inside = inside_apart(whole)
    told = without_sentinels(_in_words(with_marks_of_ranges(first, style), words, style)).rstrip()
    read = words_as_read(_without_braces(told)) if told else _read(first, words, style)
    if not read or not (inside or others):
        return read
    beside = without_sentinels(inside + (_beside(others, words, style) if others else ""))
    return read + with_marks_held(_without_braces(beside))


def _in_words(place: Pinpoint, words: Words, style: LegalStyle) -> str:
    """Return a place in the words that it goes through citeproc with; empty where it has a word for the type itself.

    These are those of the manual where it has some, `fn 4`, in a language without terms of its own. Styles print a page
    as a bare number, whatever the word for it is; a document that has a word for it wants that.
    """
    if is_in_recording(place):
        return ""
    is_told = place.type not in words.locators and place.type != "timecode"
    further, own = (table.get("document", {}) for table in (style.further_pinpoints, style.pinpoints))
    of_manual = further.get(place.type) or own.get(place.type)
    if of_manual and is_told and not (words.terms or words.leaves_places):
        one, several = of_manual
        return re.sub(r"^\W*", "", PinpointForm(one, several).fill(place.value))
    if place.type == "page" and "page" in words.places and _NUMBERED.match(place.value):
        return PinpointForm(*(f"{word} {{}}" for word in words.places["page"])).fill(place.value)
    return words.plain(place)


def _beside(places: Sequence[Pinpoint], words: Words, style: LegalStyle) -> str:
    own = {kind: (f", {one} {{}}", f", {several} {{}}") for kind, (one, several) in words.places.items()}
    forms = style.places("document", own)
    forms = replace(forms, further={**forms.further, **style.further_in_sources})
    return further_places(places, forms, words, style)


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
    return without_markup(_without_braces("".join([_with_mark(part, between) for part in parts])))


def _with_mark(part: str, between: str) -> str:
    if _RANGE.match(part.rsplit(" ", 1)[-1]):
        return re.sub("[-–]", between, part) if between != "-" else part
    return part.replace("-", HYPHEN)


def spaced(after: str, *, behind_place: bool = False) -> str:
    """Put before words that bring neither a space nor punctuation of their own a comma; before a bracket a space.

    Else they would be read with the day on which a page was read. Right behind a place no comma stands: `22 citing X`.
    """
    text = after.rstrip()
    if text[:1].isalnum() or text[:1] in tuple("‘“«"):
        return f" {text}" if behind_place else f", {text}"
    return f" {text}" if text[:1] in tuple("([") else text
