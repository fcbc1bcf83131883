"""How one manual cites legal authorities: a TOML file in `styles/`, or beside a forum; see `styles/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from probata.document.foreign import ForeignText
from probata.document.inlines import Emph, Inline, Inlines, Text

# The small language in which citation styles write the form of an authority: words, fields and italics. Values are put
# in after the text was read, so nothing in a value is ever taken for a field or for italics.

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
    for name, star, words, brace in _PIECES.findall(text):
        if brace:
            raise FormTextError(f"`{text}` has a brace that names no field: a field is written `{{name}}`")
        if star:
            italic = not italic
        else:
            yield Piece(name or words, bool(name), italic)
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


PinpointText = tuple[str, str]
"""The form for one place and the form for several."""


@dataclass(frozen=True, slots=True)
class PlaceForms:
    """How places in one class of works are written, by type."""

    first: Mapping[str, PinpointText]
    further: Mapping[str, PinpointText]
    """Types that are written otherwise behind another place; all other have a comma there, or marks of their own."""


@dataclass(frozen=True, slots=True)
class FormsOfKind:
    """How one kind of authority is cited."""

    full: Form
    later: Form = ()
    within: int = 0
    """The later form only where it was cited in one of so many notes before; 0: at any distance."""


@dataclass(frozen=True, slots=True)
class Ibid:
    """How what was cited just before is cited again."""

    form: Form = ()
    comma: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Signals:
    """How *see* and its like are written."""

    italic: bool = False
    small: tuple[str, ...] = ()
    """Those that have no capital at the start of a note either."""

    words: Mapping[str, str] = field(default_factory=dict)
    """How a signal is spelled; one that is not here is left as it is typed."""

    kinds: tuple[tuple[str, ...], ...] = ()
    """Kinds of signals, of which each has sentences of its own in a note; one that stands in none is of the first."""


@dataclass(frozen=True, slots=True)
class LegalStyle:
    """One manual, in one language."""

    id: str
    name: str
    csl: str
    verified: bool
    remark: str
    read_on: str
    versus: str = "v"
    ibid: Ibid = field(default_factory=Ibid)
    signals: Signals = field(default_factory=Signals)
    before_last: str = ""
    """What stands before the last of several works in one note; empty: the same as between the others."""

    places_of_sources: Mapping[str, PinpointText] = field(default_factory=dict)
    """How places in works of other kinds are called, by type; of a type that is not there, as the CSL style does."""

    short_journals: bool = False
    """Whether the CSL style abbreviates journals, so that an abbreviation is wanted of each."""

    before_numbers: tuple[str, ...] = ()
    """Words behind which no line is broken before a number, besides those of the language."""

    shortens_pages: bool = False
    range_mark: str = "–"
    before_last_place: str = ""
    """What stands before the last of several places, `9 et 16`; empty: a comma, as between the others."""

    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    months: tuple[str, ...] = ()
    """The twelve names of months, where they are not those of the language."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    stops_at_home: Mapping[str, bool] = field(default_factory=dict)
    pinpoints: Mapping[str, Mapping[str, PinpointText]] = field(default_factory=dict)
    later_pinpoints: Mapping[str, PinpointText] = field(default_factory=dict)
    further_pinpoints: Mapping[str, Mapping[str, PinpointText]] = field(default_factory=dict)
    further_in_sources: Mapping[str, PinpointText] = field(default_factory=dict)
    """How places behind another are written in sources of other kinds, where not as in documents; by type."""

    forms: Mapping[str, FormsOfKind] = field(default_factory=dict)

    def of_kind(self, kind: str) -> FormsOfKind:
        """Return how a kind of authority is cited."""
        return self.forms.get(kind) or self.forms["other"]

    def places(self, kind: str, own: Mapping[str, PinpointText] | None = None) -> PlaceForms:
        """Return how places in a class of works are written, `own` before what the class says."""
        return PlaceForms({**self.pinpoints.get(kind, {}), **(own or {})}, self.further_pinpoints.get(kind, {}))
