"""A word says more than the standard by which the forum decides.

Looks at the text, headings and title of each filing for the words that the profile of its forum avoids, such as
"guilty" or "proved" where it decides on suspicion. In headings and titles it also finds what accuses by itself, "the
crimes of Mara Wolk" or "the perpetrators", where the forum decides by a standard that is known to be lower than guilt,
in English, French and Spanish; one that says "alleged" or "suspected" is left alone. A clause that denies it ("has not
been convicted") is left alone; so are quotations, footnotes and what stands in quotation marks.

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
from probata.checks.check_input import CheckInput, Loc
from probata.checks.drafted import Drafted
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.places import origin_of, record_at
from probata.checks.prose.composed import at_composed, own_blocks, own_text
from probata.checks.prose.sentences import is_denied
from probata.checks.prose.words import any_of, languages_of
from probata.checks.support.by_rule import rule_note
from probata.checks.support.standards import is_lower
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Heading, Paragraph
from probata.forum import Profile, Threshold
from probata.model.case_file import Filing
from probata.model.language import primary


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words above the standard, each once for a record."""
    for filing, profile in case.filings:
        drafted, threshold = case.drafts.get(filing.id), profile.threshold
        if drafted is None or threshold is None or not _has_words(threshold):
            continue
        told: set[tuple[str, str, str]] = set()
        for block, text, match in _words(drafted, threshold, primary(filing.language or case.graph.case.language)):
            place = record_at(origin_of(block), filing, case) if block else ("filings", filing.id, ("title",))
            word = " ".join(match[0].split())
            if (*place[:2], word.lower()) not in told:
                told.add((*place[:2], word.lower()))
                found = _finding(case, filing, profile, (block, place), word)
                yield at_composed(found, case.graph, text, *match.span())


def _has_words(threshold: Threshold) -> bool:
    return bool(threshold.avoided) or is_lower(threshold.phrase)


def _words(drafted: Drafted, threshold: Threshold, language: str) -> Iterator[tuple[Block | None, str, re.Match[str]]]:
    """Give the words of each block, with its text; those of the title of the document without a block."""
    blocks = ((block, own_text(block)) for block in own_blocks(drafted.document.blocks))
    for block, text in ((None, drafted.document.meta.title), *blocks):
        is_heading = block is None or isinstance(block, Heading)
        for match in (*_avoided(threshold, text), *(_accusing(threshold, text, language) if is_heading else ())):
            if not is_denied(text, match.start(), match.end(), language):
                yield block, text, match


def _avoided(threshold: Threshold, text: str) -> Iterator[re.Match[str]]:
    if threshold.avoided:
        yield from re.finditer(rf"\b({'|'.join(map(re.escape, threshold.avoided))})\b", text, re.IGNORECASE)


def _accusing(threshold: Threshold, text: str, language: str) -> Iterator[re.Match[str]]:
    """Give what accuses in a heading, where the forum decides by less than guilt and it leaves nothing open."""
    if not is_lower(threshold.phrase) or language not in languages_of("headings"):
        return
    if any_of("verdict", "hedges", language).search(text) is None:
        yield from any_of("headings", "accusing", language).finditer(text)


def _finding(
    case: CheckInput, filing: Filing, profile: Profile, at: tuple[Block | None, tuple[str, str, Loc]], word: str
) -> Finding:
    block, (kind, record_id, loc) = at
    threshold = profile.threshold
    rule = profile.rule(threshold.avoided_rule or "") if threshold else None
    number = block.number if isinstance(block, (Paragraph, Heading)) else ""
    said = (
        f"{say.filing(filing)} says {say.words(word)}, which is more than {say.words(threshold.phrase)}"
        if threshold
        else ""
    )
    place = f"{'section' if isinstance(block, Heading) else 'paragraph'} {number} of " if number else ""
    return case.finding(
        kind, record_id, f"{'the title of ' if block is None else place}{said}",
        "write what the evidence shows by the standard of the forum, such as `alleged`, or cite the conviction",
        at=loc, notes=rule_note(rule), severity=rule.heaviest if rule else None,
        settled=(said,),
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum has a standard with words that lie above it."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.threshold and _has_words(profile.threshold):
            yield Looked(f"filings/{filing.id}")


CHECK = Check("DRA202", "word-above-standard", Severity.WARNING, "documents", run, raised=BY_RULE, looks_at=_looks_at)
