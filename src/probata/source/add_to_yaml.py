"""Adding records, fields and entries of lists to the text of a case file; all that stands there stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.source.text_edits import CannotChangeError, Places, Splice, apply_splices, as_read
from probata.source.text_file import fault, with_line_ends
from probata.source.write_records import entry_lines, field_lines, in_a_list, in_braces, scalar
from probata.source.yaml_reader import read_yaml

# Nothing is written here. The new text is read again and must hold the old records and the new ones, and nothing else.


class CannotAppendError(CannotChangeError):
    """A record or a field cannot be added safely; carries the finding."""


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
    added = apply_splices(text, _changes(Places(as_read(text)), root, held, kind, records, in_one_file))
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
    places: Places, root: Node | None, held: Node | None, kind: str, records: Sequence[Mapping[str, Any]],
    in_one_file: bool,
) -> list[Splice]:  # fmt: skip
    if held is None or (isinstance(held, Scalar) and held.is_null):
        if held is not None and in_one_file:
            return [places.below(held.span.line, _written(records, 2))]
        last = places.last_filled(places.count)
        key = [f"{kind}:"] if in_one_file else []
        return [places.below(last, (*([""] if last else []), *key, *_written(records, 2 if key else 0)))]
    if not isinstance(held, SequenceNode) or (held.items and places.sign(held.span) != "-"):
        raise CannotAppendError(_elsewhere(kind, held.span))
    if held.items:
        return [places.below(places.last_filled(last_line(held)), ("", *_written(records, held.span.column - 1)))]
    # The empty list goes, with the spaces before it, and the records come below its line.
    empty = held.span
    before = len(places.line(empty.line)[: empty.column - 1].rstrip())
    gone = replace(empty, column=before + 1)
    return [places.instead(gone, ""), places.below(empty.line, _written(records, 2 if root is not held else 0))]


def _written(records: Sequence[Mapping[str, Any]], indent: int) -> tuple[str, ...]:
    """Write records one below the other, with a blank line between them."""
    first, *others = (entry_lines(record, indent) for record in records)
    return (*first, *(line for other in others for line in ("", *other)))


def _elsewhere(kind: str, span: Span) -> Diagnostic:
    return fault("SRC162", "not-appendable", f"a record cannot be added safely to the list `{kind}` as it is written",
                 span, "write each record of the list on lines of its own, beginning with `- id: …`")  # fmt: skip


# Adding entries to a list that stands in the text of a case file; all other entries stay as they are written.


def list_changes(places: Places, held: Node, added: Sequence[Any]) -> Splice | None:
    """Return the change by which a list gets more entries; `None` where it cannot be made longer safely.

    A list in brackets grows before its closing one, one by lines below its last entry. A text that stands in place of a
    list of one becomes a list in brackets.
    """
    if isinstance(held, SequenceNode) and held.items:
        if places.sign(held.span) == "[":
            return places.instead(held.items[-1].span, "".join(f", {in_a_list(one)}" for one in added), behind=True)
        lines = (line for one in added for line in entry_lines(one, held.span.column - 1))
        return places.below(places.last_filled(last_line(held)), lines)
    if isinstance(held, Scalar) and not held.is_null and held.span.line == held.span.end_line:
        return places.instead(held.span, f"[{', '.join(in_a_list(one) for one in (held.text, *added))}]")
    return None


def with_more(record: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain parts with more fields; of a part that stands there, those that it lacks, of a list more entries.

    A text stands for a list of one. Raises `ValueError` where a field has a value already.
    """
    made = dict(record)
    for key, value in fields.items():
        held = made.get(key)
        if not held:
            made[key] = value
        elif isinstance(held, Mapping) and isinstance(value, Mapping):
            made[key] = with_more(held, value)
        elif isinstance(held, str | list) and isinstance(value, list):
            made[key] = [*(held if isinstance(held, list) else [held]), *value]
        else:
            raise ValueError(key)
    return made


