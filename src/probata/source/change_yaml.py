"""Changing the words of texts, and fields, in the text of a YAML case file; every other character stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Sequence as Loc
from dataclasses import dataclass
from itertools import islice
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.add_to_yaml import field_changes, last_line, read_node
from probata.source.leaves import Key, Leaves, leaves_of, places_of
from probata.source.node import Entry, MappingNode, Node, Scalar, node_at
from probata.source.text_edits import CannotChangeError, Overlap, Places, Splice, apply_splices, as_read, smallest
from probata.source.text_file import fault
from probata.source.write_records import quoted, scalar

# What may be changed in a YAML case file: the words of a text, a field that comes in, a field that goes.


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text as it was read, from a character to just before another, that becomes other words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words in one text, which is known by its place as the file was read."""

    place: Span
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that a record or a part of one gets; the part is known by its place as the file was read."""

    place: Span
    key: str
    value: Any
    """A text, a list of texts, or a list of parts with texts."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A field that goes, with its key and its lines; it is known by the place of its value as the file was read."""

    place: Span


TextChange = Reworded | Filled | Removed


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with the edits made. Raises `ValueError` where they overlap or reach out of it."""
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError("edits overlap or reach out of the text")
        made += text[at : edit.start] + edit.words
        at = edit.end
    return made + text[at:]


# Which characters of a file each character of a YAML text comes from.
# The rules are those of YAML 1.1, sections 8 and 9, as the YAML library has them: lines of plain and quoted texts are
# folded, lines of a literal block are kept without their indentation, those of a folded block are joined.

_FOLD = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
_JOINED = re.compile(r"\\\n(?:[ \t]*\n)*[ \t]*")
"""A line end behind a backslash, which is no space of the text."""
_ESCAPE = re.compile(r"\\(?:r\\n|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\n", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a text that stand or fall together, with the stretch of the file that they come from."""

    text: str
    start: int
    end: int


def pieces(raw: str, text: str) -> list[Piece] | None:
    """Return the pieces of `text`, written as `raw` from its first mark to its last, in their order.

    `None` where the writing is one that is not understood: the pieces would not be the text.
    """
    walk = {"|": _block, ">": _block, "'": _single, '"': _double}.get(raw[:1], _plain)
    found: list[Piece] = []
    length = 0
    for piece in walk(raw, text):
        if length == len(text) and not piece.text.strip("\n"):
            break  # line ends below a block that its indicator takes off
        found.append(piece)
        length += len(piece.text)
    return found if "".join(piece.text for piece in found) == text else None


def indentation(raw: str, text: str) -> str:
    """Return the spaces that the lines of a block stand behind; none where it holds no words."""
    written = next((line for line in raw.split("\n")[1:] if line.strip()), "")
    read = next((line for line in text.split("\n") if line.strip()), "")
    return " " * max(_spaces(written) - _spaces(read), 0) if read else ""


def _plain(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 0, len(raw), "")


def _single(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 1, len(raw) - 1, "'")


def _double(raw: str, text: str) -> Iterator[Piece]:
    yield from _flow(raw, 1, len(raw) - 1, '"')


def _flow(raw: str, at: int, end: int, mark: str) -> Iterator[Piece]:
    """Give the pieces of a text whose lines are folded; `mark` is the quotation mark that it stands in."""
    while at < end:
        found = _FOLD.match(raw, at, end)
        said = " "
        if found:
            breaks = found[0].count("\n")
            said = "\n" * (breaks - 1) if breaks > 1 else " "
        elif mark == '"' and (found := _JOINED.match(raw, at, end)):
            said = "\n" * (found[0].count("\n") - 1)
        elif mark == '"' and (found := _ESCAPE.match(raw, at, end)):
            said = _escaped(found[0])
        stop = found.end() if found else at + 1 + raw.startswith("''", at) * (mark == "'")
        yield Piece(said if found else raw[at], at, stop)
        at = stop


