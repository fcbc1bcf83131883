"""Put the number of its target into every cross-reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from probata.document.blocks import Block, Blocks, Heading, Paragraph, Picture, Table
from probata.document.inlines import CrossRef, Gap, Inline, Inlines, RefKind, Text
from probata.document.parts import seen_from, with_parts
from probata.document.rebuild import map_block, map_children, same_or_new
from probata.document.tree import PartHead
from probata.document.walk import plain_text, walk_blocks

NO_TARGET = "cross-reference to `{target}`: there is nothing with a number there"
"""What a gap says where a cross-reference leads nowhere."""
_SAYS_WHERE = frozenset({"annex", "exhibit"})


@dataclass(frozen=True, slots=True)
class _Target:
    kind: RefKind
    number: str
    part: str


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Fills the references of one part."""

    targets: Mapping[str, _Target]
    part: str
    seen: Mapping[str, str]
    """How this part calls each part into which its references may lead."""

    no_target: str

    def fill(self, inlines: Inlines) -> Inlines:
        """Fill references; of several into one other part, with a word or a sign between, the last alone names it."""
        filled: list[Inline] = []
        for place, inline in enumerate(inlines):
            if not isinstance(inline, CrossRef):
                filled.append(map_children(inline, self.fill))
            elif target := self._target(inline):
                is_named = target.kind in _SAYS_WHERE or self._goes_on(inlines[place + 1 :], target)
                named = "" if is_named else self.seen[target.part]
                filled.append(replace(inline, kind=target.kind, text=f"{target.number} {named}".rstrip()))
            else:
                name = inline.text if inline.kind == "exhibit" else inline.target
                filled.append(Gap(self.no_target.replace("{target}", name)))
        return tuple(filled)

    def _target(self, reference: CrossRef) -> _Target | None:
        found = self.targets.get(reference.target)
        return found if found and (found.part in self.seen or found.kind == "exhibit") else None

    def _goes_on(self, after: Inlines, target: _Target) -> bool:
        match after:
            case (Text(text=between), CrossRef() as following, *_):
                other = self._target(following)
                is_alike = other is not None and (other.kind, other.part) == (target.kind, target.part)
                return is_alike and len(between.split()) <= 1
            case _:
                return False


def resolve_cross_references(blocks: Blocks, no_target: str = NO_TARGET, heads: Sequence[PartHead] = ()) -> Blocks:
    """Fill every cross-reference; one whose target does not exist or has no number becomes a gap that says so.

    One into another part of the filing says so, since that is another file: `26 of the brief`. An annex and the mark of
    an exhibit name themselves. Nothing names a confidential part but what stands in it.
    """
    targets: dict[str, _Target] = {}
    for part, whole in with_parts(blocks):
        for block in walk_blocks((whole,)):
            if (anchor := _id(block)) and (found := _target(block)):
                targets.setdefault(anchor, _Target(*found, part))
    targets = {anchor: target for anchor, target in targets.items() if target.number}
    resolvers = {part: _Resolver(targets, part, seen_from(part, heads), no_target) for part, _ in with_parts(blocks)}
    return same_or_new(blocks, tuple(map_block(block, resolvers[part].fill) for part, block in with_parts(blocks)))


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
