"""The document names whoever submits it, and the forum keeps that confidential.

Looks at each filing whose forum keeps its source confidential, for the name, organisation, address and contact in
`prepared_by`, in all that a reader sees outside the sheet that gives them: text, notes, tables, captions, the list of
sources, the head of the pages. A filing that says `source_may_be_named: true` may name it, and its document promises
nothing else. A decision stands while no sentence names the source that did not when it was made: numbers, paragraphs
that move and other sentences fell nothing.

## Why it matters
A communication is passed on to the State. Where a paragraph says who interviewed the witnesses, or a note who published
the report, the State knows who submits it, whatever the last sheet says of confidence.

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
Where the words that were found name somebody else: say in the decision whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.namings import namings
from probata.diagnostics import Severity, say
from probata.disclosure import NameSearch, names_of
from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Role
from probata.document.inlines import Inlines, Note, Text
from probata.document.tree import Document
from probata.document.walk import child_blocks, own_inlines, plain_text, walk_blocks, walk_inlines, without_section
from probata.forum import Profile
from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.name import PersonName
from probata.model.person import Person

_SHOWN = 5
"""Places that the message names; a note names them all."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings that name their own source, once each."""
    named = NameSearch({"source": _names(case.graph)})
    for filing, profile in case.filings if named else ():
        if filing.id in case.drafts and profile.disclosure.source_confidential and not filing.source_may_be_named:
            texts = _texts(case.drafts[filing.id].document, profile.disclosure.source_sheet)
            found = [(text, place) for text, place in texts if named.found(plain_text(text))]
            if found:
                places = list(dict.fromkeys(place for _, place in found))
                yield _finding(case, filing, profile, places, namings((text for text, _ in found), named))


def _names(graph: CaseGraph) -> tuple[str, ...]:
    """Return every form in which a text may name those who prepare the case."""
    author = graph.case.prepared_by
    texts = [text for text in (author.organisation, author.contact, author.address) if text]
    if author.name:
        recorded = [person for person in graph.people if person.name.display == author.name]
        own = recorded or [Person(id="author", name=PersonName(full=author.name))]
        others = [person for person in graph.people if person not in recorded]
        texts += (form for forms in names_of(own, others).values() for form in forms)
    return tuple(dict.fromkeys(texts))


def _texts(document: Document, sheet: str | None) -> Iterator[tuple[Inlines, str]]:
    """Give each text that is printed outside the sheet of the source, in whichever part, with its place."""
    meta = document.meta
    for line in (meta.title, meta.short_title, meta.subject, *meta.running):
        yield (Text(line),), "the title or the head of the pages"
    for block, number in _blocks(without_section(document.blocks, sheet)):
        own = own_inlines(block)
        yield own, _place(block, number)
        if isinstance(block, Picture):
            yield (Text(block.alternative),), _place(block, number)
        for note in (inline for inline in walk_inlines(own) if isinstance(inline, Note)):
            for inner in walk_blocks(note.blocks):
                yield own_inlines(inner), f"note {note.number}"


def _blocks(blocks: Blocks, number: str = "") -> Iterator[tuple[Block, str]]:
    """Give each block with the number of the paragraph that it stands in or behind."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)) and block.number:
            number = block.number
        yield block, number
        yield from _blocks(child_blocks(block), number)


def _place(block: Block, number: str) -> str:
    if isinstance(block, Heading):
        return f"the heading of {number}" if number else "a heading"
    if isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY:
        return "the list of sources"
    own = number if isinstance(block, Paragraph) and block.number else ""
    return f"paragraph {own}" if own else f"a text behind {number}" if number else "the first page"


def _finding(case: CheckInput, filing: Filing, profile: Profile, places: list[str], said: tuple[str, ...]) -> Finding:
    rule = profile.rule(profile.disclosure.source_rule or "")
    rest = len(places) - _SHOWN
    notes = [f"it is named in {', '.join(places)}"] if rest > 0 else []
    notes += [f"rule {say.words(rule.id)}: {rule.text}"] if rule else []
    return case.finding(
        "filings", filing.id,
        f"{say.filing(filing)} names its source, which {say.words(profile.id)} keeps confidential, in "
        f"{', '.join(places[:_SHOWN])}{f' and {rest} more' if rest > 0 else ''}",
        "write `the source` in its place and leave out what only the source has published; where the source agrees to "
        "be named to all readers of this filing, record `source_may_be_named: true` in it",
        notes=tuple(notes), severity=rule.heaviest if rule else None, settled=said,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum keeps its sources confidential; without a name to look for it cannot be told."""
    known = _names(case.graph)
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.disclosure.source_confidential:
            yield Looked(f"filings/{filing.id}", "" if known else "who prepared the case is not recorded")


CHECK = Check("DRA204", "source-named", Severity.ERROR, "documents", run, looks_at=_looks_at)