def _escaped(written: str) -> str:
    if written[1] in "xuU" and len(written) > 2:
        code = int(written[2:], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return _NAMED.get(written[1], "")


def _block(raw: str, text: str) -> Iterator[Piece]:
    """Give the pieces of a block; what is between two of its lines is their line ends and the indentation."""
    is_folded, indent = raw[0] == ">", len(indentation(raw, text))
    at = raw.find("\n") + 1 or len(raw)
    ended, was_indented, breaks = at, True, 0
    for line in raw[at:].split("\n"):
        said = line[indent:] if line[:indent].strip(" ") == "" else ""
        if said:
            is_indented = said[0] in " \t"
            joins = is_folded and not (was_indented or is_indented)
            yield from _between(ended, at + indent, breaks, raw, joins=joins)
            yield from (Piece(one, at + indent + n, at + indent + n + 1) for n, one in enumerate(said))
            ended, was_indented, breaks = at + len(line), is_indented, 0
        at += len(line) + 1
        breaks += 1
    yield from _between(ended, len(raw), breaks - 1, raw, joins=False)


def _between(start: int, end: int, breaks: int, raw: str, *, joins: bool) -> Iterator[Piece]:
    """Give the line ends between two lines of a block as one piece where it joins them, else each by itself."""
    if joins and breaks:
        yield Piece("\n" * (breaks - 1) or " ", start, end)
        return
    for left in range(breaks, 0, -1):
        found = raw.find("\n", start, end)
        stop = end if left == 1 or found < 0 else found + 1
        yield Piece("\n", start, stop)
        start = stop


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# How a YAML text may be written after a change of its words, what stays nearest to its file first.

_HEADER = re.compile(r"[|>][-+0-9]*(?P<behind>[^\n]*)\n?")
_BLOCK = ("|", ">")
_BEHIND_WORDS = re.compile("[\n\x85\u2028\u2029]\\s*\\Z")


def ways_to_write(raw: str, text: str, edits: Sequence[Edit], before: str) -> Iterator[str]:
    """Give what may stand in place of `raw`, which reads as `text`, so that it reads as the text with the edits.

    `before` is what stands before it on its line. First come its own style with all other characters of it as they
    are; then, where lines come in, a literal block, else its own lines in quotation marks; at last quotation marks on
    one line, which hold any text.
    """
    new = edited(text, edits)
    tail = _tail(raw)
    if new:
        known = _known(raw, text, edits)
        if known:
            yield _in_its_style(raw, text, known, edits)
        is_block = raw.startswith(_BLOCK)
        if is_block or any("\n" in edit.words for edit in edits):
            yield _literal(raw, text, new, before)
        if known and not raw.startswith((*_BLOCK, '"')):
            yield _in_marks(raw, known, edits)
        if not raw or not (is_block or raw.startswith(("'", '"')) or "\n" in raw):
            yield _spaced(scalar(new), before) + tail
    yield _spaced(quoted(new), before) + tail


def _known(raw: str, text: str, edits: Sequence[Edit]) -> Sequence[Piece]:
    """Return the pieces of the text; none where they are not known, or an edit begins or ends within one."""
    known = pieces(raw, text) or () if raw else ()
    bounds = _bounds(known) if known else {}
    return known if all(edit.start in bounds and edit.end in bounds for edit in edits) else ()


def _in_its_style(raw: str, text: str, known: Sequence[Piece], edits: Sequence[Edit]) -> str:
    """Return the text in the style that it has, with nothing else changed."""
    bounds, style = _bounds(known), raw[0] if raw[0] in "|>'\"" else ""
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start, end = bounds[edit.start], bounds[edit.end]
        made += raw[at:start] + _written(edit.words, style, indentation(raw, text), raw[end : end + 1])
        at = end
    return made + raw[at:]


def _bounds(known: Sequence[Piece]) -> dict[int, int]:
    """Return by offset of the text the place at which the character before it ends, behind a line's indentation."""
    bounds, length = {0: known[0].start}, 0
    for piece in known:
        length += len(piece.text)
        bounds[length] = piece.end
    return bounds


def _written(words: str, style: str, indent: str, behind: str) -> str:
    """Write words as a style has them; what it cannot hold shows when the file is read again."""
    if style == "'":
        return words.replace("'", "''")
    if style == '"':
        return quoted(words)[1:-1]
    if style == "|":
        lines = re.sub(r"\n(?!\n)", f"\n{indent}", words)
        return lines.rstrip(" ") if behind == "\n" and lines.endswith(f"\n{indent}") else lines
    if style == ">":
        return re.sub(r"\n+", lambda found: f"\n{found[0]}{indent}", words)
    return words


def _in_marks(raw: str, known: Sequence[Piece], edits: Sequence[Edit]) -> str:
    """Return the text in double marks, with the lines that it has where they are not changed."""
    made, at = "", 0
    left = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for piece in known:
        while left and left[0].end <= at:
            made += quoted(left.pop(0).words)[1:-1]
        if not (left and left[0].start <= at):
            is_line_end = "\n" in raw[piece.start : piece.end]
            made += raw[piece.start : piece.end] if is_line_end else quoted(piece.text)[1:-1]
        at += len(piece.text)
    return f'"{made}{"".join(quoted(edit.words)[1:-1] for edit in left)}"'


def _literal(raw: str, text: str, new: str, before: str) -> str:
    """Return a literal block, behind the indentation that the text has or two columns behind what holds it."""
    header = _HEADER.match(raw) if raw.startswith(_BLOCK) else None
    holder = len(before) - len(before.lstrip(" -"))
    indent = (indentation(raw, text) if header else "") or " " * (holder + 2)
    # A first line that begins with a space, or is empty, leaves the indentation to be told.
    told = str(len(indent) - holder) if new[0] in " \n" else ""
    chomping = "-" if not new.endswith("\n") else "+" if new.endswith("\n\n") or new == "\n" else ""
    lines = re.sub(r"(?m)^(?=[^\n])", indent, new).removesuffix("\n")
    return _spaced(f"|{told}{chomping}{header['behind'] if header else ''}\n{lines}{_tail(raw)}", before)


def _tail(raw: str) -> str:
    """Return the line ends that belong to a block as the file has it; what takes its place ends so too."""
    found = _BEHIND_WORDS.search(raw) if raw.startswith(_BLOCK) else None
    return found[0] if found else ""


def _spaced(written: str, before: str) -> str:
    """Put a space before what stands directly behind a colon or a hyphen."""
    return f" {written}" if before.endswith((":", "-")) else written


def path_to_remove(root: Node, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the path of what goes with a field: what holds nothing else goes with it.

    Raises `CannotChangeError` where that is an entry of a list or all that the file holds: then a record would go.
    """
    while path and isinstance(path[-1], str):
        holder = node_at(root, path[:-1])
        if isinstance(holder, MappingNode) and len(holder.entries) > 1:
            return path
        path = path[:-1]
    span, help = node_at(root, path).span, "take out in the file what holds it"
    raise CannotChangeError(fault("SRC165", "not-removable", "the text here cannot be taken out by itself", span, help))


def removal(places: Places, root: Node, path: Loc[str | int]) -> Splice:
    """Return the stretch of the text that a field is; remarks of lines of their own stay."""
    holder = node_at(root, path[:-1])
    entries = holder.entries if isinstance(holder, MappingNode) else ()
    number = next(n for n, entry in enumerate(entries) if entry.key.text == path[-1])
    entry = entries[number]
    start = places.offset(entry.key.span.line, entry.key.span.column)
    if places.sign(holder.span) == "{":
        return _in_braces(places, entries, number)
    begin = places.line_start(start)
    end = places.offset(places.last_filled(last_line(MappingNode((entry,), entry.key.span))) + 1, 1)
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


# Changing the words of texts, and fields, in the text of a YAML case file; every other character stays as it is.
# Nothing is written here. The new text is read again: each text must have its new words, and all else must be as it
# was.


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
            made = list(field_changes(places, node, {key: value}))
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
