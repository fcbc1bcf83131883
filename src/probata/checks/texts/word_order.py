"""Names of bodies with their words in another order.

They are turned about one `of` or `for`, as `Board of Prisons` for the Prison Board and the other way round, or have
three words or more and none of these.
"""

from __future__ import annotations

from collections.abc import Sequence

_TURNING = frozenset({"of", "for"})
_ARTICLE = "the"
_ENOUGH = 3
"""Words of a name without `of` that are the same name in another order, too: `Prison Watch Sol`, `Watch Prison Sol`."""

_Name = tuple[str, ...]


class WordOrder:
    """The names of bodies by their words, in whatever order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_words: dict[_Name, list[tuple[_Name, str, str]]] = {}
        self._of_record: dict[str, list[_Name]] = {}
        self._words: set[str] = set()
        self.lengths: set[int] = set()
        """Words of the names, and of those with `of` between."""

    def add(self, folded: Sequence[str], name: str, record: str) -> None:
        """Add a name, by its words in small letters; one of a single word cannot be turned."""
        told = _telling(folded)
        self._of_record.setdefault(record, []).append(_singulars(folded))
        if len(set(told)) > 1:
            self._by_words.setdefault(tuple(sorted(told)), []).append((tuple(folded), name, record))
            self._words.update(told)
            self.lengths.update((len(folded), len(folded) + 1))

    def may_begin(self, word: str) -> bool:
        """Tell whether a turned name can begin with a word in small letters."""
        return _singular(word) in self._words

    def turned(self, folded: Sequence[str]) -> tuple[str, str] | None:
        """Return the name, with its record, that is turned here; `None` where none is.

        One of the two forms has a single `of` or `for`, the other none; or neither has one. What stands in another
        recorded name of the same body is no other spelling.
        """
        for recorded, name, record in self._by_words.get(tuple(sorted(_telling(folded))), ()):
            if _is_turned(folded, recorded) and not any(_holds(one, folded) for one in self._of_record[record]):
                return name, record
        return None


def _is_turned(folded: Sequence[str], recorded: Sequence[str]) -> bool:
    """Tell whether `a b of c` stands for `c a b`, or the other way round, or `a b c` for the same words."""
    one, other = sorted((_singulars(folded), _singulars(recorded)), key=_joining)
    if _joining(other) == 0:
        return one != other and len(one) == len(other) >= _ENOUGH
    if _joining(one) != 0 or _joining(other) != 1:
        return False
    at = next(place for place, word in enumerate(other) if word in _TURNING)
    behind = tuple(word for word in other[at + 1 :] if word != _ARTICLE)
    return bool(behind) and at > 0 and one == (*behind, *other[:at])


def _holds(name: _Name, folded: Sequence[str]) -> bool:
    part = _singulars(folded)
    return any(name[start : start + len(part)] == part for start in range(len(name) - len(part) + 1))


def _joining(words: Sequence[str]) -> int:
    return sum(word in _TURNING for word in words)


def _telling(folded: Sequence[str]) -> _Name:
    """Return the words that name something."""
    return tuple(word for word in _singulars(folded) if word not in _TURNING and word != _ARTICLE)


def _singulars(folded: Sequence[str]) -> _Name:
    return tuple(map(_singular, folded))


def _singular(word: str) -> str:
    return word.removesuffix("s")
