"""Where names stand in the text of a CSL style, by line and column; the tree that is made of it has no places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from xml.parsers import expat

Place = tuple[int, int]
"""Line and column, from 1."""
_ATTRIBUTE = re.compile(r"""(?<=\s)(?P<name>[^\s=<>"'/]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
_NAME = re.compile(r"\S+")
_BREAK = re.compile(r"[\t\n]")


def values_in(csl: str, attribute: str) -> Iterator[tuple[str, Place]]:
    """Give each value of an attribute with where it stands, in their order; what is in comments is none.

    The text must be well-formed XML without entities of its own, its lines ended by a line feed. A value that is
    written with references, `&#116;itle`, has the place of its element.
    """
    starts = _starts(csl)
    return ((value, _place(starts, at)) for value, at, _ in _values(csl, attribute, starts))


def names_in(csl: str, attribute: str) -> Iterator[tuple[str, Place]]:
    """Give each name in the lists of names that an attribute holds, as `variable` does; see `values_in`."""
    starts = _starts(csl)
    for value, at, is_literal in _values(csl, attribute, starts):
        for name in _NAME.finditer(value):
            yield name[0], _place(starts, at + (name.start() if is_literal else 0))


def place_of(csl: str, attribute: str, value: str) -> Place:
    """Return where an attribute has a value, the first of several; the beginning where none has it."""
    return _first_places(csl, attribute).get(value, (1, 1))


@lru_cache(maxsize=2)
def _first_places(csl: str, attribute: str) -> Mapping[str, Place]:
    return dict(reversed(tuple(values_in(csl, attribute))))


def elements_in(csl: str, wanted: Collection[str]) -> Iterator[tuple[str, Place]]:
    """Give each element of some names, in their order; the text must be as for `names_in`."""
    return ((name, place) for name, place, _ in _elements(csl) if name in wanted)


@lru_cache(maxsize=1)
def _elements(csl: str) -> tuple[tuple[str, Place, Mapping[str, str]], ...]:
    """Return each element by its name without a prefix, with its place and its attributes."""
    found: list[tuple[str, Place, Mapping[str, str]]] = []
    reader = expat.ParserCreate("utf-8")

    def started(name: str, attributes: Mapping[str, str]) -> None:
        place = reader.CurrentLineNumber, reader.CurrentColumnNumber + 1
        found.append((name.rpartition(":")[2], place, attributes))

    reader.StartElementHandler = started
    reader.Parse(csl.encode(), True)
    return tuple(found)


def _values(csl: str, attribute: str, starts: list[int]) -> Iterator[tuple[str, int, bool]]:
    """Give each value, where it or else its element begins, and whether it stands there letter by letter."""
    for _, (line, column), attributes in _elements(csl):
        if attribute in attributes:
            element = starts[line - 1] + column - 1
            at = _value_at(csl, element, attribute, attributes[attribute])
            yield attributes[attribute], at or element, bool(at)


def _value_at(csl: str, element: int, attribute: str, value: str) -> int:
    """Return where a value of the element that begins there stands; 0 where it is written in another way."""
    end = csl.find("<", element + 1)
    for found in _ATTRIBUTE.finditer(csl, element, end if end > 0 else len(csl)):
        if found["name"] == attribute:
            written = _BREAK.sub(" ", found["value"][1:-1])  # as XML reads it
            return found.start("value") + 1 if written == value else 0
    return 0


def _starts(csl: str) -> list[int]:
    """Return where each line begins."""
    return [0, *accumulate(len(line) + 1 for line in csl.split("\n"))][:-1]


def _place(starts: list[int], at: int) -> Place:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1
