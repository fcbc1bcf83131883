"""Which records are behind a finding, so that a decision on it falls when one of them changes.

They are the record itself, or of it the fields that the check looks at, what the finding names, and the sources that
the record cites there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.checks.fields_of_decision import fields_of_decision
from probata.diagnostics.message import Ref
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import cited_keys
from probata.proof.reads import fingerprint, fingerprint_of_fields, fingerprint_of_weight

FINDING = "finding"
"""What a decision calls the finding itself among that on which it rests."""
_WORK_OF_THE_TEAM = frozenset({"decisions", "reads", "changes", "points", "narrative"})
"""Kinds that say nothing about the case, or, as sections of text do, have ids that are plain words."""


def records_named(refs: Iterable[Ref], graph: CaseGraph) -> Iterator[str]:
    """Give the records that a finding names and on which a decision can rest: `positions/commander`."""
    return (one.identity for one in refs if one.kind not in _WORK_OF_THE_TEAM and graph.has(one.kind, one.text))


def basis_of_decision(graph: CaseGraph, check: str, record: str, named: Iterable[str]) -> tuple[str, ...]:
    """Return the records on which a decision on a check rests, the one decided on first, then the others in order."""
    kind, _, key = record.partition("/")
    own = graph.records.get(kind, {}).get(key)
    fields = fields_of_decision(check, record)
    cited = (source for loc, source in cited_keys(own) if fields is None or loc[0] in fields) if own else ()
    others = {*named, *(f"sources/{source}" for source in cited if graph.has("sources", source))} - {record}
    return (record, *sorted(others))


def fingerprints_for(graph: CaseGraph, check: str, record: str, decided_on: str) -> tuple[str, ...]:
    """Return the fingerprints of a record by which a decision stands, the one that is kept now first.

    There is none where there is no record of that name. Of a source that stands behind the record decided on, only what
    makes its weight counts: a corrected page or address is no reason to decide again. A decision of before, which rests
    on the whole of the record decided on, stands while all of that stands.
    """
    if record != decided_on:
        is_source = record.startswith("sources/")
        found = [(fingerprint_of_weight if is_source else fingerprint)(graph, record)]
    else:
        fields = fields_of_decision(check, record)
        of_fields = fingerprint_of_fields(graph, record, fields) if fields is not None else None
        found = [of_fields, fingerprint(graph, record)]
    return tuple(one for one in found if one is not None)
