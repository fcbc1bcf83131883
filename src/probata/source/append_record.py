"""Adding records to the text of a case file, so that remarks, order and layout of what stands there stay.

Nothing is written here. The new text is read again and must hold the old records and the new ones, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.cannot_change import CannotChangeError
from probata.source.edit_lines import Change, Insertion, Substitution, as_read, edit_lines
from probata.source.line_ends import with_line_ends
from probata.source.node import Mapping as MappingNode
from probata.source.node import Node, Scalar, to_plain
from probata.source.node import Sequence as SequenceNode
from probata.source.text_file import fault
from probata.source.write_value import entry_lines
from probata.source.yaml_reader import read_yaml


class CannotAppendError(CannotChangeError):
    """A record or a field cannot be added safely; carries the finding."""


def append_record(text: str, shown: str, kind: str, record: Mapping[str, Any], *, in_one_file: bool) -> str:
    """Return the text of a file with one more record of a kind; see `append_records`."""
    return append_records(text, shown, kind, [record], in_one_file=in_one_file)


def append_records(text: str, shown: str, kind: str, records: Sequence[Mapping[str, Any]], *, in_one_file: bool) -> str:
    """Return the text of a file with more records of a kind; line ends and a byte-order mark stay as they are.

    `text` is that of the kind's own file, empty where there is none yet, or of a case that is one file. A record holds
    strings, lists and parts, in each other too. Raises `CannotAppendError` where the file cannot be read or its list is
    written in brackets and holds something.
    """
    if not records:
        return text
    records = with_line_ends(records)
    root = read_node(text, shown)
    held = list_of(root, kind, in_one_file)
    added = edit_lines(text, _changes(as_read(text).split("\n"), root, held, kind, records, in_one_file))
    expected = [*records_of(root, kind, in_one_file), *map(dict, records)]
    if records_of(read_node(added, shown), kind, in_one_file) != expected:
        raise CannotAppendError(_elsewhere(kind, held.span if held else Span(shown)))
    return added


def read_node(text: str, shown: str) -> Node | None:
    """Read the text of a case file; raises `CannotAppendError` where it cannot be read."""
    node, found = read_yaml(as_read(text), shown)
    if found:
        raise CannotAppendError(found[0])
    return node


def list_of(root: Node | None, kind: str, in_one_file: bool) -> Node | None:
    """Return the list of the records, or what stands in its place; `None` where nothing does."""
    if isinstance(root, MappingNode) and (in_one_file or root.get(kind) is not None):
        return root.get(kind)
    return root


def records_of(root: Node | None, kind: str, in_one_file: bool) -> list[Any]:
    """Return the records that a file holds, as plain data."""
    found = list_of(root, kind, in_one_file)
    plain = to_plain(found) if found is not None else None
    return plain if isinstance(plain, list) else []


def last_line(node: Node) -> int:
    """Return the last line, from 1, on which something of a node stands."""
    if isinstance(node, Scalar):
        span = node.span
        return span.end_line - (span.end_column == 1 and span.end_line > span.line)
    inner = node.items if isinstance(node, SequenceNode) else [entry.value for entry in node.entries]
    own = node.span.end_line if node.span.end_column > 1 and not inner else node.span.line
    return max([own, *map(last_line, inner)])


def _changes(
    lines: list[str],
    root: Node | None,
    held: Node | None,
    kind: str,
    records: Sequence[Mapping[str, Any]],
    in_one_file: bool,
) -> list[Change]:
    if held is None or (isinstance(held, Scalar) and held.is_null):
        return _begun(lines, held, kind, records, in_one_file)
    if not isinstance(held, SequenceNode):
        raise CannotAppendError(_elsewhere(kind, held.span))
    start = held.span
    if not held.items:
        return _in_place_of_nothing(lines, start, records, 2 if root is not held else 0)
    if lines[start.line - 1][start.column - 1 : start.column] != "-":
        raise CannotAppendError(_elsewhere(kind, start))
    place = last_line(held)
    while not lines[place - 1].strip():
        place -= 1
    return [Insertion(place, ("", *_written(records, start.column - 1)))]


def _begun(
    lines: list[str], held: Node | None, kind: str, records: Sequence[Mapping[str, Any]], in_one_file: bool
) -> list[Change]:
    """Begin the list: below its key where that stands, at the end of the file where not."""
    if held is not None and in_one_file:
        return [Insertion(held.span.line, _written(records, 2))]
    place = len(lines)
    while place and not lines[place - 1].strip():
        place -= 1
    key = [f"{kind}:"] if in_one_file else []
    return [Insertion(place, (*([""] if place else []), *key, *_written(records, 2 if key else 0)))]


def _in_place_of_nothing(
    lines: list[str], empty: Span, records: Sequence[Mapping[str, Any]], indent: int
) -> list[Change]:
    """Write the records below the line of an empty list, which goes, with the spaces before it."""
    before = len(lines[empty.line - 1][: empty.column - 1].rstrip())
    return [
        Substitution(empty.line, before + 1, empty.end_column, ""),
        Insertion(empty.line, _written(records, indent)),
    ]


def _written(records: Sequence[Mapping[str, Any]], indent: int) -> tuple[str, ...]:
    """Write records one below the other, with a blank line between them."""
    first, *others = (entry_lines(record, indent) for record in records)
    return (*first, *(line for other in others for line in ("", *other)))


def _elsewhere(kind: str, span: Span) -> Diagnostic:
    return fault("SRC162", "not-appendable", f"a record cannot be added safely to the list `{kind}` as it is written",
                 span, "write each record of the list on lines of its own, beginning with `- id: …`")  # fmt: skip
