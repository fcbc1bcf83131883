"""What is kept from one run to the next, as those see it who make it; the folder is the command line's."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping, ValuesView
from datetime import date
from itertools import islice
from pathlib import PurePath
from threading import local
from typing import Any, NamedTuple, Protocol, TypeVar


class Store(Protocol):
    """Where results are kept, each under the hash of all that it was made from.

    It may forget any of them at any time, gives nothing that is damaged or of another key, and raises nothing.
    """

    def read(self, key: str) -> bytes | None:
        """Return what was written under a key, or `None`."""

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key, wholly or not at all."""


class InMemory:
    """A store for as long as the process runs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}

    def read(self, key: str) -> bytes | None:
        """Return what was written under a key, or `None`."""
        return self._kept.get(key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key."""
        self._kept[key] = data


# What many ask of a case: worked out at the first time, and again where something that it was worked out from changed.
# What that is, nobody says: it is noted while it is read.

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Key = Hashable
"""Names something that is read: a kind of records, a text, another result."""

_MOST, _MOST_OF_A_NAME = 200_000, 12
"""Results that are kept, and those of one name: as many as a case has filings."""


class Result(NamedTuple):
    """What was worked out, and all that was read for it as it was then."""

    value: Any
    read: tuple[tuple[Key, Any], ...]


class Memory:
    """Results that outlast a case that was read, so that the next reading of it works out what has changed."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: OrderedDict[Key, tuple[Result, ...]] = OrderedDict()

    def of(self, key: Key) -> tuple[Result, ...]:
        """Return the results of a name, the last one first."""
        return self._kept.get(key, ())

    def add(self, key: Key, result: Result) -> None:
        """Keep a result before the others of its name; those that were not asked for the longest time go."""
        others = (one for one in self._kept.pop(key, ()) if one is not result)
        self._kept[key] = (result, *islice(others, _MOST_OF_A_NAME - 1))
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    def made_of(self, material: tuple[Any, ...], name: Hashable, make: Callable[[], T]) -> T:
        """Return what is made of some things and nothing else; anew where one of them is another thing than before."""
        key = ("made", name)
        found = next((one for one in self.of(key) if is_unchanged(one.read[0][1], material)), None)
        found = found or Result(make(), (("material", material),))
        self.add(key, found)
        made: T = found.value
        return made

    def same(self, name: Hashable, value: T) -> T:
        """Return the equal value that was given before under a name, so that whoever read that one read this."""
        key = ("same", name)
        found = next((one for one in self.of(key) if one.value == value), None) or Result(value, ())
        self.add(key, found)
        known: T = found.value
        return known


class Reading(local):
    """What is read while something is worked out; in each thread by itself."""

    def __init__(self, always: Key) -> None:
        """Begin with what everything is worked out from."""
        self._always = always
        self.keys: set[Key] = set()

    def during(self, work: Callable[[], T]) -> tuple[T, set[Key]]:
        """Return the outcome of some work, and what was read for it alone."""
        around, self.keys = self.keys, {self._always}
        try:
            return work(), self.keys
        finally:
            self.keys = around


class WorkedOut:
    """Results by name, for a value that does not change; `state` tells what it has under a key that is read."""

    __slots__ = ("_changed", "_known", "_memory", "_of", "_reading", "_state")

    def __init__(self, of: str, memory: Memory, reading: Reading, state: Callable[[Key], Any]) -> None:
        """Begin with none."""
        self._of, self._memory, self._reading, self._state = of, memory, reading, state
        self._known: dict[Hashable, Result] = {}
        self._changed: set[Hashable] = set()

    def once(self, name: Hashable, work_out: Callable[[], T], *, settles: bool = False) -> T:
        """Return the result of this name, worked out where it is not known.

        Where it `settles`, a new result that equals the last one is taken for that one: who read that one read this.
        """
        self._reading.keys.add((self._of, name))
        result = self._known.get(name) or self._still_true(name)
        if result is None:
            result = self._known[name] = self._worked_out(name, work_out, settles)
        value: T = result.value
        return value

    def value_of(self, name: Hashable) -> Any:
        """Return the result of this name as it is now; one that must be worked out again is like no other."""
        result = self._known.get(name)
        if result is None and name not in self._changed:
            result = self._still_true(name)
        return result.value if result else object()

    def _still_true(self, name: Hashable) -> Result | None:
        """Return a result from before of which nothing that it was worked out from has changed."""
        for result in self._memory.of((self._of, name)):
            if all(is_unchanged(before, self._state(key)) for key, before in result.read):
                self._known[name] = result
                self._memory.add((self._of, name), result)
                return result
        self._changed.add(name)
        return None

    def _worked_out(self, name: Hashable, work_out: Callable[[], Any], settles: bool) -> Result:
        value, keys = self._reading.during(work_out)
        read = tuple((key, self._state(key)) for key in keys)
        last = next(iter(self._memory.of((self._of, name))), None) if settles else None
        result = Result(last.value if last and last.value == value else value, read)
        self._memory.add((self._of, name), result)
        return result


def is_unchanged(before: Any, now: Any) -> bool:
    """Tell whether a value that was read is the same; of a mapping or tuple, whether it holds the very same things."""
    if before is now:
        return True
    if isinstance(before, Mapping) and isinstance(now, Mapping):
        return list(before) == list(now) and all(map(is_unchanged, before.values(), now.values()))
    if isinstance(before, tuple) and isinstance(now, tuple):
        return len(before) == len(now) and all(map(is_unchanged, before, now))
    return type(before) is type(now) and isinstance(before, _PLAIN) and bool(before == now)


_PLAIN = (str, int, date, frozenset, PurePath)


class Noted(Mapping[K, V]):
    """A mapping that notes what is read of it: one of its keys, or all."""

    __slots__ = ("_all", "_key", "_reading", "held")

    def __init__(self, mapping: Mapping[K, V], reading: Reading, key: Callable[[K], Key], everything: Key) -> None:
        """Take a mapping, or that which another such one holds."""
        self.held = held(mapping)
        self._reading, self._key, self._all = reading, key, everything

    def __getitem__(self, key: K) -> V:
        self._reading.keys.add(self._key(key))
        return self.held[key]

    def get(self, key: K, default: Any = None) -> Any:
        """Return what stands under a key."""
        self._reading.keys.add(self._key(key))
        return self.held.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reading.keys.add(self._key(key))  # type: ignore[arg-type]  # of another type it is not there
        return key in self.held

    def __iter__(self) -> Iterator[K]:
        self._reading.keys.add(self._all)
        return iter(self.held)

    def __len__(self) -> int:
        self._reading.keys.add(self._all)
        return len(self.held)

    def items(self) -> ItemsView[K, V]:
        """Return all of it."""
        self._reading.keys.add(self._all)
        return self.held.items()

    def values(self) -> ValuesView[V]:
        """Return all values."""
        self._reading.keys.add(self._all)
        return self.held.values()


def held(mapping: Mapping[K, V]) -> Mapping[K, V]:
    """Return a mapping in which nothing is noted."""
    return mapping.held if isinstance(mapping, Noted) else mapping
