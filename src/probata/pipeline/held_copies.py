"""The held copies of a case whose bytes lie in its store, for the checks that compare them with what is said."""

from __future__ import annotations

from probata.evidence.held_copies import Copy, HeldCopies
from probata.evidence.recognise import can_recognise
from probata.evidence.store import Store
from probata.graph import CaseGraph
from probata.model.held_copy import HeldCopy
from probata.model.source_record import Source
from probata.pipeline.session import Workspace


def held_copies(graph: CaseGraph, workspace: Workspace) -> HeldCopies:
    """Return the copies of a case; none is read before a check asks for it."""
    if not graph.copies:
        return workspace.memory.same("held copies", HeldCopies())
    store, found = Store.of(graph.root), list[Copy]()
    for copy in graph.copies:
        if path := store.path_of(copy.sha256):
            ocr = _language(graph, copy) if workspace.ocr else ""
            media_type = copy.media_type or ""
            found.append(
                Copy(copy.id, copy.sha256, media_type, copy.place or "", path, ocr if can_recognise(ocr) else "")
            )
    return workspace.memory.same("held copies", HeldCopies(found, workspace.store))


def _language(graph: CaseGraph, copy: HeldCopy) -> str:
    source = graph.find("sources", Source, copy.source or "")
    return (source.language if source else None) or graph.case.language
