"""Works that are known through another alone."""

from __future__ import annotations

from dataclasses import replace

from probata.graph.case_graph import CaseGraph
from probata.model.record import Record
from probata.model.source_record import Source


def without_addresses_unseen(graph: CaseGraph) -> CaseGraph:
    """Return the case without the addresses of works that nobody of it read: those were copied from the citing work.

    One that is called by its address keeps it.
    """
    unseen = (one for one in graph.sources if one.held in {"cited_in", "not_located"} and one.cited_in)
    bare = {"url": None, "archive_url": None, "accessed": None}
    sources: dict[str, Record] = {
        one.id: one.model_copy(update=bare) for one in unseen if not _is_called_by_address(one)
    }
    printed = (one for one in graph.authorities if one.source in sources)
    authorities: dict[str, Record] = {one.id: one.model_copy(update={"url": None}) for one in printed}
    changed = {"sources": sources, "authorities": authorities}
    records = {kind: {**graph.records.get(kind, {}), **found} for kind, found in changed.items()}
    return replace(graph, records={**graph.records, **records})


def _is_called_by_address(source: Source) -> bool:
    return source.is_untitled and not source.described and source.place == (source.url or "")
