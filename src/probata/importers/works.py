"""Works of others as records on their way in: the id that each wishes for, and the law that is no source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.importers.changes import Incoming, fault, placed
from probata.importers.foreign import Foreign
from probata.importers.ids import given_id, wished_id
from probata.importers.records.matching import NAMED_BY
from probata.importers.same import of_text
from probata.importers.to_source import converted
from probata.law import Instrument
from probata.model.authority import Authority

KIND = "sources"


def works_as_records(works: Iterable[Foreign]) -> Iterable[Incoming]:
    """Give each work as a source on its way in."""
    return map(_incoming, works)


def _incoming(work: Foreign) -> Incoming:
    made = converted(work)
    fields, wished = made.fields, wished_id(made.wanted, made.fields)
    label = next((str(fields[key]) for key in NAMED_BY if fields.get(key)), "")
    return Incoming(
        KIND,
        placed(fields, work.span),
        label or next(iter(made.wanted), "without a title"),
        work.span,
        wished,
        is_work=True,
        coarse=frozenset({"type"} if work.type_is_coarse else ()),
        known_as=(given_id(made.wanted),),
        faults=_refusal(made.refused, work.span),
        remarks=tuple(made.remarks),
        of_new=made.of_type,
        unheld=tuple(made.unheld),
        persons=tuple(made.persons),
        bodies=tuple(made.bodies),
    )


def _refusal(reason: str, span: Span) -> tuple[Diagnostic, ...]:
    help = "correct it in the file, or record it by hand"
    return (fault("IMP185", "no-source", reason, span, help),) if reason else ()


# Works of others that are no source, since their law is known already: treaties, statutes, and our authorities.

_YEAR_BEHIND = re.compile(r"\W*\b((?:1[89]|20)\d\d)\W*$")


@dataclass(frozen=True, slots=True)
class Law:
    """What a case can cite without a source: id, where it stands, and years behind its names, by title as compared."""

    by_title: Mapping[str, tuple[str, str, frozenset[str]]]

    def find(self, fields: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return the id of the law that a work is, and where that stands; `None` where it is none.

        What a person has written is a book on it, whatever its title. Of one title with two years each is another law.
        """
        if any(isinstance(name, Mapping) for name in fields.get("author", ())):
            return None
        for key in ("title", "translated_title", "short_title"):
            title, year = _parts(str(fields.get(key, "")))
            name, where, years = self.by_title.get(title, ("", "", frozenset()))
            if name and (not year or not years or year in years):
                return name, where
        return None


NO_LAW = Law({})


def law_of(instruments: Iterable[Instrument], authorities: Iterable[Authority]) -> Law:
    """Return the law that is known; an authority of the case counts before an instrument of its title."""
    named = [
        (one.id, "the catalogue of law", (one.title, one.short, one.abbreviation, one.cited_title, one.known_as))
        for one in instruments
    ]
    found: dict[str, tuple[str, str, frozenset[str]]] = {}
    for name, where, said in [*named, *((one.id, "`authorities`", (one.name,)) for one in authorities)]:
        parts = [_parts(text) for text in said if text]
        years = frozenset(year for _, year in parts if year)
        found |= {title: (name, where, years) for title, _ in parts}
    return Law(found)


def _parts(text: str) -> tuple[str, str]:
    """Return a title without signs and an article before it, and the year behind it, if any."""
    year = _YEAR_BEHIND.search(text)
    words = re.findall(r"\w+", of_text(text[: year.start()] if year else text))
    return " ".join(words[words[:1] == ["the"] :]), year[1] if year else ""
