"""Adding a record to the text of a case file, so that remarks, order and layout of what stands there stay.

Nothing is written here. The new text is read again and must hold the old records and the new one, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.node import Mapping as MappingNode
from probata.source.node import Node, Scalar, Sequence, to_plain
from probata.source.text_file import fault
from probata.source.yaml_reader import read_yaml

BYTE_ORDER_MARK = "\ufeff"


class CannotAppendError(Exception):
    """A record cannot be added safely; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def append_record(text: str, shown: str, kind: str, record: Mapping[str, Any], *, in_one_file: bool) -> str:
    """Return the text of a file with one more record of a kind; line ends and a byte-order mark stay as they are.

    `text` is that of the kind's own file, empty where there is none yet, or of a case that is one file. `record` holds
    strings and lists of strings. Raises `CannotAppendError` where the file cannot be read or its list is written in
    brackets and holds something.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    line_end = "\r\n" if "\r\n" in text else "\n"
    plain = text.removeprefix(mark).replace("\r\n", "\n")
    root = _read(plain, shown)
    held = _list_of(root, kind, in_one_file)
    lines = plain.split("\n")
    added = _added(lines, root, held, kind, record, in_one_file)
    if _held(_read(added, shown), kind, in_one_file) != [*_held(root, kind, in_one_file), dict(record)]:
        raise CannotAppendError(_elsewhere(kind, held.span if held else Span(shown)))
    return mark + added.replace("\n", line_end)


def _read(text: str, shown: str) -> Node | None:
    node, found = read_yaml(text, shown)
    if found:
        raise CannotAppendError(found[0])
    return node


def _list_of(root: Node | None, kind: str, in_one_file: bool) -> Node | None:
    """Return the list of the records, or what stands in its place; `None` where nothing does."""
    if isinstance(root, MappingNode) and (in_one_file or root.get(kind) is not None):
        return root.get(kind)
    return root


def _held(root: Node | None, kind: str, in_one_file: bool) -> list[Any]:
    found = _list_of(root, kind, in_one_file)
    plain = to_plain(found) if found is not None else None
    return plain if isinstance(plain, list) else []


def _added(
    lines: list[str], root: Node | None, held: Node | None, kind: str, record: Mapping[str, Any], in_one_file: bool
) -> str:
    if held is None or (isinstance(held, Scalar) and held.is_null):
        return _begun(lines, held, kind, record, in_one_file)
    if not isinstance(held, Sequence):
        raise CannotAppendError(_elsewhere(kind, held.span))
    start = held.span
    if not held.items:
        below = "\n" if root is not held else ""
        return _put(lines, start.line, start.column, start.end_column, below, _written(record, 2 if below else 0))
    if lines[start.line - 1][start.column - 1 : start.column] != "-":
        raise CannotAppendError(_elsewhere(kind, start))
    place = _last_line(held)
    while not lines[place - 1].strip():
        place -= 1
    return "\n".join([*lines[:place], "", *_written(record, start.column - 1), *lines[place:]])


def _begun(lines: list[str], held: Node | None, kind: str, record: Mapping[str, Any], in_one_file: bool) -> str:
    """Begin the list: below its key where that stands, at the end of the file where not."""
    if held is not None and in_one_file:
        return "\n".join([*lines[: held.span.line], *_written(record, 2), *lines[held.span.line :]])
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    key = [f"{kind}:"] if in_one_file else []
    return "\n".join([*lines, *([""] if lines else []), *key, *_written(record, 2 if key else 0), ""])


def _put(lines: list[str], line: int, column: int, end_column: int, below: str, written: list[str]) -> str:
    """Put the record in the place of an empty list, on the lines below its key or where it stood."""
    here = lines[line - 1]
    before, after = here[: column - 1].rstrip() if below else here[: column - 1], here[end_column - 1 :]
    return "\n".join([*lines[: line - 1], before + below + "\n".join(written) + after, *lines[line:]])


def _last_line(node: Node) -> int:
    """Return the last line, from 1, on which something of a node stands."""
    if isinstance(node, Scalar):
        span = node.span
        return span.end_line - (span.end_column == 1 and span.end_line > span.line)
    inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries]
    own = node.span.end_line if node.span.end_column > 1 and not inner else node.span.line
    return max([own, *map(_last_line, inner)])


def _written(record: Mapping[str, Any], indent: int) -> list[str]:
    """Write a record as one entry of a list."""
    fields = [line for key, value in record.items() for line in _field(key, value)]
    return [f"{' ' * indent}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(fields)]


def _field(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {_scalar(value)}"
        return
    yield f"{key}:"
    yield from (f"  - {_scalar(item)}" for item in value)


def _scalar(text: str) -> str:
    """Write a text plainly where it comes back as it is, else in quotation marks."""
    node, found = read_yaml(f"- {text}", "") if "\n" not in text else (None, [])
    plain = to_plain(node) if node is not None and not found else None
    return text if plain == [text] and read_yaml(f"k: {text}", "")[1] == [] else json.dumps(text, ensure_ascii=False)


def _elsewhere(kind: str, span: Span) -> Diagnostic:
    return fault("SRC162", "not-appendable", f"a record cannot be added safely to the list `{kind}` as it is written",
                 span, "write each record of the list on lines of its own, beginning with `- id: …`")  # fmt: skip
