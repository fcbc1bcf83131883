"""The passage of a text that the words of a quotation repeat with few differences, and which these are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import islice, pairwise

from probata.evidence.letters import Letters, are_joined_alike, breaks_of
from probata.evidence.quoted_words import Piece

MOST_REPLACED = 10
"""Words for which a pair of brackets may stand."""
MOST_AT_FOOT = 1500
"""Letters of footnotes, foot and head that may stand between two pages of a sentence."""
MOST_MATCHES = 200
"""Places of one quotation, or of some words of it, that are looked at."""
_SHARE = 0.3
"""Part of the words of a quotation that may differ in what is still near."""
_SHORT = 9
"""Words of a quotation of which two together are looked for; of a longer one it is three."""
_WINDOWS = 6
"""Stretches of a text that are compared word by word."""
_OTHER_WORDS = ""
"""In the words that are looked for: brackets that may stand for others."""


def passage_near(letters: Letters, piece: Piece) -> tuple[int, int, list[tuple[str, str]]] | None:
    """Return where the passage nearest to a piece begins and ends, and what differs; `None` where none is near."""
    wanted, surfaces = _with_brackets(piece)
    best: tuple[int, int, int, list[tuple[str, str]]] | None = None
    for start, end in _windows(letters, wanted):
        found = _aligned(letters, start, letters.words[start:end], wanted, surfaces)
        if found and (best is None or found[0] < best[0]):
            best = found
    count = sum(map(bool, wanted))
    if best is None or best[0] > max(1, _SHARE * count) or best[0] * 2 >= count:
        return None
    return best[1], best[2], best[3]


def _with_brackets(piece: Piece) -> tuple[list[str], list[str]]:
    words, surfaces = list(piece[0].words), list(piece[0].surfaces)
    for before, chunk in pairwise(piece):
        if before.closes_word and chunk.opens_word:
            words.append(_OTHER_WORDS)
            surfaces.append("")
        words += chunk.words
        surfaces += chunk.surfaces
    return words, surfaces


def _windows(letters: Letters, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches of words in which most runs of words of a piece stand, by their places in it."""
    size = 2 if len(wanted) <= _SHORT else 3
    step = max(8, len(wanted) // 2)
    votes: Counter[int] = Counter()
    for number in range(len(wanted) - size + 1):
        run = "".join(wanted[number : number + size])
        places = list(islice(letters.occurrences(run), MOST_MATCHES))
        weight = 1000 // max(1, len(places))  # what is rare tells more
        votes.update(dict.fromkeys((max(0, letters.word_at(at) - number) // step for at in places), weight))
    sums = {slot: votes[slot] + votes[slot + 1] for slot in {*votes, *(slot - 1 for slot in votes)}}
    for slot in sorted(sums, key=lambda slot: (-sums[slot], slot))[:_WINDOWS]:
        start = max(0, (slot - 1) * step)
        yield start, min(len(letters.words), start + 4 * step + len(wanted) + _room(letters, start, len(wanted)))


def _room(letters: Letters, start: int, size: int) -> int:
    """Return the words that may stand at the foot of a page that ends within a stretch."""
    last = min(start + 3 * size, len(letters.words) - 1)
    return MOST_AT_FOOT // 5 if letters.page_at(letters.starts[start]) != letters.page_at(letters.starts[last]) else 0


def _aligned(
    letters: Letters, offset: int, words: Sequence[str], wanted: Sequence[str], surfaces: Sequence[str]
) -> tuple[int, int, int, list[tuple[str, str]]] | None:
    """Return how many words differ, where the passage begins and ends among the letters, and what differs."""
    blocks = [one for one in SequenceMatcher(None, words, wanted, autojunk=False).get_matching_blocks() if one.size]
    blocks = _together(letters, offset, blocks)
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    before, after = first.b, len(wanted) - last.b - last.size
    start = max(0, first.a - before)
    end = min(len(words), last.a + last.size + after)
    edges = [(start, 0, 0), *blocks, (end, len(wanted), 0)]
    count, differs = 0, list[tuple[str, str]]()
    for (a, b, size), (next_a, next_b, _) in pairwise(edges):
        theirs, ours = range(a + size, next_a), range(b + size, next_b)
        if not (theirs or ours) or _says_nothing(letters, offset, words, wanted, surfaces, theirs, ours):
            continue
        count += max(len(theirs), len(ours))
        shown = _in_a_row(letters.surfaces[offset + at] for at in theirs)
        differs.append((_in_a_row(surfaces[at] for at in ours), shown))
    begin = letters.starts[offset + start]
    return count, begin, letters.starts[offset + end], differs


def _in_a_row(surfaces: Iterable[str]) -> str:
    return " ".join(filter(None, surfaces)).replace("- ", "-")


def _together(letters: Letters, offset: int, blocks: list[Match]) -> list[Match]:
    """Leave out words at either end that stand far from the others, and there by chance."""
    largest = max(range(len(blocks)), key=lambda at: blocks[at].size, default=0)

    def is_far(one: Match, other: Match) -> bool:
        theirs, ours = other.a - one.a - one.size, other.b - one.b - one.size
        crosses = _crosses(letters, offset + one.a + one.size, offset + other.a)
        return theirs - ours > (MOST_AT_FOOT // 5 if crosses else MOST_REPLACED)

    first = last = largest
    while first > 0 and not is_far(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and not is_far(blocks[last], blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def _crosses(letters: Letters, start: int, end: int) -> bool:
    """Tell whether a page ends among some words."""
    if start >= end or end >= len(letters.words):
        return False
    return letters.page_at(letters.starts[start]) != letters.page_at(letters.starts[end])


def _says_nothing(
    letters: Letters,
    offset: int,
    words: Sequence[str],
    wanted: Sequence[str],
    surfaces: Sequence[str],
    theirs: range,
    ours: range,
) -> bool:
    """Tell whether two stretches differ in blanks alone, stand for one another by brackets, or part two pages."""
    ours_joined = "".join(wanted[at] for at in ours)
    if ours_joined == "".join(words[at] for at in theirs):
        written = [letters.surfaces[offset + at] for at in theirs]
        mine = breaks_of([surfaces[at] for at in ours], [wanted[at] for at in ours])
        return are_joined_alike(mine, breaks_of(written, [words[at] for at in theirs]))
    if ours_joined:
        return False
    is_replaced = any(wanted[at] == _OTHER_WORDS for at in ours) and len(theirs) <= MOST_REPLACED
    return is_replaced or (len(theirs) > 0 and _crosses(letters, offset + theirs[0], offset + theirs[-1] + 1))
