"""Of two numbers that contradict each other, the one that fewer sentences tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from probata.checks.texts.counted_alike import CountedAlike
from probata.checks.texts.counted_things import CountedThing

_Place = tuple[str, str, tuple[str | int, ...], int]


class MostTold:
    """Which sentences tell the same thing as each other, with the numbers that they give."""

    def __init__(self) -> None:
        """Begin with none."""
        self._beside: defaultdict[_Place, dict[_Place, CountedThing]] = defaultdict(dict)

    def add(self, pair: CountedAlike) -> None:
        """Take two numbers that count the same, equal or not."""
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            self._beside[_place(one)] |= {_place(one): one, _place(other): other}

    def wrong_and_right(self, pair: CountedAlike) -> tuple[CountedThing, CountedThing]:
        """Return the number that fewer sentences give of those beside either, or else ours, or else the later."""
        one, other = pair.one, pair.other
        around = (self._beside[_place(one)] | self._beside[_place(other)]).values()
        fewer = _tellers(around, one) - _tellers(around, other)
        is_one = fewer < 0 or (fewer == 0 and one.is_ours and not other.is_ours)
        return (one, other) if is_one else (other, one)

    def others_like(self, thing: CountedThing) -> int:
        """Return how many other sentences give the same number of the same thing."""
        return _tellers(self._beside[_place(thing)].values(), thing) - 1


def _place(thing: CountedThing) -> _Place:
    text = thing.sentence.text
    return text.kind, text.record_id, text.loc, thing.sentence.start + thing.start


def _tellers(things: Iterable[CountedThing], thing: CountedThing) -> int:
    return sum(1 for one in things if one.value == thing.value)
