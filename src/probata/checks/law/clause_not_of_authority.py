"""A clause of an authority is cited that its record does not have, or that other words are quoted from.

Looks at all citations, in fields and in texts, of a clause by number, of an authority that records clauses with their
numbers, and at the quotations of three words or more before a citation that names one such clause. A clause that is not
recorded is a note, since a record may hold some clauses of many; behind the last that is recorded it is more, where
every other clause that the case cites is recorded, three at least. Quoted words that stand in another recorded clause,
and not in the one cited, are found. A `legal_basis` of an event or a relation of command that names the authority and a
clause, “Directive 17, cl 19”, is looked at in the same way.

## Why it matters
The clause is what the court turns to. A number that leads to another rule, or to none, shows that the law was not read.

## Example
```yaml
case:
  title: Example
  summary: The rule says that "coercion is not permitted" [@directive, cl 5].
authorities:
  - id: directive
    kind: statute
    name: Directive
    citation: Directive 17
    clauses:
      - {id: place, number: 5, text: The place is not disclosed.}
      - {id: coercion, number: 12, text: Physical coercion is not permitted.}
```

Use instead:
```yaml
case:
  title: Example
  summary: The rule says that "coercion is not permitted" [@directive, cl 12].
authorities:
  - id: directive
    kind: statute
    name: Directive
    citation: Directive 17
    clauses:
      - {id: place, number: 5, text: The place is not disclosed.}
      - {id: coercion, number: 12, text: Physical coercion is not permitted.}
```

## When to allow it
Where the clause exists and nothing is quoted from it: better to record it, with its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.citations import (
    PlacedCitation,
    at_citation,
    citations_in,
    citations_in_texts,
    cited_places,
    numbers_of_place,
)
from probata.checks.prose.quotations import QuotedWords, quotations_in, words_of
from probata.checks.prose.sentences import finding_of_words, our_sentences_in_all_languages
from probata.checks.support.legal_bases import clauses_of_bases
from probata.diagnostics import Severity, say
from probata.model.authority import Authority, Clause
from probata.model.citation import parse_pinpoint

_ENOUGH = 3
"""Clauses that a case cites and records, from which another is likely a slip."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the clauses that no record has, each once for a record, and the words of another clause."""
    told: set[tuple[str, str, str, str]] = set()
    cited_of: dict[str, set[int]] = {}
    for cited in _cited(case):
        cited_of.setdefault(cited.value.source, set()).update(_numbers(cited))
    for cited in _cited(case):
        authority = _with_clauses(case)[cited.value.source]
        known = {number for clause in authority.clauses for number in _number_of(clause)}
        missing = _numbers(cited) - known
        key = (cited.kind, cited.record_id, authority.id, cited.value.pinpoint.value if cited.value.pinpoint else "")
        others = cited_of[authority.id] - missing
        is_odd = bool(known) and others <= known and len(others) >= _ENOUGH and min(missing, default=0) > max(known)
        # Of several clauses those that matter are recorded, and one behind the last is a slip all the same.
        if missing and known and (is_odd or not _numbers(cited) & known) and key not in told:
            told.add(key)
            yield _finding(case, cited, authority, is_odd=is_odd)
    yield from _of_bases(case, cited_of)
    yield from _of_words(case)


def _of_bases(case: CheckInput, cited_of: dict[str, set[int]]) -> Iterator[Finding]:
    """Find the clauses that a legal basis names, and that the record of its authority has not."""
    for basis in clauses_of_bases(case.graph, _with_clauses(case).values()):
        known = {number for clause in basis.authority.clauses for number in _number_of(clause)}
        missing, cited = basis.numbers - known, cited_of.get(basis.authority.id, set())
        if missing and not basis.numbers & known:
            is_odd = cited <= known and len(cited) >= _ENOUGH and min(missing) > max(known)
            yield case.finding(
                basis.kind, basis.record_id,
                f"the legal basis names {say.words(basis.words)}, and the record of {say.authority(basis.authority)} "
                f"has {say.listed([str(clause.number) for clause in basis.authority.clauses])}",
                "open the text and correct the number, or record the clause with its words", at=("legal_basis",),
                severity=None if is_odd else Severity.INFO,
            )  # fmt: skip


def _finding(case: CheckInput, cited: PlacedCitation, authority: Authority, *, is_odd: bool) -> Finding:
    place = cited.value.pinpoint.value if cited.value.pinpoint else ""
    known = [str(clause.number) for clause in authority.clauses if clause.number]
    finding = case.finding(
        cited.kind, cited.record_id,
        f"clause {say.words(place)} of {say.authority(authority)} is cited, and its record has {say.listed(known)}",
        "open the text and correct the number, or record the clause with its words", at=cited.loc,
        severity=None if is_odd else Severity.INFO,
    )  # fmt: skip
    return at_citation(finding, case, cited)


def _of_words(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations whose words stand in another clause than the next one cited."""
    authorities = _with_clauses(case)
    for sentence in our_sentences_in_all_languages(case.graph) if authorities else ():
        for words in quotations_in(sentence) if "@" in sentence.raw else ():
            behind = next(iter(cited_places(sentence.raw[words.end - sentence.start :])), None)
            authority = authorities.get(behind[0]) if behind else None
            numbers = _clauses_in(behind[1]) if behind and authority else frozenset()
            holding = [one for one in authority.clauses if _has(one, words)] if authority and numbers else []
            if holding and not any(numbers & _number_of(one) for one in holding):
                yield _of_another(case, words, authority.id if authority else "", behind[1] if behind else "", holding)


def _of_another(case: CheckInput, words: QuotedWords, authority: str, place: str, holding: list[Clause]) -> Finding:
    text = words.sentence.text
    return finding_of_words(
        case, text, (words.start, words.end),
        f"{say.words(' '.join(words.words.split()))} is cited from {say.words(place.strip())} of "
        f"{say.authority(authority)}, and stands in clause {say.listed([str(one.number) for one in holding])}",
        "correct the number of the clause, or the words",
    )  # fmt: skip


def _has(clause: Clause, words: QuotedWords) -> bool:
    said = " ".join(words_of(words.words))
    return bool(clause.number) and f" {said} " in f" {' '.join(words_of(clause.text))} "


def _with_clauses(case: CheckInput) -> dict[str, Authority]:
    numbered = (one for one in case.graph.authorities if one.clauses and all(map(_number_of, one.clauses)))
    return {one.id: one for one in numbered}


def _cited(case: CheckInput) -> tuple[PlacedCitation, ...]:
    authorities = _with_clauses(case)
    found = chain(citations_in(case.graph), citations_in_texts(case.graph)) if authorities else ()
    return tuple(one for one in found if one.value.source in authorities and _numbers(one))


def _numbers(cited: PlacedCitation) -> frozenset[int]:
    place = cited.value.pinpoint
    return numbers_of_place(place.value) if place and place.type == "clause" else frozenset()


def _number_of(clause: Clause) -> frozenset[int]:
    return numbers_of_place(clause.number or "")


def _clauses_in(place: str) -> frozenset[int]:
    found = parse_pinpoint(place)
    return numbers_of_place(found["value"]) if found and found["type"] == "clause" else frozenset()


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a clause of an authority whose clauses are recorded."""
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in _cited(case))
    bases = clauses_of_bases(case.graph, _with_clauses(case).values())
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in bases)


CHECK = Check(
    "LAW182", "clause-not-of-authority", Severity.WARNING, "records that cite a clause", run, looks_at=_looks_at
)  # fmt: skip
