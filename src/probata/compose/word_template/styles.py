"""What a paragraph of a Word file is, by its style, its outline level and its list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from probata.compose.word_template.vocabulary import vocabulary
from probata.word import WordFile
from probata.word.decimals import decimal
from probata.word.elements import Element, value, w

_HEADING = re.compile(r"heading (\d)")
_DEEPEST = 20
"""Styles that are looked at, one based on the other."""
_BODY_LEVEL = 9
"""The outline level that Word gives to text."""

What = Literal["paragraph", "heading", "item", "box", "caption", "contents"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is."""

    what: What = "paragraph"
    level: int = 0
    """Of a heading from 1, of an entry of a list from 0."""
    ordered: bool = False
    name: str = ""
    """Of a box its name; of a heading its series, where it is not that of sections."""


class Styles:
    """The styles and lists of one file."""

    def __init__(self, file: WordFile) -> None:
        styles, numbering = file.root_of("styles"), file.root_of("numbering")
        found = [] if styles is None else list(styles.iterchildren(w("style")))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        default = (
            s.get(w("styleId"), "") for s in found if _is_on(s.get(w("default"))) and s.get(w("type")) == "paragraph"
        )
        self._default = next(default, "")
        self._lists = _Lists(numbering)

    @property
    def names(self) -> dict[str, str]:
        """The names of all styles by their ids."""
        return {style_id: self.name(style_id) for style_id in self._styles}

    def name(self, style_id: str) -> str:
        """Return the name of a style in small letters, as Word writes it in every language; empty if unknown."""
        style = self._styles.get(style_id)
        return "" if style is None else value(style, "w:name").casefold()

    def look(self, paragraph: Element) -> Look:
        """Return what a paragraph is; a style that nobody knows is what it is based on."""
        properties = paragraph.find(w("pPr"))
        own = "" if properties is None else value(properties, "w:pStyle")
        chain = self._chain(own or self._default)
        for style in chain:
            if look := _named(value(style, "w:name").casefold()):
                return look
        sources = [found for found in (properties, *(style.find(w("pPr")) for style in chain)) if found is not None]
        level = next(
            (found for one in sources if (found := decimal(value(one, "w:outlineLvl"))) is not None), _BODY_LEVEL
        )
        if level < _BODY_LEVEL:
            return Look("heading", level + 1)
        return self._lists.look(sources) or Look()

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while len(chain) < _DEEPEST and (style := self._styles.get(style_id)) is not None:
            chain.append(style)
            style_id = value(style, "w:basedOn")
        return chain


def _named(name: str) -> Look | None:
    if match := _HEADING.fullmatch(name):
        return Look("heading", int(match[1]))
    known = vocabulary().styles.get(name)
    if known is None:
        return None
    if "heading" in known:
        return Look("heading", known["heading"], name=known["series"])
    if "item" in known:
        return Look("item", known["item"], known.get("ordered", False))
    return Look("box", name=known["box"]) if "box" in known else Look(known["is"])


@dataclass(slots=True)
class _Lists:
    root: Element | None
    kinds: dict[tuple[str, int], str] = field(default_factory=dict)

    def look(self, sources: list[Element]) -> Look | None:
        """Return the look of an entry of a list; number 0 takes the paragraph out of the list of its style."""
        number = next((found for one in sources if (found := value(one, "w:numPr/w:numId"))), "")
        if number in ("", "0"):
            return None
        levels = (decimal(value(one, "w:numPr/w:ilvl")) for one in sources)
        level = next((found for found in levels if found is not None), 0)
        kind = self._kind(number, level)
        return Look("item", level, kind != "bullet") if kind not in ("", "none") else None

    def _kind(self, number: str, level: int) -> str:
        if (number, level) not in self.kinds:
            self.kinds[number, level] = self._found(number, level)
        return self.kinds[number, level]

    def _found(self, number: str, level: int) -> str:
        """Return how a level is numbered; one that the list does not describe is as the one above it."""
        if self.root is None:
            return ""
        nums = (one for one in self.root.iterchildren(w("num")) if one.get(w("numId")) == number)
        abstract = value(num, "w:abstractNumId") if (num := next(nums, None)) is not None else ""
        kinds = {
            decimal(lvl.get(w("ilvl"))) or 0: value(lvl, "w:numFmt") or "decimal"
            for one in self.root.iterchildren(w("abstractNum"))
            if one.get(w("abstractNumId")) == abstract
            for lvl in one.iterchildren(w("lvl"))
        }
        return next((kinds[above] for above in range(min(level, _DEEPEST), -1, -1) if above in kinds), "decimal")


def _is_on(written: str | None) -> bool:
    return written in ("1", "true", "on")
