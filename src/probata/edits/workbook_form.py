"""Changes of records in a case that is a workbook: what the workbook shall hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.edits.case_files import CaseFiles
from probata.edits.change import Change, FieldChange, NewRecords
from probata.edits.new_text import new_text
from probata.edits.replaced_workbook import replaced_workbook
from probata.graph.case_graph import CaseGraph
from probata.graph.references import REFERENCES
from probata.source.replaced import Replaced
from probata.workbook.append_rows import append_rows
from probata.workbook.change_fields import NewField, change_fields


def changed_workbook(graph: CaseGraph, files: CaseFiles, changes: Sequence[Change]) -> list[Replaced]:
    """Return the workbook where it changes. Raises `CannotChangeError` where it cannot be changed safely."""
    fields = [_new_field(graph, change) for change in changes if not isinstance(change, NewRecords)]
    added: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for change in changes:
        if isinstance(change, NewRecords):
            added[change.kind] += change.records

    def changed(book: Path, shown: str, data: bytes) -> bytes:
        return append_rows(book, shown, change_fields(book, shown, data, fields), added, REFERENCES)

    return replaced_workbook(files, (change.kind for change in changes), changed)


def _new_field(graph: CaseGraph, change: FieldChange) -> NewField:
    new = new_text(graph, change)
    was = "" if new.field is None or new.field.is_null else new.field.text
    return NewField(change.kind, new.record.span, change.loc, was, new.text or None)
