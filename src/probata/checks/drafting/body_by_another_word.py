"""The name of a body with one of its words exchanged for another.

Reads our sentences in the language of the case for the names of recorded bodies that have three words or more, up to an
"of" or "for" in them, and finds those that have all words but one in their places: "Brann Road Holding Centre". What a
record, a title of a source or a quotation names so is left alone. So are slips of one or two letters, which
`name-spelled-two-ways` finds, a name to which the text gives an abbreviation of its own, and what is called a law: the
Public Order Code is not the Public Order Council.

## Why it matters
A unit with another name is another unit. The person named answers for the one that was charged, and says that the text
is about some other.

## Example
```yaml
case: {title: Example, summary: The Brann Road Holding Centre has four floors.}
bodies: [{id: brann, name: Brann Street Holding Centre}]
```

Use instead:
```yaml
case: {title: Example, summary: The Brann Street Holding Centre has four floors.}
bodies: [{id: brann, name: Brann Street Holding Centre}]
```

## When to allow it
Where another body is meant: better record it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.exchanged_words import exchanged_words
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the names, each once for a text."""
    told: set[tuple[object, ...]] = set()
    for found in exchanged_words(case.graph):
        key = (found.text.kind, found.text.record_id, found.text.loc, found.words)
        if key not in told:
            told.add(key)
            yield finding_of_words(
                case, found.text, (found.start, found.end),
                f"`{found.words}` differs from the recorded name `{found.name}` in one word",
                f"write the name of `bodies/{found.body.id}`, or record the other body",
            )  # fmt: skip


CHECK = Check(
    "DRA191", "body-by-another-word", Severity.INFO, "texts and lines", run, looks_at=printed_in_all_languages
)
