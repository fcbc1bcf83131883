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


def names_in(csl: str, attribute: str) -> Iterator[tuple[str, Place]]:
    """Give each name in an attribute of an element, `macro` or `variable`, in their order; names in comments are none.

    The text must be well-formed XML without entities of its own. A name that is written with references, `&#116;itle`,
    has the place of its element.
    """
    starts = _starts(csl)
    for _, (line, column), attributes in _elements(csl):
        names = attributes.get(attribute, "").split()
        start = starts[line - 1] + column - 1
        end = csl.find("<", start + 1)
        for name in names:
            found = _pattern(attribute, name).search(csl, start, end if end > 0 else len(csl))
            yield name, _place(starts, found.start("name") if found else start)


def place_of(csl: str, attribute: str, name: str) -> Place:
    """Return where a name stands in an attribute, the first of several; the beginning where there is none."""
    found = _pattern(attribute, name).search(csl)
    return _place(_starts(csl), found.start("name") if found else 0)


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


def _pattern(attribute: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"""\b{attribute}\s*=\s*(["'])(?:[^"']*\s)?(?P<name>{re.escape(name)})(?:\s[^"']*)?\1""")


def _starts(csl: str) -> list[int]:
    """Return where each line begins."""
    return [0, *accumulate(len(line) + 1 for line in csl.split("\n"))][:-1]


def _place(starts: list[int], at: int) -> Place:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1
