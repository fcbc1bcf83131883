"""Tables that join records: the matrix, the timeline, what proves what, and the reads that stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from probata.cli.tables.table import Table
from probata.graph import CaseGraph
from probata.graph.dated import timeline
from probata.graph.matrix import MatrixRow, matrix
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.model.person import Person
from probata.proof import AllegationProof, Item, Row
from probata.proof.reads import ReadState, read_states


def matrix_table(graph: CaseGraph) -> Table:
    """Role, responsibility and provision of each allegation, with the number of citations; gaps in brackets."""
    columns = ("Allegation", "Role", "Responsibility", "Provision", "Citations")
    return Table(columns, tuple(_matrix_row(row) for row in matrix(graph, load_catalogue())))


def _matrix_row(row: MatrixRow) -> tuple[str, ...]:
    return (
        row.allegation,
        f"{row.person}: {row.role}" if row.role else _gap("role"),
        row.responsibility or _gap("responsibility"),
        row.provision or _gap("provision"),
        str(row.citations) if row.citations else _gap("citation"),
    )


def _gap(what: str) -> str:
    return f"[{what}: to complete]"


def timeline_table(graph: CaseGraph) -> Table:
    """Roles and events, the earliest first."""
    wording = load_wording(graph.case.language)
    rows = ((wording.when(entry.when), entry.kind, entry.record.id, entry.text) for entry in timeline(graph))
    return Table(("Date", "Kind", "Id", "What"), tuple(rows))


def proof_table(graph: CaseGraph, proofs: Iterable[AllegationProof]) -> Table:
    """Each element of each allegation: who asks for it, how it stands, what counts for it and what speaks against."""
    columns = ("Allegation", "Element", "Person", "Asked by", "Status", "Independent", "Cited for", "Against")
    return Table(columns, tuple(_proof_row(graph, proof, row) for proof in proofs for row in proof.rows))


def _proof_row(graph: CaseGraph, proof: AllegationProof, row: Row) -> tuple[str, ...]:
    person = graph.find("people", Person, row.person) if row.person else None
    asked = "; ".join(asked.test for asked in row.asked_by)
    return (
        proof.allegation, " or ".join(row.elements), person.name.display if person else row.person, asked,
        _status(row), str(len(row.independent)),
        _items(row.support), _items(row.against),
    )  # fmt: skip


def _status(row: Row) -> str:
    """Return the status, with the reason of a gap, or the checks by which the support is good for a part only."""
    if row.is_gap and row.gap:
        return f"{row.status}: {row.gap}"
    checks = ", ".join(dict.fromkeys(fault.check for fault in row.in_part))
    return f"{row.status} (in part: {checks})" if checks else str(row.status)


def _items(items: Sequence[Item]) -> str:
    """List sources; in brackets why one does not count, or that it is answered."""
    return ", ".join(dict.fromkeys(f"{item.source}{_remark(item)}" for item in items))


def _remark(item: Item) -> str:
    faults = ", ".join(dict.fromkeys(fault.check for fault in item.faults))
    return f" ({faults})" if faults else " (answered)" if item.answered else ""


def reads_table(graph: CaseGraph) -> Table:
    """The reads of allegations, and what changed since they were made."""
    rows = (
        (state.allegation, state.read_as.replace("_", " "), state.by, state.on, _standing(state))
        for state in read_states(graph)
    )
    return Table(("Allegation", "Read for", "By", "On", "Stands"), tuple(rows))


def _standing(state: ReadState) -> str:
    if state.stands:
        return "yes"
    changes = ", ".join(f"{change.record} {change.how}" for change in state.changes)
    return f"no: {changes or (state.result if state.rests_on else 'it does not say on what it rested')}"
