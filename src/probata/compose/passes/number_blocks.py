"""Number headings, paragraphs, captioned tables and captioned pictures, and give every heading an id."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Table,
)
from probata.document.walk import plain_text

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
          "xviii", "xix", "xx")  # fmt: skip


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
        case Quote() | Box():
            return replace(block, blocks=tuple(_number(inner, counters) for inner in block.blocks))
        case ListBlock():
            items = tuple(tuple(_number(inner, counters) for inner in item) for item in block.items)
            return replace(block, items=items)
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
        letter = _letters(counters.sections[0])
        number = letter if heading.level == 1 else f"{letter}.{counters.sections[1]}"
    elif heading.series == "annex" and heading.level == 1:
        counters.annexes += 1
        number = f"{counters.annex} {counters.annexes}"
    return replace(heading, id=anchor, number=number)


def _letters(count: int) -> str:
    """Return A to Z, then AA, AB, as Word counts letters: AA, BB."""
    index = max(count - 1, 0)
    return chr(ord("A") + index % 26) * (index // 26 + 1)


def _paragraph(paragraph: Paragraph, counters: _Counters) -> Paragraph:
    level = paragraph.level
    counters.paragraphs[level] += 1
    counters.paragraphs[level + 1 :] = [0] * (2 - level)
    count = counters.paragraphs[level]
    pattern = ("{number}", counters.lettered, counters.roman)[level]
    number = (str(count), _letters(count).lower(), _roman(count))[level]
    return replace(paragraph, id=_unique(paragraph.id, counters), number=pattern.replace("{number}", number))


def _roman(count: int) -> str:
    tens, ones = divmod(count - 1, len(_ROMAN))
    return "xx" * tens + _ROMAN[ones]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:50] or "section"


def _unique(anchor: str, counters: _Counters) -> str:
    if not anchor:
        return ""
    counters.ids[anchor] = counters.ids.get(anchor, 0) + 1
    count = counters.ids[anchor]
    return anchor if count == 1 else f"{anchor}-{count}"
