"""What a paragraph of Word is beside its words, a heading, an entry of a list, or neither; and what raises words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from probata.word.elements import Element, decimal, switch, value, w
from probata.word.package import WordFile
from probata.word.standing import Properties

_DEEPEST: Final = 20
"""Styles that are based on one another, and levels of lists, that are looked at; Word has nine levels."""


class StyleChains:
    """The styles of one file by their ids, each with those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        """Take the style sheet; without one there are no styles."""
        found = () if root is None else root.iterchildren(w("style"))
        self.by_id = {style.get(w("styleId"), ""): style for style in found}

    def chain(self, style_id: str) -> Iterator[Element]:
        """Give a style and those that it is based on, the nearest first; a stranger's file may have a circle."""
        for _ in range(_DEEPEST):
            if (style := self.by_id.get(style_id)) is None:
                return
            yield style
            style_id = value(style, "w:basedOn")


# Which list of Word a paragraph stands in, and how that list counts (ISO/IEC 29500-1, 17.9).


@dataclass(slots=True)
class Lists:
    """The lists of one file, by the root of its numbering; `None` where it has none."""

    root: Element | None
    kinds: dict[tuple[str, int], str] = field(default_factory=dict)

    def entry(self, sources: Sequence[Element]) -> tuple[int, str] | None:
        """Return level, from 0, and kind of number of an entry of a list, such as `bullet`; `None` for no entry.

        `sources` are the properties of the paragraph, then those of its styles. Number 0 takes a paragraph out of the
        list of its style.
        """
        number = next((found for one in sources if (found := value(one, "w:numPr/w:numId"))), "")
        if number in ("", "0"):
            return None
        levels = (decimal(value(one, "w:numPr/w:ilvl")) for one in sources)
        level = next((found for found in levels if found is not None), 0)
        if (number, level) not in self.kinds:
            self.kinds[number, level] = self._found(number, level)
        kind = self.kinds[number, level]
        return (level, kind) if kind not in ("", "none") else None

    def first_number(self, number: str) -> int:
        """Return with which number a list begins; 1 where it does not say."""
        first = self._levels(number).get(0)
        return 1 if first is None else decimal(value(first, "w:start")) or 1

    def _found(self, number: str, level: int) -> str:
        """Return how a level is numbered; one that the list does not describe is as the one above it."""
        if self.root is None:
            return ""
        kinds = {level: value(lvl, "w:numFmt") or "decimal" for level, lvl in self._levels(number).items()}
        return next((kinds[above] for above in range(min(level, _DEEPEST), -1, -1) if above in kinds), "decimal")

    def _levels(self, number: str) -> dict[int, Element]:
        if self.root is None:
            return {}
        nums = (one for one in self.root.iterchildren(w("num")) if one.get(w("numId")) == number)
        abstract = value(num, "w:abstractNumId") if (num := next(nums, None)) is not None else ""
        return {
            decimal(lvl.get(w("ilvl"))) or 0: lvl
            for one in self.root.iterchildren(w("abstractNum"))
            if one.get(w("abstractNumId")) == abstract
            for lvl in one.iterchildren(w("lvl"))
        }


_STYLES: Final = {
    "heading": re.compile(r"(?:unnumbered )?heading ([1-9])"),
    "bullet": re.compile(r"list bullet(?: ([2-9]))?"),
    "number": re.compile(r"list number(?: ([2-9]))?"),
    "paragraph": re.compile(r"numbered paragraph ([1-9])"),
}
"""Names of styles, which Word writes so in every language, with the level."""
_QUOTATION: Final = re.compile(r"(?:intense )?quote|block text")
_OF_TEXT: Final = 9
"""The outline level that Word gives to text."""


class Forms:
    """The forms of the paragraphs of one file."""

    def __init__(self, file: WordFile) -> None:
        self._styles = StyleChains(file.root_of("styles"))
        self._lists = Lists(file.root_of("numbering"))
        self._known: dict[str, str] = {}
        self._layouts: dict[str, tuple[bool, bool]] = {}

    def raised(self) -> frozenset[str]:
        """Return the ids of the styles that raise their words, as those of the marks of notes do."""
        return frozenset(one for one in self._styles.by_id if self._raises(one))

    def first_number(self) -> int:
        """Return the number of the first numbered paragraph: more than 1 in a part whose numbers go on from another."""
        styles = (style for one, style in self._styles.by_id.items() if self._of_style(one) == "paragraph 1")
        lists = (value(style, "w:pPr/w:numPr/w:numId") for style in styles)
        return next((self._lists.first_number(one) for one in lists if one), 1)

    def _raises(self, style_id: str) -> bool:
        said = (value(style, "w:rPr/w:vertAlign") for style in self._styles.chain(style_id))
        return next((one for one in said if one), "") == "superscript"

    def of(self, properties: Properties) -> str:
        """Return `heading 2`, `bullet 1`, `number 1`, or `paragraph 2` below a numbered one; nothing for all else."""
        if properties.element is None:
            return ""
        style = properties.style
        if style not in self._known:
            self._known[style] = self._of_style(style)
        if self._known[style] or not properties.is_numbered:
            return self._known[style].removesuffix("paragraph 1")
        entry = self._lists.entry([properties.element])
        return "" if entry is None else f"{'bullet' if entry[1] == 'bullet' else 'number'} {entry[0] + 1}"

    def layout(self, properties: Properties, is_broken: bool) -> tuple[str, ...]:
        """Return `quotation` and `new page`, or those that are true; `is_broken` where a break stands before it."""
        style = properties.style
        if style not in self._layouts:
            self._layouts[style] = (self._is_quotation(style), self._begins_page(style))
        is_quotation, by_style = self._layouts[style]
        own = None if properties.element is None else switch(properties.element, "w:pageBreakBefore")
        begins = is_broken or (by_style if own is None else own)
        return ("quotation",) * is_quotation + ("new page",) * begins

    def _is_quotation(self, style_id: str) -> bool:
        return any(_QUOTATION.fullmatch(value(style, "w:name").casefold()) for style in self._styles.chain(style_id))

    def _begins_page(self, style_id: str) -> bool:
        said = (switch(style, "w:pPr/w:pageBreakBefore") for style in self._styles.chain(style_id))
        return next((one for one in said if one is not None), False)

    def _of_style(self, style_id: str) -> str:
        for style in self._styles.chain(style_id):
            name = value(style, "w:name").casefold()
            for form, pattern in _STYLES.items():
                if match := pattern.fullmatch(name):
                    return f"{form} {match[1] or 1}"
            level = decimal(value(style, "w:pPr/w:outlineLvl"))
            if level is not None and level < _OF_TEXT:
                return f"heading {level + 1}"
        return ""
