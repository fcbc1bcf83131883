"""A document has more words than its forum takes.

Counts the words of the text, headings, tables and annexes; the cover, the contents and the footnotes are not counted,
nor are the parts of a filing beside its brief.

## Why it matters
Forums with a limit stop reading there, or send the paper back after the time for it has run out.

## Example
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing, and nobody looked into it.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
limits:
  words: 10
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
limits:
  words: 40
```

## When to allow it
Where the forum has given leave for more: say so in the decision, with the date of the leave.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.drafted import Drafted
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.document.blocks import Box, Paragraph, Role
from probata.document.parts import documents_of
from probata.document.walk import own_inlines, plain_text, walk_blocks

_NOT_COUNTED = {Role.TITLE, Role.SUBTITLE, Role.COVER, Role.COVER_RIGHT, Role.MARKING}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings that are too long."""
    for filing, profile in case.filings:
        drafted, limits = case.drafts.get(filing.id), profile.limits
        if drafted is None or limits.words is None or (count := count_words(drafted)) <= limits.words:
            continue
        rule = profile.rule(limits.rule or "")
        yield case.finding(
            "filings", filing.id,
            f"`{filing.id}` has {count:,} words; `{profile.id}` takes no more than {limits.words:,}",
            f"shorten it by {count - limits.words:,} words, or move tables to an annex that is sent apart",
            notes=(f"rule `{rule.id}`: {rule.text}",) if rule else (), severity=rule.heaviest if rule else None,
        )  # fmt: skip


def count_words(drafted: Drafted) -> int:
    """Count the words of a document, of several parts of its brief, as a reader would; footnotes are left out."""
    blocks = tuple(block for block in documents_of(drafted.document)[0].blocks if not isinstance(block, Box))
    counted = (b for b in walk_blocks(blocks) if not (isinstance(b, Paragraph) and b.role in _NOT_COUNTED))
    return sum(len(plain_text(own_inlines(block)).split()) for block in counted)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum has a limit."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.limits.words is not None:
            yield Looked(f"filings/{filing.id}")


CHECK = Check("DRA203", "too-many-words", Severity.WARNING, "documents", run, raised=BY_RULE, looks_at=_looks_at)
