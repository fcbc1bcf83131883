"""A sentence gives a number from a recorded clause or holding, which has another number of that.

Looks at our sentences and printed lines in the language of the case that cite a judgment by the paragraph of a recorded
holding, an authority by a recorded clause, or a statement that is an exhibit by its paragraph. Where the words before
the citation have a number, such as “sixty days”, and what is recorded at that place has numbers before the same word,
one of them must be the same. Numbers may stand in digits, and in English in words. A sentence that compares, “longer
than”, “despite”, may give a number of its own and is left alone; so are dates and what only names something.

## Why it matters
The time limit is what the clause is cited for. A reader who finds thirty days in it believes no other number.

## Example
```yaml
case:
  title: Example
  summary: The place is not disclosed for the first sixty days [@directive, cl 5].
authorities:
  - id: directive
    kind: statute
    name: Directive
    citation: Directive 17
    clauses: [{id: place, number: 5, text: The place is not disclosed for the first thirty days.}]
```

Use instead:
```yaml
case:
  title: Example
  summary: The place is not disclosed for the first 30 days [@directive, cl 5].
authorities:
  - id: directive
    kind: statute
    name: Directive
    citation: Directive 17
    clauses: [{id: place, number: 5, text: The place is not disclosed for the first thirty days.}]
```

## When to allow it
Where the number is that of the case, and not of the clause: say so, or cite its own source behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, records_of_texts
from probata.checks.quoted import quoted
from probata.checks.texts.numbers_with_units import NumberWithUnit, numbers_with_units
from probata.checks.texts.recorded_passages import CitedWords, cited_words
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES, any_of
from probata.diagnostics import Severity
from probata.model.language import primary


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the numbers before each citation with those of the passage."""
    for one in _cited(case):
        language = one.sentence.language
        recorded = [found for passage in one.passages for found in numbers_with_units(passage.text, language)]
        compares = any_of("holding", "compares", language).search(one.words)
        said = list(numbers_with_units(one.words, language)) if recorded and not compares else []
        for number in said:
            same = {found.value for found in recorded if found.unit == number.unit}
            if same and not same & {found.value for found in said if found.unit == number.unit}:
                yield _finding(case, one, number, same)


def _cited(case: CheckInput) -> Iterator[CitedWords]:
    language = primary(case.graph.case.language)
    yield from cited_words(case.graph, language) if language in LANGUAGES else ()


def _finding(case: CheckInput, one: CitedWords, number: NumberWithUnit, recorded: set[int]) -> Finding:
    start = one.sentence.start + one.start
    words = " ".join(one.words[number.start : number.end].split())
    return finding_of_words(
        case, one.sentence.text, (start + number.start, start + number.end),
        f"the text says `{words} {_behind(one, number)}`, and `{one.place}` of `{one.work.id}` is recorded with "
        f"{quoted([str(value) for value in sorted(recorded)])}",
        "correct the number, or cite behind it the source that has it",
        notes=tuple(f"recorded there: {' '.join(passage.text.split())}" for passage in one.passages),
    )  # fmt: skip


def _behind(one: CitedWords, number: NumberWithUnit) -> str:
    """Return the word behind a number as it is written."""
    return one.words[number.end :].lstrip(" \n-").split()[0].rstrip(".,;:")


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded passage."""
    yield from records_of_texts(one.sentence.text for one in _cited(case))


CHECK = Check(
    "LAW184", "number-not-of-the-passage", Severity.WARNING, "records that cite a recorded passage", run,
    looks_at=_looks_at,
)  # fmt: skip
