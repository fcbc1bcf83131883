"""Which list of Word a paragraph stands in, and how that list counts (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from probata.word.decimals import decimal
from probata.word.elements import Element, value, w

_DEEPEST: Final = 20
"""Levels that are looked at; Word has nine."""


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
        kind = self._kind(number, level)
        return (level, kind) if kind not in ("", "none") else None

    def _kind(self, number: str, level: int) -> str:
        if (number, level) not in self.kinds:
            self.kinds[number, level] = self._found(number, level)
        return self.kinds[number, level]

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
