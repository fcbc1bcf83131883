"""TOML text to nodes with places, for the settings of an office and for looks.

Python's own reader knows no places. They are found again by the lines that begin a table or a key, which is enough for
a file of a few lines; where one is written otherwise (`a.b = 1`, `{ a = 1 }`), the place is the nearest line above.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode
from probata.source.text_file import fault

_TABLE = re.compile(r"\s*\[\[?\s*(?P<name>[^\]#]+?)\s*\]")
_KEY = re.compile(r"""\s*(?P<quote>["']?)(?P<name>[^"'=\[\]{}#]+?)(?P=quote)\s*=\s*(?P<value>.*)""")
_FAULT = re.compile(
    r"(?P<what>.*?) \((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$", re.DOTALL
)
BACKSLASH = "write a path with `/`, or between single quotation marks: `'C:\\letters'`"
"""What to do where TOML takes the backslash of a path for a sign of its own."""

Path = tuple[str, ...]


def read_toml(text: str, path: str, heading: str = "house") -> tuple[MappingNode | None, list[Diagnostic]]:
    """Read TOML; `None` where it cannot be read. Every value is kept as its characters, as in the records.

    `heading` is one that such a file may have, for advice.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [_syntax_fault(error, text, path, heading)]
    places = _places(text, path)
    return _mapping(data, (), places, Span(path)), []


def _mapping(data: dict[str, Any], where: Path, places: dict[Path, tuple[Span, Span]], above: Span) -> MappingNode:
    entries = []
    for key, value in data.items():
        here = (*where, key)
        of_key, of_value = places.get(here, (above, above))
        entries.append(Entry(Scalar(key, of_key), _node(value, here, places, of_value)))
    return MappingNode(tuple(entries), above)


def _node(value: Any, here: Path, places: dict[Path, tuple[Span, Span]], span: Span) -> Node:
    if isinstance(value, dict):
        return _mapping(value, here, places, span)
    if isinstance(value, list):
        return SequenceNode(tuple(_node(item, here, places, span) for item in value), span)
    return Scalar(value if isinstance(value, str) else str(value), span)


def _places(text: str, path: str) -> dict[Path, tuple[Span, Span]]:
    """Return the places of key and value, by the path of the key; of a table both are its line."""
    places: dict[Path, tuple[Span, Span]] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _TABLE.match(line):
            table = tuple(part.strip().strip("\"'") for part in found["name"].split("."))
            span = _span(path, number, *found.span("name"))
            places.setdefault(table, (span, span))
        elif found := _KEY.match(line):
            end = found.start("value") + len(found["value"].rstrip())
            value = _span(path, number, found.start("value"), end)
            places.setdefault((*table, found["name"]), (_span(path, number, *found.span("name")), value))
    return places


def _span(path: str, line: int, start: int, end: int) -> Span:
    return Span(path, line, start + 1, line, max(start, end) + 1)


def _syntax_fault(error: tomllib.TOMLDecodeError, text: str, path: str, heading: str) -> Diagnostic:
    found = _FAULT.match(str(error))
    lines = text.rstrip("\n").split("\n")
    line = int(found["line"]) if found and found["line"] else len(lines)
    column = int(found["column"]) if found and found["column"] else 1
    help = f'write `name = "value"`, one a line, and the heading `[{heading}]` above them'
    if line <= len(lines) and "\\" in lines[line - 1]:
        help = BACKSLASH
    if any(words in str(error) for words in ("Cannot overwrite", "Cannot declare")):
        help = "something stands twice: keep one of the two"
    span = _span(path, line, column - 1, column)
    return fault("SRC161", "toml-syntax", "the settings cannot be read from here on", span, help)
