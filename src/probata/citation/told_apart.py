"""Cases that later citations call by the same name, such as the judgments of a chamber and of the Grand Chamber."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from probata.citation.authority import Authority, cited_forms
from probata.citation.legal_writer import LegalWriter
from probata.citation.library import Library
from probata.citation.note_citations import citations_of
from probata.citation.numbering import NumberedNote
from probata.document.walk import plain_text

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def years_that_tell_apart(notes: Iterable[NumberedNote], library: Library, writer: LegalWriter) -> Mapping[str, str]:
    """Return the year of each case cited that has its short name in common with another, where the years differ."""
    keys = {item.key for note in notes for cite, _ in citations_of(note) for item in cite.items}
    by_name: dict[str, dict[str, str]] = defaultdict(dict)
    for key in sorted(keys & library.authorities.keys()):
        authority = library.authorities[key]
        if _is_case(authority) and not authority.texts.get("known_as"):
            by_name[plain_text(writer.names(authority))][key] = _year(authority)
    found: dict[str, str] = {}
    for years in by_name.values():
        found |= {key: year for key, year in years.items() if len(years) > 1 and list(years.values()).count(year) == 1}
    return found


def _is_case(authority: Authority) -> bool:
    return cited_forms()[authority.form].group == "cases" or authority.form == "views"


def _year(authority: Authority) -> str:
    if day := authority.dates.get("date"):
        return str(day[0])
    texts = (plain_text(authority.texts.get(key, ())) for key in ("neutral_citation", "report"))
    return next((found[0] for text in texts if (found := _YEAR.search(text))), "")
