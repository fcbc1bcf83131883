"""What a composed document says in its own words, and where that stands in the file of the record that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from probata.checks.engine.finding import Finding
from probata.document.blocks import Block, Quote
from probata.document.walk import child_blocks, own_inlines, plain_text
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import place_within

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
