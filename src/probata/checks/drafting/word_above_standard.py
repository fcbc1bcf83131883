"""A word says more than the standard by which the forum decides.

Looks at the text and headings of each filing for the words that the profile of its forum avoids, such as "guilty" or
"proved" where it decides on suspicion. A clause that denies it ("has not been convicted") is left alone; so are
quotations, footnotes and what stands in quotation marks.

## Why it matters
Whoever asks for a decision on reasonable grounds to suspect and writes "proved" invites the answer that it is not. The
person named may sue on the word.

## Example
```yaml
case:
  title: Example
  summary: It is proved that prisoners were beaten in the north wing.
  filings:
    - {id: submission, forum: uk-ghr}
```

Use instead:
```yaml
case:
  title: Example
  summary: There are reasonable grounds to suspect that prisoners were beaten in the north wing.
  filings:
    - {id: submission, forum: uk-ghr}
```

## When to allow it
Where the sentence reports a conviction or a finding of a court and cites it: say so in the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.drafted import Drafted
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.places import origin_of, record_at
from probata.checks.texts.composed_words import at_composed
from probata.checks.texts.denials import is_denied
from probata.checks.texts.own_blocks import own_blocks, own_text
from probata.diagnostics import Severity
from probata.document.blocks import Block, Heading, Paragraph
from probata.forum import Profile, Threshold
from probata.model.case_file import Filing
from probata.model.language import primary


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words above the standard, each once for a record."""
    for filing, profile in case.filings:
        drafted, threshold = case.drafts.get(filing.id), profile.threshold
        if drafted is None or threshold is None or not threshold.avoided:
            continue
        told: set[tuple[str, str, str]] = set()
        for block, text, match in _words(drafted, threshold, filing.language or case.graph.case.language):
            kind, record_id, _ = record_at(origin_of(block), filing, case)
            word = match[0]
            if (kind, record_id, word.lower()) not in told:
                told.add((kind, record_id, word.lower()))
                found = _finding(case, filing, profile, block, word)
                yield at_composed(found, case.graph, text, *match.span())


def _words(drafted: Drafted, threshold: Threshold, language: str) -> Iterator[tuple[Block, str, re.Match[str]]]:
    avoided = re.compile(rf"\b({'|'.join(map(re.escape, threshold.avoided))})\b", re.IGNORECASE)
    for block in own_blocks(drafted.document.blocks):
        text = own_text(block)
        for match in avoided.finditer(text):
            if not is_denied(text, match.start(), match.end(), primary(language)):
                yield block, text, match


def _finding(case: CheckInput, filing: Filing, profile: Profile, block: Block, word: str) -> Finding:
    kind, record_id, loc = record_at(origin_of(block), filing, case)
    threshold = profile.threshold
    rule = profile.rule(threshold.avoided_rule or "") if threshold else None
    number = block.number if isinstance(block, (Paragraph, Heading)) else ""
    said = f"`{filing.id}` says `{word}`, which is more than `{threshold.phrase}`" if threshold else ""
    place = f"{'section' if isinstance(block, Heading) else 'paragraph'} {number} of " if number else ""
    return case.finding(
        kind, record_id, f"{place}{said}",
        "write what the evidence shows by the standard of the forum, or cite the conviction",
        at=loc, notes=(f"rule `{rule.id}`: {rule.text}",) if rule else (), severity=rule.heaviest if rule else None,
        settled=(said,),
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum has a standard with words that lie above it."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.threshold and profile.threshold.avoided:
            yield Looked(f"filings/{filing.id}")


CHECK = Check("DRA202", "word-above-standard", Severity.WARNING, "documents", run, raised=BY_RULE, looks_at=_looks_at)
