"""Times in recordings, `at 00:03:10`, as citeproc takes them.

It knows no such place, and what it does not know stands behind the day on which a page was read: "accessed 2 January
2024, at 00:03:10" reads as the hour of that day. So a time goes through it as the number of a work of music, of which
nothing else here has one, and the style's word for that number is that for a time.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from probata.citation.legal_style import LegalStyle
from probata.citation.place_terms import set_places
from probata.citation.sentinels import HYPHEN, INSIDE
from probata.document.inlines import Pinpoint
from probata.model.citation import is_time

_STAND_IN = "opus"
"""A kind of place of CSL, by its word in every language that we have."""


def is_in_recording(place: Pinpoint) -> bool:
    """Tell a time from the `at` of American citations, `at 79`, and from words, `at length`."""
    return place.type == "timecode" and is_time(place.value)


def time_as_read(place: Pinpoint, style: LegalStyle) -> str:
    """Return a time as Pandoc reads it, a stretch with the mark that ranges have in the style."""
    mark = HYPHEN if style.range_mark == "-" else style.range_mark
    stretch = re.sub(r"\s*[-–]\s*", mark, place.value)
    return f"{_STAND_IN} {stretch}"


def word_of_times(style: LegalStyle, of_language: str, *, is_own: bool) -> str:
    """Return the word before a time in a source; of a CSL style that is not the manual's own, that of the language."""
    own = style.pinpoints.get("document", {}).get("timecode") if is_own else None
    return own[0].lstrip(",").replace("{}", "").strip() if own else of_language


def time_in_words(read: str, word: str) -> str:
    """Return what Pandoc would read with the word for a time; other places as they are."""
    return re.sub(rf"^{_STAND_IN} ", f"{word} ".lstrip(), read)


def name_times(root: ElementTree.Element, language: str, word: str) -> None:
    """Give a CSL style the word for a time, in whatever form it asks for; without a word, a sign that is taken out."""
    shown = word or INSIDE  # an empty term would be that of the language
    set_places(root, language, {_STAND_IN: (shown, shown)}, forms=("long", "short", "symbol"))
