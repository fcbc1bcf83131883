"""What the pages of a copy are called: by their labels, by the numbers printed on them, and by counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from probata.diagnostics.value import value
from probata.evidence.held_text import HeldText

_ALONE = re.compile(
    r"^[^\w]*(?:[^\W\d_]{1,7}\.?\s{1,3})?(?P<alone>\d{1,4})(?:\s*(?:/|of|de|sur|von|из)\s*\d{1,4})?[^\w]*$"
)
_BEFORE = re.compile(r"^(?P<before>\d{1,4})[\s|–—·]+\D{3,90}$")
_BEHIND = re.compile(r"^\D{3,90}[\s|–—·]+(?P<behind>\d{1,4})$")
_FEWEST = 3
"""Pages whose printed numbers rise together, so that they are no chance."""
_OUTER_LINES = 2


@value()
class PageNumbers:
    """The numbers by which each page may be cited, the first page first."""

    pages: tuple[frozenset[int], ...] = ()
    is_sure: bool = False
    """Whether the copy itself says what its pages are called; else they were counted, as no excerpt would."""

    @property
    def last(self) -> int:
        """The highest number of any page; 0 where there is none."""
        return max((number for page in self.pages for number in page), default=0)

    def page_of(self, number: int) -> int | None:
        """Return the page, counted from 1, that a number means: of the copy's own numbers before counting."""
        called = (page for page, numbers in enumerate(self.pages, 1) if number in numbers - {page})
        return next(called, number if 0 < number <= len(self.pages) else None)

    def called(self, page: int) -> str:
        """Return what a page, counted from 1, is called to a reader who looks for it."""
        other = sorted(self.pages[page - 1] - {page}) if page <= len(self.pages) else []
        return f"{other[0]} (the {_ordinal(page)} of the file)" if other and self.is_sure else str(page)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def page_numbers(text: HeldText) -> PageNumbers:
    """Return what the pages of a copy are called; nothing of a form that has none."""
    if not text.is_paged:
        return PageNumbers()
    labelled = [int(page.label) if page.label.isascii() and page.label.isdigit() else 0 for page in text.pages]
    offset = _printed_offset(text)
    is_counted = labelled == list(range(1, len(labelled) + 1))
    pages = []
    for number, label in enumerate(labelled, 1):
        found = {number, label} | ({number + offset} if offset is not None else set())
        pages.append(frozenset(one for one in found if one > 0))
    return PageNumbers(tuple(pages), offset is not None or (any(labelled) and not is_counted))


def _printed_offset(text: HeldText) -> int | None:
    """Return by how much the printed numbers are higher than those counted; `None` where none are printed for sure."""
    votes = Counter(offset for number, page in enumerate(text.pages, 1) for offset in set(_offsets(page.text, number)))
    if not votes:
        return None
    offset, count = max(votes.items(), key=lambda one: (one[1], -abs(one[0]), one[0]))
    return offset if count >= _FEWEST and count * 3 >= len(text.pages) else None


def _offsets(page: str, number: int) -> Iterator[int]:
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    for line in (*lines[:_OUTER_LINES], *lines[_OUTER_LINES:][-_OUTER_LINES:]):
        for form in (_ALONE, _BEFORE, _BEHIND):
            if found := form.match(line):
                yield int(found[1]) - number
