"""Bring the reads and decisions of the fictional cases up to their records: `claims/example` and each `example.yaml`.

Nobody made them; they show what a read and a decision are. Run it after a change of such a case: their fingerprints are
then those of the records as they stand. Never run it on a real case: there they are a person's word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from probata.checks.engine.decisions import rests_on
from probata.graph import CaseGraph
from probata.model.allegation import Allegation
from probata.pipeline import Session, check_documents, open_case, open_workspace
from probata.proof.reads import resting_now
from probata.source.node import SequenceNode

ROOT = Path(__file__).parents[1]
CASES = (ROOT / "claims" / "example", *sorted((ROOT / "templates").glob("*/example.yaml")))


def main() -> None:
    """Rewrite the files that hold reads and decisions."""
    for case in CASES:
        _rewrite(case / "reads.yaml" if case.is_dir() else case, _opened(case), _renew_reads)
        if (decisions := case / "decisions.yaml").is_file():
            _rewrite(decisions, _opened(case), _renew_decisions)


def _opened(case: Path) -> Session:
    workspace = open_workspace()
    session = open_case(case, case.name, workspace)
    session.report.extend(check_documents(session, workspace))
    return session


Renew = Callable[[list[str], CaseGraph, Session], None]
"""Puts the fingerprints of today into the lines of a file."""


def _rewrite(path: Path, session: Session, renew: Renew) -> None:
    if session.graph is None:
        raise SystemExit(f"{path} cannot be read")
    lines = path.read_text(encoding="utf-8").split("\n")
    renew(lines, session.graph, session)
    path.write_text("\n".join(lines), encoding="utf-8")


def _renew_reads(lines: list[str], graph: CaseGraph, _: Session) -> None:
    for read in reversed(graph.reads):
        allegation = graph.find("allegations", Allegation, read.what)
        if allegation is not None and read.read_as != "text" and read.rests_on:
            _replace(lines, graph, ("reads", read.id), resting_now(graph, allegation, read.read_as))


def _renew_decisions(lines: list[str], graph: CaseGraph, session: Session) -> None:
    for decision in reversed(graph.decisions):
        found = [one for one in session.report if (one.name, one.record) == (decision.check, decision.record)]
        if not found:
            raise SystemExit(f"the decision {decision.id} decides nothing: delete it")
        if decision.rests_on:
            _replace(lines, graph, ("decisions", decision.id), rests_on(graph, decision.record, found))


def _replace(lines: list[str], graph: CaseGraph, key: tuple[str, str], resting: Iterable[tuple[str, str]]) -> None:
    held = graph.nodes[key].get("rests_on")
    if isinstance(held, SequenceNode) and held.items:
        indent = " " * (held.span.column - 1)
        first, last = held.items[0].span.line - 1, held.items[-1].span.end_line
        lines[first:last] = [f"{indent}- {record} {fingerprint}" for record, fingerprint in resting]


if __name__ == "__main__":
    main()
