"""Whole files of records as text: YAML as people write it, and sections as Markdown with their fields at the head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from probata.source.markdown_reader import HEAD
from probata.source.node import to_plain
from probata.source.write_value import quoted
from probata.source.yaml_reader import read_yaml

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
