"""Cases that later citations call by the same name, such as the judgments of a chamber and of the Grand Chamber."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from probata.citation.authority import Authority, cited_forms
from probata.citation.form_text import fields_of
from probata.citation.legal_values import values_of
from probata.citation.legal_writer import Apart, LegalWriter
from probata.citation.library import Library
from probata.citation.note_citations import citations_of
from probata.citation.numbering import NumberedNote
from probata.document.walk import plain_text

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PARTIES = "parties"
_TELLING = ("year", _PARTIES, "day", "number", "neutral_citation", "report")
"""What may tell one case from another, the shortest first."""

Told = Mapping[str, str]


def cases_told_apart(notes: Iterable[NumberedNote], library: Library, writer: LegalWriter) -> Mapping[str, Apart]:
    """Return how each case cited is told from those that have its short name, by the first thing that differs.

    These are the year, both parties, the day, and the number or the report. A case is left out whose name no other has,
    and one of which nothing recorded differs.
    """
    if len(library.authorities) < 2:
        return {}
    keys = {item.key for note in notes for cite, _ in citations_of(note) for item in cite.items}
    by_name: dict[str, dict[str, Told]] = defaultdict(dict)
    for key in sorted(keys & library.authorities.keys()):
        authority = library.authorities[key]
        if _is_case(authority) and not _has_other_name(authority, writer):
            by_name[plain_text(writer.names(authority))][key] = _told(authority, writer)
    return {key: apart for cases in by_name.values() for key in cases if (apart := _apart(key, cases))}


def _apart(key: str, cases: Mapping[str, Told]) -> Apart | None:
    others = [told for other, told in cases.items() if other != key]
    for name in _TELLING if others else ():
        value = cases[key][name]
        if value and all(told[name] != value for told in others):
            return Apart(by_parties=True) if name == _PARTIES else Apart(value)
    return None


def _is_case(authority: Authority) -> bool:
    return cited_forms()[authority.form].group == "cases" or authority.form == "views"


def _has_other_name(authority: Authority, writer: LegalWriter) -> bool:
    """Tell whether later citations call it by a name that was declared for it."""
    is_printed = "known_as" in fields_of(writer.style.of_kind(authority.form).later)
    return is_printed and bool(authority.texts.get("known_as"))


def _told(authority: Authority, writer: LegalWriter) -> Told:
    values = values_of(authority, writer.style, writer.words, is_whole=False, is_named=False)
    shown = {key: plain_text(values.get(key, ())) for key in ("number", "neutral_citation", "report", "date")}
    return {**shown, "year": _year(authority), _PARTIES: plain_text(values["name"]), "day": shown["date"]}


def _year(authority: Authority) -> str:
    if day := authority.dates.get("date"):
        return str(day[0])
    texts = (plain_text(authority.texts.get(key, ())) for key in ("neutral_citation", "report"))
    return next((found[0] for text in texts if (found := _YEAR.search(text))), "")
