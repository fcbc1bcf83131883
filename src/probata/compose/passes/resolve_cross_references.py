"""Put the number of its target into every cross-reference."""

from __future__ import annotations

from dataclasses import replace

from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Table
from probata.document.inlines import CrossRef, Gap, Inline, Inlines, RefKind
from probata.document.rebuild import map_blocks, map_children
from probata.document.walk import plain_text, walk_blocks

NO_TARGET = "cross-reference to `{target}`: there is nothing with a number there"
"""What a gap says where a cross-reference leads nowhere."""


def resolve_cross_references(blocks: Blocks, no_target: str = NO_TARGET) -> Blocks:
    """Fill every cross-reference; one whose target does not exist or has no number becomes a gap that says so."""
    targets: dict[str, tuple[RefKind, str]] = {}
    for block in walk_blocks(blocks):
        if (anchor := _id(block)) and (found := _target(block)):
            targets.setdefault(anchor, found)
    return map_blocks(blocks, lambda inlines: _fill(inlines, targets, no_target))


def _id(block: Block) -> str:
    return block.id if isinstance(block, (Heading, Paragraph, Table, Picture)) else ""


def _target(block: Block) -> tuple[RefKind, str] | None:
    match block:
        case Heading(series=series, number=number):
            return ("annex" if series == "annex" else "section"), number
        case Paragraph(id=anchor, inlines=inlines) if anchor.startswith("exhibit-"):
            return "exhibit", plain_text(inlines)
        case Paragraph(number=number):
            return "paragraph", number
        case Table(number=number):
            return "table", str(number or "")
        case Picture(number=number):
            return "figure", str(number or "")
        case _:
            return None


def _fill(inlines: Inlines, targets: dict[str, tuple[RefKind, str]], no_target: str) -> Inlines:
    return tuple(_one(inline, targets, no_target) for inline in inlines)


def _one(inline: Inline, targets: dict[str, tuple[RefKind, str]], no_target: str) -> Inline:
    if not isinstance(inline, CrossRef):
        return map_children(inline, lambda inner: _fill(inner, targets, no_target))
    kind, number = targets.get(inline.target, ("paragraph", ""))
    if not number:
        return Gap(no_target.replace("{target}", inline.text if inline.kind == "exhibit" else inline.target))
    return replace(inline, kind=kind, text=number)
