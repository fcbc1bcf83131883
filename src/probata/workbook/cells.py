"""Values in cells: a text as it stands, several one below the other, and what has parts on one line in braces."""

from __future__ import annotations

import json
import re
from typing import Any

from probata.diagnostics import Span
from probata.model.typed_dates import as_recorded
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode
from probata.source.yaml_reader import read_yaml
from probata.workbook.shape import Shape

# An id as it was meant, whatever was pasted with it.

_UNSEEN = "\\s\u200b-\u200f\u2060\ufeff"
_SEEN = re.compile(f"[^{_UNSEEN}](?:.*[^{_UNSEEN}])?", re.DOTALL)


def bare_id(text: str) -> str:
    """Return an id without what cannot be seen at its ends, as pasted from a web page: spaces, signs without width."""
    seen = _SEEN.search(text)
    return seen[0] if seen else ""


_OPENS = ("{", "[", '"')
_NOTHING = "{}"
_ENTRY = "- "
"""What may stand before an entry of a list, and does before one that is alone."""
_YES = {"true": "yes", "false": "no"}
_NO = {"yes": "true", "no": "false"}
_COMMAS = re.compile(r"[,;]")
_CITED = re.compile(r"@?[A-Za-z][\w.-]*(?:,.*)?$")
_SPACED = re.compile(r"^\s|\s$|\n")


def written(value: Any, shape: Shape) -> str:
    """Return what a cell shows for a value of a record: text, a list, or parts that have no columns."""
    if isinstance(value, list):
        # One entry alone would be read as a text, where the field may be one.
        begin = _ENTRY if len(value) == 1 and shape.is_text else ""
        return begin + "\n".join(_line(one, shape.items) for one in value) if value else "[]"
    if isinstance(value, dict):
        return _braces(value)
    text = str(value)
    if shape.items and _needs_marks(text, shape.items):
        return _quoted(text)
    return _YES.get(text, text) if shape.is_yes_or_no else text


def read_cell(text: str, span: Span, shape: Shape) -> Node:
    """Return the value that a cell shows; `written` and this lead back to each other.

    A cell of a list has one entry on each line. A date may be written as people write it.
    """
    if not shape.items:
        return MappingNode((), span) if shape.fields and text == _NOTHING else _scalar(text, span, shape)
    if text == "[]":
        return SequenceNode((), span)
    lines = entries_of(text, shape.items)
    nodes = tuple(_entry(line.removeprefix(_ENTRY), span, shape.items) for line in lines)
    if (
        len(nodes) == 1
        and not lines[0].startswith(_ENTRY)
        and (shape.is_text or (shape.fields and isinstance(nodes[0], MappingNode)))
    ):
        return nodes[0]
    return SequenceNode(nodes, span)


def entries_of(text: str, items: Shape) -> list[str]:
    """Return the entries of a cell that takes several: its lines, or what commas divide where no entry can have one.

    Ids and words of a code list have none. Citations have, and are divided by semicolons, as in tables of numbers.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [part for line in lines for part in _parts(line, items)]


def _parts(line: str, items: Shape) -> list[str]:
    if line.startswith((*_OPENS, _ENTRY)):
        return [line]
    if (items.is_id or items.choices) and not items.fields:
        parts = [part.strip() for part in _COMMAS.split(line) if part.strip()]
        is_words = "," in line and any(" " in part for part in parts)  # "Cruel, inhuman or degrading" is one label
        return [part.strip() for part in line.split(";") if part.strip()] if is_words else parts
    parts = [part.strip() for part in line.split(";")]
    return parts if "source" in items.fields and all(map(_CITED.match, parts)) else [line]


def _scalar(text: str, span: Span, shape: Shape) -> Scalar:
    if shape.is_yes_or_no:
        return Scalar(_NO.get(text.strip().lower(), text.strip()), span)
    if shape.is_id:
        return Scalar(bare_id(text), span)
    if shape.is_date:
        return Scalar(as_recorded(text), span)
    return Scalar(_choice(text.strip(), shape.choices) if shape.choices else text, span)


def _choice(text: str, choices: tuple[str, ...]) -> str:
    """Return the word of a code list that is meant, whatever its capitals: `Not sought` is `not_sought`."""
    plain = "_".join(text.lower().split())
    return next((word for word in choices if word.lower() == plain), text)


def _entry(line: str, span: Span, shape: Shape) -> Node:
    return _braced(line, span, shape) if line.startswith(_OPENS) else _scalar(line, span, shape)


def _braced(text: str, span: Span, shape: Shape | None = None) -> Node:
    """Read what stands in braces, brackets or quotation marks as YAML has it; what is none is a text."""
    node, found = read_yaml(f"- {text}", span.path)
    if found or not isinstance(node, SequenceNode) or len(node.items) != 1:
        return _scalar(text, span, shape or Shape())
    return _placed(node.items[0], span)


def _placed(node: Node, span: Span) -> Node:
    """Give all that a cell holds the place of the cell."""
    match node:
        case Scalar():
            return Scalar(node.text, span, node.is_null)
        case SequenceNode():
            return SequenceNode(tuple(_placed(item, span) for item in node.items), span)
        case MappingNode():
            entries = (Entry(Scalar(one.key.text, span), _placed(one.value, span)) for one in node.entries)
            return MappingNode(tuple(entries), span)


def _line(value: Any, items: Shape | None) -> str:
    if value is None:
        return "null"
    if not isinstance(value, str):
        return _braces(value)
    return _quoted(value) if _needs_marks(value, items) else value


def _needs_marks(text: str, items: Shape | None) -> bool:
    """Tell whether a text would be read as something else, or as several."""
    is_other = not text or text.startswith((*_OPENS, _ENTRY)) or text == "null" or bool(_SPACED.search(text))
    return is_other or (items is not None and _parts(text, items) != [text])


def _braces(value: Any) -> str:
    """Write parts on one line; JSON is YAML, but for characters that YAML does not take as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted_key(key)}: {_braces(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_braces, value)) + "]"
    return "null" if value is None else _quoted(value)


def _quoted_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z_][\w-]*", key) else _quoted(key)


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\xa0\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", escaped)
