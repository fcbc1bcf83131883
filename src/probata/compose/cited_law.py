"""Laws of other States that a case records as sources, as the citation stage takes them: legal authorities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from probata.citation import Authority
from probata.compose.cited_authority import dates_of, literal
from probata.document.inlines import Inlines, Language
from probata.graph.case_graph import CaseGraph
from probata.model.language import same_language
from probata.model.source_record import Source


def is_foreign_law(source: Source) -> bool:
    """Tell a law whose State is recorded: CSL has no form for it, and its styles lose the number, gazette or title."""
    return source.type == "legislation" and bool(source.country) and bool(source.title or source.translated_title)


def cited_law(source: Source, language: str) -> Authority:
    """Return a law with its translated title; `language` is that of the document."""
    return Authority("foreign_law", *_known(source, language))


def with_its_gazette(authority: Authority, source: Source, language: str) -> Authority:
    """Return an authority with what the source that prints it adds; what it has itself stands."""
    texts, dates, about = _known(source, language)
    texts = {key: text for key, text in texts.items() if key not in {"name", "short", "number"}}
    if "name" in authority.texts and "native" in authority.texts:
        texts.pop("native", None)
    return replace(
        authority,
        texts={**texts, **authority.texts},
        dates={**dates, **authority.dates},
        about=authority.about | (about - authority.dates.keys()),
    )


def printed_by(graph: CaseGraph) -> Mapping[str, str]:
    """Return the authority that each source prints, by the id of the source: both are cited as one work."""
    return {record.source: record.id for record in graph.authorities if record.source}


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
    is_told = any("title" in told for tag, told in source.translations.items() if same_language(tag, language))
    tag = language if is_told else source.language
    return (Language(tag, literal(title)),) if tag else literal(title)
