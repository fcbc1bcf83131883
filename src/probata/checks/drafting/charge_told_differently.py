"""The heading of an allegation says more than its statement.

Compares the title of each allegation with its statement by short ladders of words, such as died, killed, murdered, or
did not prevent, assisted, ordered. It finds a title whose word stands higher than every word of the same ladder in the
statement. A statement without a word of the ladder is left alone: nothing can be said of it.

## Why it matters
The heading goes into the contents, the summary and the decision. The person named answers the heading, shows that the
text alleges less, and calls the whole document exaggerated.

## Example
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Alleged torture at Brann Street
    statement: It is alleged that guards subjected detainees to degrading treatment in May 2022.
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Alleged degrading treatment at Brann Street
    statement: It is alleged that guards subjected detainees to degrading treatment in May 2022.
```

## When to allow it
Where the heading gives the name that the law has for what the statement describes, and the particulars say why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.sentences import own_words
from probata.checks.word_lists import whole_words, word_list
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.language import same_language

Ladder = tuple[re.Pattern[str], ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the headings that stand higher than their statement, each ladder by itself."""
    if not same_language(case.graph.case.language, "en"):
        return
    for allegation in case.graph.allegations:
        for ladder in ladders():
            if above := _above(ladder, allegation):
                yield case.finding(
                    "allegations", allegation.id,
                    f"the heading says `{above[0]}`, and the statement no more than `{above[1]}`",
                    "write the word of the statement in the heading, or say in the statement what it rests on",
                    at=("title",),
                )  # fmt: skip


@cache
def ladders() -> tuple[Ladder, ...]:
    """Return the ladders, each from the least to the gravest."""
    return tuple(tuple(map(whole_words, entry["steps"])) for entry in word_list("grades")["ladders"])


def _above(ladder: Ladder, allegation: Allegation) -> tuple[str, str] | None:
    """Return the gravest words of heading and statement where that of the heading stands higher."""
    heading = _highest(ladder, allegation.title)
    statement = _highest(ladder, own_words(allegation.statement)) if heading else None
    if heading is None or statement is None or heading[0] <= statement[0]:
        return None
    return heading[1], statement[1]


def _highest(ladder: Ladder, text: str) -> tuple[int, str] | None:
    for step in range(len(ladder) - 1, -1, -1):
        if match := ladder[step].search(text):
            return step, " ".join(match[0].split())
    return None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations, those not put forward too, of a case in a language whose words are known."""
    if same_language(case.graph.case.language, "en"):
        yield from (Looked(f"allegations/{found.id}") for found in case.graph.allegations)


CHECK = Check("DRA111", "charge-told-differently", Severity.WARNING, "allegations", run, looks_at=_looks_at)
