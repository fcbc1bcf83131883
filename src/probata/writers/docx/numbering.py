"""The numbering part: our lists found or added, and a new count for each ordered list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from probata.document.blocks import Block, Heading, HeadingSeries, Paragraph, Role
from probata.document.walk import walk_blocks
from probata.word.elements import LEVEL, NAMESPACES, VAL, Element, add, make, place, remove, value, w
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.style_sheet import (
    ANNEX_HEADING,
    BULLETS,
    NUMBERED,
    ORDERED,
    SECTION_HEADINGS,
    UNNUMBERED_HEADINGS,
    StyleSheet,
)

# The lists that Word counts by itself: how each level of each looks, and which style carries it.

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

    start: int = 1
    """With which it begins: more in a part of a filing, whose numbers go on from the part before."""


@dataclass(frozen=True, slots=True)
class NumberList:
    """A list; its name is kept in the file, so that a list of ours is found again."""

    name: str
    levels: tuple[Level, ...]


def sections(blocks: tuple[Block, ...], measures: Measures) -> NumberList:
    """Return the list of numbered headings."""
    left = measures.twips(measures.look.indent.number)
    first, second = SECTION_HEADINGS[:2]
    start = _place_of_letters(_first_number(blocks, "section"))
    levels = Level("upperLetter", "%1", left, left, first, start), Level("decimal", "%1.%2", left, left, second)
    return NumberList("ProbataSections", levels)


def paragraphs(blocks: tuple[Block, ...], measures: Measures) -> NumberList:
    """Return the list of numbered paragraphs, whose letters and small numbers are written as the document writes them.

    A level that the document does not use looks like the one beside it, or has brackets on both sides.
    """
    shown = {block.level: re.sub(r"\w+", f"%{block.level + 1}", block.number, count=1) for block in _numbered(blocks)}
    start = next((block.number for block in _numbered(blocks) if not block.level), "1")
    letters = shown.get(1, shown.get(2, "(%3)").replace("%3", "%2"))
    first, further = (measures.twips(length) for length in (measures.look.indent.number, measures.look.indent.sublevel))
    return NumberList(
        "ProbataParagraphs",
        (
            Level("decimal", "%1.", first, first, NUMBERED[0], int(start)),
            Level("lowerLetter", letters, first + further, further, NUMBERED[1]),
            Level("lowerRoman", shown.get(2, letters.replace("%2", "%3")), first + 2 * further, further, NUMBERED[2]),
        ),
    )


def annexes(blocks: tuple[Block, ...], measures: Measures) -> NumberList:
    """Return the list of annexes, with the word before their number in the document's own language."""
    left = measures.twips(measures.look.indent.annex)
    first = _first_number(blocks, "annex") or "Annex 1"
    word = first.rstrip("0123456789")
    level = Level("decimal", f"{word}%1", left, left, ANNEX_HEADING, int(first.removeprefix(word) or 1))
    return NumberList("ProbataAnnexes", (level,))


