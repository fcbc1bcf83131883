"""Which record a paragraph says something of, so that it is known again after somebody has written in it."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from probata.document.blocks import Heading, Paragraph, Picture, Quote, Row, Table
from probata.document.inlines import Inlines, Note, Text
from probata.document.origin import NOTHING, Origin
from probata.document.walk import child_inlines

DIGITS: Final = 12
"""Digits of a digest that stand for a field of a record: of ten thousand fields no two have the same."""
_OF_WORDS: Final = 8

Bearer = Paragraph | Heading | Quote | Table | Row | Picture
"""What may say of itself where it comes from."""


def comes_from(inlines: Inlines, *around: Bearer | Origin | None) -> Origin | None:
    """Return the record and field that a line of text comes from, or `None`.

    `around` are its block and what that stands in, the innermost first. The block says it, or the texts of the line, if
    all that name a field name one ("Posts of" before a name is a template's, but the line is about that person), or
    what the block stands in.
    """
    own = around[0] if around else None
    if origin := _of(own):
        return origin
    named = {origin for origin in _origins(inlines) if origin != NOTHING}
    if len(named) == 1:
        return named.pop()
    return next((origin for one in around[1:] if (origin := _of(one))), None)


def tag_of(origin: Origin, words: str) -> str:
    """Return what the number of a content control stands for: digests of the field and of the words that it holds.

    They are for the team alone, and no file that goes out has them: an id is the team's own word, may name somebody
    whom the document may not, and whoever guesses it could make its digest too.
    """
    return f"probata:{digest_of(origin)}:{sha256(words.encode()).hexdigest()[:_OF_WORDS]}"


def digest_of(origin: Origin) -> str:
    """Return the digest that stands for a field of a record."""
    return sha256(f"{origin.record}#{origin.field}".encode()).hexdigest()[:DIGITS]


def _of(bearer: Bearer | Origin | None) -> Origin | None:
    return bearer if isinstance(bearer, Origin) or bearer is None else bearer.origin


def _origins(inlines: Inlines) -> list[Origin]:
    found: list[Origin] = []
    for inline in inlines:
        if isinstance(inline, Text) and inline.origin:
            found.append(inline.origin)
        elif not isinstance(inline, Note):
            found += _origins(child_inlines(inline))
    return found
