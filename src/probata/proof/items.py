"""Items of evidence with what they rest on: source, quotations, tables, exhibits and the statements behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation, Evidence
from probata.model.exhibit import Exhibit
from probata.proof.result import Fault, Item
from probata.proof.unfit import Unfit


def item_of(
    graph: CaseGraph, allegation: Allegation, position: int, evidence: Evidence, faults: tuple[Fault, ...] = ()
) -> Item:
    """Return one item of an allegation's evidence."""
    place = evidence.pinpoint
    return Item(
        record=f"allegations/{allegation.id}",
        position=position,
        source=evidence.source,
        pinpoint=f"{place.type} {place.value}" if place else evidence.remark or "",
        shows=evidence.supports or "",
        quote=evidence.quote or "",
        rests_on=rests_on(graph, evidence),
        faults=faults,
        answered=evidence.answered or "",
    )


def rests_on(graph: CaseGraph, evidence: Evidence) -> tuple[str, ...]:
    """Return the records of the case behind an item, each once; an instrument of law is none of them."""
    return tuple(dict.fromkeys(_behind(graph, evidence)))


def _behind(graph: CaseGraph, evidence: Evidence) -> Iterator[str]:
    named = (
        ("sources", (evidence.source,)),
        ("authorities", (evidence.source,)),
        ("quotations", evidence.quotations),
        ("datasets", evidence.datasets),
    )
    for kind, ids in named:
        yield from (f"{kind}/{key}" for key in ids if graph.has(kind, key))
    for exhibit in graph.once("exhibits by source", lambda: _by_source(graph)).get(evidence.source, ()):
        yield f"exhibits/{exhibit.id}"
        if exhibit.statement and graph.has("statements", exhibit.statement):
            yield f"statements/{exhibit.statement}"


def _by_source(graph: CaseGraph) -> dict[str, list[Exhibit]]:
    found: dict[str, list[Exhibit]] = {}
    for exhibit in graph.exhibits:
        if exhibit.source:
            found.setdefault(exhibit.source, []).append(exhibit)
    return found


def faults_of(item: Item, allegation: str, elements: Iterable[str], person: str, unfit: Unfit) -> tuple[Fault, ...]:
    """Return why an item does not count for some elements, as to one person; none where it counts."""
    found = (
        *unfit.items.get((allegation, item.position), ()),
        *(fault for record in item.rests_on for fault in unfit.records.get(record, ())),
        *unfit.of(allegation, elements, person),
    )
    return tuple(dict.fromkeys(found))
