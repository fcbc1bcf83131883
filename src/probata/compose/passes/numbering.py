"""Number what is numbered, put these numbers into cross-references and contents, and keep ids of records inside."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from probata.document.anchors import neutral_name, renamed
from probata.document.blocks import (
    Anchored,
    Block,
    Blocks,
    Box,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Table,
)
from probata.document.counting import letters, roman
from probata.document.inlines import CrossRef, Gap, Inline, Inlines, RefKind, Text
from probata.document.parts import seen_from, with_parts
from probata.document.rebuild import map_block, map_children, map_inner, same_or_new, without_notes
from probata.document.tree import PartHead
from probata.document.walk import plain_text, walk_blocks

# Number headings, paragraphs, captioned tables and captioned pictures, and give every heading an id.


LETTERED = "({number})"
"""How the numbers of sub-paragraphs are written in English."""


@dataclass(slots=True)
class _Counters:
    sections: list[int] = field(default_factory=lambda: [0, 0, 0])
    annexes: int = 0
    paragraphs: list[int] = field(default_factory=lambda: [0, 0, 0])
    tables: int = 0
    figures: int = 0
    annex: str = "Annex"
    lettered: str = LETTERED
    roman: str = LETTERED
    apart: Collection[str] = ()
    ids: dict[str, int] = field(default_factory=dict)


def number_blocks(
    blocks: Blocks, annex: str = "Annex", lettered: str = LETTERED, roman: str = LETTERED, apart: Collection[str] = ()
) -> Blocks:
    """Number the blocks in the order of the document.

    Paragraphs count through the whole document, but from 1 in each part that is read `apart`; (a) begins afresh under
    each numbered paragraph, (i) under each (a). How the two are written is the language's: `lettered` and `roman` are
    its patterns, "({number})" or "{number})". Sections count A, A.1; annexes Annex 1, with the word `annex`; tables and
    pictures count by themselves. An id that stands twice is kept by the first, to which references lead; the others get
    a number behind it.
    """
    counters = _Counters(annex=annex, lettered=lettered, roman=roman, apart=apart)
    return tuple(_number(block, counters) for block in blocks)


def _number(block: Block, counters: _Counters) -> Block:
    match block:
        case Heading():
            return _heading(block, counters)
        case Paragraph(role=Role.NUMBERED):
            return _paragraph(block, counters)
        case Paragraph():
            return replace(block, id=_unique(block.id, counters))
        case Table():
            anchor = _unique(block.id, counters)
            if block.caption:
                counters.tables += 1
                return replace(block, id=anchor, number=counters.tables)
            return replace(block, id=anchor)
        case Picture():
            counters.figures += bool(block.caption)
            return replace(block, id=_unique(block.id, counters), number=counters.figures if block.caption else 0)
        case Quote() | Box() | ListBlock():
            return map_inner(block, lambda inner: tuple(_number(one, counters) for one in inner))
        case PageBreak(part=part) if part:  # what it begins with belongs to nothing in the part before
            counters.sections[1:], counters.paragraphs[1:] = [0, 0], [0, 0]
            if part in counters.apart:
                counters.paragraphs[0] = counters.tables = 0
            return block
        case _:
            return block


def _heading(heading: Heading, counters: _Counters) -> Heading:
    anchor = _unique(heading.id or f"s-{_slug(plain_text(heading.inlines))}", counters)
    number = ""
    if heading.series == "section" and heading.level <= 2:
        counters.sections[heading.level - 1] += 1
        counters.sections[heading.level :] = [0] * (3 - heading.level)
        letter = letters(counters.sections[0]).upper()
        number = letter if heading.level == 1 else f"{letter}.{counters.sections[1]}"
    elif heading.series == "annex" and heading.level == 1:
        counters.annexes += 1
        number = f"{counters.annex} {counters.annexes}"
    return replace(heading, id=anchor, number=number)


def _paragraph(paragraph: Paragraph, counters: _Counters) -> Paragraph:
    level = paragraph.level
    counters.paragraphs[level] += 1
    counters.paragraphs[level + 1 :] = [0] * (2 - level)
    count = counters.paragraphs[level]
    pattern = ("{number}", counters.lettered, counters.roman)[level]
    number = (str(count), letters(count), roman(count))[level]
    return replace(paragraph, id=_unique(paragraph.id, counters), number=pattern.replace("{number}", number))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:50] or "section"


def _unique(anchor: str, counters: _Counters) -> str:
    if not anchor:
        return ""
    counters.ids[anchor] = counters.ids.get(anchor, 0) + 1
    count = counters.ids[anchor]
    return anchor if count == 1 else f"{anchor}-{count}"


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
    return block.id if isinstance(block, Anchored) else ""


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


def fill_contents(blocks: Blocks) -> Blocks:
    """Fill every table of contents with the headings of the first level in its part of the document, without notes."""
    entries: dict[str, list[ContentsEntry]] = {}
    for part, block in with_parts(blocks):
        if isinstance(block, Heading) and block.level == 1:
            entry = ContentsEntry(block.level, block.number, without_notes(block.inlines), block.id)
            entries.setdefault(part, []).append(entry)
    return tuple(
        replace(block, entries=tuple(entries.get(part, ()))) if isinstance(block, Contents) else block
        for part, block in with_parts(blocks)
    )


# Ids of records do not leave the office: the anchors that a template makes of them get a form of their own.
# An id may say what a document may not, such as the name of somebody who has not consented.


def neutral_anchors(blocks: Blocks, ids: Collection[str], kept: Collection[str] = ()) -> Blocks:
    """Return the blocks with every anchor that ends in a record's id, and the references to it, in a neutral form.

    `allegation-north-wing` becomes `allegation-` and a digest: the same in every build, and in every document; in the
    files that go out it is a number. Anchors in `kept`, which are names of sections, stay; so does a reference to what
    is not there, which is told as it stands.
    """
    anchors = {block.id for block in walk_blocks(blocks) if isinstance(block, Anchored) and block.id}
    return renamed(blocks, {anchor: _neutral(anchor, ids) for anchor in anchors if anchor not in kept})


def _neutral(anchor: str, ids: Collection[str]) -> str:
    before, _, rest = anchor.partition("-")
    while rest:
        if rest in ids:
            return neutral_name(before, rest)
        step, _, rest = rest.partition("-")
        before = f"{before}-{step}"
    return anchor
