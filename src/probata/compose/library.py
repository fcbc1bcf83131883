"""Sources, authorities and instruments of a case as the citation stage takes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from probata.citation import Authority, Library, Words, statements_on_persons
from probata.compose.cited_authority import (
    cited_authority,
    cited_instrument,
    cited_law,
    cited_un_document,
    is_foreign_law,
    is_un_document,
    printed_by,
    with_its_gazette,
)
from probata.compose.printer import item
from probata.document.inlines import CiteItem
from probata.graph.case_graph import CaseGraph
from probata.law import Catalogue
from probata.messages import Wording
from probata.model.dates import Point, When
from probata.model.source_record import NAMED_BY_PERSONS, Author, Source, without_word_of_pages

_CSL_FIELDS = {
    "short_title": "title-short",
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "collection_number": "collection-number",
    "edition": "edition",
    "genre": "genre",
    "event_title": "event-title",
    "event_place": "event-place",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "number_of_pages": "number-of-pages",
    "number": "number",
    "section": "section",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "medium": "medium",
    "language": "language",
}


_IN_PAPERS = frozenset({"article-newspaper", "article-magazine", "article-journal"})
_IN_BOOKS = frozenset({"chapter", "paper-conference"})
_IN_VOLUMES = frozenset({"article-magazine", "article-journal"}) | _IN_BOOKS
"""Parts that are found by the volume, issue or pages of what they stand in, which styles print behind its name."""


def build_library(graph: CaseGraph, catalogue: Catalogue, wording: Wording) -> Library:
    """Return what may be cited in the case, with the words of one language."""
    printed = printed_by(graph)
    authorities = _authorities(graph, printed, wording.language)
    instruments = {key: cited_instrument(found) for key, found in catalogue.instruments.items()}
    return Library(
        sources={s.id: csl_item(s, wording) for s in graph.sources if s.id not in {*authorities, *printed}},
        cited_in={printed.get(s.id, s.id): cited for s in graph.sources if (cited := _known_through(s, printed))},
        authorities={**instruments, **authorities},
        untitled=frozenset(source.id for source in graph.sources if source.is_untitled),
        nameless=frozenset(source.id for source in graph.sources if source.is_nameless),
        recordings=frozenset(source.id for source in graph.sources if source.is_recording),
        same=printed,
        exhibits=_exhibits(graph, printed),
        remarks={printed.get(s.id, s.id): remark for s in graph.sources if (remark := _remark(s, wording))},
    )


def _authorities(graph: CaseGraph, printed: Mapping[str, str], language: str) -> dict[str, Authority]:
    """Return the authorities of the case, with the laws and documents of the United Nations among its sources."""
    others = [source for source in graph.sources if source.id not in printed]
    laws = {one.id: cited_law(one, language) for one in others if is_foreign_law(one)}
    documents = {one.id: cited_un_document(one, language) for one in others if is_un_document(one)}
    found = {one.id: cited_authority(one) for one in graph.authorities}
    for record in graph.authorities:
        if source := graph.find("sources", Source, record.source or ""):
            found[record.id] = with_its_gazette(found[record.id], source, language)
    return laws | documents | found


def csl_item(source: Source, wording: Wording) -> dict[str, Any]:
    """Return a source as a CSL-JSON item; a title in another language gets its translation in square brackets."""
    item: dict[str, Any] = {"id": source.id, "type": source.type}
    for field, key in _CSL_FIELDS.items():
        if value := getattr(source, field):
            item[key] = value
    if source.page:
        item["page"] = without_word_of_pages(source.page)
    if source.container_title_short:
        item.setdefault("container-title", source.container_title_short)
    _name_work(item, source, wording)
    if source.url:
        item["URL"] = source.url
    if source.event_title:
        item["event"] = source.event_title  # what CSL 1.0 calls it, and many styles still ask for
    for role in ("author", "editor", "translator", "recipient", "interviewer"):
        if names := getattr(source, role):
            item[role] = [_name(author) for author in names]
    for field, key in (("issued", "issued"), ("accessed", "accessed"), ("event_date", "event-date")):
        if when := getattr(source, field):
            item[key] = _date(when)
    if source.archive_url:
        item["archive"] = source.archive_url
    return item


def _name_work(item: dict[str, Any], source: Source, wording: Wording) -> None:
    if source.is_titled_in(wording.language):
        item["language"] = wording.language  # or the style would give a translation the capitals of the original
    if title := _title(source, item, wording):
        item["title"] = title
    if _is_said_in(source.number, source.title):
        item.pop("number")  # “Bulletin 1/2022 … 1/2022 12”: said twice, and run into the pinpoint
    if source.type == "personal_communication":
        item.setdefault("genre", wording.label("source.personal_communication"))


def _is_said_in(number: str | None, title: str | None) -> bool:
    return (
        bool(number and title)
        and re.search(rf"(?<![\w/.-]){re.escape(number or '')}(?![\w/-])", title or "") is not None
    )


def _title(source: Source, item: dict[str, Any], wording: Wording) -> str:
    """Return the title with its translation in brackets; a description where there is none, letters excepted."""
    if not source.is_untitled:
        translated = f" [{source.translated_title}]" if source.translated_title else ""
        return f"{source.title or ''}{translated}".strip()
    # A work known by its address only still needs a name, or its later citations would be bare numbers.
    item.pop("language", None)  # or the style would give an address the capitals of an English title
    described = _described(source, wording)
    if "container-title" in item and source.type in _IN_VOLUMES and (source.volume or source.issue or source.page):
        item.setdefault("title-short", described)  # of many without a title, later notes tell it by where it stands
        return f"[{wording.label('source.untitled')}]"
    item.pop("container-title", "")
    item.pop("container-title-short", "")
    return described


def _described(source: Source, wording: Wording) -> str:
    """Return what calls a work without a title: its description, else its place, as `[article in Ostamar Courier]`.

    An address is named without its scheme: Pandoc makes a link of any other, which would be taken for the live address,
    and have the archived copy behind it.
    """
    if source.described:
        return source.described
    place = re.sub("^https?://", "", source.place, flags=re.IGNORECASE)
    if not place:
        return f"[{wording.label('source.untitled')}]"
    kind = "article_in" if source.type in _IN_PAPERS else "chapter_in" if source.type in _IN_BOOKS else "page_at"
    return f"[{wording.label(f'source.{kind}', place=place)}]"


def _name(author: Author) -> dict[str, str]:
    if author.literal or not (author.family or author.given):
        return {"literal": author.literal or ""}
    return {key: value for key, value in (("family", author.family), ("given", author.given)) if value}


def _date(when: When) -> dict[str, Any]:
    points = [point for point in (when.start, when.end if when.is_period else None) if point]
    date: dict[str, Any] = {"date-parts": [_parts(point) for point in points]}
    return date | ({"circa": True} if any(point.approximate for point in points) else {})


def _parts(point: Point) -> list[int]:
    return [point.year, *([point.month] if point.month else []), *([point.day] if point.day else [])]


def _known_through(source: Source, printed: Mapping[str, str]) -> tuple[CiteItem, ...]:
    if source.held not in {"cited_in", "not_located"} or not source.cited_in:
        return ()
    through = item(source.cited_in[0])
    return (replace(through, key=printed.get(through.key, through.key)),)


def _remark(source: Source, wording: Wording) -> str:
    return wording.label(f"source.{source.held}") if source.held in {"on_file", "on_request", "not_located"} else ""


def _exhibits(graph: CaseGraph, printed: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the marks under which sources are exhibited, by the id of the source or of the authority it prints."""
    found: dict[str, tuple[str, ...]] = {}
    for exhibit in graph.exhibits:
        if exhibit.source:
            key = printed.get(exhibit.source, exhibit.source)
            found[key] = (*found.get(key, ()), exhibit.mark)
    return found


