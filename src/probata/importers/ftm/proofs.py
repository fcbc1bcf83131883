"""What a source is cited for, as `Documentation`: the document, whom it is about, and the place in it."""

from __future__ import annotations

from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.importers.ftm.entity import BLOCK
from probata.importers.ftm.made import Made, entity_id

KINDS = ("people", "bodies", "positions", "events")
"""Kinds that are things there; what holds for a time has the property `proof` instead."""


def proofs(graph: CaseGraph) -> Iterator[Made]:
    """Give one for each citation of a whole record, of a source that goes out. What it shows is ours, and stays."""
    for kind in KINDS:
        for record in graph.records.get(kind, {}).values():
            told = (one for one in getattr(record, "citations", ()) if not one.against)
            # Numbered among those that go out: a gap would tell of a source that stays.
            for number, cited in enumerate((one for one in told if graph.has("sources", one.source)), 1):
                place = cited.pinpoint
                summary = {"summary": [f"{place.type} {place.value}"]} if place else {}
                block = {"pinpoint": {"type": place.type, "value": place.value}} if place else {}
                yield {
                    "id": f"{entity_id(kind, record.id)}-proof-{number}",
                    "schema": "Documentation",
                    "properties": {"document": [entity_id("sources", cited.source)],
                                   "entity": [entity_id(kind, record.id)], **summary},
                    BLOCK: block,
                }  # fmt: skip
