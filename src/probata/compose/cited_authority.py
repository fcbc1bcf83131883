"""Authorities of a case and instruments of the catalogue as the citation stage takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from probata.citation import Authority as CitedAuthority
from probata.compose.line_of_markdown import inlines_of
from probata.document.inlines import Inlines, Language, Text
from probata.law import Instrument
from probata.model.authority import Authority
from probata.model.cited_form import PublishedIn
from probata.model.dates import Point, When

_TEXTS = (
    "name", "short", "abbreviation", "court", "number", "symbol", "parties", "known_as", "phase", "document",
    "chamber", "neutral_citation", "report", "registration", "state", "gazette", "code", "code_sections", "url",
)  # fmt: skip
_OF_INSTRUMENTS = (
    "short", "abbreviation", "number", "parties", "known_as", "court", "symbol", "registration", "code",
    "code_sections",
)  # fmt: skip
_DATES = ("date", "adopted", "opened", "in_force")


def cited_authority(record: Authority) -> CitedAuthority:
    """Return an authority of the case with what its record says of it."""
    texts = dict(_texts(record, _TEXTS))
    if record.native:
        native = literal(record.native.text)
        texts["native"] = (Language(record.native.lang, native),) if record.native.lang else native
    periods, dates, about = dates_of({key: getattr(record, key) for key in _DATES})
    return CitedAuthority(
        record.cited_by,
        {**texts, **periods, **_published(record.published_in)},
        dates,
        about,
        inlines_of(record.citation) if record.citation else (),
        record.court or "",
    )


def cited_instrument(instrument: Instrument) -> CitedAuthority:
    """Return an instrument of the catalogue."""
    texts = {
        "name": literal(instrument.cited_title or instrument.title.removeprefix("The ")),
        **dict(_texts(instrument, _OF_INSTRUMENTS)),
    }
    days = {"date": instrument.date, "adopted": instrument.adopted}
    days["in_force"] = instrument.in_force.day if instrument.in_force else None
    dates = {key: tuple(int(part) for part in day.split("-")) for key, day in days.items() if day}
    stated = inlines_of(instrument.citation) if instrument.citation else ()
    return CitedAuthority(instrument.form, {**texts, **_published(instrument.published_in)}, dates, stated=stated)


def dates_of(
    whens: Mapping[str, When | None],
) -> tuple[dict[str, Inlines], dict[str, tuple[int, ...]], frozenset[str]]:
    """Return periods as text, days by their names, and the names of days that are not exact."""
    periods = {key: literal(when.text.replace("/", "–")) for key, when in whens.items() if when and when.is_period}
    points = {key: when.start for key, when in whens.items() if when and when.start and not when.is_period}
    days = {key: _day(point) for key, point in points.items()}
    return periods, days, frozenset(key for key, point in points.items() if point.approximate)


def literal(text: str) -> Inlines:
    """Return a recorded text as it stands."""
    return (Text(text),)


def _texts(record: Authority | Instrument, names: tuple[str, ...]) -> Iterator[tuple[str, Inlines]]:
    return ((key, literal(text)) for key in names if (text := getattr(record, key)))


def _published(found: PublishedIn | None) -> Mapping[str, Inlines]:
    if found is None:
        return {}
    parts = {"series": found.series, "series_year": found.year, "volume": found.volume, "page": found.page}
    return {key: literal(text) for key, text in parts.items() if text}


def _day(point: Point) -> tuple[int, ...]:
    return tuple(part for part in (point.year, point.month, point.day) if part)
