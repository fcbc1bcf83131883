"""What the first page of a draft says is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probata.compose.gaps import called_in, labels_of_fields, list_gaps
from probata.diagnostics import Diagnostic
from probata.forum import Forum
from probata.graph import CaseGraph
from probata.messages import Wording


def may_be_told(found: Diagnostic, graph: CaseGraph) -> bool:
    """Tell whether a document may say what is missing: of a person whom it does not show it says nothing."""
    kind, _, key = found.record.partition("/")
    return kind != "people" or graph.has(kind, key)


def _order(found: Diagnostic, graph: CaseGraph) -> tuple[object, ...]:
    """Return the place of a gap among others: that of the record that lacks something.

    The cell of a workbook that is empty would have another order than the lines of a text file, and another document.
    """
    kind, _, key = found.record.partition("/")
    if kind == "case":
        span = graph.span("case", key, "title")
    elif kind == "filings":
        position = next((n for n, filing in enumerate(graph.case.filings) if filing.id == key), 0)
        span = graph.span("case", key, "filings", position, "id")
    else:
        span = graph.span(kind, key)
    return replace(found, span=span).sort_key[1:]


def gap_lines(
    findings: Sequence[Diagnostic], graph: CaseGraph, forum: Forum, wording: Wording
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is missing for filing, and what is wanted only: nothing refuses a document for the want of it."""
    # By place and not by weight: a gap of a case that is never filed weighs as a note, and stands where it stood.
    needed = sorted((found for found in findings if found.refuses), key=lambda found: _order(found, graph))
    wanted = [found for found in findings if not found.refuses]
    labels, called = labels_of_fields(forum, wording.language), called_in(graph)
    lines = list_gaps(needed, wording, labels, called)
    if number := graph.left_out:
        lines.append(wording.label(f"document.left_out{'_one' * (number == 1)}", number=str(number)))
    return tuple(lines), tuple(list_gaps(wanted, wording, labels, called))
