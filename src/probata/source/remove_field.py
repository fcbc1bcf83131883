"""Taking a field out of the text of a YAML file, with its key and its lines."""

from __future__ import annotations

from collections.abc import Sequence as Loc

from probata.source.append_record import last_line
from probata.source.cannot_change import CannotChangeError
from probata.source.node import Entry, Mapping, Node, node_at
from probata.source.splice import Places, Splice
from probata.source.text_file import fault


def path_to_remove(root: Node, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path of what goes with a field: what holds nothing else goes with it.

    Raises `CannotChangeError` where that is an entry of a list or all that the file holds: then a record would go.
    """
    while path and isinstance(path[-1], str):
        holder = node_at(root, path[:-1])
        if isinstance(holder, Mapping) and len(holder.entries) > 1:
            return path
        path = path[:-1]
    span, help = node_at(root, path).span, "take out in the file what holds it"
    raise CannotChangeError(fault("SRC165", "not-removable", "the text here cannot be taken out by itself", span, help))


def removal(places: Places, root: Node, path: Loc[str | int]) -> Splice:
    """Return the stretch of the text that a field is; remarks of lines of their own stay."""
    holder = node_at(root, path[:-1])
    entries = holder.entries if isinstance(holder, Mapping) else ()
    number = next(n for n, entry in enumerate(entries) if entry.key.text == path[-1])
    entry = entries[number]
    start = places.offset(entry.key.span.line, entry.key.span.column)
    if places.text[places.offset(holder.span.line, holder.span.column)] == "{":
        return _in_braces(places, entries, number)
    begin = places.line_start(start)
    last = last_line(Mapping((entry,), entry.key.span))
    while not places.line(last).strip():
        last -= 1
    end = places.offset(last + 1, 1)
    if not places.text[begin:start].strip():
        is_last = begin > 0 and end == len(places.text) and not places.text.endswith("\n")
        return Splice(begin - is_last, end, "")
    # Behind the hyphen of its record: the next field comes to stand there, below the remarks between the two.
    after = entries[number + 1].key.span
    following = places.offset(after.line, after.column)
    remarks = places.text[end : places.line_start(following)]
    return Splice(begin, following, remarks + places.text[begin:start])


def _in_braces(places: Places, entries: tuple[Entry, ...], number: int) -> Splice:
    """Return a field in braces with the comma before it, or behind it where it is the first."""
    if number:
        before, last = entries[number - 1].value.span, entries[number].value.span
        return Splice(places.offset(before.end_line, before.end_column),
                      places.offset(last.end_line, last.end_column), "")  # fmt: skip
    key, after = entries[0].key.span, entries[1].key.span
    return Splice(places.offset(key.line, key.column), places.offset(after.line, after.column), "")
