"""The blocks of a template, with the remark that stands above each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from probata.compose.template_sections import BODY

_BLOCK = re.compile(
    r"(?:\{##(?P<remark>(?:(?!##\}).)*)##\}\s*)?"
    r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}\n?(?P<text>.*?)\{%-?\s*endblock",
    re.DOTALL,
)
_IN_REMARK = re.compile(r"\{##(?:(?!##\}).)*\{%-?\s*block\b.*?##\}", re.DOTALL)
"""A block that is switched off, as all are in the template of a new forum."""


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block of a template, which a template that extends it may replace."""

    name: str
    remark: str
    """What it prints, in a sentence; empty where its template says nothing."""
    text: str
    """What stands in it."""


def template_blocks(template: str) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a template in order; blocks inside blocks are part of the outer one."""
    found = _BLOCK.finditer(_IN_REMARK.sub("", template))
    return tuple(TemplateBlock(m["name"], " ".join((m["remark"] or "").split()), m["text"].rstrip()) for m in found)


def inherited_blocks(texts: Sequence[str]) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a template and of those above it, `texts` from the lowest up, in the order of the document.

    Each is given once, as the lowest template has it, with the nearest remark.
    """
    held: dict[str, TemplateBlock] = {}
    for block in (block for text in reversed(texts) for block in template_blocks(text) if block.name != BODY):
        before = held.get(block.name)
        held[block.name] = replace(block, remark=block.remark or (before.remark if before else ""))
    return tuple(held.values())
