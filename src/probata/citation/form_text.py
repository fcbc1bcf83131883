"""The small language in which citation styles write the form of an authority: words, fields and italics.

A form is a list of segments. A segment is text with fields in braces, `" App no {number}"`, and with italics between
asterisks, `"*{name}*"`. A segment is printed where every field in it is known, else left out. In the place
of a segment may stand a list of them: the first that can be printed is. Values are put in after the text was read, so
nothing in a value is ever taken for a field or for italics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from probata.document.foreign import ForeignText
from probata.document.inlines import Emph, Inline, Inlines, Text

_PIECES = re.compile(r"\{([a-z_]+)\}|([*])|([^{}*]+)|([{}])")


class FormTextError(ValueError):
    """A segment cannot be read; `str()` says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, or the place of a field."""

    text: str
    is_field: bool
    is_italic: bool


Segment = tuple[Piece, ...]
Alternatives = tuple[Segment, ...]
Form = tuple[Alternatives, ...]


def read_form(segments: Sequence[str | Sequence[str]]) -> Form:
    """Read the segments of a form. Raises `FormTextError`."""
    return tuple(
        (_segment(found),) if isinstance(found, str) else tuple(_segment(one) for one in found) for found in segments
    )


def fields_of(form: Form) -> frozenset[str]:
    """Return the names of all fields that a form has a place for."""
    return frozenset(piece.text for segments in form for one in segments for piece in one if piece.is_field)


def fill(form: Form, values: Mapping[str, Inlines]) -> Inlines:
    """Print a form with what is known; an empty value counts as unknown."""
    written: list[Inline] = []
    for alternatives in form:
        fitting = (segment for segment in alternatives if _is_known(segment, values))
        written += _written(next(fitting, ()), values)
    return tuple(_joined(written))


def _segment(text: str) -> Segment:
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    italic = False
    for field, star, words, brace in _PIECES.findall(text):
        if brace:
            raise FormTextError(f"`{text}` has a brace that names no field: a field is written `{{name}}`")
        if star:
            italic = not italic
        else:
            yield Piece(field or words, bool(field), italic)
    if italic:
        raise FormTextError(f"`{text}` has an asterisk without its pair")


def _is_known(segment: Segment, values: Mapping[str, Inlines]) -> bool:
    return all(values.get(piece.text) for piece in segment if piece.is_field)


def _written(segment: Segment, values: Mapping[str, Inlines]) -> Iterator[Inline]:
    for is_italic, pieces in groupby(segment, key=lambda piece: piece.is_italic):
        inner: list[Inline] = []
        for piece in pieces:
            inner += values[piece.text] if piece.is_field else [Text(piece.text)]
        if is_italic:
            yield Emph(tuple(_joined(inner)))
        else:
            yield from inner


def _joined(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Join words that stand side by side, so that a reader of the tree finds them in one piece."""
    last: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and inline.origin is None and not isinstance(inline.text, ForeignText):
            last = Text(last.text + inline.text) if last else inline
            continue
        if last:
            yield last
            last = None
        yield inline
    if last:
        yield last
