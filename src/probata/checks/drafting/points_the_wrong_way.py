"""A document says "above" of what stands below, or "below" of what stands above.

Looks at composed documents, where "above" or "below" stands beside the number of a paragraph, section, table or figure,
and where a text says "the following table", "the table below" or "the figure above" and the document has one on the
other side only. Quotations are left alone.

## Why it matters
A reader who is sent the wrong way does not find what the sentence rests on. It shows that parts were moved after they
were written, and the other side will look for what else no longer fits.

## Example
```yaml
case:
  title: Example
  summary: The table above shows the returns by year.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{{ case_summary }}

| Year | Returns |
|------|---------|
| 2021 | 4       |
```

Use instead:
```yaml
case:
  title: Example
  summary: The table below shows the returns by year.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{{ case_summary }}

| Year | Returns |
|------|---------|
| 2021 | 4       |
```

## When to allow it
Where the words mean a table or section of another document: say of which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.drafted import Drafted
from probata.checks.finding import Finding
from probata.checks.places import origin_of, record_at
from probata.checks.texts.composed_words import at_composed
from probata.diagnostics import Severity
from probata.document.blocks import Block, Blocks, Picture, Quote, Table
from probata.document.inlines import CrossRef, Inlines
from probata.document.walk import child_blocks, own_inlines, plain_text

_BEHIND = re.compile(r"^(?:\)|,)?\s*\(?(above|below)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(above|below),?\s+(?:\(?(?:in|at|see|under)\s+)?(?:the\s+)?(?:paragraph|section|table|figure|part|annex)s?\s*$",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\bthe (?:(?P<side>following|preceding|above) (?P<what>table|figure|chart)|(?P<what2>table|figure|chart) "
    r"(?P<side2>above|below))\b(?!\s+\d)",
    re.IGNORECASE,
)
_UP = ("above", "preceding")


@dataclass(frozen=True, slots=True)
class _Misled:
    block: Block
    words: str
    target: str


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words that point the wrong way, each once for a place."""
    for filing in case.looked_at:
        drafted = case.drafts.get(filing.id)
        told: set[tuple[str, str, tuple[str | int, ...], str]] = set()
        for found in _misled(drafted) if drafted else ():
            kind, record_id, loc = record_at(origin_of(found.block), filing, case)
            if (kind, record_id, loc, found.words) in told:
                continue
            told.add((kind, record_id, loc, found.words))
            finding = case.finding(
                kind, record_id, f"`{filing.id}` says `{found.words}`, and {found.target} stands on the other side",
                "turn the word round, or put what it names on the other side", at=loc,
            )  # fmt: skip
            yield at_composed(finding, case.graph, found.words, 0, len(found.words))


def _misled(drafted: Drafted) -> Iterator[_Misled]:
    blocks = list(_in_order(drafted.document.blocks))
    places = {found: n for n, block in enumerate(blocks) if (found := getattr(block, "id", ""))}
    tables = [n for n, block in enumerate(blocks) if isinstance(block, Table) and block.kind == "grid"]
    pictures = [n for n, block in enumerate(blocks) if isinstance(block, Picture)]
    for here, block in enumerate(blocks):
        inlines = () if isinstance(block, Quote) else own_inlines(block)
        yield from _at_numbers(block, inlines, here, places)
        for match in _SHOWN.finditer(plain_text(inlines)):
            what = (match["what"] or match["what2"]).lower()
            shown = tables if what == "table" else pictures
            up = (match["side"] or match["side2"]).lower() in _UP
            if shown and all(n == here or (n < here) is not up for n in shown):
                yield _Misled(block, " ".join(match[0].split()), f"every {what} of the document")


def _at_numbers(block: Block, inlines: Inlines, here: int, places: dict[str, int]) -> Iterator[_Misled]:
    for position, inline in enumerate(inlines):
        there = places.get(inline.target) if isinstance(inline, CrossRef) else None
        if not isinstance(inline, CrossRef) or there is None or there == here:
            continue
        before, behind = plain_text(inlines[:position]), plain_text(inlines[position + 1 :])
        match = _BEHIND.search(behind) or _AHEAD.search(before)
        if match and (match[1].lower() == "above") is not (there < here):
            yield _Misled(block, f"{match[1]} {inline.text}".lower(), f"{inline.kind} {inline.text}")


def _in_order(blocks: Blocks) -> Iterator[Block]:
    """Give the blocks as a reader meets them, without what stands inside quotations."""
    for block in blocks:
        yield block
        if not isinstance(block, Quote):
            yield from _in_order(child_blocks(block))


CHECK = Check("DRA205", "points-the-wrong-way", Severity.WARNING, "documents", run)
