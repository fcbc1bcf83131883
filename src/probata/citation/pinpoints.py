"""Places in sources as the text that Pandoc reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from probata.citation.legal_style import LegalStyle, PinpointText, PlaceForms
from probata.citation.place_parts import COUNTED, SUFFIXED, inside_apart, pieces, places_of
from probata.citation.place_parts import numbers as split_numbers
from probata.citation.sentinels import (
    HYPHEN,
    IN_WORDS,
    RANGE_HYPHEN,
    with_marks_held,
    with_marks_released,
    without_markup,
    without_sentinels,
)
from probata.citation.words import PinpointForm, Words
from probata.document.foreign import ForeignText
from probata.document.inlines import Inlines, Pinpoint, Text
from probata.document.walk import plain_text
from probata.model.citation import is_time

# Places in legal authorities, as a style writes them: ` [79]`, ` art 7(1)(i)`, `, para. 5`.

COMMA = "(,)"
"""Begins a place that follows a comma, but no closing bracket (OSCOLA 4, 2.4.2 and 1.2.1; OSCOLA 5, 4.1.1)."""
EACH = "each"
"""In place of the form for several: every number has its own marks, `[42], [45]` and `[1]–[37]` (OSCOLA, 2.1.6)."""

_INNER = r"(?:\s?\(\w{1,4}\))"
_LEGAL_PLACE = rf"(?:[0-9]+(?:[.:][0-9]+)*|[ivxlcdm]+){_INNER}*|{_INNER}+"
"""A number, a place inside it, `7(1)(f)`, or the place inside alone, as at the end of `7(1)(f)-(g)`."""
_LEGAL_RANGE = re.compile(rf"^{SUFFIXED}({_LEGAL_PLACE})\s*[-–]\s*({_LEGAL_PLACE})$", re.IGNORECASE)


def place_text(pinpoint: Pinpoint, forms: PlaceForms, words: Words, style: LegalStyle) -> str:
    """Write a place with the space or comma before it, and behind it those of other kinds beside: ` 890 [12]`."""
    first, *others = places_of(pinpoint)
    return _one_place(first, forms.first, words, style) + further_places(others, forms, words, style)


def further_places(places: Sequence[Pinpoint], forms: PlaceForms, words: Words, style: LegalStyle) -> str:
    """Write places that stand behind another, which closes no bracket: with a comma, but for marks of their own."""
    written = ""
    for place in places:
        text = _one_place(place, {**forms.first, **forms.further}, words, style).replace(COMMA, ",", 1)
        has_own = place.type in forms.further or text.startswith((",", " ["))
        written += text if has_own or not text else f",{text}"
    return written


def _one_place(pinpoint: Pinpoint, forms: Mapping[str, PinpointText], words: Words, style: LegalStyle) -> str:
    """Write a place; of a type that the style does not know, as plain words do.

    Behind a closing bracket a type that plain words do not know either has its comma too, but not in legislation.
    """
    shortens = style.shortens_pages and pinpoint.type == "page"
    numbers, inside = split_numbers(pinpoint.value)
    value = _ranges(numbers, style.range_mark, style.before_last_place, shortens=shortens) + inside
    if pinpoint.type not in forms:
        plain = words.plain(with_marks_of_ranges(pinpoint, style)) or words.locator(Pinpoint(pinpoint.type, value))
        is_known = pinpoint.type in words.pinpoints or forms.get("article", ("",))[0].startswith(COMMA)
        comma = COMMA if is_known else ","
        return f"{comma} {plain.rstrip()}" if plain else ""
    one, several = forms[pinpoint.type]
    return _each(one, value) if several == EACH else PinpointForm(one, several).fill(value).rstrip()


def with_marks_of_ranges(place: Pinpoint, style: LegalStyle) -> Pinpoint:
    """Return a place whose ranges have the mark of the style; words, as of a heading, are left as they are."""
    if place.type not in COUNTED:
        return place
    if place.value.isdecimal():
        return place  # most pages are one
    numbers, inside = split_numbers(place.value)
    return Pinpoint(place.type, _ranges(numbers, style.range_mark, style.before_last_place, shortens=False) + inside)


def ranges_of_pages(value: str, style: LegalStyle) -> str:
    """Shorten the ranges in a value as the style does, with a hyphen, which Pandoc takes for a range."""
    if not style.shortens_pages:
        return value
    numbers, inside = split_numbers(value)
    return _ranges(numbers, "-", shortens=True) + inside


def _ranges(numbers: str, mark: str, before_last: str = "", *, shortens: bool) -> str:
    parts = pieces(numbers)
    if before_last and len(parts) > 1 and parts[-2].strip() == ",":
        parts[-2] = before_last
    return "".join(_range(part, mark, before_last, shortens=shortens) for part in parts)


def _range(part: str, mark: str, before_last: str, *, shortens: bool) -> str:
    """Write a range with the dash of the style, its second page by as few figures as the style has it.

    Two that follow each other are no range where the style has a word before the last: `9 et 10`.
    The last two figures are kept, and a third where they begin with a nought: `1782–83`, `201–203` (OSCOLA, 1.3.2).
    """
    found = _LEGAL_RANGE.match(part)
    if not found:
        return part
    first, last = found.groups()
    if before_last and first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1:
        return f"{first}{before_last}{last}"
    kept = 3 if last[-2:].startswith("0") else 2
    if shortens and last.isdigit() and len(first) == len(last) > kept and first[:-kept] == last[:-kept]:
        last = last[-kept:]
    return f"{first}{mark}{last}"


def _each(form: str, value: str) -> str:
    """Give every number its marks, and print what stands between and behind them."""
    before = form[: len(form) - len(form.lstrip())]
    numbers, inside = split_numbers(value)
    parts = pieces(numbers, of_ranges=True)
    marked = (part if index % 2 else form.strip().replace("{}", part) for index, part in enumerate(parts))
    return before + "".join(marked) + inside


def after(citation: Inlines, place: str) -> Inlines:
    """Put a place behind a citation."""
    bracketed = plain_text(citation).rstrip().endswith((")", "]"))
    text = place.replace(COMMA, "" if bracketed else ",", 1) if place.startswith(COMMA) else place
    if not text:
        return citation
    last = citation[-1] if citation else None
    if isinstance(last, Text) and last.origin is None and not isinstance(last.text, ForeignText):
        return (*citation[:-1], Text(last.text + text))
    return (*citation, Text(text))


# What CSL does not know stands elsewhere behind a citation than places do: "accessed 2 January 2024, frame 2", or "at
# 00:03:10", which reads as the hour of that day. So such places go through citeproc as kinds of CSL that nothing else
# here has: a time as the number of a work of music, of which the style's word is that for a time, any other in its own
# words as a folio, of which the style has no word. They are printed where the style has places, and *ibid* knows them.

_OF_TIMES = "opus"
_IN_WORDS = f"folio {IN_WORDS}"


def _is_in_recording(place: Pinpoint) -> bool:
    """Tell a time from the `at` of American citations, `at 79`, and from words, `at length`."""
    return place.type == "timecode" and is_time(place.value)


def place_without_style(read: str, words: Words) -> str:
    """Return what Pandoc would read of a place as it stands in print, where Pandoc does not run."""
    time = f"{words.time} ".lstrip()
    return with_marks_released(re.sub(rf"^{_OF_TIMES} ", time, read.removeprefix(_IN_WORDS)))


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
    read = f"{_IN_WORDS}{with_marks_held(_without_braces(told))}" if told else _read(first, words, style)
    if not read or not (inside or others):
        return read
    beside = without_sentinels(inside + (_adjacent(others, words, style) if others else ""))
    return read + with_marks_held(_without_braces(beside))


def _in_words(place: Pinpoint, words: Words, style: LegalStyle) -> str:
    """Return a place in the words that it goes through citeproc with; empty where it has a word for the type itself.

    These are those of the manual where it has some, `fn 4`, in a language without terms of its own. Styles print a page
    as a bare number, whatever the word for it is; a document that has a word for it wants that.
    """
    if _is_in_recording(place):
        return ""
    is_told = place.type not in words.locators and place.type != "timecode"
    further, own = (table.get("document", {}) for table in (style.further_pinpoints, style.pinpoints))
    of_manual = further.get(place.type) or own.get(place.type)
    if of_manual and is_told and words.is_english and not words.leaves_places:
        one, several = of_manual
        return re.sub(r"^\W*", "", PinpointForm(one, several).fill(place.value))
    if place.type == "page" and "page" in words.places and _NUMBERED.match(place.value):
        return PinpointForm(*(f"{word} {{}}" for word in words.places["page"])).fill(place.value)
    return words.plain(place)


def _adjacent(places: Sequence[Pinpoint], words: Words, style: LegalStyle) -> str:
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
    if _is_in_recording(place):
        mark = HYPHEN if style.range_mark == "-" else style.range_mark
        return f"{_OF_TIMES} " + re.sub(r"\s*[-–]\s*", mark, place.value)
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
