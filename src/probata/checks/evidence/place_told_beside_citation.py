"""A sentence names an article or clause in words, and cites another one right behind it.

Looks at our sentences in English that name an article, section, regulation, clause or paragraph of a law and cite a
place of the same kind of one work right behind the words. Found is where none of the numbers in the words is cited.
Words of another law, told by a name behind the number that is none of the cited work, are left alone; so is what stands
behind “under”, which the place that is cited may speak of itself: “a determination under section 1”, said in section 2.

## Why it matters
One of the two numbers is wrong, and the reader finds out which by opening the law. The other side reads both aloud.

## Example
```yaml
case:
  title: Example
  summary: Clause 15 forbids coercion [@directive, cl 12].
sources: [{id: directive, title: Directive 17}]
```

Use instead:
```yaml
case:
  title: Example
  summary: Clause 12 forbids coercion [@directive, cl 12].
sources: [{id: directive, title: Directive 17}]
```

## When to allow it
Where the place that is cited speaks of the other one, and the words say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, records_of_texts
from probata.checks.texts.places_in_words import PlaceInWords, main_numbers, places_in_words
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.segments import segments_of
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.model.authority import Authority
from probata.model.citation import parse_pinpoint
from probata.model.source_record import Source

_OF = re.compile(r"\s+(?:of|in|under)\s+(?:the\s+)?(?P<name>(?:[A-Z\d][\w’'-]*\s*){1,6})")
_UNDER = re.compile(
    r"\b(?:under|pursuant\s+to|by\s+virtue\s+of|subject\s+to|within\s+the\s+meaning\s+of)\s+\Z", re.IGNORECASE
)


class _Told(NamedTuple):
    """Places in words, and the citation right behind them."""

    sentence: Sentence
    start: int
    places: tuple[PlaceInWords, ...]
    source: str
    place: str
    numbers: frozenset[int]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the places in words with the place that is cited."""
    for told in _told(case):
        named = frozenset[int]().union(*(place.numbers for place in told.places))
        if told.numbers and not named & told.numbers:
            start = told.sentence.start + told.start
            first, last = start + told.places[0].start, start + told.places[-1].end
            words = " ".join(told.sentence.text.value[first:last].split())
            yield finding_of_words(
                case, told.sentence.text, (first, last),
                f"the text says `{words}`, and cites `{told.place}` of `{told.source}` for it",
                "open the law, and correct the number that is wrong",
            )  # fmt: skip


def _told(case: CheckInput) -> Iterator[_Told]:
    """Give the words before each citation that names a place of their kind."""
    for sentence in printed_saying(case.graph, "en", lambda own: any(places_in_words(own))):
        for segment in segments_of(sentence):
            found = parse_pinpoint(segment.cited[0][1]) if len(segment.cited) == 1 else None
            if found:
                source = segment.cited[0][0]
                places = tuple(
                    one for one in places_in_words(segment.own)
                    if one.kind == found["type"]
                    and not _UNDER.search(segment.own[: one.start])
                    and _may_be_of(case, source, segment.own[one.end :])
                )  # fmt: skip
                if places:
                    numbers = main_numbers(found["value"])
                    yield _Told(sentence, segment.start, places, source, segment.cited[0][1].strip(), numbers)


def _may_be_of(case: CheckInput, source: str, behind: str) -> bool:
    """Tell whether the words behind a number name no law, or the one that is cited."""
    named = _OF.match(behind)
    name = " ".join(named["name"].split()).casefold() if named else ""
    return not name or any(name in title or title in name for title in _titles(case, source))


def _titles(case: CheckInput, key: str) -> list[str]:
    source = case.graph.find("sources", Source, key)
    authority = case.graph.find("authorities", Authority, key)
    instrument = case.catalogue.instrument(key)
    of_source = [source.title, source.translated_title, source.short_title] if source else []
    of_authority = [authority.name, authority.short, authority.number] if authority else []
    of_law = [instrument.title, instrument.abbreviation] if instrument else []
    return [title.casefold() for title in (*of_source, *of_authority, *of_law) if title]


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with such a sentence."""
    yield from records_of_texts(told.sentence.text for told in _told(case))


CHECK = Check(
    "EVI199", "place-told-beside-citation", Severity.WARNING, "records that name a place of a law and cite one", run,
    looks_at=_looks_at,
)  # fmt: skip
