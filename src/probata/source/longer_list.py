"""Adding entries to a list that stands in the text of a case file; all other entries stay as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from probata.source.append_record import last_line
from probata.source.edit_lines import Change, Insertion, Substitution
from probata.source.node import Node, Scalar
from probata.source.node import Sequence as SequenceNode
from probata.source.write_value import in_a_list, item_lines


def list_changes(lines: Sequence[str], held: Node, added: Sequence[Any]) -> Iterator[Change] | None:
    """Return the changes by which a list gets more entries; `None` where it cannot be made longer safely.

    A list in brackets grows before its closing one, one by lines below its last entry. A text that stands in place of a
    list of one becomes a list in brackets.
    """
    if isinstance(held, SequenceNode) and held.items:
        start, last = held.span, held.items[-1]
        if lines[start.line - 1][start.column - 1 : start.column] == "[":
            return _in_brackets(last, added)
        return _by_lines(lines, held, added)
    if isinstance(held, Scalar) and not held.is_null and held.span.line == held.span.end_line:
        return _from_text(held, added)
    return None


def longer(held: Any, added: Sequence[Any]) -> list[Any]:
    """Return a list as plain data with more entries; a text stands for a list of one."""
    return [*(held if isinstance(held, list) else [held]), *added]


def _in_brackets(last: Node, added: Sequence[Any]) -> Iterator[Change]:
    end = last.span
    yield Substitution(end.end_line, end.end_column, end.end_column, "".join(f", {in_a_list(one)}" for one in added))


def _by_lines(lines: Sequence[str], held: SequenceNode, added: Sequence[Any]) -> Iterator[Change]:
    place = last_line(held)
    while not lines[place - 1].strip():
        place -= 1
    indent = held.span.column - 1
    yield Insertion(place, tuple(line for one in added for line in item_lines(one, indent)))


def _from_text(held: Scalar, added: Sequence[Any]) -> Iterator[Change]:
    span = held.span
    written = ", ".join(in_a_list(one) for one in (held.text, *added))
    yield Substitution(span.line, span.column, span.end_column, f"[{written}]")
