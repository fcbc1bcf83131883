"""The text names whoever submits it, and the forum keeps that confidential.

Looks at each filing whose forum keeps its source confidential, for the name, organisation and contact in `prepared_by`,
outside the sheet that gives them. Notes and the list of sources are left alone: what the source has published is cited
there as any other work. A decision stands while no sentence names the source that did not when it was made: numbers,
paragraphs that move and other sentences fell nothing.

## Why it matters
A communication is passed on to the State. Where a paragraph says who interviewed the witnesses or who wrote to the
officials, the State knows who submits it, whatever the last sheet says of confidence.

## Example
```yaml
case:
  title: Example
  summary: Harbour Watch, who submits this, spoke with 2 prisoners.
  prepared_by: {organisation: Harbour Watch}
  filings:
    - {id: letter, forum: un-sp}
```

Use instead:
```yaml
case:
  title: Example
  summary: The source spoke with 2 prisoners.
  prepared_by: {organisation: Harbour Watch}
  filings:
    - {id: letter, forum: un-sp}
```

## When to allow it
Where those who submit it agree to be known to the State, or where the paragraph only tells what they have published.
Say in the decision which of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.namings import namings
from probata.diagnostics import Severity
from probata.disclosure import NameSearch
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Role
from probata.document.walk import child_blocks, own_inlines, plain_text
from probata.forum import Profile
from probata.model.case_file import Author, Filing

_SHOWN = 5
"""Places that are named one by one."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings that name their own source, once each."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        names = _names(case.graph.case.prepared_by)
        if drafted is None or not names or not profile.disclosure.source_confidential:
            continue
        named = NameSearch({"source": names})
        told = _without_sheet(drafted.document.blocks, profile.disclosure.source_sheet)
        found = [(block, number) for block, number in _texts(told) if named.found(_read(block))]
        if found:
            yield _finding(case, filing, profile, found, namings((own_inlines(block) for block, _ in found), named))


def _names(author: Author) -> tuple[str, ...]:
    return tuple(name for name in (author.name, author.organisation, author.contact) if name)


def _read(block: Block) -> str:
    return plain_text(own_inlines(block))


def _without_sheet(blocks: Blocks, sheet: str | None) -> Iterator[Block]:
    """Give the blocks without the section that begins with the heading `sheet`."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level if block.id == sheet else 0 if level and block.level <= level else level
        if not level:
            yield block


def _texts(blocks: Iterator[Block] | Blocks, number: str = "") -> Iterator[tuple[Block, str]]:
    """Give each block with the number of the paragraph that it stands in or behind."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)) and block.number:
            number = block.number
        if not (isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY):
            yield block, number
            yield from _texts(child_blocks(block), number)


def _place(block: Block, number: str) -> str:
    if isinstance(block, Heading):
        return f"the heading of {number}" if number else "a heading"
    own = number if isinstance(block, Paragraph) and block.number else ""
    return f"paragraph {own}" if own else f"a text behind {number}" if number else "the first page"


def _finding(
    case: CheckInput, filing: Filing, profile: Profile, found: list[tuple[Block, str]], said: tuple[str, ...]
) -> Finding:
    places = list(dict.fromkeys(_place(block, number) for block, number in found))
    rule = profile.rule(profile.disclosure.source_rule or "")
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return case.finding(
        "filings", filing.id,
        f"`{filing.id}` names its source, which `{profile.id}` keeps confidential, in "
        f"{', '.join(places[:_SHOWN])}{more}",
        "write `the source` where it tells who submits it, or decide the finding where it tells of published work",
        notes=(f"rule `{rule.id}`: {rule.text}",) if rule else (), severity=rule.heaviest if rule else None,
        settled=said,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum keeps its sources confidential; without a name to look for it cannot be told."""
    known = _names(case.graph.case.prepared_by)
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.disclosure.source_confidential:
            yield Looked(f"filings/{filing.id}", "" if known else "who prepared the case is not recorded")


CHECK = Check("DRA204", "source-named", Severity.ERROR, "documents", run, looks_at=_looks_at)
