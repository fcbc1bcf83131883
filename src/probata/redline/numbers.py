"""The numbers that Word counts by itself before paragraphs: `14.`, `(a)`, `C.2` (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from probata.word.decimals import decimal
from probata.word.elements import Element, value, w

_DEEPEST: Final = 9
_LONGEST_CHAIN: Final = 50
"""Styles that are based on each other; a stranger's file may have a circle."""

_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN: Final = 400
"""Beyond it, and for ways of counting that are not known here, a number has digits."""


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [0] * _DEEPEST)


class Numbers:
    """Counts the paragraphs of a document in their order."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        """Take the two parts; without a numbering nothing has a number."""
        found = () if styles is None else styles.iter(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        named = () if numbering is None else numbering.findall(w("abstractNum"))
        lists = {one.get(w("abstractNumId"), ""): _List(_levels(one)) for one in named}
        numbers = () if numbering is None else numbering.findall(w("num"))
        self._lists = {
            one.get(w("numId"), ""): lists[name] for one in numbers if (name := value(one, "w:abstractNumId")) in lists
        }
        self._starts = {one.get(w("numId"), ""): _starts(one) for one in numbers}

    def next(self, paragraph: Element) -> str:
        """Count a paragraph and return its number without a final stop; nothing for one that has none."""
        name, depth = self._place(paragraph)
        counted = self._lists.get(name)
        level = counted.levels.get(depth) if counted else None
        if counted is None or level is None:
            return ""
        for at, start in self._starts.pop(name, {}).items():  # a list that begins anew does so once
            counted.counts[at] = start - 1
        counted.counts[depth] = max(counted.counts[depth] + 1, level.start)
        counted.counts[depth + 1 :] = [0] * (_DEEPEST - depth - 1)
        if level.form in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda found: _shown(counted, int(found[1]) - 1), level.text).strip().removesuffix(".")

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or by its style; no list where it has none."""
        name, depth = value(paragraph, "w:pPr/w:numPr/w:numId"), decimal(value(paragraph, "w:pPr/w:numPr/w:ilvl"))
        id_ = value(paragraph, "w:pPr/w:pStyle")
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(id_)
            if name or style is None:
                break
            name = value(style, "w:pPr/w:numPr/w:numId")
            depth = decimal(value(style, "w:pPr/w:numPr/w:ilvl")) if depth is None else depth
            if name and depth is None and name in self._lists:
                depth = next((n for n, level in self._lists[name].levels.items() if level.style == id_), 0)
            id_ = value(style, "w:basedOn")
        return name, min(depth or 0, _DEEPEST - 1)


def _levels(abstract: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in abstract.findall(w("lvl")):
        depth, start = decimal(one.get(w("ilvl"))), decimal(value(one, "w:start"))
        if depth is not None and depth < _DEEPEST:
            form, text = value(one, "w:numFmt") or "decimal", value(one, "w:lvlText")
            found[depth] = _Level(1 if start is None else start, form, text, value(one, "w:pStyle"))
    return found


def _starts(number: Element) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in number.findall(w("lvlOverride")):
        depth, start = decimal(one.get(w("ilvl"))), decimal(value(one, "w:startOverride"))
        if depth is not None and start is not None and depth < _DEEPEST:
            found[depth] = start
    return found


def _shown(counted: _List, depth: int) -> str:
    level = counted.levels.get(depth)
    number = counted.counts[depth] or (level.start if level else 1)
    form = level.form if level else "decimal"
    if form in ("lowerLetter", "upperLetter") and number:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _DEEPEST)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and number < _MOST_ROMAN:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        written += sign * (number // size)
        number %= size
    return written
