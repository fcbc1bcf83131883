"""Authorities of a case and instruments of the catalogue as the citation stage takes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from probata.citation import Authority as CitedAuthority
from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Inlines, Language, Text
from probata.graph.case_graph import CaseGraph
from probata.law import Instrument
from probata.markup import Placeholders, parse_markdown
from probata.model.authority import Authority, PublishedIn
from probata.model.dates import When
from probata.model.source_record import Source


def inlines_of(markdown: str) -> Inlines:
    """Return a line of Markdown, such as an official citation, as inlines."""
    blocks = parse_markdown(markdown, Placeholders(), Span("")).blocks
    first = blocks[0] if blocks else None
    return first.inlines if isinstance(first, Paragraph) else (Text(markdown),)


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


def dates_of(whens: Mapping[str, When | None]) -> tuple[dict[str, Inlines], dict[str, tuple[int, ...]], frozenset[str]]:
    """Return periods as text, days by their names, and the names of days that are not exact."""
    periods = {key: literal(when.text.replace("/", "–")) for key, when in whens.items() if when and when.is_period}
    points = {key: when.start for key, when in whens.items() if when and when.start and not when.is_period}
    days = {key: tuple(part for part in (point.year, point.month, point.day) if part) for key, point in points.items()}
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


# Laws of other States that a case records as sources, as the citation stage takes them: legal authorities.

FOREIGN_LAW = "foreign_law"
"""The form by which they are cited."""

_OF_UNITED_KINGDOM = frozenset(
    {"united kingdom", "united kingdom of great britain and northern ireland", "great britain", "uk", "u.k.", "gb",
     "gbr", "england", "england and wales", "royaume-uni", "reino unido"}
)  # fmt: skip
_STATUTORY_INSTRUMENT = re.compile(r"(?:S\.?I\.?\s)?(\d{4})(?:/|\sNo\.?\s)(\d+)", re.IGNORECASE)


def is_foreign_law(source: Source) -> bool:
    """Tell a law whose State is recorded: CSL has no form for it, and its styles lose the number, gazette or title."""
    return source.type == "legislation" and bool(source.country) and bool(source.title or source.translated_title)


def cited_law(source: Source, language: str) -> CitedAuthority:
    """Return a law with its translated title; `language` is that of the document.

    An Act or statutory instrument of the United Kingdom is cited as such, by its short title with the year.
    """
    texts, dates, about = _known(source, language)
    if (source.country or "").strip().casefold() not in _OF_UNITED_KINGDOM or "native" in texts:
        return CitedAuthority(FOREIGN_LAW, texts, dates, about)
    named = {"name": literal(_with_year(source))}
    if number := _STATUTORY_INSTRUMENT.fullmatch((source.number or "").strip()):
        return CitedAuthority("statutory_instrument", named | {"number": literal(f"SI {number[1]}/{number[2]}")})
    return CitedAuthority("statute", named)


def with_its_gazette(authority: CitedAuthority, source: Source, language: str) -> CitedAuthority:
    """Return a law of another State with what the source that prints it adds; what it has itself stands.

    Other authorities are as they were: the country in which a judgment was published is not the State that it concerns.
    """
    if authority.form != FOREIGN_LAW:
        return authority
    texts, dates, about = _known(source, language)
    texts = {key: text for key, text in texts.items() if key not in {"name", "short", "number"}}
    return replace(
        authority,
        texts={**texts, **authority.texts},
        dates={**dates, **authority.dates},
        about=authority.about | (about - authority.dates.keys()),
    )


def printed_by(graph: CaseGraph) -> Mapping[str, str]:
    """Return the authority that each source prints, by the id of the source: both are cited as one work.

    A source that prints several authorities, as one issue of a gazette may, is a work of its own; so is, for the
    readers of a forum, one that is not shown to them.
    """
    named = Counter(record.source for record in graph.authorities if record.source)
    shown = {source.id for source in graph.sources}
    return {
        record.source: record.id
        for record in graph.authorities
        if record.source in shown and record.source and named[record.source] == 1
    }


def _known(source: Source, language: str) -> tuple[dict[str, Inlines], dict[str, tuple[int, ...]], frozenset[str]]:
    name = source.translated_title or source.title or ""
    number = source.number or ""
    found = {
        "name": name,
        "short": number if name.startswith(number) and number else name,
        "number": number,
        "state": source.country or "",
        "gazette": source.container_title or "",
        "issue": source.issue or "",
        "url": source.url or "",
    }
    texts = {key: literal(text) for key, text in found.items() if text}
    if source.translated_title and source.title:
        texts["native"] = in_its_language(source, source.title, language)
    periods, dates, about = dates_of({"published": None if _is_stated(source) else source.issued})
    return texts | periods, dates, about


def _with_year(source: Source) -> str:
    title = source.translated_title or source.title or ""
    year = str(source.issued.start.year) if source.issued and source.issued.start else ""
    return title if not year or re.search(r"\b\d{4}\b", title) else f"{title} {year}"


def _is_stated(source: Source) -> bool:
    """Tell whether the title has the year, and no gazette or day is there of which the date would say more."""
    point = source.issued.start if source.issued and not source.issued.is_period else None
    if point is None or point.month or source.container_title:
        return False
    return re.search(rf"\b{point.year}\b", source.translated_title or source.title or "") is not None


def in_its_language(source: Source, title: str, language: str) -> Inlines:
    """Return the title of a source marked with the language that it is in; unmarked where none is recorded."""
    tag = language if source.is_titled_in(language) else source.language
    return (Language(tag, literal(title)),) if tag else literal(title)


# Documents of the United Nations that a case records as sources, as the citation stage takes them: authorities.

UN_DOCUMENT = "un_document"
"""The form by which they are cited."""

_SYMBOL = re.compile(
    r"(?:A/(?:\d{1,3}/|HRC/|RES/|CONF\.|AC\.|C\.\d|ES-|INF/|BUR/|CN\.)|S/(?:\d{4,5}/|RES/|PRST/|PV\.|AC\.|INF/)"
    r"|E/(?:\d{4}/|CN\.|C\.\d|RES/|ESCWA/|ECE/)|ST/[A-Z]|HRI/|(?:CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)/(?:C|OP|SP)/)"
    r"[A-Za-z0-9./() -]*\d|(?:A/\d{1,4}|S/\d{1,5})$"
)
_TYPES = frozenset({"report", "document", "webpage", "book", "manuscript"})


def is_un_document(source: Source) -> bool:
    """Tell a document that has a symbol of the United Nations for its number: CSL styles print it bare, or lose it.

    The symbols are those of the principal organs and the treaty bodies ("United Nations Document Symbols", Dag
    Hammarskjöld Library). A number that has another shape, `A-45/13`, `A/B` or `A/2019/17`, is that of some other
    series: those of the General Assembly count its sessions, and no years.
    """
    return source.type in _TYPES and not source.is_untitled and bool(_SYMBOL.match(source.number or ""))


def cited_un_document(source: Source, language: str) -> CitedAuthority:
    """Return a document by the body that issued it, its title with the translation in brackets, symbol and date."""
    body = ", ".join(one.whole for one in source.author)
    found = {
        "short": source.short_title or "",
        "court": body,
        "symbol": (source.number or "").strip(),
        "url": source.url or "",
    }
    periods, dates, about = dates_of({"date": source.issued})
    texts = {key: literal(text) for key, text in found.items() if text}
    return CitedAuthority(UN_DOCUMENT, {"name": _title(source, language), **texts, **periods}, dates, about, group=body)


def _title(source: Source, language: str) -> Inlines:
    translated = _without_symbol(source, source.translated_title or "")
    if not source.title:
        return literal(translated)
    title = in_its_language(source, _without_symbol(source, source.title), language)
    return (*title, *literal(f" [{translated}]")) if translated else title


def _without_symbol(source: Source, title: str) -> str:
    """Return a title without the symbol before, behind or in brackets, which is printed anyway.

    Library catalogues have it in the title. Inside a sentence it stays, and where a title is nothing else.
    """
    symbol = rf"(?:(?:UN|U\.N\.) (?:Docs?\.? )?)?{re.escape((source.number or '').strip())}(?!\w|/|\.\w)"
    told_twice = re.compile(rf"\s*[(\[]{symbol}[)\]]|[\s,;:.–—-]+{symbol}\.?$|^{symbol}\s*[:,;–—-]+\s*")
    return told_twice.sub("", title).strip() or title
