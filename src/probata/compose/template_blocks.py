"""The blocks of a template, with the remark that stands above each."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLOCK = re.compile(
    r"(?:\{##(?P<remark>(?:(?!##\}|\{%-?\s*block).)*)(?:##\}\s*)?)?"
    r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}\n?(?P<text>.*?)\{%-?\s*endblock",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block of a template, which a template that extends it may replace."""

    name: str
    remark: str
    """What it prints, in a sentence; empty where its template says nothing."""
    text: str
    """What stands in it."""


def template_blocks(template: str) -> tuple[TemplateBlock, ...]:
    """Return the blocks of a template in order; blocks inside blocks are part of the outer one.

    A block that stands in a remark, as a new forum has them, is given with the words before it.
    """
    found = _BLOCK.finditer(template)
    return tuple(TemplateBlock(m["name"], " ".join((m["remark"] or "").split()), m["text"].rstrip()) for m in found)
