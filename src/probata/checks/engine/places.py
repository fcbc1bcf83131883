"""From a place or words in a document back to their record, and from a record to where it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.finding import Finding
from probata.checks.engine.first_page import Places
from probata.document.blocks import Block, Heading, Paragraph, Quote, Table
from probata.document.inlines import Inlines, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import child_blocks, own_inlines, plain_text, walk_blocks, walk_inlines
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import place_within
from probata.model.case_file import Filing
from probata.model.count import ArguedCount


def origin_of(block: Block) -> Origin | None:
    """Return the record that a block, or the first text in it, came from; `None` for words of the template."""
    own = block.origin if isinstance(block, Paragraph) else None
    return own or next(_origins(own_inlines(block)), None)


def _origins(inlines: Inlines) -> Iterator[Origin]:
    return (inline.origin for inline in walk_inlines(inlines) if isinstance(inline, Text) and inline.origin)


def record_at(origin: Origin | None, filing: Filing, case: CheckInput) -> tuple[str, str, Loc]:
    """Return kind, id and field of the record behind an origin; the filing where no record stands behind it."""
    if origin is None or origin.record == "filing":
        return "filings", filing.id, ()
    kind, _, record_id = origin.record.partition("/")
    loc = tuple(int(part) if part.isdigit() else part for part in origin.field.split(".") if part)
    if kind == "case":
        return "case", case.graph.name, loc
    return (kind, record_id, loc) if case.graph.has(kind, record_id) else ("filings", filing.id, ())


def printed_places(filing: Filing, document: Document, graph: CaseGraph) -> Places:
    """Return where the document of a filing prints each record first.

    The text comes before tables, and an allegation stands where the count that gathers it does.
    """
    in_text: dict[str, str] = {}
    in_tables: dict[str, str] = {}
    where, found = "", in_text
    for block in walk_blocks(document.blocks):
        if called := _called(block):
            where, found = f"{filing.id}, {called}", in_tables if isinstance(block, Table) else in_text
        for origin in (getattr(block, "origin", None), *_origins(own_inlines(block))):
            if origin is not None and where:
                found.setdefault(origin.record, where)
    for count in graph.all("counts", ArguedCount):
        for allegation in count.allegations if f"counts/{count.id}" in in_text else ():
            in_text.setdefault(f"allegations/{allegation}", in_text[f"counts/{count.id}"])
    printed = {**in_tables, **in_text}
    return {filing.id: printed, filing.forum: printed}


def _called(block: Block) -> str:
    """Return how a reader finds a block: the number of its paragraph, table or heading; empty where it has none."""
    match block:
        case Paragraph(number=number, level=0) if number:
            return f"para. {number}"
        case Heading(number=number) if number:
            return number if number[0].isupper() and " " in number else f"section {number}"
        case Table(number=number) if number:
            return f"table {number}"
    return ""


# Where words that a composed document says stand in the file of their record.

_AROUND = (4, 2, 1, 0)
"""Words on both sides by which a place is told from others; fewer where notes or filled-in names stand there."""


def at_composed(finding: Finding, graph: CaseGraph, text: str, start: int, end: int) -> Finding:
    """Return a finding on a field with the place of some words in it; they stand in the text of a composed block.

    The place of the field stays where they are not found, as where the template wrote them.
    """
    before, words, behind = text[:start].split(), text[start:end].split(), text[end:].split()
    for around in _AROUND:
        sides = before[len(before) - around :] if around else [], behind[:around]
        parts = [*map(re.escape, sides[0]), f"(?P<words>{_spaced(words)})", *map(re.escape, sides[1])]
        # What stands right behind a word, such as a stop, is no word by itself.
        pattern = re.compile(r"\s*".join(parts) if around else rf"(?<!\w){parts[0]}(?!\w)")
        if place := place_within(graph, finding.span, pattern):
            return replace(finding, span=place)
    return finding


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")


def own_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Give every block that is not a quotation, the outer before the inner."""
    for block in blocks:
        if not isinstance(block, Quote):
            yield block
            yield from own_blocks(child_blocks(block))


def own_text(block: Block) -> str:
    """Return the text of a block without notes and without what stands in quotation marks."""
    return _QUOTED.sub(" ", plain_text(own_inlines(block)))
