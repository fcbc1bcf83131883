"""The numbers of the pages of a bundle; pages that come in later between fixed ones are 12A, 12B."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from probata.document.counting import letters

Counted = tuple[str, int]
"""The key of a piece and how many pages it has."""


def number_pages(pieces: Sequence[Counted], fixed: Sequence[Counted] = ()) -> tuple[str, ...]:
    """Return the number of each page, piece by piece.

    `fixed` are the pieces of a bundle that others have already, with their pages then: each of them keeps its numbers,
    and what is longer now, or new between them, gets letters behind the number before it. What comes behind the last
    fixed piece goes on in plain numbers. A piece that has become shorter, or is gone, leaves its numbers unused.
    """
    begins: dict[str, int] = {}
    end = 0
    for key, pages in fixed:
        begins[key], end = end + 1, end + pages
    lengths = dict(fixed)
    last_fixed = max((place for place, (key, _) in enumerate(pieces) if key in begins), default=-1)
    return tuple(_numbers(pieces, begins, lengths, last_fixed, end))


def _numbers(
    pieces: Sequence[Counted], begins: dict[str, int], lengths: dict[str, int], last_fixed: int, end: int
) -> Iterator[str]:
    added: Counter[int] = Counter()
    before, following = 0, end
    for place, (key, pages) in enumerate(pieces):
        for page in range(pages):
            if key in begins and page < lengths[key]:
                before = begins[key] + page
                yield str(before)
            elif place > last_fixed or (place == last_fixed and before == end):
                following += 1
                yield str(following)
            else:
                before = begins[key] + lengths[key] - 1 if key in begins else before
                added[before] += 1
                yield f"{before}{letters(added[before]).upper()}"


def label_runs(numbers: Sequence[str]) -> Iterator[tuple[int, int | str]]:
    """Give where each run of page labels begins: the page, from 0, and its number, or the whole label of one page."""
    expected: int | None = None
    for page, number in enumerate(numbers):
        if not number.isdigit():
            yield page, number
            expected = None
        else:
            if int(number) != expected:
                yield page, int(number)
            expected = int(number) + 1
