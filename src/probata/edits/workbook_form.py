"""Changes of records in a case that is a workbook: what the workbook shall hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from probata.diagnostics import Span
from probata.edits.case_files import CaseFiles
from probata.edits.change import Change, FieldChange, NewRecords
from probata.edits.new_faults import refuse_new_faults
from probata.edits.new_text import new_text
from probata.graph.case_graph import CaseGraph
from probata.graph.references import REFERENCES
from probata.model.schema import CASE
from probata.source.cannot_change import CannotChangeError
from probata.source.case_source import CaseSource
from probata.source.node import Node
from probata.source.replaced import Replaced
from probata.source.text_file import fault
from probata.source.xlsx_reader import UnreadableWorkbookError
from probata.workbook.append_rows import append_rows
from probata.workbook.change_fields import NewField, change_fields
from probata.workbook.convert import CannotConvertError
from probata.workbook.read_workbook_case import read_workbook_case


def changed_workbook(graph: CaseGraph, files: CaseFiles, changes: Sequence[Change]) -> list[Replaced]:
    """Return the workbook where it changes. Raises `CannotChangeError` where it cannot be changed safely."""
    shown = files.one_file
    book = files.path_of(shown)
    fields = [_new_field(graph, change) for change in changes if not isinstance(change, NewRecords)]
    added: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for change in changes:
        if isinstance(change, NewRecords):
            added[change.kind] += change.records
    try:
        before = book.read_bytes()
        after = append_rows(book, shown, change_fields(book, shown, before, fields), added, REFERENCES)
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        help = "close it in Excel and check who may read it"
        raise CannotChangeError(fault("SRC104", "unreadable-file", said, Span(shown), help)) from None
    except CannotConvertError as error:
        raise CannotChangeError(error.findings[0]) from None
    except UnreadableWorkbookError:
        help = "save it again as `Excel Workbook (.xlsx)`, without a password"
        said = "the file is no workbook of Excel that can be changed"
        raise CannotChangeError(fault("SRC170", "unreadable-workbook", said, Span(shown), help)) from None
    if after == before:
        return []
    old, new = (read_workbook_case(book, shown, data) for data in (before, after))
    for kind in sorted({change.kind for change in changes}):
        refuse_new_faults(_nodes(old, kind), _nodes(new, kind), kind)
    return [Replaced(book, before, after, shown)]


def _new_field(graph: CaseGraph, change: FieldChange) -> NewField:
    new = new_text(graph, change)
    was = "" if new.field is None or new.field.is_null else new.field.text
    return NewField(change.kind, new.record.span, change.loc, was, new.text or None)


def _nodes(source: CaseSource, kind: str) -> Sequence[Node]:
    if kind == CASE:
        return [source.case] if source.case is not None else []
    return source.records.get(kind, [])
