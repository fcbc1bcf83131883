"""Having a case read, so that it may be filed whatever a test has changed in it."""

from __future__ import annotations

from pathlib import Path

from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.model.read import ALLEGATION_READS
from probata.proof.reads import resting_now
from probata.source.add_to_yaml import append_records


def have_read(case: Path) -> Path:
    """Add a read of each kind for every allegation of a case as it now is, and return its path."""
    nothing_outside = Known(frozenset(), frozenset(), frozenset())  # a read rests on nothing but records
    graph = load_case(case, case.name, nothing_outside).graph
    assert graph is not None
    path = case / "reads.yaml" if case.is_dir() else case
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for allegation in graph.allegations:
        for kind in ALLEGATION_READS:
            resting = [f"{record} {fingerprint}" for record, fingerprint in resting_now(graph, allegation, kind)]
            read = {"id": f"again-{allegation.id}-{kind}", "what": allegation.id, "read_as": kind, "by": "A Reader",
                    "on": "2026-10-30", "rests_on": resting}  # fmt: skip
            text = append_records(text, path.name, "reads", [read], in_one_file=case.is_file())
    path.write_text(text, encoding="utf-8")
    return case
