"""Writing a value as YAML that this room's reader reads back as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

Value = str | Sequence[Any] | Mapping[str, Any]
"""What is written of a field: a text, a list, or parts with names; in both again texts, lists and parts."""

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff,:#\[\]{}]*[\w.)%/])?")
"""Begins and ends soundly and holds nothing that means something in YAML, in brackets or out of them."""
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")
"""What JSON leaves as it is, and YAML refuses or takes for the end of a line."""
_BRACKETS = re.compile(r"[,\[\]{}]")


def field_lines(key: str, value: Any) -> Iterator[str]:
    """Give the lines of a field, from column 1. What holds nothing is written in brackets or braces."""
    if isinstance(value, str) or not value:
        yield f"{key}: {_on_one_line(value)}"
        return
    yield f"{key}:"
    yield from (f"  {line}" for line in _lines(value))


def entry_lines(record: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of a record as one entry of a list."""
    return [" " * indent + line for line in _entry(record)]


def in_braces(key: str, value: Any) -> str:
    """Return a field as it stands in a record that is written in braces, on one line."""
    return f"{key}: {_on_one_line(value, in_brackets=True)}"


def item_lines(item: Any, indent: int) -> list[str]:
    """Return the lines of a text, a list or parts as one entry of a list."""
    return [" " * indent + line for line in _entry(item)]


def in_a_list(item: Any) -> str:
    """Return an entry as it stands in a list in brackets, on one line."""
    return _on_one_line(item, in_brackets=True)


def _lines(value: Any) -> Iterator[str]:
    """Give the lines of a list or of parts, from column 1."""
    if isinstance(value, Mapping):
        yield from (line for key, inner in value.items() for line in field_lines(key, inner))
    else:
        yield from (line for item in value for line in _entry(item))


def _entry(item: Any) -> Iterator[str]:
    """Give the lines of an entry of a list: its hyphen on the first, the others below its text."""
    if isinstance(item, str) or not item:
        yield f"- {_on_one_line(item)}"
    elif isinstance(item, Mapping):
        yield from (f"{'  ' if number else '- '}{line}" for number, line in enumerate(_lines(item)))
    else:
        yield f"- {_on_one_line(item)}"


def _on_one_line(value: Any, *, in_brackets: bool = False) -> str:
    if isinstance(value, str):
        return scalar(value, in_brackets=in_brackets)
    if isinstance(value, Mapping):
        return "{" + ", ".join(in_braces(key, inner) for key, inner in value.items()) + "}"
    return "[" + ", ".join(_on_one_line(item, in_brackets=True) for item in value) + "]"


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """Write a text plainly where it comes back as it is, else in quotation marks."""
    if _PLAIN.fullmatch(text) and text != "null":
        return text
    return text if _comes_back(text) and not (in_brackets and _changes_in_brackets(text)) else quoted(text)


def quoted(text: str) -> str:
    """Write a text in quotation marks, on one line, with what YAML does not take escaped."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _changes_in_brackets(text: str) -> bool:
    """Tell whether a text that comes back on a line of its own does not in a list or in braces: `:0` is a key there."""
    if _BRACKETS.search(text):
        return True
    node, found = read_yaml(f"- [{text}, {{k: {text}}}]", "")
    return bool(found) or node is None or to_plain(node) != [[text, {"k": text}]]


def _comes_back(text: str) -> bool:
    """Tell whether a text comes back as it is where it is written plainly."""
    if "\n" in text:
        return False
    node, found = read_yaml(f"- {text}", "")
    return not found and node is not None and to_plain(node) == [text] and read_yaml(f"k: {text}", "")[1] == []
