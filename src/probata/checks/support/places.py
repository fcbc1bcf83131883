"""How long a work is, whether citing it needs a place in it, and whether it can have the place that is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.citation import CitedForm, cited_forms
from probata.diagnostics import say
from probata.graph.case_graph import grouped
from probata.law import Instrument
from probata.model.authority import Authority, PublishedIn
from probata.model.citation import Pinpoint
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source, without_word_of_pages
from probata.source.shipped import shipped_yaml

# Ranges of numbers whose second is shortened: `112-9` is 112 to 119.

_RANGE = re.compile(r"(?<![\w.:/-])(\d{1,9})(\s*[-–]\s*)(\d{1,9})(?![\w:/]|[.–-]\w)")
_TEENS = 2
"""Figures of the numbers that are kept whole from 10 to 19."""


def ranges_in(value: str) -> Iterator[tuple[int, int]]:
    """Give the first and the last number of each range that a value names, a shortened one in full.

    What is no range of plain numbers gives none: `A-12`, `12.3-4`, a date such as `2022-05-19`.
    """
    for match in _RANGE.finditer(value):
        yield int(match[1]), int(_in_full(match[1], match[3]))


def _in_full(first: str, last: str) -> str:
    """Return the last number of a range, completed by the figures that it has from the first.

    As few figures are written as a reader needs, `23-4` and `132-6`, but numbers from 10 to 19 stay whole (New Hart's
    Rules, as https://tex.stackexchange.com/questions/504678 quotes them): so `12-9` is no range from 12 to 19. Other
    houses write `112-9`, and it cannot be read in two ways.
    """
    is_whole = len(last) >= len(first) or (len(first) == _TEENS and first.startswith("1"))
    return last if is_whole else first[: -len(last)] + last


# How long a work is, as far as its record says, and whether citing it needs a place in it.

SHORT = 3
"""Pages that a reader looks through without being told where."""

_LONG_TYPES = frozenset({"book", "report", "thesis", "legislation", "dataset"})
_LONG_AUTHORITIES = frozenset({"judgment", "decision", "un_report", "statute"})
_WHOLE_WORKS = frozenset({"book", "report", "thesis"})
"""Works whose `page`, where it is one number, is how many they have, and not where they stand in another."""
_NUMBERS = re.compile(r"^\d{1,9}(?:\s*(?:[-–,;&]|and)\s*\d{1,9})*$")
_TIME = re.compile(r"^(?:\d{1,3}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?$")
_BETWEEN_TIMES = re.compile(r"[-–&]|,\s|\band\b|\bto\b")
_OF_LIBRARIES = re.compile(r"([][\divxlcdm., ]+?)(?: ?(?:pages?|pp?\.?|S\.|s\.))?", re.IGNORECASE)
"""How libraries count pages, each run of numbers by its last: `xii, 240, 16 p.`; in brackets those without a number."""
_RUN = re.compile(r"(?<![\d[.,])(?!0)\d{1,3}(?:[.,]\d{3})+(?!\d)|(?<![\d[])[1-9]\d{0,5}(?![\d.])")
"""The last page of a run in figures, `240` or `1,240`."""
_COUNTED = re.compile(r"(?<!\w)(\d{1,9})[ -](?:pages?|pp)\b")


@lru_cache(maxsize=1024)
def numbers_in(value: str) -> tuple[int, ...]:
    """Return the pages that a value names, `341-7` as 341 and 347; none where it holds anything but figures."""
    if not _NUMBERS.match(value.strip()):
        return ()
    in_full = _RANGE.sub(lambda match: f"{match[1]}{match[2]}{_in_full(match[1], match[3])}", value)
    return tuple(map(int, re.findall(r"\d+", in_full)))


def pages_of(source: Source) -> tuple[int, int] | None:
    """Return the first and last page of a work by its `page`, or by their number; `None` where neither is recorded.

    The number is in `number_of_pages`, of several runs of numbers the longest, or in words in `medium`.
    """
    if found := numbers_in(source.page or ""):
        if len(found) == 1 and source.type in _WHOLE_WORKS:
            return 1, found[0]
        return (min(found), max(found)) if found[0] <= found[-1] else None
    counted, runs = (
        _COUNTED.search(source.medium or ""),
        _OF_LIBRARIES.fullmatch((source.number_of_pages or "").strip()),
    )
    last = max((int(re.sub(r"\D", "", run)) for run in _RUN.findall(runs[1])), default=0) if runs else 0
    last = last or (int(counted[1]) if counted else 0)
    return (1, last) if last else None


def is_long(work: Source | Authority) -> bool:
    """Tell whether a reader must be told where in a work to look."""
    if isinstance(work, Authority):
        return work.kind in _LONG_AUTHORITIES
    pages = pages_of(work)
    return pages[1] - pages[0] >= SHORT if pages else work.type in _LONG_TYPES


def seconds_in(value: str) -> int | None:
    """Return the seconds of a time such as `00:03:10` or `3:10`; of a range or list of its last; `None` for another."""
    last = _BETWEEN_TIMES.split(value)[-1].strip()
    if not _TIME.match(last):
        return None
    hours, minutes, seconds = (int(float(part.replace(",", "."))) for part in f"0:{last}".split(":")[-3:])
    return hours * 3600 + minutes * 60 + seconds


_EXTRACT = re.compile(r"\b(?:extracts?|excerpts?|pages?|pp?\.|part of|parts of|extraits?|extractos?)", re.IGNORECASE)
_RANGES = re.compile(r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?(?:,\s*\d{1,6}(?:\s*[-–]\s*\d{1,6})?)*")
"""Pages as `read_in_part` names them: `1-40, 55`."""
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|djvu|epub)(?:$|[?#])", re.IGNORECASE)


class OddPlace(NamedTuple):
    """Why a work cannot have a place, or is not likely to."""

    why: str
    """What a finding says behind "and"."""
    is_note: bool = False
    """Whether such a work may have it all the same."""


def why_not_of_source(case: CheckInput, source: Source, place: Pinpoint) -> OddPlace | None:
    """Say why a source cannot have a place; `None` where it may, and for words that are no place, as `at length`."""
    if place.type == "timecode" and not any(map(str.isdigit, place.value)):
        return None
    if place.type == "page" and _is_unread(source, place):
        return OddPlace(f"its record says that {say.words(source.read_in_part)} of it was read")
    if place.type == "page" and (length := _length(case, source)):
        return _beyond(length, place)
    if odd := _by_type(case, source, place):
        return odd
    if place.type == "timecode":
        ends, cited = seconds_in(source.duration or ""), seconds_in(place.value)
        is_later = ends and cited and cited > ends
        return OddPlace(f"its record gives it a duration of {source.duration}") if is_later else None
    if place.type == "row" and source.type == "dataset":
        # The heading may count as a row.
        tables = (one for one in case.tables.values() if any(c.source == source.id for c in one.dataset.citations))
        most = max((len(table.rows) for table in tables), default=0)
        if most and max(numbers_in(place.value), default=0) > most + 1:
            return OddPlace(f"the table taken from it has {most} rows")
    return None


def _is_unread(source: Source, place: Pinpoint) -> bool:
    """Tell whether a page is not among those that were read; of what was read in other words nothing is known."""
    read = without_word_of_pages(source.read_in_part or "")
    if not _RANGES.fullmatch(read):
        return False
    ranges = [[int(page) for page in re.findall(r"\d+", one)] for one in read.split(",")]
    return not all(any(one[0] <= number <= one[-1] for one in ranges) for number in numbers_in(place.value))


def _length(case: CheckInput, source: Source) -> tuple[int, int, str] | None:
    """Return the first and last page of a source with how a finding says it; `None` where neither is recorded."""
    if pages := pages_of(source):
        return (*pages, f"its record gives pages {pages[0]} to {pages[1]}")
    exhibit = _exhibit_of(case, source)
    if exhibit is None or _EXTRACT.search(exhibit.description):
        return None
    return 0, exhibit.pages or 0, f"exhibit {say.words(exhibit.mark)}, which reproduces it, has {exhibit.pages} pages"


def _beyond(length: tuple[int, int, str], place: Pinpoint) -> OddPlace | None:
    first, last, why = length
    return None if all(first <= number <= last for number in numbers_in(place.value)) else OddPlace(why)


def _exhibit_of(case: CheckInput, source: Source) -> Exhibit | None:
    """Return the first exhibit with a number of pages that reproduces a source."""
    by_source = case.once("exhibits with pages", lambda: _with_pages(case))
    return next(iter(by_source.get(source.id, ())), None)


def _with_pages(case: CheckInput) -> Mapping[str, tuple[Exhibit, ...]]:
    return grouped((one for one in case.graph.exhibits if one.pages), lambda one: one.source or "")


def _by_type(case: CheckInput, source: Source, place: Pinpoint) -> OddPlace | None:
    if source.medium:
        return None
    # A file has pages of its own, or an exhibit gives it some.
    is_file = any(_FILE.search(one or "") for one in (source.url, source.url_as_printed, source.archive_url))
    for rule in shipped_yaml("checks.support", "places_of_sources.yaml"):
        is_meant = source.type in rule["types"] and place.type in rule["places"]
        if is_meant and not (rule.get("unless") == "file" and (is_file or _exhibit_of(case, source))):
            return OddPlace(rule["why"].replace("{type}", source.type), rule.get("note") == "true")
    return None


# Whether a judgment, treaty or other authority can have a place that is cited in it, by its form of citation.

_MAY_BE = {"decision": ("case", "foreign_law", "un_document")}
"""Forms by which an authority that names none may be cited, where its kind leaves several: a council decides, too."""
_CLOCK = re.compile(r"\d:\d\d|\d\s*(?:h|min|sec|s)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_UNITS = frozenset({"article", "section", "regulation", "rule"})


def why_not_of_authority(case: CheckInput, authority: Authority, place: Pinpoint) -> OddPlace | None:
    """Say why an authority of the case cannot have a place; `None` where it may."""
    by_kind = () if authority.form else _MAY_BE.get(authority.kind, ())
    forms = [cited_forms()[key] for key in by_kind or (authority.cited_by,)]
    printed_in = case.graph.find("sources", Source, authority.source or "")
    if odd := _outside_code(authority.code, authority.code_sections, place):
        return odd
    if odd := _not_of_form(forms, authority.published_in, place):
        return None if odd.is_note and printed_in else odd
    length = _length(case, printed_in) if printed_in and place.type == "page" else None
    return _beyond(length, place) if length else None


def why_not_of_instrument(instrument: Instrument, place: Pinpoint) -> OddPlace | None:
    """Say why an instrument of the catalogue cannot have a place; `None` where it may.

    A number of a provision under the name of another unit is none: `reg 3` of a convention that has an article 3.
    Nor is one beyond the last.
    """
    unit, last = instrument.unit, instrument.last_provision
    if last and place.type == unit and instrument.is_beyond(place.value):
        return OddPlace(f"its last {unit} is {unit} {last.number}")
    if {unit, place.type} <= _UNITS and place.type != unit and instrument.provision(place.value):
        return OddPlace(f"its provisions are {unit}s, of which {place.value} is one")
    if odd := _outside_code(instrument.code, instrument.code_sections, place):
        return odd
    return _not_of_form([cited_forms()[instrument.form]], instrument.published_in, place)


def _not_of_form(forms: list[CitedForm], published: PublishedIn | None, place: Pinpoint) -> OddPlace | None:
    # Not a time, but the `at` of American citations, `at 79`, or words, `at length`.
    is_at_page = place.type == "timecode" and not _CLOCK.search(place.value)
    if is_at_page or place.type == "whole":
        return None
    if all(form.places and place.type not in form.places for form in forms):
        return OddPlace(f"a work that is cited by the form {say.words(forms[0].id)} has no such places")
    if place.type != "page" or not all(form.pages_of_series for form in forms):
        return None
    if published is None or not published.page:
        is_needed = any("published_in" in form.needs for form in forms)  # then its absence is a finding of its own
        return None if is_needed else OddPlace("`published_in` names no page in a series for it", is_note=True)
    first = numbers_in(published.page)
    if first and min(numbers_in(place.value), default=first[0]) < first[0]:
        return OddPlace(f"it begins on page {first[0]} of {published.series}")
    return None


def _outside_code(code: str | None, sections: str | None, place: Pinpoint) -> OddPlace | None:
    """Find section 2 of an Act that a code holds as section 1350: notes print it as section 2 of the code."""
    held, cited = _NUMBER.findall(sections or ""), _NUMBER.findall(place.value)
    if place.type != "section" or not code or not held or not cited:
        return None
    if min(map(int, held)) <= int(cited[0]) <= max(map(int, held)):
        return None
    return OddPlace(f"notes print it as section {place.value} of {code}, of which `code_sections` names {sections}")