# How notes call the items of the evidence schedule: by their short titles, or by author and the first words.

_END = re.compile(r"\s*[:;(\[]|\s[-–—]\s|(?:(?<=\d\d)|(?<=[^\W\d_]{5}))\.\s")
"""Ends the part of a title by which a work is called; the stop of an initial or of a short word, `Sra.`, does not."""
_FEW = 2
"""Words of a title behind which it goes on over a comma: `Ismeren Tovalka, biography`."""


def short_names(graph: CaseGraph, wording: Wording, words: Words) -> Mapping[str, str]:
    """Return the name of each source by the id of its work; empty for what has the name of an authority.

    It is the short title that is recorded; else a person who has made one work alone; else the title.
    """
    printed = printed_by(graph)
    authors = Counter(_author(one) for one in graph.sources)
    found: dict[str, str] = {}
    for one in graph.sources:
        author = _author(one)
        is_law = one.id in printed or is_foreign_law(one) or is_un_document(one)
        name = "" if is_law else author if author and authors[author] == 1 else _short_title(one, wording, words)
        found[printed.get(one.id, one.id)] = one.short_title or name
    return found


def _author(source: Source) -> str:
    """Return the name of the person who made a work; nobody for letters and interviews, which name two persons."""
    first = source.author[0] if source.author and not _is_stated_by_persons(source) else None
    return (first.family or "") if first else ""


def _short_title(source: Source, wording: Wording, words: Words) -> str:
    if _is_stated_by_persons(source):
        return statements_on_persons(csl_item(source, wording), words)
    if source.is_untitled and not source.described:
        return source.place or wording.label("source.untitled")
    title = _END.split(source.translated_title or source.title or source.described or "", maxsplit=1)[0]
    first = title.partition(", ")[0]
    return first if len(first.split()) > _FEW else title


def _is_stated_by_persons(source: Source) -> bool:
    return source.type in NAMED_BY_PERSONS and bool(source.author) and not (source.title or source.translated_title)
