"""The texts of records: where words stand in one, and which figures it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from probata.diagnostics import Span
from probata.graph.case_graph import CaseGraph
from probata.model.figure import Figure


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


_PRINTED = re.compile(r"\{\{\s*figure\(\s*['\"]([^'\"\n]+)['\"]")


def figures_in(text: str) -> tuple[str, ...]:
    """Return the ids of the figures that a text prints, each once, in order; one that does not exist too."""
    return tuple(dict.fromkeys(_PRINTED.findall(text)))


def behind_figures(graph: CaseGraph, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the records from which figures are computed, themselves among them, as kind and id, each once.

    A figure that rests on itself ends there; one that does not exist is given as it is named.
    """
    found: dict[tuple[str, str], None] = {}
    ahead = list(names)
    while ahead:
        if ("figures", name := ahead.pop()) in found:
            continue
        found["figures", name] = None
        figure = graph.find("figures", Figure, name)
        for operand in figure.of if figure else ():
            ahead += [operand.figure] if operand.figure else []
            found |= {("datasets", operand.dataset): None} if operand.dataset else {}
    return tuple(found)
