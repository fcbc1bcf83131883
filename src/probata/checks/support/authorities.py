"""What authorities are by their own citations, and which laws a record cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.prose.citations import numbers_of_place
from probata.checks.prose.times import StatedTime, times_in
from probata.checks.prose.words import LANGUAGES, any_of, word_list
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.citation import Citation, PinpointType, kind_of_place
from probata.model.dates import When
from probata.model.source_record import Source

# The laws, and the orders and directives that others issue, among the works that a record cites, with their dates.

_OF_LAW = frozenset({"statute", "interpretation"})
"""Kinds of authorities that lay down a rule."""


def cited_rules(case: CheckInput, citations: tuple[Citation, ...], basis: str = "") -> list[tuple[str, When]]:
    """Return the rules that are cited, each once with its date; none where one of them has no date.

    `basis` is what the record names as its legal basis: a work that it names by its number or title is a rule for it.
    """
    found: dict[str, When | None] = {}
    for citation in citations:
        source = case.graph.find("sources", Source, citation.source)
        authority = case.graph.find("authorities", Authority, citation.source)
        if source and (source.type == "legislation" or _is_order(source) or _is_named(source, basis)):
            found[source.id] = source.issued
        elif authority and authority.kind in _OF_LAW:
            found[authority.id] = authority.date
    dated = [(key, when) for key, when in found.items() if when]
    return dated if len(dated) == len(found) else []


def _is_order(source: Source) -> bool:
    """Tell whether a work with a number calls itself an order, a directive or a decree."""
    if not source.number or source.type not in ("document", "report"):
        return False
    told = " ; ".join(_called(source))
    is_rule = any(any_of("rules", "rules", one).search(told) for one in LANGUAGES)
    return is_rule and not any(any_of("rules", "once", one).search(told) for one in LANGUAGES)


def _called(source: Source) -> Iterator[str]:
    own = (source.number, source.title, source.translated_title)
    translated = (texts.get("translated_title") or texts.get("title") for texts in source.translations.values())
    yield from (name for name in (*own, *translated) if name)


def _is_named(source: Source, basis: str) -> bool:
    names = (name.casefold() for name in (source.number, source.title, source.translated_title) if name)
    return any(len(name) > len("No 1234") and name in basis.casefold() for name in names)


# The years that the name of a law or decision gives: its own, and those of its changes and printings.

_YEAR = r"(?:1[89]|20)\d\d"
_FOUND = re.compile(rf"(?<![\w/.-]){_YEAR}(?![\w/-])")


class LawYear(NamedTuple):
    """A year in the name of a law."""

    year: int
    is_own: bool
    """Whether it may be that of the law; else it was amended, revised or printed then, and is no younger."""


def years_of_law(name: str) -> Iterator[LawYear]:
    """Give the years in a name; the numbers of articles are none."""
    for match in _FOUND.finditer(name):
        before, behind = name[: match.start()], name[match.end() :]
        if not _places().search(before):
            is_changed = _changed().search(before) or _changes().match(behind)
            yield LawYear(int(match[0]), not is_changed)


def is_revised(words: str) -> bool:
    """Tell whether a name or citation says that the law was changed, so that it bears more days than one."""
    unspaced = str(word_list("law_years")["revised_unspaced"])
    return bool(any_of("law_years", "revised").search(words) or re.search(unspaced, words))


@cache
def _changed() -> re.Pattern[str]:
    """Match a word of change in the clause before a year, other years between: “amended in 2018, 2020 and 2022”."""
    others = rf"(?:,\s*{_YEAR})*(?:,?\s*(?:and|et|y)\s*|,\s*)?"
    return re.compile(rf"(?<!\w)(?:{_words('changed')})(?!\w)[^;,()]*{others}$", re.IGNORECASE)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_words('changes')})(?!\w)", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    """Match what names a place right before its number, with other numbers between: “articles 12 and 2019”."""
    return re.compile(rf"(?<!\w)(?:{_words('places')})\s*(?:\d+\s*(?:,|and|et|y|to|–|-)\s*)*$", re.IGNORECASE)


def _words(key: str) -> str:
    return "|".join(word_list("law_years")[key]).replace(" ", r"\s+")


_YEAR_OF_IT = re.compile(r"\([^()]*[^\W\d_]{2,},?\s+((?:1[89]|20)\d\d)\)|\(((?:1[89]|20)\d\d)\)(?=\s+UN\s+Doc)")
_COURT = re.compile(
    r"(?:[^\W\d_]+\s+)*?(?:Court|Tribunal|Committee|Council|Commission)\b(?:\s+(?:of|for|on|the|and|[A-Z]\w+)\b)*"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CHANGED = frozenset({"statute", "other"})
_PART = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)


class Fault(NamedTuple):
    """What a record says in two ways."""

    loc: Loc
    message: str
    """What is said of the authority."""


def faults_of_citation(authority: Authority) -> Iterator[Fault]:
    """Give what the citation of an authority contradicts; what it does not give decides nothing."""
    citation = authority.citation or ""
    date, dates = authority.date, _dates(citation)
    is_known = date is not None and not is_approximate(date) and dates and not has_several_days(authority)
    if date and is_known and all(told.last.last < date.first or date.last < told.first.first for told in dates):
        words = citation[dates[0].start : dates[0].end]
        yield Fault(("citation",), f"is dated {say.date(date)}, and its citation gives {say.words(words)}")
    if authority.number and (other := _other_number(authority.number, citation)):
        yield Fault(
            ("citation",), f"has number {say.words(authority.number)}, and its citation gives {say.words(other)}"
        )
    if authority.court and (other := _other_court(authority.court, citation)):
        yield Fault(("citation",), f"is of {say.words(authority.court)}, and its citation gives {say.words(other)}")


def has_several_days(authority: Authority) -> bool:
    """Tell whether it is a law that is said to be amended or revised, so that its date may be any of its days."""
    return authority.kind in _CHANGED and is_revised(f"{authority.name}; {authority.citation or ''}")


def _dates(citation: str) -> list[StatedTime]:
    """Return the dates of a citation; years alone where no date is more precise, and only those that are its own."""
    told = list(times_in(citation))
    precise = [one for one in told if one.last.month]
    own = {match.start(1 if match[1] else 2) for match in _YEAR_OF_IT.finditer(citation)}
    return precise or [one for one in told if one.start in own]


def _other_number(number: str, citation: str) -> str:
    """Return a number of the same form, where the citation gives such a one and not the number itself."""
    has_form = re.search(r"\d", number) and re.search(r"\D", number.strip())
    if not has_form or _plain(number) in _plain(citation):
        return ""
    form = "".join(r"\d+" if part.isdigit() else r"\s+" if part.isspace() else re.escape(part)
                   for part in _PART.findall(number.strip()))  # fmt: skip
    found = re.search(rf"(?<![\w/.-]){form}(?![\w/])", citation)
    return found[0] if found else ""


def _other_court(court: str, citation: str) -> str:
    """Return a court whose name is that of the record but for one word, where the citation does not give that one."""
    name = _IN_BRACKETS.sub("", court)
    if _plain(name) in _plain(citation):
        return ""
    words = name.split()
    for match in _COURT.finditer(citation):
        other = match[0].split()
        if len(other) == len(words) > 2 and sum(a != b for a, b in zip(words, other, strict=True)) == 1:
            return match[0]
    return ""


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").casefold().split())


class LegalBasis(NamedTuple):
    """A basis with its record."""

    kind: str
    record_id: str
    words: str
    citations: tuple[Citation, ...]
    """What the record cites."""


def legal_bases(graph: CaseGraph) -> Iterator[LegalBasis]:
    """Give the bases of the events, then those of the relations of command; a record without one is left out."""
    for event in graph.events:
        if event.legal_basis:
            yield LegalBasis("events", event.id, event.legal_basis, event.citations)
    for command in graph.commands:
        if command.legal_basis:
            yield LegalBasis("commands", command.id, command.legal_basis, command.citations)


_NUMBER = r"\d{1,5}[a-zA-Z]?(?:\(\w{1,4}\))*"
_JOINED = r"(?:\s*[-–,]\s*|\s+(?:to|and)\s+)"
_PLACE = re.compile(
    r"(?<![\w.-])(?P<word>para(?:graph)?s?\.?|cls?\.?|clauses?|arts?\.?|articles?|sections?|regs?\.?|regulations?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*)(?![\w(])",
    re.IGNORECASE,
)
_PART_LEGAL_BASES = re.compile(r"(?<=\d)(?:[a-zA-Z]?(?:\(\w{1,4}\))+|[a-zA-Z]\b)")
"""What stands behind a number and is a part of its place."""
_TO = re.compile(r"\s+to\s+")


class PlaceInWords(NamedTuple):
    """A place, and where it stands in a text."""

    start: int
    end: int
    kind: PinpointType
    numbers: frozenset[int]


def places_in_words(text: str) -> Iterator[PlaceInWords]:
    """Give the places of a text; what stands in brackets behind a number is a part of that place."""
    for match in _PLACE.finditer(text):
        if kind := kind_of_place(match["word"].casefold()):
            yield PlaceInWords(match.start(), match.end(), kind, main_numbers(match["numbers"]))


def main_numbers(value: str) -> frozenset[int]:
    """Return the numbers of a place without those of its parts: 4 of `4(2)`, all of a range; none where it has none."""
    return numbers_of_place(_TO.sub("-", _PART_LEGAL_BASES.sub("", value)))


class ClauseOfBasis(NamedTuple):
    """Clauses that the legal basis of a record names."""

    kind: str
    record_id: str
    words: str
    authority: Authority
    numbers: frozenset[int]


def clauses_of_bases(graph: CaseGraph, authorities: Iterable[Authority]) -> Iterator[ClauseOfBasis]:
    """Give the clauses named right behind one of these authorities; each law of a basis ends at a semicolon."""
    named = [(name, one) for one in authorities for name in (one.short, one.number) if name]
    for basis in legal_bases(graph):
        for part in basis.words.split(";"):
            authority = next((one for name, one in named if re.match(rf"\s*{re.escape(name)}\s*,", part)), None)
            for place in places_in_words(part) if authority else ():
                if authority and place.kind == "clause":
                    yield ClauseOfBasis(basis.kind, basis.record_id, part.strip(), authority, place.numbers)
