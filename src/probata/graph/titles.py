"""How a record is called in a list of records: by its name or title, whatever its kind."""

from __future__ import annotations

from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import REFERENCES, cited_keys, named_at
from probata.model.person import Person

NAMING = ("title", "short_title", "name", "heading", "capacity", "what", "text")
"""Fields that may say what a record is, the best first."""
_LONGEST = 90


def title_of(graph: CaseGraph, kind: str, key: str) -> str:
    """Return the name or title of a record, cut where it is long; empty where it has none, or there is no record."""
    found = graph.records.get(kind, {}).get(key) if kind != "case" else graph.case
    if isinstance(found, Person):
        return found.name.display
    said = next((value for name in NAMING if isinstance(value := getattr(found, name, None), str) and value), "")
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def naming(graph: CaseGraph, kind: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds and ids of the records that name a record, so that it cannot simply go."""
    found: dict[tuple[str, str], None] = {}
    for other, record in graph.each():
        node = graph.nodes[other, record.id]
        for path, targets in REFERENCES.get(other, {}).items():
            if kind in targets and any(one.text == key for one in named_at(node, other, path)):
                found[other, record.id] = None
        if kind in ("sources", "authorities") and any(cited == key for _, cited in cited_keys(record)):
            found[other, record.id] = None
    found.pop((kind, key), None)
    return tuple(found)
