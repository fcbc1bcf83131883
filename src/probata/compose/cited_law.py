"""Laws of other States that a case records as sources, as the citation stage takes them: legal authorities."""

from __future__ import annotations

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


def is_foreign_law(source: Source) -> bool:
    """Tell a law whose State is recorded: CSL has no form for it, and its styles lose the number, gazette or title."""
    return source.type == "legislation" and bool(source.country) and bool(source.title or source.translated_title)


def cited_law(source: Source, language: str) -> Authority:
    """Return a law with its translated title; `language` is that of the document."""
    return Authority(FOREIGN_LAW, *_known(source, language))


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
        texts["native"] = _native(source, source.title, language)
    periods, dates, about = dates_of({"published": source.issued})
    return texts | periods, dates, about


def _native(source: Source, title: str, language: str) -> Inlines:
    tag = language if source.is_titled_in(language) else source.language
    return (Language(tag, literal(title)),) if tag else literal(title)
