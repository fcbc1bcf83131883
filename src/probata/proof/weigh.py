"""How it stands with an element, by what is cited for it and against it."""

from __future__ import annotations

from collections.abc import Sequence

from probata.graph.case_graph import CaseGraph
from probata.model.source_record import Source
from probata.proof.result import Item, Status


def status_of(
    support: Sequence[Item], against: Sequence[Item], independent: Sequence[str], gap: str, graph: CaseGraph,
    is_in_part: bool = False,
) -> Status:  # fmt: skip
    """Return the status. An element without support is a gap, whatever speaks against it.

    An answer to what speaks against proves nothing by itself: the support must count as it must without it. What
    nobody has answered goes before weakness, since it is what the other side says first.
    `independent` are the sources that count, of which no two have a common origin; `gap` is the reason of a stated gap;
    `is_in_part` says that the support is good for a part of what is alleged only.
    """
    if not support:
        return Status.GAP_STATED if gap else Status.GAP
    if not all(item.answered for item in against):
        return Status.UNANSWERED
    if is_in_part or is_weak(support, independent, graph):
        return Status.WEAK
    return Status.ANSWERED if against else Status.SUPPORTED


def is_weak(support: Sequence[Item], independent: Sequence[str], graph: CaseGraph) -> bool:
    """Tell whether nothing counts, or all that counts has one origin and is secondary; a judgment stands by itself."""
    counted = [item.source for item in support if not item.faults]
    return not independent or (len(independent) == 1 and all(_is_secondary(graph, key) for key in counted))


def _is_secondary(graph: CaseGraph, key: str) -> bool:
    source = graph.find("sources", Source, key)
    return source is not None and source.rank != "primary"
