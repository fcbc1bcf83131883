"""Automatic numbers of a Word file, counted as Word counts them (ECMA-376, 17.9)."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def val(element: etree._Element, path: str) -> str:
    """Return `w:val` at a path of local names, or nothing."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return "" if found is None else str(found.get(f"{W}val", ""))


class StyleTable:
    """Styles by id, with what they inherit."""

    def __init__(self, root: etree._Element) -> None:
        self._styles = {str(style.get(f"{W}styleId")): style for style in root.findall(f"{W}style")}
        self._ids = {val(style, "name").lower(): id_ for id_, style in self._styles.items()}

    def name(self, style_id: str) -> str:
        return val(self._styles[style_id], "name").lower() if style_id else "normal"

    def is_heading(self, name: str) -> bool:
        return self.inherited(self._ids[name], "pPr/outlineLvl") in tuple("012345678")

    def inherited(self, style_id: str, path: str) -> str:
        """Return the value that a style or the nearest one below it states."""
        while style_id in self._styles:
            stated = val(self._styles[style_id], path)
            if stated:
                return stated
            style_id = val(self._styles[style_id], "basedOn")
        return ""

    def is_on(self, style_id: str, path: str) -> bool:
        """Tell whether a style, or the nearest one below it that says something, switches a property on."""
        while style_id in self._styles:
            stated = self._styles[style_id].find("/".join(f"{W}{name}" for name in path.split("/")))
            if stated is not None:
                return stated.get(f"{W}val", "1") not in ("0", "false", "off")
            style_id = val(self._styles[style_id], "basedOn")
        return False


class Counter:
    """Counts as the paragraphs of a document go by."""

    def __init__(self, numbering: etree._Element, styles: StyleTable) -> None:
        self._styles = styles
        self._numbers = {str(n.get(f"{W}numId")): n for n in numbering.findall(f"{W}num")}
        self._abstracts = {str(a.get(f"{W}abstractNumId")): a for a in numbering.findall(f"{W}abstractNum")}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def next(self, paragraph: etree._Element) -> str:
        """Return what stands before a paragraph, with its final stop; nothing for bullets and plain ones."""
        number_id, level = self._place(paragraph)
        if number_id in ("", "0"):
            return ""
        abstract_id = val(self._numbers[number_id], "abstractNumId")
        counts = self._counts.setdefault(abstract_id, self._firsts(abstract_id))
        self._begin(number_id, counts)
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        return self._shown(self._level(abstract_id, level), abstract_id, counts)

    def _firsts(self, abstract_id: str) -> list[int]:
        """Return what each level counts from: one less than its `w:start`."""
        starts = {
            str(e.get(f"{W}ilvl")): int(val(e, "start") or "1") for e in self._abstracts[abstract_id].iter(f"{W}lvl")
        }
        return [starts.get(str(level), 1) - 1 for level in range(9)]

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        style_id = val(paragraph, "pPr/pStyle")
        own = val(paragraph, "pPr/numPr/numId")
        number_id = own or self._styles.inherited(style_id, "pPr/numPr/numId")
        stated = val(paragraph, "pPr/numPr/ilvl")
        level = stated if own else self._styles.inherited(style_id, "pPr/numPr/ilvl")
        return number_id, int(level or "0")

    def _begin(self, number_id: str, counts: list[int]) -> None:
        """Carry out the overrides of a `w:num` when it is met first."""
        if number_id in self._begun:
            return
        self._begun.add(number_id)
        for override in self._numbers[number_id].findall(f"{W}lvlOverride"):
            start = val(override, "startOverride")
            if start:
                counts[int(str(override.get(f"{W}ilvl")))] = int(start) - 1

    def _level(self, abstract_id: str, level: int) -> etree._Element:
        levels = self._abstracts[abstract_id].findall(f"{W}lvl")
        return next(e for e in levels if e.get(f"{W}ilvl") == str(level))

    def _shown(self, level: etree._Element, abstract_id: str, counts: list[int]) -> str:
        if val(level, "numFmt") == "bullet":
            return ""

        def one(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return formatted(val(self._level(abstract_id, place), "numFmt"), counts[place])

        return re.sub(r"%(\d)", one, val(level, "lvlText"))


def formatted(style: str, number: int) -> str:
    """Return a number as `w:numFmt` names it; after z Word doubles the letter."""
    if style == "decimal":
        return str(number)
    if style in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif style == "lowerRoman":
        letters = _roman(number)
    else:
        raise ValueError(style)
    return letters.upper() if style.startswith("upper") else letters


def _roman(number: int) -> str:
    shown = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        count, number = divmod(number, value)
        shown += letters * count
    return shown + "i" * number
