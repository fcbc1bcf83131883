"""The gaps that stand in the text of a draft, named on its first page below what must be there before it is filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from probata.document.blocks import Block, Blocks, Box, Paragraph
from probata.document.inlines import Gap, Text
from probata.document.list_ids import GAPS_IN_TEXT
from probata.document.walk import inlines_in_order
from probata.messages import Wording


def with_gaps_in_text(blocks: Blocks, told: Sequence[str], wording: Wording) -> Blocks:
    """Put the gaps of the text where the template asks for them; `told` are the lines above, which are not repeated.

    A box that then holds nothing is left out.
    """
    return tuple(_filled(blocks, _line(_gaps(blocks, wording), told, wording)))


def _filled(blocks: Blocks, line: str) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.id == GAPS_IN_TEXT:
            if line:
                yield Paragraph((Text(line),))
        elif isinstance(block, Box) and block.kind == "gaps":
            if inner := tuple(_filled(block.blocks, line)):
                yield Box(inner, block.kind)
        else:
            yield block


def _gaps(blocks: Blocks, wording: Wording) -> Counter[str]:
    """Count the gaps by what is missing, in the order of the text."""
    before, _, after = wording.words["document.not_recorded"].partition("{what}")
    texts = (inline.text for inline in inlines_in_order(blocks) if isinstance(inline, Gap))
    return Counter(text.removeprefix(before).removesuffix(after) for text in texts)


def _line(gaps: Counter[str], told: Sequence[str], wording: Wording) -> str:
    others = {what: number for what, number in gaps.items() if not any(line.startswith(what) for line in told)}
    if not others:
        return ""
    shown = (what if number == 1 else f"{what} ({number})" for what, number in others.items())
    return wording.label("document.in_text", gaps=wording.label("list.between_long").join(shown))