# Adding fields to records that stand in the text of a case file already; every other line stays as it is.
# Nothing is written here. The new text is read again and must hold the records as they were, with the new fields.


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
    changes: list[Splice] = []
    places = Places(as_read(text))
    for addition in additions:
        number, node = _found(nodes, addition.record)
        fields = {_key(node, key, spellings): with_line_ends(value) for key, value in addition.fields.items()}
        try:
            expected[number] = with_more(expected[number], fields)
        except ValueError:
            raise CannotAppendError(_not_patchable(addition.record)) from None
        changes += field_changes(places, node, fields)
    patched = apply_splices(text, changes)
    if records_of(read_node(patched, shown), kind, in_one_file) != expected:
        raise CannotAppendError(_not_patchable(additions[0].record))
    return patched


def _found(nodes: Sequence[Any], record: Span) -> tuple[int, MappingNode]:
    """Return the record that begins at a place, with its number; raises `CannotAppendError` where none does."""
    for number, node in enumerate(nodes):
        if (node.span.line, node.span.column) == (record.line, record.column) and isinstance(node, MappingNode):
            return number, node
    raise CannotAppendError(_not_patchable(record))


def _key(node: MappingNode, key: str, spellings: Mapping[str, str]) -> str:
    """Return the key as it stands in the record, where it stands there without a value."""
    known = [key, *(other for other, ours in spellings.items() if ours == key)]
    return next((entry.key.text for entry in node.entries if entry.key.text in known), key)


def field_changes(places: Places, node: MappingNode, fields: Mapping[str, Any]) -> Iterator[Splice]:
    """Give the changes by which one record, or part of one, gets fields that it has no value for.

    A text goes where its key stands, what a part lacks into the part, entries of a list behind those that it has, the
    rest below the last field or before the end. Raises `CannotAppendError` where a field has a value, and where a list
    is written so that it cannot be made longer safely.
    """
    there = {entry.key.text: entry for entry in node.entries}
    is_flow = places.sign(node.span) == "{"
    for key, value in fields.items():
        if key not in there:
            continue
        held = there[key].value
        if isinstance(held, MappingNode) and isinstance(value, Mapping):
            yield from field_changes(places, held, value)
        elif isinstance(held, Scalar) and held.is_null:
            yield _filled(places, there[key], value, is_flow)
        elif isinstance(value, list) and (made := list_changes(places, held, value)) is not None:
            yield made
        else:
            raise CannotAppendError(_not_patchable(there[key].key.span))
    # Below what comes into the last field, of whose lines these are none.
    new = {key: value for key, value in fields.items() if key not in there}
    if new and is_flow:
        if not node.entries:
            raise CannotAppendError(_not_patchable(node.span))
        written = "".join(f", {in_braces(key, value)}" for key, value in new.items())
        yield places.instead(node.entries[-1].value.span, written, behind=True)
    elif new:
        indent = " " * (node.span.column - 1)
        lines = (indent + line for key, value in new.items() for line in field_lines(key, value))
        yield places.below(places.last_filled(last_line(node)), lines)


def _filled(places: Places, entry: Entry, value: Any, is_flow: bool) -> Splice:
    """Write a value behind a key that stands without one, or with `~` or `null`."""
    span, key = entry.value.span, entry.key.span
    if span.line != key.line:
        raise CannotAppendError(_not_patchable(key))
    if isinstance(value, str):
        written = scalar(value, in_brackets=is_flow)
    else:
        written = in_braces(entry.key.text, value).partition(": ")[2]
    space = "" if places.line(span.line)[: span.column - 1].endswith(" ") else " "
    return places.instead(span, space + written)


def _not_patchable(span: Span) -> Diagnostic:
    return fault("SRC163", "not-patchable", "a field cannot be added safely to the record that begins here", span,
                 "write the record on lines of its own, one for each field")  # fmt: skip
