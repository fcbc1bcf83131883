"""Adding fields to records that stand in the text of a case file already; every other line stays as it is.

Nothing is written here. The new text is read again and must hold the records as they were, with the new fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.append_record import CannotAppendError, last_line, list_of, read_node, records_of
from probata.source.edit_lines import Change, Insertion, Substitution, as_read, edit_lines
from probata.source.line_ends import with_line_ends
from probata.source.longer_list import list_changes, longer
from probata.source.node import Entry, Scalar
from probata.source.node import Mapping as MappingNode
from probata.source.node import Sequence as SequenceNode
from probata.source.text_file import fault
from probata.source.write_value import field_lines, in_braces, scalar


@dataclass(frozen=True, slots=True)
class Addition:
    """Fields that one record gets. It is known by its place, since an id may stand twice."""

    record: Span
    """Place of the record as the file was read."""

    fields: Mapping[str, Any]
    """Strings, lists and parts, by key, in the order in which they are written. Of a part that the record has already,
    the fields that it lacks: `{"name": {"native": …}}` leaves the rest of the name as it is. Of a list that it has, the
    entries that come behind its own."""


def add_fields(
    text: str,
    shown: str,
    kind: str,
    additions: Sequence[Addition],
    *,
    in_one_file: bool,
    spellings: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return the text of a file with more fields in some of its records.

    A field goes below the last one of its record; in a record in braces, before the closing one. Where its key stands
    there without a value, it is written there; `spellings` gives our name of keys that are read under another. Raises
    `CannotAppendError` where a record has the field, is not at its place, or is written so that it cannot be changed.
    """
    if not additions:
        return text
    root = read_node(text, shown)
    held = list_of(root, kind, in_one_file)
    nodes = held.items if isinstance(held, SequenceNode) else ()
    expected = records_of(root, kind, in_one_file)
    changes: list[Change] = []
    lines = as_read(text).split("\n")
    for addition in additions:
        number, node = _found(nodes, addition.record)
        fields = {_key(node, key, spellings): with_line_ends(value) for key, value in addition.fields.items()}
        expected[number] = _with(expected[number], fields, addition.record)
        changes += field_changes(lines, node, fields)
    patched = edit_lines(text, changes)
    if records_of(read_node(patched, shown), kind, in_one_file) != expected:
        raise CannotAppendError(_elsewhere(additions[0].record))
    return patched


def _with(record: Mapping[str, Any], fields: Mapping[str, Any], place: Span) -> dict[str, Any]:
    """Return plain parts with more fields; raises `CannotAppendError` where one has a value already."""
    made = dict(record)
    for key, value in fields.items():
        if key not in made:
            made[key] = value
        elif isinstance(made[key], Mapping) and isinstance(value, Mapping):
            made[key] = _with(made[key], value, place)
        elif isinstance(made[key], str | list) and isinstance(value, list):
            made[key] = longer(made[key], value)
        else:
            raise CannotAppendError(_elsewhere(place))
    return made


def _found(nodes: Sequence[Any], record: Span) -> tuple[int, MappingNode]:
    """Return the record that begins at a place, with its number; raises `CannotAppendError` where none does."""
    for number, node in enumerate(nodes):
        if (node.span.line, node.span.column) == (record.line, record.column) and isinstance(node, MappingNode):
            return number, node
    raise CannotAppendError(_elsewhere(record))


def _key(node: MappingNode, key: str, spellings: Mapping[str, str]) -> str:
    """Return the key as it stands in the record, where it stands there without a value."""
    known = [key, *(other for other, ours in spellings.items() if ours == key)]
    return next((entry.key.text for entry in node.entries if entry.key.text in known), key)


def field_changes(lines: list[str], node: MappingNode, fields: Mapping[str, Any]) -> Iterator[Change]:
    """Give the changes by which one record, or part of one, gets fields that it has no value for.

    A text goes where its key stands, what a part lacks into the part, entries of a list behind those that it has, the
    rest below the last field or before the end. Raises `CannotAppendError` where a field has a value, and where a list
    is written so that it cannot be made longer safely.
    """
    there = {entry.key.text: entry for entry in node.entries}
    is_flow = lines[node.span.line - 1][node.span.column - 1 : node.span.column] == "{"
    new = {key: value for key, value in fields.items() if key not in there}
    if new and is_flow:
        end = node.entries[-1].value.span if node.entries else None
        if end is None:
            raise CannotAppendError(_elsewhere(node.span))
        written = "".join(f", {in_braces(key, value)}" for key, value in new.items())
        yield Substitution(end.end_line, end.end_column, end.end_column, written)
    elif new:
        place = last_line(node)
        while not lines[place - 1].strip():
            place -= 1
        indent = " " * (node.span.column - 1)
        yield Insertion(place, tuple(indent + line for key, value in new.items() for line in field_lines(key, value)))
    # Behind the insertion above: of two below one line, the later comes to stand before the earlier.
    for key, value in fields.items():
        if key not in there:
            continue
        held = there[key].value
        if isinstance(held, MappingNode) and isinstance(value, Mapping):
            yield from field_changes(lines, held, value)
        elif isinstance(held, Scalar) and held.is_null:
            yield from _filled(lines, there[key], value, is_flow)
        elif isinstance(value, list) and (made := list_changes(lines, held, value)) is not None:
            yield from made
        else:
            raise CannotAppendError(_elsewhere(there[key].key.span))


def _filled(lines: list[str], entry: Entry, value: Any, is_flow: bool) -> Iterator[Change]:
    """Write a value behind a key that stands without one, or with `~` or `null`."""
    span, key = entry.value.span, entry.key.span
    here = lines[span.line - 1]
    if isinstance(value, str):
        written = scalar(value, in_brackets=is_flow)
    else:
        written = in_braces(entry.key.text, value).partition(": ")[2]
    space = "" if here[: span.column - 1].endswith(" ") else " "
    if span.line != key.line:
        raise CannotAppendError(_elsewhere(key))
    yield Substitution(span.line, span.column, span.end_column, space + written)


def _elsewhere(span: Span) -> Diagnostic:
    return fault("SRC163", "not-patchable", "a field cannot be added safely to the record that begins here", span,
                 "write the record on lines of its own, one for each field")  # fmt: skip
