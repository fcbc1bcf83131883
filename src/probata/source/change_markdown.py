"""Changing a section in its Markdown file: its text as it stands, its fields at the head; all else stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from probata.diagnostics import Span
from probata.source.add_to_yaml import read_node
from probata.source.change_yaml import Edit, Filled, TextChange, change_texts, edited, not_changeable
from probata.source.leaves import Key, leaves_of
from probata.source.markdown_reader import begin_of_text, end_of_head, read_markdown
from probata.source.node import Node
from probata.source.text_edits import CannotChangeError, Overlap, Splice, apply_splices, as_read
from probata.source.text_file import TextFile

TEXT = "text"
"""The field that is the text below the head."""


def change_markdown(text: str, shown: str, in_text: Sequence[Edit], in_head: Sequence[TextChange]) -> str:
    """Return the text of a Markdown file with edits of the text below its head and changes of the fields in it.

    `text` is as the file has it; places are those of the file, edits count the characters of the field `text`. Spaces
    and blank lines at either end of what the text becomes are no part of it, as the reader has it. Raises
    `CannotChangeError` where the file cannot be read, has no head for a field, or would not hold just what is wanted.
    """
    lines = as_read(text).split("\n")
    head_ends = end_of_head(lines) or 0
    fields = _fields(text, shown)
    if in_head and not head_ends:
        raise CannotChangeError(not_changeable(in_head[0].place))
    try:
        words = edited(fields.get((TEXT,), ""), in_text)
        made = apply_splices(text, list(_of_text(lines, begin_of_text(lines, head_ends), in_text)))
    except (Overlap, ValueError):
        raise CannotChangeError(not_changeable(Span(shown))) from None
    before, head, behind = around_head(made)
    root = read_node(head, shown)
    new_head = change_texts(head, shown, [_in_the_head(change, root) for change in in_head])
    made = f"{before}{new_head}{behind}"
    in_it = {key: said for key, (said, _) in leaves_of(read_node(new_head, shown)).items()}
    if _fields(made, shown) != {("id",): "", **in_it, (TEXT,): _as_text(words)}:
        raise CannotChangeError(not_changeable(Span(shown)))
    return made


def around_head(text: str) -> tuple[str, str, str]:
    """Cut a file into what stands before its head, the head without the end of its last line, and the rest."""
    head_ends = end_of_head(as_read(text).split("\n")) or 0
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)
    first = min(head_ends, 1)
    head = "".join(lines[first:head_ends])
    bare = re.sub(r"(?:\r\n|\r|\n)\Z", "", head)
    return "".join(lines[:first]), bare, head[len(bare) :] + "".join(lines[head_ends:])


def _of_text(lines: list[str], first: int, edits: Sequence[Edit]) -> Iterator[Splice]:
    """Give the edits of the text that begins with a line; where there is none yet, it comes below a blank line."""
    begin = sum(len(line) + 1 for line in lines[:first])
    if first < len(lines):
        yield from (Splice(begin + edit.start, begin + edit.end, edit.words) for edit in edits)
    elif edits:
        space = "\n" if not lines[-1] else "\n\n"
        yield Splice(begin - 1, begin - 1, f"{space}{edited('', edits)}\n")


def _as_text(words: str) -> str:
    """Return words as the reader has them: without blank lines before them, and without spaces behind."""
    lines = words.split("\n")
    return "\n".join(lines[begin_of_text(lines, 0) :]).rstrip()


def _fields(text: str, shown: str) -> dict[Key, str]:
    node, found = read_markdown(TextFile(Path(shown), shown, as_read(text)), "")
    if node is None or found:
        raise CannotChangeError(found[0] if found else not_changeable(Span(shown)))
    return {key: said for key, (said, _) in leaves_of(node).items()}


def _in_the_head(change: TextChange, root: Node | None) -> TextChange:
    """Return a change with its place in the head alone, which begins below the first line of the file.

    A field that the record gets comes into the head, which is all of it that has fields.
    """
    place = change.place
    if isinstance(change, Filled) and root is not None and (place.line, place.column) == (1, 1):
        return replace(change, place=root.span)
    return replace(change, place=replace(place, line=place.line - 1, end_line=place.end_line - 1))
