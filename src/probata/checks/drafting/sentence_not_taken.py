"""A paragraph is left out of a document, because its forum does not take its kind of sentence.

Sentences have kinds: fact, own knowledge, submission of law and so on. Each forum says which it takes. A paragraph of
another kind is not printed there, and this finding says which.

## Why it matters
What a witness argues is struck out or turned against the witness. What the program leaves out, you must know of.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: support-statement}
narrative:
  - id: background
    place: background
    title: Background
    kind: submission_of_law
    text: The beatings were a breach of article 1.
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: support-statement}
narrative:
  - id: background
    place: background
    title: Background
    kind: fact
    text: The prison has three wings.
```

## When to allow it
Where the paragraph is meant for other filings of the case. Name them in its section (`forums: [uk-ghr]`), and the
finding goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.places import origin_of, record_at
from probata.checks.prose.composed import at_composed
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Paragraph
from probata.document.walk import plain_text
from probata.forum import Profile
from probata.model.case_file import Filing

_WORDS = 6


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of records that a forum does not take; those of its own template are no finding."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        for paragraph in drafted.left_out if drafted else ():
            if origin_of(paragraph):
                yield _finding(case, filing, profile, paragraph)


def _finding(case: CheckInput, filing: Filing, profile: Profile, paragraph: Paragraph) -> Finding:
    kind, record_id, loc = record_at(origin_of(paragraph), filing, case)
    start = " ".join(plain_text(paragraph.inlines).split()[:_WORDS])
    rule = profile.rule(profile.sentence_kinds.rule or "")
    finding = case.finding(
        kind, record_id,
        f"the paragraph that begins `{start} …` is left out of {say.filing(filing)}: it is of kind "
        f"{say.words(paragraph.sentence)}, which {say.words(profile.id)} does not take",
        "leave it so, name the forums that it is for, or give it the kind that it is (`{kind=fact}` on the line above)",
        at=loc, notes=rule_note(rule), alike=f"{start} {filing.id}",
    )  # fmt: skip
    return at_composed(finding, case.graph, start, 0, len(start))


CHECK = Check("DRA201", "sentence-not-taken", Severity.INFO, "documents", run, of_form=True)
