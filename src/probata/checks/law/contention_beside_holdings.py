"""What is contended from a judgment rests on other paragraphs of it than any recorded holding.

Looks at the contentions on judgments and decisions, in their own records and in the allegations put forward, that cite
one by its paragraphs. Found are those none of whose paragraphs is that of a recorded holding, and contentions of one
wording that cite a judgment at paragraphs of which they share none. Judgments of which no holding is recorded with its
paragraph are left to `contention-without-place`.

## Why it matters
The holding is what binds. A consequence drawn from another paragraph is met with the answer that the court was telling
the facts there, or a party's argument.

## Example
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: order, text: A transfer needs the order of a judge, paragraph: "14"}]
    contentions: [{value: No transfer to North Prison is lawful without such an order, citations: ["tarn, para 9"]}]
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: order, text: A transfer needs the order of a judge, paragraph: "14"}]
    contentions: [{value: No transfer to North Prison is lawful without such an order, citations: ["tarn, para 14"]}]
```

## When to allow it
Where the contention is on what the court said in passing, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.cited_places import numbers_of_place
from probata.checks.finding import Finding
from probata.checks.law.contention_without_place import DECIDED
from probata.checks.looked_at import Looked
from probata.checks.quoted import quoted
from probata.checks.wordings import words_of
from probata.diagnostics import Severity
from probata.model.authority import Authority
from probata.model.citation import Citation


class _Contended(NamedTuple):
    """A contention that cites paragraphs of a judgment."""

    kind: str
    record_id: str
    loc: Loc
    words: str
    authority: Authority
    places: tuple[str, ...]
    numbers: frozenset[int]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the places of the contentions with those of the holdings, and of one contention with one another."""
    told: dict[tuple[str, tuple[str, ...]], _Contended] = {}
    for one in _contended(case):
        holdings = [holding.paragraph for holding in one.authority.holdings if holding.paragraph]
        held_at = {number for place in holdings for number in numbers_of_place(place)}
        if held_at and not held_at & one.numbers:
            yield _finding(case, one, f"and its recorded holdings stand at {quoted(holdings)}")
        first = told.setdefault((one.authority.id, words_of(one.words)), one)
        if not first.numbers & one.numbers:
            yield _finding(
                case, one, f"and `{first.kind}/{first.record_id}` contends the same from {quoted(first.places)}"
            )


def _contended(case: CheckInput) -> Iterator[_Contended]:
    """Give the contentions that cite paragraphs of a judgment by number."""
    decided = {one.id: one for one in case.graph.authorities if one.kind in DECIDED}
    for record in decided.values():
        for position, value in enumerate(record.contentions):
            loc = ("contentions", position, "value")
            yield from _placed("authorities", record.id, loc, value.value, {record.id: record}, value.citations)
    for allegation in case.pursued:
        for position, contention in enumerate(allegation.contentions):
            loc = ("contentions", position, "value")
            yield from _placed("allegations", allegation.id, loc, contention.value, decided, contention.citations)


def _placed(
    kind: str, record_id: str, loc: Loc, words: str, decided: dict[str, Authority], citations: tuple[Citation, ...]
) -> Iterator[_Contended]:
    for key in dict.fromkeys(one.source for one in citations if one.source in decided):
        pinpoints = [one.pinpoint for one in citations if one.source == key and one.pinpoint]
        places = tuple(pinpoint.value for pinpoint in pinpoints if pinpoint.type == "paragraph")
        numbers = frozenset(number for place in places for number in numbers_of_place(place))
        if numbers:
            yield _Contended(kind, record_id, loc, words, decided[key], places, numbers)


def _finding(case: CheckInput, one: _Contended, besides: str) -> Finding:
    return case.finding(
        one.kind, one.record_id,
        f"what is contended from `{one.authority.id}` rests on its paragraph {quoted(one.places)}, {besides}",
        "cite the place of the holding, or record what is held at this one", at=one.loc,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a contention that cites paragraphs of a judgment."""
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in _contended(case))


CHECK = Check(
    "LAW162", "contention-beside-holdings", Severity.INFO, "authorities and allegations", run, looks_at=_looks_at
)
