"""A number that is asserted and that nothing supports.

Looks at our texts in English, French and Spanish for numbers from 100 on and percentages that equal no figure and no
cell of the case, stand in a paragraph and a record that cite nothing, and are attributed to nobody. Dates, years,
numbers of articles and paragraphs, times, measures and quotations are left alone.

## Why it matters
A number without a source is the first thing that is asked about, and the first that is struck out.

## Example
```yaml
case:
  title: Example
narrative:
  - id: data
    title: Figures
    place: data
    kind: fact
    text: In that year 7,000 persons were detained.
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
narrative:
  - id: data
    title: Figures
    place: data
    kind: fact
    text: In that year 7,000 persons were detained [@report, p. 3].
```

## When to allow it
Where the paragraph before it gives the source for both, and the text says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.known_numbers import known_numbers
from probata.checks.texts.saying import ours_saying_in_all_languages
from probata.checks.texts.sentences import at_words, is_asserted
from probata.checks.texts.typed_numbers import HAS_PERCENTAGE, TypedNumber, numbers_in
from probata.diagnostics import Severity

LEAST = 100
_IS_LARGE = re.compile(rf"\d{{{len(str(LEAST))}}}|{HAS_PERCENTAGE.pattern}")
"""What stands wherever a number is so large, with or without marks between its thousands, or a percentage."""
"""Smaller numbers are mostly counts that the reader can make."""
_SUPPORT = ("@", "^[", "figure(")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers without support, each where it stands."""
    known = known_numbers(case)
    for sentence in ours_saying_in_all_languages(case.graph, _IS_LARGE.search):
        for number in numbers_in(sentence, sentence.language):
            is_large = number.value >= LEAST or number.is_percent
            if is_large and not _is_supported(case, number) and is_asserted(sentence, case.graph):
                yield from () if known.equal_to(number) else (_finding(case, number),)


def _is_supported(case: CheckInput, number: TypedNumber) -> bool:
    text = number.sentence.text
    record = case.graph.records.get(text.kind, {}).get(text.record_id)
    return any(mark in number.paragraph for mark in _SUPPORT) or bool(getattr(record, "citations", ()))


def _finding(case: CheckInput, number: TypedNumber) -> Finding:
    text = number.sentence.text
    start = number.sentence.start + number.start
    found = case.finding(
        text.kind, text.record_id, f"nothing supports the number `{number.shown}`",
        "cite its source in the paragraph, or compute it from a table with a figure", at=text.loc,
    )  # fmt: skip
    return at_words(found, case.graph, text, start, start + len(number.written))


CHECK = Check(
    "FIG116", "number-without-support", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
