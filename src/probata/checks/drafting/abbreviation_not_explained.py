"""A document uses the abbreviation of a body and nowhere says what it stands for.

Looks in the text of each document, outside quotations, notes and the list of sources, for the abbreviation that is
recorded of a body. It is explained where one paragraph, heading or row of a table has it together with a name of that
body, in whatever order; the list of abbreviations at the end does not count. Abbreviations that every reader knows,
such as UN, are left alone. That the records of the case explain it helps no reader of the document. In a table, whose
headings may be its source's, it is a note.

## Why it matters
Whoever decides does not have your records. A sentence whose subject is three letters is passed over, or taken for
another body.

## Example
```yaml
case:
  title: Example
  summary: The IGK ran the prison.
  filings: [{id: brief, forum: uk-ghr}]
bodies: [{id: guard, name: Interior Guard, abbreviation: IGK}]
```

Use instead:
```yaml
case:
  title: Example
  summary: The Interior Guard (IGK) ran the prison.
  filings: [{id: brief, forum: uk-ghr}]
bodies: [{id: guard, name: Interior Guard, abbreviation: IGK}]
```

## When to allow it
Where every reader of this forum knows the abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.places import origin_of, record_at
from probata.checks.prose.sentences import own_words
from probata.checks.prose.words import word_list
from probata.checks.support.texts_by_word import by_word, with_word_of
from probata.diagnostics import Severity, say
from probata.document.anchors import LIST_OF_ABBREVIATIONS
from probata.document.blocks import Block, Blocks, Paragraph, Quote, Role, Row, Table
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.graph.texts import place_within
from probata.model.body import Body
from probata.model.case_file import Filing

T = TypeVar("T")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the abbreviations that a document uses and does not explain, each at its first place."""
    bodies = _abbreviated(case)
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = _without_list(drafted.document.blocks) if drafted and bodies else ()
        told = by_word((piece, " ".join(piece.casefold().split())) for piece in _pieces(blocks))
        own = by_word((_said(block), block) for block in _own(blocks))
        for letters, owners in bodies.items():
            if not any(_is_named(owners, folded) for folded in _using(letters, told)):
                yield from (
                    _finding(case, filing, letters, owners[0], block) for block in islice(_using(letters, own), 1)
                )


def _without_list(blocks: Blocks) -> Blocks:
    """Leave out the list of abbreviations, which stands at the end: it helps nobody who reads the text."""
    return tuple(block for block in blocks if not (isinstance(block, Table) and block.id == LIST_OF_ABBREVIATIONS))


def _using(letters: str, texts: dict[str, list[tuple[str, T]]]) -> Iterator[T]:
    """Give what belongs to the texts that use an abbreviation, in their order."""
    used = _used(letters)
    return (kept for text, kept in with_word_of(letters, texts) if used.search(text))


def _used(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){re.escape(letters)}(?![\w/-]|\.[A-Z])")


def _abbreviated(case: CheckInput) -> dict[str, list[Body]]:
    """Return the bodies by their abbreviations, without those that are known to all."""
    known = set(str(word_list("abbreviations")["common"]).split())
    found: dict[str, list[Body]] = {}
    for body in case.graph.bodies:
        if body.abbreviation and body.abbreviation not in known:
            found.setdefault(body.abbreviation, []).append(body)
    return found


def _pieces(blocks: Blocks) -> Iterator[str]:
    """Give the texts in which a name may stand beside its abbreviation: blocks, and rows of tables as a whole."""
    for block in walk_blocks(blocks):
        yield plain_text(own_inlines(block))
        for row in (*block.header, *block.rows) if isinstance(block, Table) else ():
            yield _row(row)


def _row(row: Row) -> str:
    return " ".join(plain_text(own_inlines(one)) for cell in row.cells for one in walk_blocks(cell.blocks))


def _is_named(bodies: list[Body], folded: str) -> bool:
    return any(name in folded for body in bodies for name in _names(body))


def _names(body: Body) -> Iterator[str]:
    """Give the names of a body in small letters, in all languages; another abbreviation is none."""
    others = (
        texts[field] for texts in body.translations.values() for field in ("name", "short_name") if field in texts
    )
    native = body.native.text if body.native else None
    for name in (body.name, body.short_name, native, *body.other_names, *others):
        if name and not name.isupper() and name != body.abbreviation:
            yield " ".join(name.casefold().removeprefix("the ").split())


def _own(blocks: Blocks) -> Iterator[Block]:
    """Give the blocks that are no quotation and no list of sources; the texts of tables come last."""
    every = tuple(walk_blocks(blocks))
    quoted = {id(inner) for block in every if isinstance(block, Quote) for inner in walk_blocks((block,))}
    in_tables = {id(inner) for block in every if isinstance(block, Table) for inner in walk_blocks((block,))}
    for block in sorted(every, key=lambda one: id(one) in in_tables):
        is_listed = isinstance(block, Paragraph) and block.role is Role.BIBLIOGRAPHY
        if id(block) not in quoted and not is_listed:
            yield block


def _said(block: Block) -> str:
    return own_words(plain_text(own_inlines(block)))


def _finding(case: CheckInput, filing: Filing, letters: str, body: Body, block: Block) -> Finding:
    kind, record_id, loc = record_at(origin_of(block), filing, case)
    is_own = kind == "filings"
    finding = case.finding(
        "filings", filing.id,
        f"{say.filing(filing)} uses {say.words(letters)} and nowhere says that it stands for {say.words(body.name)}",
        f"write the name with the abbreviation behind it at the first place: {body.name} ({letters})",
        severity=Severity.INFO if kind == "datasets" else None, alike=letters, filing="" if is_own else filing.id,
    )  # fmt: skip
    field = case.graph.span(kind, record_id, *loc)
    word = place_within(case.graph, field, re.compile(rf"(?P<words>{_used(letters).pattern})"))
    return finding if is_own else replace(finding, span=word or field)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the documents of cases with a body whose abbreviation is recorded."""
    for filing in case.drafts if _abbreviated(case) else ():
        yield Looked(f"filings/{filing}")


CHECK = Check("DRA207", "abbreviation-not-explained", Severity.WARNING, "documents", run, looks_at=_looks_at)
