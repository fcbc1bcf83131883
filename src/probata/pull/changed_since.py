"""What stands in the document of today in place of lines of the one that was made: the records may say it by now."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from probata.pull.compare import pairs
from probata.pull.edits import edits_between
from probata.pull.stream import Stream, key_of, stream_of
from probata.pull.typed_signs import with_straight_quotes
from probata.word.word_text import Line


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The lines of today, and which of them each line of the made document is."""

    now: Sequence[Line]
    standing: Mapping[int, int]
    """Of lines that say today what they said."""

    became: Mapping[int, int]
    """Of these, and of lines that say something else today; a line that went is in neither. Both sides rise."""

    known: Sequence[int]
    """The lines in `became`, in their order."""

    def in_place_of(self, old: Sequence[int]) -> Stream:
        """Return what stands today where some neighbouring lines stood; nothing where they went."""
        first, behind = self._range(old)
        return stream_of(self.now[first:behind])

    def says(self, old: Sequence[int], base: Stream, edited: Stream) -> bool:
        """Tell whether the records say already what somebody made of some lines, with what was added beside them.

        Where their words changed meanwhile, words alone count, with their quotation marks as they are typed; where they
        stand, looks and addresses do too.
        """
        for start, end in self._ranges(old):
            current = stream_of(self.now[start:end])
            if current.text == base.text:
                if current.text == edited.text and _looks_as(current, base, edited):
                    return True
            elif with_straight_quotes(current.text) == with_straight_quotes(edited.text):
                return True
        return False

    def agreed(self, old: Sequence[int], base: Stream, edited: Stream) -> tuple[Stream, tuple[int, ...]] | None:
        """Return what stands today and its lines, where all that the records changed was changed so by somebody too.

        What they did not change is theirs still: nothing contradicts it. `None` where they say something else.
        """
        places = tuple(self.became[n] for n in old if n in self.became)
        first, behind = self._range(old)
        if len(places) != len(old) or behind - first != len(old):
            return None
        current = stream_of(self.now[n] for n in places)
        theirs = {(edit.start, edit.end, edit.new.text) for edit in edits_between(base, edited)}
        ours = {(edit.start, edit.end, edit.new.text) for edit in edits_between(base, current)}
        return (current, places) if ours <= theirs else None

    def _ranges(self, old: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Give where the lines may stand today: with what was added below, by themselves, and either with that above.

        Of a line that was divided, the second part may be the one that is most like it.
        """
        first, behind = self._range(old)
        last = max((self.became[n] + 1 for n in old if n in self.became), default=behind)
        above = bisect_left(self.known, old[0])
        before = self.became[self.known[above - 1]] + 1 if above else 0
        yield from dict.fromkeys((start, end) for start in (first, before) for end in (behind, last))

    def _range(self, old: Sequence[int]) -> tuple[int, int]:
        """Return the first of the lines of today and the place behind the last, with those that were added below."""
        above, below = bisect_left(self.known, old[0]), bisect_right(self.known, old[-1])
        before = self.became[self.known[above - 1]] if above else -1
        behind = self.became[self.known[below]] if below < len(self.known) else len(self.now)
        return min((self.became[n] for n in old if n in self.became), default=before + 1), behind


def changed_since(base: Sequence[Line], now: Sequence[Line]) -> Meanwhile:
    """Compare the document that was made with that of today: by words, then by content control and likeness."""
    blocks = _equal([line.text for line in base], [line.text for line in now])
    standing = {a + n: b + n for a, b, size in blocks for n in range(size)}
    became = dict(standing)
    ends = [(0, 0), *((a + size, b + size) for a, b, size in blocks)]
    for (a, b), block in zip(ends, blocks, strict=False):
        for old, new, _ in pairs(base, now, range(a, block.a), range(b, block.b)):
            if old is not None and new is not None:
                became[old] = new
    return Meanwhile(now, standing, became, sorted(became))


def _equal(old: list[str], new: list[str]) -> list[Match]:
    """Return the stretches of equal lines, as `get_matching_blocks` has them; mostly the records are as they were."""
    if old == new:
        return [Match(0, 0, len(old)), Match(len(old), len(old), 0)]
    return SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()


def _looks_as(current: Stream, base: Stream, edited: Stream) -> bool:
    """Tell whether lines with the same words have the same looks, addresses and forms, and lead where they led."""
    looks = ({(n, look) for n, look in enumerate(one.looks) if not one.text[n].isspace()} for one in (current, edited))
    links = ([(one.start, one.end, one.key) for one in stream.links] for stream in (current, edited))
    marks = (list(map(key_of, one.marks)) for one in (base, edited))  # of today's, the names may count otherwise
    is_same = [one == other for one, other in (tuple(looks), tuple(links), tuple(marks))]
    return all(is_same) and current.forms == edited.forms
