"""Two statements of one person tell the same with another number.

Compares the sentences of the statements that one person made in one language, each with each. Found are two sentences
that share most of their words, five at least, and as many numbers in digits, of which one alone differs; or as many
dates, of which one alone differs. The finding is on the statement signed or made later; where one has no date, on that
which stands later in the file. Sentences of one statement are not compared with each other.

## Why it matters
A prior inconsistent statement is the first thing that a witness is asked about: you said nineteen, today you say nine.

## Example
```yaml
case: {title: Example}
people: [{id: tolgarth, name: {family: Tolgarth, given: Merrin}}]
statements:
  - id: one
    person: tolgarth
    kind: deponent
    paragraphs: [{id: p, basis: own_knowledge, text: I was present at 19 of the interviews with former detainees.}]
  - id: two
    person: tolgarth
    kind: witness
    paragraphs: [{id: p, basis: own_knowledge, text: I was present at 9 of the interviews with former detainees.}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: tolgarth, name: {family: Tolgarth, given: Merrin}}]
statements:
  - id: one
    person: tolgarth
    kind: deponent
    paragraphs: [{id: p, basis: own_knowledge, text: I was present at 19 of the interviews with former detainees.}]
  - id: two
    person: tolgarth
    kind: witness
    paragraphs: [{id: p, basis: own_knowledge, text: I was present at 19 of the interviews with former detainees.}]
```

## When to allow it
Where the later statement corrects the earlier one and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.sentences import Sentence, sentences_in
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.graph.grouped import grouped
from probata.model.language import primary
from probata.model.statement import Statement

_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,7}(?![\w/-]|[.,]\d)")
_ENOUGH = 5
"""Words that two sentences on one thing share."""
_MOST = 0.6
"""Share of all their words that these are."""


_Told = tuple[str, int, int]
"""A number or a date as it is written, with its place in the text."""


class _Said(NamedTuple):
    """A sentence with a number or a date in it."""

    statement: str
    text: MarkdownText
    words: frozenset[str]
    numbers: tuple[_Told, ...]
    dates: tuple[_Told, ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the sentences of each two statements of a person in one language."""
    for statements in _several(case):
        for one, other in combinations([list(_said(statement)) for statement in statements], 2):
            yield from (found for later in other for earlier in one for found in _compared(case, earlier, later))


def _compared(case: CheckInput, earlier: _Said, later: _Said) -> Iterator[Finding]:
    shared, either = earlier.words & later.words, earlier.words | later.words
    if len(shared) < _ENOUGH or len(shared) < _MOST * len(either):
        return
    apart = [*_apart(earlier.numbers, later.numbers), *_apart(earlier.dates, later.dates)]
    if len(apart) == 1:
        (before, _, _), (said, start, end) = apart[0]
        yield finding_of_words(
            case, later.text, (start, end),
            f"the statement says `{said}` where statement `{earlier.statement}` of the same person says `{before}`",
            "ask the person which it is; where the earlier one was wrong, let the later one say so",
        )  # fmt: skip


def _apart(earlier: Sequence[_Told], later: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Return what differs of two rows of the same length; nothing where one tells more than the other."""
    pairs = zip(earlier, later, strict=True) if len(earlier) == len(later) else ()
    return [(one, other) for one, other in pairs if one[0] != other[0]]


def _said(statement: Statement) -> Iterator[_Said]:
    """Give the sentences of a statement with a number in digits or a date."""
    language = primary(statement.language)
    for place, paragraph in enumerate(statement.paragraphs):
        text = MarkdownText("statements", statement.id, ("paragraphs", place, "text"), paragraph.text)
        for sentence in sentences_in(text, language=language):
            times = [(one.start, one.end) for one in times_in(sentence.own, language)]
            counts = (match.span() for match in _NUMBER.finditer(sentence.own))
            numbers = [at for at in counts if not any(first <= at[0] < last for first, last in times)]
            if numbers or times:
                words = frozenset(word.casefold() for word in _WORD.findall(sentence.own))
                yield _Said(statement.id, text, words, _written(sentence, numbers), _written(sentence, times))


def _written(sentence: Sentence, places: Iterable[tuple[int, int]]) -> tuple[_Told, ...]:
    return tuple(
        (" ".join(sentence.own[start:end].split()), sentence.start + start, sentence.start + end)
        for start, end in places
    )


def _several(case: CheckInput) -> Iterator[tuple[Statement, ...]]:
    """Give the statements of each person who made several in one language, the earliest first.

    They are in the order of the file where one of them has no date.
    """
    for made in grouped(case.graph.statements, lambda one: (one.person, primary(one.language))).values():
        dates = {one.id: when.first for one in made if (when := one.signed_on or one.made_on)}
        if len(made) > 1:
            yield tuple(sorted(made, key=lambda one: dates[one.id])) if len(dates) == len(made) else made


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements of those who made several in one language."""
    yield from (Looked(f"statements/{one.id}") for made in _several(case) for one in made)


CHECK = Check(
    "EVI196", "statement-told-two-ways", Severity.WARNING, "statements of those who made several", run,
    looks_at=_looks_at,
)  # fmt: skip
