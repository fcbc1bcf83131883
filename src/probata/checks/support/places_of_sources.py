"""Whether a source can have a place that is cited in it: by its record, by its exhibit, or by its type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from probata.checks.check_input import CheckInput
from probata.checks.discovery import CheckDefinitionError
from probata.checks.support.extent import numbers_in, pages_of, running_time_of, seconds_in
from probata.diagnostics import say
from probata.graph.case_graph import grouped
from probata.model.citation import Pinpoint
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source, without_word_of_pages
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

_TABLE = "places_of_sources.yaml"
_EXTRACT = re.compile(r"\b(?:extracts?|excerpts?|pages?|pp?\.|part of|parts of|extraits?|extractos?)", re.IGNORECASE)
_RANGES = re.compile(r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?(?:,\s*\d{1,6}(?:\s*[-–]\s*\d{1,6})?)*")
"""Pages as `read_in_part` names them: `1-40, 55`."""
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|djvu|epub)(?:$|[?#])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OddPlace:
    """Why a work cannot have a place, or is not likely to."""

    why: str
    """What a finding says behind "and"."""

    is_note: bool = False
    """Whether such a work may have it all the same."""


@dataclass(frozen=True, slots=True)
class _Rule:
    types: frozenset[str]
    places: frozenset[str]
    odd: OddPlace
    unless_file: bool


def why_not_of_source(case: CheckInput, source: Source, place: Pinpoint) -> OddPlace | None:
    """Say why a source cannot have a place; `None` where it may, and for words that are no place, as `at length`."""
    if place.type == "timecode" and not any(map(str.isdigit, place.value)):
        return None
    if place.type == "page" and _is_unread(source, place):
        return OddPlace(f"its record says that {say.words(source.read_in_part)} of it was read")
    if place.type == "page" and (length := _length(case, source)):
        why = _beyond(length, place)
        return OddPlace(why) if why else None
    if odd := _by_type(case, source, place):
        return odd
    why = ""
    if place.type == "timecode":
        ends, cited = running_time_of(source), seconds_in(place.value)
        why = f"its record gives it a duration of {source.duration}" if ends and cited and cited > ends else ""
    elif place.type == "row" and source.type == "dataset":
        why = _beyond_rows(case, source, place)
    return OddPlace(why) if why else None


def _is_unread(source: Source, place: Pinpoint) -> bool:
    """Tell whether a page is beside those that were read; of what was read in other words nothing is known."""
    read = without_word_of_pages(source.read_in_part or "")
    if not _RANGES.fullmatch(read):
        return False
    ranges = [[int(page) for page in re.findall(r"\d+", one)] for one in read.split(",")]
    return not all(any(one[0] <= number <= one[-1] for one in ranges) for number in numbers_in(place.value))


def off_its_pages(case: CheckInput, source: Source, place: Pinpoint) -> OddPlace | None:
    """Say so of a page that is not among those which the record of a source, or its exhibit, gives it."""
    length = _length(case, source) if place.type == "page" else None
    why = _beyond(length, place) if length else ""
    return OddPlace(why) if why else None


@dataclass(frozen=True, slots=True)
class _Length:
    first: int
    last: int
    why: str


def _length(case: CheckInput, source: Source) -> _Length | None:
    """Return the first and last page of a source with how a finding says it; `None` where neither is recorded."""
    if pages := pages_of(source):
        return _Length(pages.first, pages.last, f"its record gives pages {pages.first} to {pages.last}")
    exhibit = _exhibit_of(case, source)
    if exhibit is None or _EXTRACT.search(exhibit.description):
        return None
    return _Length(
        0, exhibit.pages or 0, f"exhibit {say.words(exhibit.mark)}, which reproduces it, has {exhibit.pages} pages"
    )


def _exhibit_of(case: CheckInput, source: Source) -> Exhibit | None:
    """Return the first exhibit with a number of pages that reproduces a source."""
    by_source = case.once("exhibits with pages", lambda: grouped(_with_pages(case), lambda one: one.source or ""))
    return next(iter(by_source.get(source.id, ())), None)


def _with_pages(case: CheckInput) -> list[Exhibit]:
    return [one for one in case.graph.exhibits if one.pages]


def _beyond(length: _Length, place: Pinpoint) -> str:
    return "" if all(length.first <= number <= length.last for number in numbers_in(place.value)) else length.why


def _beyond_rows(case: CheckInput, source: Source, place: Pinpoint) -> str:
    """Say so of a row behind the last of every table taken from a dataset; the heading may count as a row."""
    taken = (table for table in case.tables.values() if any(one.source == source.id for one in table.dataset.citations))
    most = max((len(table.rows) for table in taken), default=0)
    is_beyond = most and max(numbers_in(place.value), default=0) > most + 1
    return f"the table taken from it has {most} rows" if is_beyond else ""


def _by_type(case: CheckInput, source: Source, place: Pinpoint) -> OddPlace | None:
    if source.medium:
        return None
    for rule in _rules():
        is_meant = source.type in rule.types and place.type in rule.places
        if is_meant and not (rule.unless_file and _has_pages(case, source)):
            return OddPlace(rule.odd.why.replace("{type}", source.type), rule.odd.is_note)
    return None


def _has_pages(case: CheckInput, source: Source) -> bool:
    """Tell whether a source is a file that has pages of its own, or an exhibit gives it some."""
    is_file = any(_FILE.search(one or "") for one in (source.url, source.url_as_printed, source.archive_url))
    return is_file or _exhibit_of(case, source) is not None


@cache
def _rules() -> tuple[_Rule, ...]:
    node, findings = read_yaml(files("probata.checks.support").joinpath(_TABLE).read_text("utf-8"), _TABLE)
    data = to_plain(node) if node is not None and not findings else None
    if not isinstance(data, list):
        raise CheckDefinitionError(f"{_TABLE}: {findings[0].message if findings else 'it holds no list'}")
    return tuple(
        _Rule(
            frozenset(entry["types"]), frozenset(entry["places"]),
            OddPlace(entry["why"], entry.get("note") == "true"), entry.get("unless") == "file",
        )
        for entry in data
    )  # fmt: skip
