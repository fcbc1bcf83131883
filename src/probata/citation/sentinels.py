"""Private-use characters that mark places in what goes through Pandoc. No record may bring one in."""

from __future__ import annotations

import re

NUMBER_START = "\ue000"
"""Stands before the digits of a back-reference, put there by the patched style."""

NUMBER_END = "\ue001"

INSIDE = "\ue002"
"""Put before a citation inside running text, and before an *ibid* that is always small: at the start of a note citeproc
capitalises the first letter."""

HYPHEN = "\ue003"
"""A hyphen that is no range: `A-12` must not become `A–12`."""

RANGE_HYPHEN = f"–{HYPHEN}"
"""The hyphen of a range in a style that has no dash there: citeproc must see a range, or it writes `¶ 7-10`."""

LITERAL = "\ue004"
"""Put before text after a citation: without it Pandoc would read ` 4 April` as page 4."""

PLACEHOLDER = "\ue005"
"""Title and id of the reference that stands in for a legal authority."""

IN_WORDS = "\ue00b"
"""Begins a place that goes through citeproc in its own words, to find it again."""

BARE = "\ue00e"
"""Put by the patched style before a place that it prints without a word, to find it again."""

_MARKUP = {"<": "\ue00c", ">": "\ue00d"}
"""What citeproc takes for markup in a place, and what stands for it."""

_HELD = {"-": HYPHEN, ",": "\ue007", "–": "\ue008", "&": "\ue009", " ": "\ue00a", **_MARKUP}
"""Marks by which citeproc tells that a place is several, and what stands for them where they tell nothing of that."""

_MARKUP_HIDING = {ord(mark): held for mark, held in _MARKUP.items()}
_HIDING = {ord(mark): held for mark, held in _HELD.items()}
_RELEASING = {ord(held): mark for mark, held in _HELD.items()}
_ALL = re.compile("[\ue000-\ue00e]")


def without_markup(text: str) -> str:
    """Hide from citeproc what it would take for markup in a place."""
    return text.translate(_MARKUP_HIDING)


def with_marks_held(text: str) -> str:
    """Hide the marks of several places, as in what stands behind the first of `para 3, p. 4`: *para* is one."""
    return text.translate(_HIDING)


def with_marks_released(text: str) -> str:
    """Print the marks that were hidden from citeproc."""
    return text.replace(RANGE_HYPHEN, "-").translate(_RELEASING)


def has_sentinels(text: str) -> bool:
    """Tell whether a text holds any of these characters."""
    return bool(_ALL.search(text))


def without_sentinels(text: str) -> str:
    """Remove what a record must not contain; such characters have no shape in any font anyway."""
    return _ALL.sub("", text)
