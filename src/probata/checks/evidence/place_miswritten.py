"""A place that is written so that nobody can find it.

Looks at all citations with a place, in fields and in texts: a page, paragraph, article, regulation, line, note, slide
or frame of one word that is no number, as `p. abc` or `para. x`; the word for a place with no number behind it, as
`[@report, p.]`; the number of an Act of Parliament among those of its session, `[@prison-act, c. 52]`, in place of a
section; and a range that goes down, as `pp. 44-41`. Roman numerals, single letters, words for places without a
number such as `cover` or `preamble`, names in other scripts, and descriptions of several words are places. A shortened
range goes up where its last number has the first figures of the other, `pp. 112-9` and `pp. 23-4`; numbers from 10 to
19 are kept whole, so that `pp. 12-9` goes down. Ranges are read in pages, lines, slides, frames and times; in
paragraphs only where these are numbered throughout, as in judgments, and not in books and manuals, whose paragraph 4-1
may be one.

## Why it matters
A slip of the pen in a place costs the reader the search, and the citation its worth. One that was to be looked up later
and stayed shows that nobody looked.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
people:
  - {id: wolk, name: Mara Wolk, citations: "report, pp. 44-41"}
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: Beaten in North Prison, type: report, held: held}]
people:
  - {id: wolk, name: Mara Wolk, citations: "report, pp. 41-44"}
```

## When to allow it
Where the pages are numbered by chapter, and page 2 of chapter 4 is `4-2`. Where a work calls its pages by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.citations import (
    PlacedCitation,
    at_citation,
    each_place,
    placed_citations,
    places_without_number,
    with_number_as_place,
    with_number_behind,
    with_word_as_place,
)
from probata.checks.prose.words import any_of
from probata.checks.support.elided_ranges import ranges_in
from probata.checks.support.extent import seconds_in
from probata.citation import cited_forms
from probata.diagnostics import Severity, say
from probata.law import Instrument
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.citation import Citation, Pinpoint
from probata.model.source_record import Source

_NUMBERED = frozenset({"page", "paragraph", "article", "regulation", "line", "note", "slide", "frame"})
_RANGED = frozenset({"page", "line", "slide", "frame"})
_WITH_PARTED_NUMBERS = frozenset({"book", "chapter", "report", "document", "legislation", "entry-encyclopedia"})
"""Types of sources whose paragraphs may be numbered by chapter, `4-1`."""
_NUMBERED_THROUGHOUT = frozenset({"cases", "un"})
"""Groups of authorities whose paragraphs are numbered from the first to the last."""
_NO_NUMBER = "no number follows"
_OF_ACT = "this is the number of the Act itself, and no place in it"
_ROMAN = re.compile(r"^(?=.)m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$", re.IGNORECASE)
_STAND_IN = re.compile(r"^x+$", re.IGNORECASE)
_LATIN = re.compile(r"^[A-Za-zÀ-ɏ]+$")
_IN_BRACKETS = re.compile(r"\(\w")
_TIMES = re.compile(r"^\s*([\d:.,]+)\s*[-–]\s*([\d:.,]+)\s*$")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the places that are none, each once for a record."""
    told: set[tuple[str, str, str, str, str]] = set()
    for cited, fault in _miswritten(case):
        key, place = cited.value.source, cited.value.pinpoint
        if place is None:
            continue
        if (known := (cited.kind, cited.record_id, key, place.type, place.value)) not in told:
            told.add(known)
            finding = case.finding(
                cited.kind, cited.record_id, f"{place.type} {say.words(place.value)} of {say.cited(key)} is cited, and "
                f"{fault}",
                _help(key, fault), at=(*cited.loc, "pinpoint"),
            )  # fmt: skip
            yield at_citation(finding, case, cited)


def _help(key: str, fault: str) -> str:
    if fault != _OF_ACT:
        return f"open {say.cited(key)} and write the place as it stands there"
    return (
        "name the section, as `s 6`, or leave the number out; of an old Act it may stand in the record with the reign, "
        "`number: 41 Geo 3 c 90`"
    )


