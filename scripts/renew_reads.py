"""Bring the reads of the fictional cases up to their records: `claims/example` and the `example.yaml` of each forum.

Nobody made these reads; they show what a read is. Run it after a change of such a case: their fingerprints are then
those of the records as they stand. Never run it on a real case: there a read is a person's word.
"""

from __future__ import annotations

from pathlib import Path

from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.read import Read
from probata.pipeline import open_case, open_workspace
from probata.proof.reads import resting_now
from probata.source.node import Sequence

ROOT = Path(__file__).parents[1]
CASES = (ROOT / "claims" / "example", *sorted((ROOT / "templates").glob("*/example.yaml")))


def renewed(case: Path) -> tuple[Path, str]:
    """Return the file that holds the reads of a case, and its text with the fingerprints of today."""
    graph = open_case(case, case.name, open_workspace()).graph
    if graph is None:
        raise SystemExit(f"{case} cannot be read")
    path = case / "reads.yaml" if case.is_dir() else case
    lines = path.read_text(encoding="utf-8").split("\n")
    for read in reversed(graph.reads):
        if read.rests_on:
            _renew(lines, graph, read)
    return path, "\n".join(lines)


def _renew(lines: list[str], graph: CaseGraph, read: Read) -> None:
    allegation = graph.find("allegations", Allegation, read.what)
    held = graph.nodes["reads", read.id].get("rests_on")
    if allegation is None or read.read_as == "text" or not isinstance(held, Sequence):
        return
    first, last = held.items[0].span, held.items[-1].span
    indent = " " * (held.span.column - 1)
    resting = resting_now(graph, allegation, read.read_as)
    lines[first.line - 1 : last.end_line] = [f"{indent}- {record} {fingerprint}" for record, fingerprint in resting]


if __name__ == "__main__":
    for place in CASES:
        written, text = renewed(place)
        written.write_text(text, encoding="utf-8")