def _numbered(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in walk_blocks(blocks):
        if isinstance(block, Paragraph) and block.role is Role.NUMBERED and block.number:
            yield block


def _first_number(blocks: tuple[Block, ...], series: HeadingSeries) -> str:
    headings = (one for one in walk_blocks(blocks) if isinstance(one, Heading) and one.series == series)
    return next((one.number for one in headings if one.level == 1 and one.number), "")


def _place_of_letters(letters: str) -> int:
    """Return the place of a letter, of Z 26 and of AA 27, as Word counts them."""
    return 26 * (len(letters) - 1) + ord(letters[0]) - ord("A") + 1 if letters else 1


def _bullets(name: str, first: int, step: int, styles: tuple[str, ...]) -> NumberList:
    signs = ("•", "–", "·")
    return _levels(name, "bullet", [signs[min(n, 2)] for n in range(BULLET_LEVELS)], first, step, styles)


def _ordered(name: str, first: int, step: int, styles: tuple[str, ...]) -> NumberList:
    return _levels(name, "decimal", [f"%{n + 1}." for n in range(BULLET_LEVELS)], first, step, styles)


def _levels(name: str, form: str, texts: list[str], first: int, step: int, styles: tuple[str, ...]) -> NumberList:
    named = [*styles, *[""] * (BULLET_LEVELS - len(styles))]
    levels = (Level(form, text, first + step * (n + 1), step, named[n]) for n, text in enumerate(texts))
    return NumberList(name, tuple(levels))


TEXT_BULLETS, TEXT_ORDERED = "ProbataBullets", "ProbataOrdered"
CELL_BULLETS, CELL_ORDERED = "ProbataCellBullets", "ProbataCellOrdered"


def lists_of(blocks: tuple[Block, ...], measures: Measures) -> tuple[NumberList, ...]:
    """Return every list that a document may need."""
    first, step = (measures.twips(length) for length in (measures.look.indent.number, measures.look.indent.list))
    return (
        paragraphs(blocks, measures),
        sections(blocks, measures),
        _bullets(TEXT_BULLETS, first, step, BULLETS),
        _ordered(TEXT_ORDERED, first, step, ORDERED),
        _bullets(CELL_BULLETS, 0, step * 2 // 3, ()),
        _ordered(CELL_ORDERED, 0, step * 2 // 3, ()),
        annexes(blocks, measures),
    )


class Numbering:
    """Lists by their name."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._abstracts: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def install(self, lists: tuple[NumberList, ...], styles: StyleSheet) -> None:
        """Make sure that the part has each list and that the styles carry its levels.

        A list of ours that an office changed in its look is kept; one that counts otherwise is not used,
        and a heading style with numbers of its own loses them: a filing's numbers are those of its tree.
        """
        for numbers in lists:
            self._forget_styles(numbers, styles)
            self._abstracts[numbers.name] = self._find(numbers) or self._add_list(numbers)
            self._begin(numbers)
            self._numbers[numbers.name] = self._add_number(self._abstracts[numbers.name])
            self._link_styles(numbers, styles)
        for name in (SECTION_HEADINGS[2], *UNNUMBERED_HEADINGS):
            styles.number(name, "0", 0)

    def id_of(self, name: str) -> str:
        """Return the `w:numId` under which all paragraphs of a list count together."""
        return self._numbers[name]

    def restarted(self, name: str, level: int) -> str:
        """Return a new `w:numId` of a list whose `level` begins again at 1."""
        id_ = self._add_number(self._abstracts[name])
        override = add(self.root[-1], "lvlOverride", ilvl=level)
        add(override, "startOverride", val=1)
        return id_

    def _find(self, numbers: NumberList) -> str:
        for abstract in self.root.findall(w("abstractNum")):
            if value(abstract, "w:name") == numbers.name and _shows(abstract, numbers):
                return abstract.get(w("abstractNumId"), "")
        return ""

    def _forget_styles(self, numbers: NumberList, styles: StyleSheet) -> None:
        ours = {styles.id_of(level.style) for level in numbers.levels if level.style}
        for link in self.root.findall("w:abstractNum/w:lvl/w:pStyle", NAMESPACES):
            if link.get(VAL) in ours:
                remove(link)

    def _link_styles(self, numbers: NumberList, styles: StyleSheet) -> None:
        abstract = self._element(self._abstracts[numbers.name])
        for number, level in enumerate(numbers.levels):
            if level.style:
                styles.number(level.style, self._numbers[numbers.name], number)
                _link(abstract.findall(w("lvl"))[number], styles.id_of(level.style))

    def _begin(self, numbers: NumberList) -> None:
        """Let each level begin with its own first number, in a list of an office too."""
        levels = self._element(self._abstracts[numbers.name]).findall(w("lvl"))
        for element, level in zip(levels, numbers.levels, strict=False):
            place(element, make("start", val=level.start), LEVEL)

    def _element(self, abstract_id: str) -> Element:
        all_ = self.root.findall(w("abstractNum"))
        return next(a for a in all_ if a.get(w("abstractNumId")) == abstract_id)

    def _add_list(self, numbers: NumberList) -> str:
        id_ = _next_id(self.root, "abstractNum", "abstractNumId", first=0)
        abstract = make("abstractNum", abstractNumId=id_)
        add(abstract, "multiLevelType", val="multilevel")
        add(abstract, "name", val=numbers.name)
        for number, level in enumerate(numbers.levels):
            _add_level(abstract, number, level)
        self.root.insert(len(self.root.findall(w("abstractNum"))) + len(self.root.findall(w("numPicBullet"))), abstract)
        return id_

    def _add_number(self, abstract_id: str) -> str:
        id_ = _next_id(self.root, "num", "numId", first=1)
        number = make("num", numId=id_)
        add(number, "abstractNumId", val=abstract_id)
        last = self.root.findall(w("num"))
        self.root.insert(self.root.index(last[-1]) + 1 if last else len(self.root), number)
        return id_


def _next_id(root: Element, element: str, attribute: str, first: int) -> str:
    taken = [int(e.get(w(attribute), "0")) for e in root.findall(w(element))]
    return str(max(taken, default=first - 1) + 1)


def _add_level(abstract: Element, number: int, level: Level) -> None:
    element = add(abstract, "lvl", ilvl=number)
    add(element, "start", val=1)
    add(element, "numFmt", val=level.format)
    add(element, "lvlText", val=level.text)
    add(element, "lvlJc", val="left")
    add(add(element, "pPr"), "ind", left=level.left, hanging=level.hanging)


def _link(level: Element, style_id: str) -> None:
    place(level, make("pStyle", val=style_id), LEVEL)


def _shows(abstract: Element, numbers: NumberList) -> bool:
    levels = abstract.findall(w("lvl"))[: len(numbers.levels)]
    return [(value(e, "w:numFmt"), value(e, "w:lvlText")) for e in levels] == [
        (level.format, level.text) for level in numbers.levels
    ]
