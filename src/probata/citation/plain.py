"""Citations without a citation style, for the day when Pandoc does not run: a draft always builds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from probata.citation.archived import with_archived_copies
from probata.citation.library import Library
from probata.citation.parts import Asked, Reference
from probata.citation.patch_dates import date_in_words
from probata.citation.patch_places import time_in_words, words_of
from probata.citation.references import curled
from probata.citation.sentinels import with_marks_released
from probata.citation.words import Words
from probata.document.inlines import Inline, Inlines, Link, Text


def plain_citation(asked: Asked, library: Library, words: Words, delimiter: str) -> Inlines:
    """Write author, title, date and address of each source in full, with its pinpoint."""
    parts: list[Inline] = []
    for reference in asked.references if asked.shown else ():
        if asked.starts and not parts:
            reference = replace(reference, prefix=f"{reference.prefix[:1].upper()}{reference.prefix[1:]}")
        parts += [Text(delimiter)] if parts else []
        parts += _reference(reference, library.sources[reference.key], words)
    return tuple(parts)


def plain_entry(key: str, library: Library, words: Words) -> Inlines:
    """Write one source in full for a list of sources."""
    return _reference(Reference(key), library.sources[key], words)


def _reference(reference: Reference, item: Mapping[str, Any], words: Words) -> Inlines:
    authors = "" if reference.suppress_author else ", ".join(_name(name) for name in item.get("author", ()))
    title = curled(str(item.get("title", "")))
    named = ", ".join(part for part in (authors, f"‘{title}’" if title else "") if part)
    start = f"{reference.prefix} " if reference.prefix else ""
    text = f"{start}{named or reference.key} ({_date(item, words) or words.date_unknown})"
    pinpoint = f", {time_in_words(words_of(reference.locator), words.time)}" if reference.locator else ""
    after = with_marks_released(pinpoint) + reference.suffix
    url = str(item.get("URL", ""))
    if not url.startswith(("http://", "https://")):
        return (Text(text + after),)
    written = Text(f"{text} <"), Link(url, (Text(url),)), Text(f">{after}")
    return with_archived_copies(written, (item,), words)


def _name(name: Mapping[str, str]) -> str:
    parts = (name.get("given", ""), name.get("non-dropping-particle", ""), name.get("family", ""))
    return name.get("literal") or " ".join(part for part in parts if part)


def _date(item: Mapping[str, Any], words: Words) -> str:
    """Return the date in words, exactly as precise as it is recorded, and said to be about that where it is."""
    issued = item.get("issued", {})
    if not issued.get("date-parts"):
        return str(issued.get("literal", ""))
    written = date_in_words(issued, words.language)
    return words.circa.replace("{}", written) if issued.get("circa") else written
