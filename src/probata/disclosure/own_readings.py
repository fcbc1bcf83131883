"""Leave out, before anything is composed, what no source states and we have only read: relations and numbers of law."""

from __future__ import annotations

from dataclasses import replace

from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.record import Record


def without_own_readings(graph: CaseGraph) -> CaseGraph:
    """Return the graph without what is recorded as `inferred`; the same graph where there is nothing of the sort.

    Of a provision the number alone goes: the source names the instrument.
    """
    inferred = frozenset(relation.id for relation in graph.commands if relation.inferred)
    shown = graph.without("commands", inferred) if inferred else graph
    read = {one.id: _as_named(one) for one in graph.allegations if any(law.inferred for law in one.provisions)}
    if not read:
        return shown
    allegations: dict[str, Record] = {**shown.records["allegations"], **read}
    return replace(shown, records={**shown.records, "allegations": allegations})


def _as_named(allegation: Allegation) -> Allegation:
    laws = (law.model_copy(update={"provision": None}) if law.inferred else law for law in allegation.provisions)
    return allegation.model_copy(update={"provisions": tuple(laws)})
