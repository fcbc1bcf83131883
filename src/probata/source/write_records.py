"""Whole files of records as text: YAML as people write it, and sections as Markdown with their fields at the head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from probata.source.markdown_reader import HEAD
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

# Writing a value as YAML that this room's reader reads back as it is.

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


def entry_lines(entry: Any, indent: int) -> list[str]:
    """Return the lines of a record, a text, a list or parts as one entry of a list."""
    return [" " * indent + line for line in _entry(entry)]


def in_braces(key: str, value: Any) -> str:
    """Return a field as it stands in a record that is written in braces, on one line."""
    return f"{key}: {_on_one_line(value, in_brackets=True)}"


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


_WIDTH = 120
_LONG = 100
"""Characters from which a text stands below its key, folded."""


class _Dumper(yaml.SafeDumper):
    """Writes every scalar as a text, since the reader takes every scalar for one."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012  # as PyYAML declares it

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # as PyYAML calls it
        """Indent lists below their key too."""
        super().increase_indent(flow, False)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def yaml_text(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return records, or the fields of a case, as the text of a YAML file that the reader reads back as they are.

    Values are plain: strings, lists and dictionaries. What YAML would not give back as it is stands in quotation marks.
    """
    parts = value if isinstance(value, Sequence) else [value]
    made = "\n".join(_one(part, in_list=isinstance(value, Sequence)) for part in parts)
    return made or "[]\n"


def markdown_text(fields: Mapping[str, Any], text: str) -> str:
    """Return a section as a Markdown file: its fields between two lines `---`, then its text."""
    head = _one(fields, in_list=False) if fields else ""
    return f"{HEAD}\n{head}{HEAD}\n\n{text}\n"


def _one(part: Any, *, in_list: bool) -> str:
    whole = [part] if in_list else part
    made = yaml.dump(whole, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False)
    node, found = read_yaml(made, "")
    if not found and node is not None and to_plain(node) == whole:
        return made
    return f"{'- ' if in_list else ''}{_in_marks(part)}\n"


def _in_marks(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(str(key))}: {_in_marks(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, str):
        return quoted(value)
    return "null" if value is None else "[" + ", ".join(map(_in_marks, value)) + "]"
