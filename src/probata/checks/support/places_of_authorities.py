"""Whether a judgment, treaty or other authority can have a place that is cited in it, by its form of citation."""

from __future__ import annotations

import re

from probata.checks.check_input import CheckInput
from probata.checks.support.extent import numbers_in
from probata.checks.support.places_of_sources import OddPlace, off_its_pages
from probata.citation import CitedForm, cited_forms
from probata.diagnostics import say
from probata.law import Instrument
from probata.model.authority import Authority, PublishedIn
from probata.model.citation import Pinpoint
from probata.model.source_record import Source

_MAY_BE = {"decision": ("case", "foreign_law", "un_document")}
"""Forms by which an authority that names none may be cited, where its kind leaves several: a council decides, too."""
_TIME = re.compile(r"\d:\d\d|\d\s*(?:h|min|sec|s)\b", re.IGNORECASE)
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
    return off_its_pages(case, printed_in, place) if printed_in else None


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
    if _is_at_page(place) or place.type == "whole":
        return None
    if all(form.places and place.type not in form.places for form in forms):
        return OddPlace(f"a work that is cited by the form {say.words(forms[0].id)} has no such places")
    if place.type != "page" or not all(form.pages_of_series for form in forms):
        return None
    if published is None or not published.page:
        is_needed = any("published_in" in form.needs for form in forms)  # then its absence is a finding of its own
        return None if is_needed else OddPlace("`published_in` names no page in a series for it", is_note=True)
    return _before_its_first(published, published.page, place)


def _outside_code(code: str | None, sections: str | None, place: Pinpoint) -> OddPlace | None:
    """Find section 2 of an Act that a code holds as section 1350: notes print it as section 2 of the code."""
    held, cited = _NUMBER.findall(sections or ""), _NUMBER.findall(place.value)
    if place.type != "section" or not code or not held or not cited:
        return None
    if min(map(int, held)) <= int(cited[0]) <= max(map(int, held)):
        return None
    return OddPlace(f"notes print it as section {place.value} of {code}, of which `code_sections` names {sections}")


def _before_its_first(published: PublishedIn, first_page: str, place: Pinpoint) -> OddPlace | None:
    first = numbers_in(first_page)
    if first and min(numbers_in(place.value), default=first[0]) < first[0]:
        return OddPlace(f"it begins on page {first[0]} of {published.series}")
    return None


def _is_at_page(place: Pinpoint) -> bool:
    """Tell a time from the `at` of American citations, `at 79`, and from words, `at length`."""
    return place.type == "timecode" and not _TIME.search(place.value)
