"""Which records are behind a finding, so that a decision on it falls when one of them changes.

They are the record itself, what the finding names, and the sources that the record cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from probata.checks.titled import KINDS
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import cited_keys
from probata.model.kinds import KIND_BY_KEY
from probata.proof.fingerprint import fingerprint, fingerprint_of_weight

FINDING = "finding"
"""What a decision calls the finding itself among that on which it rests."""
_WORK_OF_THE_TEAM = frozenset({"decisions", "reads", "changes", "points", "narrative"})
"""Kinds that say nothing about the case, or, as sections of text do, have ids that are plain words."""
_NAMED = re.compile(rf"(?:(?<!\w)(?P<word>{'|'.join(KINDS)}) (?:“[^”]*” \()?)?`(?P<key>[^`\s]+)`")


def records_named(texts: Iterable[str], graph: CaseGraph) -> Iterator[str]:
    """Give the records that texts of a finding name in backticks, each with its kind: `positions/commander`.

    An id behind the word for a kind ("role `governor`") is of that kind; else it is of each kind that has it.
    """
    kinds = [kind for kind in KIND_BY_KEY if kind not in _WORK_OF_THE_TEAM]
    for found in (match for text in texts for match in _NAMED.finditer(text)):
        key, own = found["key"], KINDS.get(found["word"] or "")
        whole = key.partition("/")
        if whole[1] and graph.has(whole[0], whole[2]):
            yield key
        yield from (f"{kind}/{key}" for kind in ([own] if own else kinds) if graph.has(kind, key))


def basis_of_decision(graph: CaseGraph, record: str, named: Iterable[str]) -> tuple[str, ...]:
    """Return the records on which a decision rests, the one decided on first, then the others in order."""
    kind, _, key = record.partition("/")
    own = graph.records.get(kind, {}).get(key)
    cited = (source for _, source in cited_keys(own)) if own else ()
    others = {*named, *(f"sources/{source}" for source in cited if graph.has("sources", source))} - {record}
    return (record, *sorted(others))


def fingerprint_for(graph: CaseGraph, record: str, decided_on: str) -> str | None:
    """Return the fingerprint of a record as a decision keeps it; `None` where there is none of that name.

    Of a source that stands behind the record decided on, only what makes its weight counts: a corrected page or address
    is no reason to decide again.
    """
    is_behind = record.startswith("sources/") and record != decided_on
    return (fingerprint_of_weight if is_behind else fingerprint)(graph, record)
