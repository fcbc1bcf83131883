"""Places of kinds that CSL does not know, `row 4`, `frame 2`, as citeproc takes them.

Behind a citation they would stand behind the address and the day of reading: "accessed 2 January 2024, frame 2". So
such a place goes through citeproc with its own word, as the folio of a work, which nothing else here has: it is printed
where the style has places, *ibid* knows it, and of a work that is whole no page stands beside it.
"""

from __future__ import annotations

from xml.etree import ElementTree

from probata.citation.place_terms import set_places
from probata.citation.sentinels import IN_WORDS, INSIDE, with_marks_held

_STAND_IN = "folio"
"""A kind of place of CSL, by its word in every language that we have."""


def words_as_read(text: str) -> str:
    """Return a place in words as Pandoc reads it: one that is told as it stands, whatever marks are in it."""
    return f"{_STAND_IN} {IN_WORDS}{with_marks_held(text)}"


def words_of(read: str) -> str:
    """Return what Pandoc would read without the word of the kind that stands in; other places as they are."""
    return read.removeprefix(f"{_STAND_IN} {IN_WORDS}")


def leave_out_word(root: ElementTree.Element, language: str) -> None:
    """Give a CSL style no word for such a place but a sign that is taken out: an empty term would be the language's."""
    set_places(root, language, {_STAND_IN: (INSIDE, INSIDE)}, forms=("long", "short", "symbol"))
