"""What a paragraph of a Word file is, by its style, its outline level and its list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from probata.compose.word_template.vocabulary import vocabulary
from probata.word import WordFile
from probata.word.decimals import decimal
from probata.word.elements import Element, value, w
from probata.word.lists import Lists

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
        self._lists = Lists(numbering)

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
        entry = self._lists.entry(sources)
        return Look("item", entry[0], entry[1] != "bullet") if entry else Look()

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


def _is_on(written: str | None) -> bool:
    return written in ("1", "true", "on")
