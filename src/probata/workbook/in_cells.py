"""What advice writes as YAML, in words for cells: `held: held` is "`held` under `Held`"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.source.node import Mapping, Node, Scalar, Sequence
from probata.source.yaml_reader import read_yaml
from probata.workbook.columns import is_key, places_called
from probata.workbook.headings import Path, heading_of

_BEGINS = re.compile(r"(?:- )?(?:\{?[A-Za-z_]+:|\{[a-z_]+: )")
"""How a field in YAML begins."""
_OPEN = "…"
"""What advice writes where the value is the reader's."""


def in_cells(yaml: str, kind: str) -> str:
    """Return what advice on a record of a kind writes as YAML as what is to be written under which heading.

    Empty where it is no YAML, or has a key that no record has: `https://…` is an address.
    """
    if not _BEGINS.match(yaml):
        return ""
    node, found = read_yaml(yaml.removeprefix("- "), "")
    if found or not isinstance(node, Mapping):
        return ""
    fields = list(_fields(node, ()))
    if not fields or not all(is_key(key) for path, _ in fields for key in path):
        return ""
    if sheet := _sheet(fields, kind):
        return f"a row in the sheet `{sheet}`"
    if len(fields) == 1 and not fields[0][1]:
        return f"`{heading_of(fields[0][0])}`"
    return _joined([_told(values, path) for path, values in fields])


def _sheet(fields: list[tuple[Path, list[str]]], kind: str) -> str:
    """Return the sheet in which a list stands whose entries advice leaves to the reader; empty where it is none."""
    (path, values), *others = fields
    places = [] if others or values != [_OPEN] else places_called(kind, path[-1])
    return places[0].sheet if places and not places[0].heading else ""


def _fields(node: Mapping, before: Path) -> Iterator[tuple[Path, list[str]]]:
    for entry in node.entries:
        path = (*before, entry.key.text)
        if isinstance(entry.value, Mapping):
            yield from _fields(entry.value, path)
        else:
            yield path, list(_values(entry.value))


def _values(node: Node) -> Iterator[str]:
    match node:
        case Scalar():
            yield from [] if node.is_null else [node.text]
        case Sequence():
            for item in node.items:
                yield from _values(item)
        case Mapping():
            yield _OPEN


def _told(values: list[str], path: Path) -> str:
    words = {"true": "yes", "false": "no"}
    said = " and ".join(f"`{words.get(value, value)}`" for value in values if value != _OPEN)
    return f"{said or 'a value'} under `{heading_of(path)}`"


def _joined(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
