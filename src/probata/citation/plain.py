"""Citations without a citation style, for the day when Pandoc does not run: a draft always builds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton

from probata.citation.archived import with_archived_copies
from probata.citation.library import Library
from probata.citation.parts import Asked, Reference
from probata.citation.pinpoints import place_without_style
from probata.citation.references import curled
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
    pinpoint = f", {place_without_style(reference.locator, words)}" if reference.locator else ""
    after = pinpoint + reference.suffix
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


def date_in_words(when: Mapping[str, Any], language: str) -> str:
    """Write a date of CSL-JSON as precisely as it is recorded: a day, a month, a year, or two of them with a dash."""
    return "–".join(_point(tuple(int(part) for part in parts), language) for parts in when["date-parts"])


def _point(parts: tuple[int, ...], language: str) -> str:
    if len(parts) == 1:
        return str(parts[0])
    locale = Locale.parse("en_GB" if language == "en" else language)
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return format_date(day, "long", locale) if len(parts) > 2 else format_skeleton("yMMMM", day, locale=locale)
