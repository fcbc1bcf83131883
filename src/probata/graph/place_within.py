"""Where words stand within a field of a case's own files."""

from __future__ import annotations

import re

from probata.diagnostics import Span
from probata.graph.case_graph import CaseGraph


def place_within(graph: CaseGraph, field: Span, pattern: re.Pattern[str], group: str | int = "words") -> Span | None:
    """Return where the words of a pattern, or of one of its groups, first stand within a field of a file.

    `None` where they are not there, as in a workbook, or where the file writes them otherwise.
    """
    lines = graph.texts.get(field.path, "").split("\n")
    below = lines[field.line - 1 : max(field.end_line, field.line)]
    shown = "\n".join(below)
    found = pattern.search(shown, field.column - 1 if below else 0)
    if found is None:
        return None
    start, end = found.span(group)
    return Span(field.path, *point_in(shown, start, field.line), *point_in(shown, end, field.line))


def point_in(shown: str, offset: int, first: int) -> tuple[int, int]:
    """Return line and column of a place in some lines of a file, of which the first has a number."""
    return first + shown.count("\n", 0, offset), offset - shown.rfind("\n", 0, offset)
