"""Making one record of a YAML file say something else, and leaving all that it says already as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Sequence as Loc
from difflib import SequenceMatcher
from typing import Any

from probata.diagnostics import Span
from probata.source.add_to_yaml import field_changes, list_changes, read_node
from probata.source.change_yaml import Edit, Reworded, change_texts, not_changeable, removal
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode, node_exactly_at, to_plain
from probata.source.text_edits import CannotChangeError, Places, Splice, apply_splices, as_read
from probata.source.write_records import yaml_text

_MOST_STEPS = 500
"""Changes of one record; more are no edit of a person, and the record is written anew."""

Wanted = Mapping[str, Any]
"""A record as plain data: strings, lists and parts."""


def rewrite_record(text: str, shown: str, path: Loc[str | int], wanted: Wanted | None) -> str:
    """Return the text of a file in which the record at a path says what is wanted; `None` takes it out.

    Entries and fields come and go one by one, words are changed in their place; only what cannot be changed so is
    written anew, the field before the record. Everything else keeps its layout and its remarks. Raises
    `CannotChangeError` where the file cannot be read or would not hold just what is wanted.
    """
    root = read_node(text, shown)
    expected = _with(to_plain(root) if root else None, path, wanted)
    for way in (_step_by_step, _anew):
        try:
            made = way(text, shown, path, wanted)
            after = read_node(made, shown)
            if (to_plain(after) if after else []) == expected:
                return made
        except CannotChangeError:
            continue
    place = node_exactly_at(root, path) if root else None
    raise CannotChangeError(not_changeable((place or root).span if root else Span(shown)))


def _with(plain: Any, path: Loc[str | int], wanted: Any) -> Any:
    """Return plain data with another value at a path, or without the entry there."""
    if not path:
        return wanted
    step, *rest = path
    if isinstance(plain, list) and isinstance(step, int):
        inner = [_with(plain[step], rest, wanted)] if rest or wanted is not None else []
        return [*plain[:step], *inner, *plain[step + 1 :]]
    return {**plain, step: _with(plain[step], rest, wanted)}


def _anew(text: str, shown: str, path: Loc[str | int], wanted: Wanted | None) -> str:
    node = _node(text, shown, path)
    return _in_place(text, node, path, wanted)


def _step_by_step(text: str, shown: str, path: Loc[str | int], wanted: Wanted | None) -> str:
    if wanted is None:
        return _in_place(text, _node(text, shown, path), path, None)
    for _ in range(_MOST_STEPS):
        node = _node(text, shown, path)
        change = next(_structure(text, node, wanted), None)
        if change is None:
            return change_texts(text, shown, list(_words(_node(text, shown, path), wanted)))
        text = apply_splices(text, change)
    raise CannotChangeError(not_changeable(_node(text, shown, path).span))


def _node(text: str, shown: str, path: Loc[str | int]) -> Node:
    root = read_node(text, shown)
    node = node_exactly_at(root, path) if root else None
    if node is None:
        raise CannotChangeError(not_changeable(Span(shown)))
    return node


def _words(node: Node, wanted: Any) -> Iterator[Reworded]:
    """Give the texts that say something else, where all else is as wanted."""
    if isinstance(node, Scalar):
        if node.text != wanted:
            yield Reworded(node.span, tuple(_edits(node.text, wanted)))
    elif isinstance(node, SequenceNode):
        for item, inner in zip(node.items, wanted, strict=True):
            yield from _words(item, inner)
    else:
        for entry in node.entries:
            if entry.key.text in wanted:
                yield from _words(entry.value, wanted[entry.key.text])


def _edits(old: str, new: str) -> Iterator[Edit]:
    """Give one edit, from the first character that differs to the last."""
    most = min(len(old), len(new))
    begin = next((n for n in range(most) if old[n] != new[n]), most)
    behind = next((n for n in range(most - begin) if old[-1 - n] != new[-1 - n]), most - begin)
    yield Edit(begin, len(old) - behind, new[begin : len(new) - behind])


def _structure(text: str, node: Node, wanted: Any) -> Iterator[list[Splice]]:
    """Give changes by which a node gets the fields and entries that are wanted; the first is one that can be made."""
    if isinstance(node, MappingNode) and isinstance(wanted, Mapping):
        yield from _of_fields(text, node, wanted)
    elif isinstance(node, SequenceNode) and isinstance(wanted, list):
        yield from _of_entries(text, node, wanted)


def _of_fields(text: str, node: MappingNode, wanted: Mapping[str, Any]) -> Iterator[list[Splice]]:
    places = Places(as_read(text))
    for entry in node.entries:
        key, new = entry.key.text, wanted.get(entry.key.text)
        is_empty = isinstance(entry.value, Scalar) and entry.value.is_null
        if new is None and not is_empty:
            yield [removal(places, node, (key,))]
        elif new is not None and (is_empty or not _alike(entry.value, new)):
            yield [_field_anew(places, node, entry, new)]
        elif new is not None:
            yield from _structure(text, entry.value, new)
    there = {entry.key.text for entry in node.entries}
    if missing := {key: value for key, value in wanted.items() if key not in there and value is not None}:
        yield list(field_changes(places, node, missing))


def _alike(node: Node, wanted: Any) -> bool:
    """Tell whether a value can become another one without being written anew."""
    if isinstance(node, Scalar):
        return isinstance(wanted, str)
    if isinstance(node, MappingNode):
        return isinstance(wanted, Mapping) and any(entry.key.text in wanted for entry in node.entries)
    return isinstance(wanted, list) and bool(wanted) and bool(node.items)


def _of_entries(text: str, node: SequenceNode, wanted: Sequence[Any]) -> Iterator[list[Splice]]:
    places = Places(as_read(text))
    is_block = places.sign(node.span) == "-"
    old = [to_plain(item) for item in node.items]
    pairs = list(_paired(old, wanted))
    if any(mine is not None and theirs is not None and not _alike(node.items[mine], wanted[theirs])
           and old[mine] != wanted[theirs] for mine, theirs in pairs):  # fmt: skip
        raise CannotChangeError(not_changeable(node.span))
    for mine, theirs in pairs:
        if theirs is None and mine is not None:
            yield [_entry_out(places, node, mine, is_block)]
    for number, (mine, theirs) in enumerate(pairs):
        if mine is None and theirs is not None:
            before = next((one for one, _ in reversed(pairs[:number]) if one is not None), None)
            yield _entry_in(places, node, before, wanted[theirs], is_block)
    for mine, theirs in pairs:
        if mine is not None and theirs is not None:
            yield from _structure(text, node.items[mine], wanted[theirs])


def _paired(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Give the entries of two lists that belong together, in order; an entry without a partner comes or goes."""
    keys = {repr(one): n for n, one in enumerate([*old, *new])}
    matcher = SequenceMatcher(None, [keys[repr(one)] for one in old], [keys[repr(one)] for one in new], autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        both = min(b - a, d - c)
        yield from ((a + n, c + n) for n in range(both))
        yield from ((n, None) for n in range(a + both, b))
        yield from ((None, n) for n in range(c + both, d))


def _entry_out(places: Places, node: SequenceNode, number: int, is_block: bool) -> Splice:
    item = node.items[number].span
    if not is_block:
        if number:
            before = node.items[number - 1].span
            return Splice(places.offset(before.end_line, before.end_column),
                          places.offset(item.end_line, item.end_column), "")  # fmt: skip
        after = node.items[1].span
        return Splice(places.offset(item.line, item.column), places.offset(after.line, after.column), "")
    start = places.offset(node.items[number].span.line, 1)
    return Splice(start, places.offset(_last(places, node.items[number]) + 1, 1), "")


def _entry_in(places: Places, node: SequenceNode, before: int | None, entry: Any, is_block: bool) -> list[Splice]:
    if not is_block:
        if before is None:
            raise CannotChangeError(not_changeable(node.span))
        made = list_changes(places, SequenceNode(node.items[: before + 1], node.span), [entry])
        return [made] if made else []
    indent = " " * (node.span.column - 1)
    written = "".join(f"{indent}{line}\n" if line else "\n" for line in yaml_text([entry]).splitlines())
    at = places.offset(node.span.line if before is None else _last(places, node.items[before]) + 1, 1)
    if before is not None and at == len(places.text) and not places.text.endswith("\n"):
        written = "\n" + written.removesuffix("\n")
    return [Splice(at, at, written)]


def _field_anew(places: Places, node: MappingNode, entry: Entry, value: Any) -> Splice:
    """Write a field anew where it stands."""
    key = entry.key.span
    if places.sign(node.span) == "{":
        raise CannotChangeError(not_changeable(key))
    start = places.offset(key.line, key.column)
    indent = " " * (key.column - 1)
    lines = yaml_text({entry.key.text: value}).splitlines()
    written = "\n".join(f"{indent if number else ''}{line}" if line else "" for number, line in enumerate(lines))
    end = places.offset(max(key.line, _last(places, entry.value)) + 1, 1)
    return Splice(start, end, written + "\n" * places.text[start:end].endswith("\n"))


def _in_place(text: str, node: Node, path: Loc[str | int], wanted: Wanted | None) -> str:
    """Write a record anew where it stands, or take it out with the blank line before it."""
    places = Places(as_read(text))
    last = _last(places, node)
    end = places.offset(last + 1, 1)
    if not path or not isinstance(path[-1], int):
        if wanted is None or node.span.column != 1:
            raise CannotChangeError(not_changeable(node.span))
        return apply_splices(text, [Splice(places.offset(node.span.line, 1), end, yaml_text(wanted))])
    start = places.offset(node.span.line, 1)
    before = places.text[start : places.offset(node.span.line, node.span.column)]
    if before.strip() != "-":
        raise CannotChangeError(not_changeable(node.span))
    if wanted is None:
        while places.text[end : end + 1] == "\n":
            end += 1
        return apply_splices(text, [Splice(start, end, "")])
    indent = before[: before.index("-")]
    written = "".join(f"{indent}{line}\n" if line else "\n" for line in yaml_text([wanted]).splitlines())
    return apply_splices(text, [Splice(start, end, written)])


def _last(places: Places, node: Node) -> int:
    """Return the last line of a value, without blank lines behind it."""
    last = _end(places, node)
    while not places.line(last).strip():
        last -= 1
    return last


def _end(places: Places, node: Node) -> int:
    if isinstance(node, Scalar) or places.sign(node.span) in "[{":
        return node.span.end_line - (node.span.end_column == 1 and node.span.end_line > node.span.line)
    inner = node.items if isinstance(node, SequenceNode) else [entry.value for entry in node.entries]
    return max([node.span.line, *(_end(places, one) for one in inner)])
