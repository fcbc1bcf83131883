"""What is recorded of the words at a place of a source: holdings of a judgment, quotations, and what evidence shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from probata.checks.check_input import CheckInput
from probata.checks.texts.cited_places import numbers_of_place
from probata.model.citation import Citation

_Recorded = tuple[frozenset[int], str, bool]
"""The numbers of a place, words that are recorded of it, and whether they are its own."""


def words_of_places(case: CheckInput, places: Iterable[tuple[str, str]], *, own_alone: bool = False) -> str:
    """Return what is recorded of all places together; empty where one of them has no words of its own recorded.

    What a place says besides cannot be told, so a place with no words may say anything. What evidence is said to show
    there counts too, unless its own words alone are wanted.
    """
    known = case.once("words of places", lambda: _recorded(case))
    found: list[str] = []
    for key, place in places:
        numbers = numbers_of_place(place)
        here = [one for one in known.get(key, ()) if one[0] & numbers]
        # Each page or paragraph that is cited must be known, or the word may stand on the one that is not.
        if not numbers or not numbers <= frozenset().union(*(one[0] for one in here if one[2])):
            return ""
        found += [words for _, words, is_own in here if is_own or not own_alone]
    return " ; ".join(found)


def _recorded(case: CheckInput) -> dict[str, list[_Recorded]]:
    known: defaultdict[str, list[_Recorded]] = defaultdict(list)
    for key, place, words, is_own in (*_own(case), *_shown(case)):
        known[key].append((numbers_of_place(place), words, is_own))
    return dict(known)


def _own(case: CheckInput) -> Iterator[tuple[str, str, str, bool]]:
    for authority in case.graph.authorities:
        yield from ((authority.id, one.paragraph, one.text, True) for one in authority.holdings if one.paragraph)
        yield from ((authority.id, str(one.number), one.text, True) for one in authority.clauses if one.text)
    for quotation in case.graph.quotations:
        for one in _citations(quotation.quoted_in):
            if one.pinpoint:
                yield one.source, one.pinpoint.value, quotation.text, True


def _citations(cited: Citation | tuple[Citation, ...] | None) -> tuple[Citation, ...]:
    return cited if isinstance(cited, tuple) else (cited,) if cited else ()


def _shown(case: CheckInput) -> Iterator[tuple[str, str, str, bool]]:
    for allegation in case.graph.allegations:
        for item in allegation.evidence:
            if item.pinpoint:
                yield item.source, item.pinpoint.value, f"{item.supports or ''} ; {item.quote or ''}", False
