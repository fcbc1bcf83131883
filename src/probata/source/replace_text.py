"""Changing the words of texts, and fields, in the text of a YAML case file; every other character stays as it is.

Nothing is written here. The new text is read again: each text must have its new words, and all else must be as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from probata.diagnostics import Diagnostic, Span
from probata.source.append_record import read_node
from probata.source.cannot_change import CannotChangeError
from probata.source.edit_lines import as_read
from probata.source.leaves import Key, Leaves, leaves_of, places_of
from probata.source.node import Mapping as MappingNode
from probata.source.node import Node, Scalar, node_at
from probata.source.patch_record import field_changes
from probata.source.remove_field import path_to_remove, removal
from probata.source.reworded_scalar import ways_to_write
from probata.source.splice import Overlap, Places, Splice, apply_splices, smallest
from probata.source.text_change import Filled, Removed, Reworded, TextChange, edited
from probata.source.text_file import fault


def change_texts(text: str, shown: str, changes: Sequence[TextChange]) -> str:
    """Return the text of a file with other words in some of its texts, with more fields, and with fewer.

    `text` is as the file has it, with its line ends and byte-order mark; places are those of its nodes as it was read.
    A text keeps its style and its lines where it can: only where they cannot hold the new words is this one text
    written in another. Raises `CannotChangeError` where the file cannot be read, nothing stands at a place, or the new
    text would not hold just what is wanted.
    """
    try:
        return _at_once(text, shown, changes) if changes else text
    except CannotChangeError:
        if len(changes) == 1:
            raise
    # The last first: what stands above a change keeps its place.
    for change in sorted(changes, key=lambda one: (one.place.line, one.place.column), reverse=True):
        text = _at_once(text, shown, [change])
    return text


class _Change:
    """A change of one file: what may be written for it, nearest first, and what the file holds afterwards."""

    def __init__(self, ways: Iterator[list[Splice]], expect: Callable[[Leaves], Leaves]) -> None:
        self.ways, self.expect = ways, expect


def _at_once(text: str, shown: str, changes: Sequence[TextChange]) -> str:
    read = as_read(text)
    root = read_node(text, shown)
    places, paths, expected = Places(read), places_of(root), leaves_of(root)
    planned = [_plan(places, root, paths, change) for change in changes]
    for one in planned:
        expected = one.expect(expected)
    # With one change each way of writing it is tried, with several the nearest of each.
    tried = planned[0].ways if len(planned) == 1 else islice(_together(planned), 1)
    for splices in tried:
        try:
            made = apply_splices(text, [small for one in splices for small in smallest(read, one)])
            if list(leaves_of(read_node(made, shown)).items()) == list(expected.items()):
                return made
        except (Overlap, CannotChangeError):
            continue
    raise CannotChangeError(not_changeable(changes[0].place))


def _together(planned: Sequence[_Change]) -> Iterator[list[Splice]]:
    yield [splice for one in planned for splice in next(one.ways, [])]


def _plan(places: Places, root: Node | None, paths: dict[Span, Key], change: TextChange) -> _Change:
    path = paths.get(change.place)
    node = node_at(root, path) if root is not None and path is not None else None
    if path is None or node is None:
        raise CannotChangeError(not_changeable(change.place))
    match change:
        case Reworded() if isinstance(node, Scalar):
            return _reworded(places, node, path, change)
        case Filled(key=key, value=value) if isinstance(node, MappingNode) and node.entries:
            lines = places.text.split("\n")
            made = [places.splice(one) for one in field_changes(lines, node, {key: value})]
            return _Change(iter([made]), lambda leaves: leaves.with_value((*path, key), value))
        case Removed() if root is not None:
            gone = path_to_remove(root, path)
            return _Change(iter([[removal(places, root, gone)]]), lambda leaves: leaves.without(gone))
    raise CannotChangeError(not_changeable(change.place))


def _reworded(places: Places, node: Scalar, path: Key, change: Reworded) -> _Change:
    span, text = node.span, "" if node.is_null else node.text
    start, end = places.offset(span.line, span.column), places.offset(span.end_line, span.end_column)
    try:
        new = edited(text, change.edits)
    except ValueError:
        raise CannotChangeError(not_changeable(change.place)) from None
    if new == text:
        return _Change(iter([[]]), lambda leaves: leaves)
    raw, before = places.text[start:end], places.text[places.line_start(start) : start]
    ways = ([Splice(start, end, way)] for way in ways_to_write(raw, text, change.edits, before))
    return _Change(ways, lambda leaves: leaves.with_text(path, new))


def not_changeable(span: Span) -> Diagnostic:
    """Return the finding that a text or field cannot be changed as it is written."""
    return fault("SRC164", "not-changeable", "the text here cannot be changed safely as it is written", span,
                 "change it in the file, or write the record on lines of its own, one for each field")  # fmt: skip
