"""Laws of other States that a case records as sources, as the citation stage takes them: legal authorities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from probata.citation import Authority
from probata.compose.cited_authority import dates_of, literal
from probata.document.inlines import Inlines, Language
from probata.graph.case_graph import CaseGraph
from probata.model.source_record import Source

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


def cited_law(source: Source, language: str) -> Authority:
    """Return a law with its translated title; `language` is that of the document.

    An Act or statutory instrument of the United Kingdom is cited as such, by its short title with the year.
    """
    texts, dates, about = _known(source, language)
    if (source.country or "").strip().casefold() not in _OF_UNITED_KINGDOM or "native" in texts:
        return Authority(FOREIGN_LAW, texts, dates, about)
    named = {"name": literal(_with_year(source))}
    if number := _STATUTORY_INSTRUMENT.fullmatch((source.number or "").strip()):
        return Authority("statutory_instrument", named | {"number": literal(f"SI {number[1]}/{number[2]}")})
    return Authority("statute", named)


def with_its_gazette(authority: Authority, source: Source, language: str) -> Authority:
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
    periods, dates, about = dates_of({"published": None if _is_told(source) else source.issued})
    return texts | periods, dates, about


def _with_year(source: Source) -> str:
    title = source.translated_title or source.title or ""
    year = str(source.issued.start.year) if source.issued and source.issued.start else ""
    return title if not year or re.search(r"\b\d{4}\b", title) else f"{title} {year}"


def _is_told(source: Source) -> bool:
    """Tell whether the title has the year, and no gazette or day is there of which the date would say more."""
    point = source.issued.start if source.issued and not source.issued.is_period else None
    if point is None or point.month or source.container_title:
        return False
    return re.search(rf"\b{point.year}\b", source.translated_title or source.title or "") is not None


def in_its_language(source: Source, title: str, language: str) -> Inlines:
    """Return the title of a source marked with the language that it is in; unmarked where none is recorded."""
    tag = language if source.is_titled_in(language) else source.language
    return (Language(tag, literal(title)),) if tag else literal(title)
