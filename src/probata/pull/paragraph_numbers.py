"""The numbers that numbered paragraphs of a Word file show, so that a reader finds a change in Word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.document.counting import letters, roman
from probata.word.word_text import WordText

_STYLES: Final = ("NumberedParagraph1", "NumberedParagraph2", "NumberedParagraph3")
"""Ids of the styles by level; the names of styles are the contract with a letterhead."""


def paragraph_numbers(text: WordText) -> list[str]:
    """Return the number of each line: `14`, `14(a)`, `14(a)(i)`; empty for one that has none.

    Word counts them by their styles alone. A letterhead whose styles have other ids gives none.
    """
    counts = [text.first_number - 1, 0, 0]
    numbers: list[str] = []
    for line in text.lines:
        level = _STYLES.index(line.style) if line.style in _STYLES else -1
        if level >= 0:
            counts[level] += 1
            counts[level + 1 :] = [0] * (2 - level)
        numbers.append(_written(counts[: level + 1]) if level >= 0 else "")
    return numbers


def _written(counts: Sequence[int]) -> str:
    first, second, third = [*map(int, counts), 0, 0, 0][:3]
    below = [written for count, written in ((second, letters(second)), (third, roman(third))) if count]
    return str(first) + "".join(f"({one})" for one in below)
