"""A Markdown file with fields at its head to a node, as if it were one record."""

from __future__ import annotations

from functools import lru_cache

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.node import Entry, MappingNode, Scalar
from probata.source.text_file import TextFile, fault
from probata.source.yaml_reader import read_yaml

HEAD = "---"


@lru_cache(maxsize=1024)
def read_markdown(file: TextFile, record_id: str) -> tuple[MappingNode | None, list[Diagnostic]]:
    """Read the fields between the first two `---` lines and the text below as field `text`.

    The id is the file's name unless the head says otherwise. A file without a head has a text only; one with neither
    is empty, and that is all that is found in it.
    """
    lines = file.text.split("\n")
    head_ends = end_of_head(lines)
    if head_ends is None:
        return None, [fault("SRC131", "open-head", "the head of the file has no end", Span(file.shown),
                            "write `---` on a line of its own below the fields")]  # fmt: skip
    node, found = read_yaml("\n".join(lines[1:head_ends]), file.shown, 1)
    if node is None and found:
        return None, found
    if node is not None and not isinstance(node, MappingNode):
        return None, [*found, fault("SRC141", "wrong-shape", "fields are expected at the head of the file", node.span,
                                    "write `title: …` and the other fields one below the other")]  # fmt: skip
    entries = list(node.entries) if node else []
    body_start = begin_of_text(lines, head_ends)
    if not entries and not "".join(lines[body_start:]).strip():
        empty = Diagnostic("SRC122", "empty-file", Severity.WARNING, "the file is empty", Span(file.shown),
                           "write a text with its head into it, or delete it")  # fmt: skip
        return None, [*found, empty]
    return MappingNode((*entries, *_implied(file.shown, entries, lines, body_start, record_id)),
                   Span(file.shown, 1, 1, len(lines), 1)), found  # fmt: skip


def end_of_head(lines: list[str]) -> int | None:
    """Return the number, from 0, of the line that ends the head: 0 where there is no head, `None` where it is open."""
    if lines[0].strip() != HEAD:
        return 0
    return next((n for n, line in enumerate(lines[1:], 1) if line.strip() == HEAD), None)


def begin_of_text(lines: list[str], head_ends: int) -> int:
    """Return the number, from 0, of the first line below the head that is not blank; that behind the last for none."""
    first = head_ends + 1 if head_ends else 0
    return next((n for n in range(first, len(lines)) if lines[n].strip()), len(lines))


def _implied(path: str, entries: list[Entry], lines: list[str], start: int, record_id: str) -> list[Entry]:
    place = Span(path, min(start + 1, len(lines)), 1, len(lines), 1)
    text = "\n".join(lines[start:]).rstrip()
    implied = [Entry(Scalar("text", place), Scalar(text, place, is_null=not text, text_line=start + 1))]
    if not any(entry.key.text == "id" for entry in entries):
        top = Span(path)
        implied.append(Entry(Scalar("id", top), Scalar(record_id, top)))
    return implied
