"""The lists that Word counts by itself: how each level of each looks, and which style carries it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from probata.document.blocks import Block, Heading, Paragraph, Role
from probata.document.walk import walk_blocks
from probata.writers.docx.style_names import ANNEX_HEADING, BULLETS, NUMBERED, ORDERED, SECTION_HEADINGS

BULLET_LEVELS: Final = 9
"""Levels that Word has; deeper items of a list share the last."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is what shows, with `%1` for the number of level 1."""

    format: str
    text: str
    left: int
    hanging: int
    style: str = ""
    """Name of the style that carries it, or empty."""


@dataclass(frozen=True, slots=True)
class NumberList:
    """A list; its name is kept in the file, so that a list of ours is found again."""

    name: str
    levels: tuple[Level, ...]


SECTIONS: Final = NumberList(
    "ProbataSections",
    (
        Level("upperLetter", "%1", 567, 567, SECTION_HEADINGS[0]),
        Level("decimal", "%1.%2", 567, 567, SECTION_HEADINGS[1]),
    ),
)


def paragraphs(blocks: tuple[Block, ...]) -> NumberList:
    """Return the list of numbered paragraphs, whose letters and small numbers are written as the document writes them.

    A level that the document does not use looks like the one beside it, or has brackets on both sides.
    """
    shown = {
        block.level: re.sub(r"\w+", f"%{block.level + 1}", block.number, count=1)
        for block in walk_blocks(blocks)
        if isinstance(block, Paragraph) and block.role is Role.NUMBERED and block.number
    }
    letters = shown.get(1, shown.get(2, "(%3)").replace("%3", "%2"))
    return NumberList(
        "ProbataParagraphs",
        (
            Level("decimal", "%1.", 567, 567, NUMBERED[0]),
            Level("lowerLetter", letters, 1134, 567, NUMBERED[1]),
            Level("lowerRoman", shown.get(2, letters.replace("%2", "%3")), 1701, 567, NUMBERED[2]),
        ),
    )


def annexes(word: str) -> NumberList:
    """Return the list of annexes; `word` stands before the number with its space, such as `Annex `."""
    return NumberList("ProbataAnnexes", (Level("decimal", f"{word}%1", 1304, 1304, ANNEX_HEADING),))


def annex_word(blocks: tuple[Block, ...]) -> str:
    """Return what stands before the number of the document's annexes, in its own language."""
    numbers = (block.number for block in walk_blocks(blocks) if isinstance(block, Heading) and _is_annex(block))
    first = next(numbers, "Annex 1")
    return first.rstrip("0123456789")


def _is_annex(heading: Heading) -> bool:
    return heading.series == "annex" and heading.level == 1 and bool(heading.number)


def _bullets(name: str, indent: int, styles: tuple[str, ...]) -> NumberList:
    signs = ("•", "–", "·")
    return NumberList(
        name,
        tuple(
            Level("bullet", signs[min(n, 2)], *_indents(n, indent), styles[n] if n < len(styles) else "")
            for n in range(BULLET_LEVELS)
        ),
    )


def _ordered(name: str, indent: int, styles: tuple[str, ...]) -> NumberList:
    return NumberList(
        name,
        tuple(
            Level("decimal", f"%{n + 1}.", *_indents(n, indent), styles[n] if n < len(styles) else "")
            for n in range(BULLET_LEVELS)
        ),
    )


def _indents(level: int, first: int) -> tuple[int, int]:
    hanging = 425 if first else 227
    return first + hanging * (level + 1), hanging


TEXT_BULLETS: Final = _bullets("ProbataBullets", 567, BULLETS)
TEXT_ORDERED: Final = _ordered("ProbataOrdered", 567, ORDERED)
CELL_BULLETS: Final = _bullets("ProbataCellBullets", 0, ())
CELL_ORDERED: Final = _ordered("ProbataCellOrdered", 0, ())


def lists_of(blocks: tuple[Block, ...]) -> tuple[NumberList, ...]:
    """Return every list that a document may need."""
    fixed = (SECTIONS, TEXT_BULLETS, TEXT_ORDERED, CELL_BULLETS, CELL_ORDERED)
    return (paragraphs(blocks), *fixed, annexes(annex_word(blocks)))