def _miswritten(case: CheckInput) -> Iterator[tuple[PlacedCitation, str]]:
    for cited in placed_citations(case):
        if fault := _fault(case, cited.value):
            yield cited, fault
    for cited in places_without_number(case.graph):
        if _work(case, cited.value.source):
            yield cited, _NO_NUMBER
    yield from ((cited, _OF_ACT) for cited in with_number_behind(case.graph) if _is_act(case, cited.value.source))


def _fault(case: CheckInput, cited: Citation) -> str:
    """Say what is wrong with how a place is written; nothing where it may be right, or no such work is recorded."""
    place = cited.pinpoint
    if place is None or (work := _work(case, cited.source)) is None:
        return ""
    if place.type in _NUMBERED and place.value.startswith((",", ";")):
        return _NO_NUMBER
    if place.type in _NUMBERED and not _is_place(place):
        return f"this is no number of {'an' if place.type == 'article' else 'a'} {place.type}"
    if place.type in _RANGED or (place.type == "paragraph" and _is_numbered_throughout(work)):
        down = next(((first, last) for first, last in ranges_in(place.value) if last < first), None)
        return f"the range goes down, from {down[0]} to {down[1]}" if down else ""
    return "the range goes down" if place.type == "timecode" and _goes_back(place.value) else ""


def _work(case: CheckInput, key: str) -> Source | Authority | Instrument | None:
    found = case.graph.find("sources", Source, key) or case.graph.find("authorities", Authority, key)
    return found or case.catalogue.instrument(key)


def _is_act(case: CheckInput, key: str) -> bool:
    """Tell an Act of the United Kingdom Parliament."""
    work = _work(case, key)
    return (work.cited_by if isinstance(work, Authority) else getattr(work, "form", "")) == "statute"


def _is_place(place: Pinpoint) -> bool:
    """Tell whether a value may be a place: anything but one word of our letters, or mere marks, that is no number."""
    written = place.value.strip()
    word = written.strip(" .()[]'\"‘’“”")
    if _IN_BRACKETS.match(written) or (any(map(str.isalnum, word)) and not _LATIN.match(word)):
        return True
    if place.type == "paragraph" and _STAND_IN.match(word):  # what is to be looked up; few paragraphs are numbered so
        return False
    is_letter = len(word) == 1 and word.isalpha()
    return bool(is_letter or _ROMAN.match(word) or any_of("unnumbered", "words").fullmatch(word))


def _is_numbered_throughout(work: Source | Authority | Instrument) -> bool:
    if isinstance(work, Source):
        return work.type not in _WITH_PARTED_NUMBERS
    return isinstance(work, Authority) and cited_forms()[work.cited_by].group in _NUMBERED_THROUGHOUT


def _goes_back(value: str) -> bool:
    times = _TIMES.match(value)
    first, last = (seconds_in(times[1]), seconds_in(times[2])) if times else (None, None)
    return first is not None and last is not None and last < first


def items_with_miswritten_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose place cannot be found as it is written."""
    for position, item in enumerate(allegation.evidence):
        word, number = with_word_as_place(item), with_number_as_place(item)
        faults = (_fault(case, alone) for alone in each_place(case.graph, item))
        if any(faults) or (word and _work(case, word.source)) or (number and _is_act(case, number.source)):
            yield position


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded work with a place in it."""
    graph = case.graph
    for cited in chain(placed_citations(case), places_without_number(graph), with_number_behind(graph)):
        if _work(case, cited.value.source):
            yield Looked(f"{cited.kind}/{cited.record_id}")


CHECK = Check(
    "EVI155", "place-miswritten", Severity.WARNING, "records that cite a place", run,
    unfit_items=items_with_miswritten_place,
    unfit_because="The place is written so that it cannot be found", looks_at=_looks_at,
)  # fmt: skip
