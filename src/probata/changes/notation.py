"""How a record writes words of a document: an empty line between paragraphs, and `⟦1⟧` for what is no text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probata.document.printed import MARK

_MARK: Final = r"⟦\s*(?P<number>\d{1,6})\s*⟧"
_NEW_NOTE: Final = r"⟦\s*note:\s*(?P<note>[^⟦⟧]*)⟧"
_EMPTY_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")
_WITHOUT_SPACES: Final = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that set no space between words: each character counts as one."""
_WORD: Final = rf"[{_WITHOUT_SPACES}]|[^\W{_WITHOUT_SPACES}]+|\s+|[^\w\s]"
WORDS: Final = re.compile(_WORD)
SPACE_OR_NOT: Final = re.compile(rf"(?<={MARK}) (?={MARK})")


def paragraphs_of(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text of a record; none where it has no words."""
    return tuple(part.strip() for part in _EMPTY_LINE.split(text or "") if part.strip())


def numbers_in(paragraphs: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of the marks, in the order in which they stand."""
    return tuple(int(found["number"]) for one in paragraphs for found in re.finditer(_MARK, one))


def as_printed(paragraph: str) -> str:
    """Return a paragraph of a record as `fold` gives that of a document."""
    return fold(re.sub(_MARK, MARK, paragraph))


def fold(text: str) -> str:
    """Return a text with one space for each white space, and none between two marks: Word's writer keeps them apart."""
    return SPACE_OR_NOT.sub("", " ".join(text.split()))


def tokens(paragraph: str, whole: frozenset[str]) -> tuple[re.Match[str], ...]:
    """Return the words, spaces and marks of a paragraph; `whole` are texts that are one token, such as gaps.

    A mark has the group `number`, a new note the group `note`.
    """
    of_one = "".join(f"{re.escape(text)}|" for text in sorted(whole, key=lambda text: (-len(text), text)))
    return tuple(re.finditer(rf"{_MARK}|{_NEW_NOTE}|{of_one}[^\S\n]*\n[^\S\n]*|{_WORD}", paragraph))
