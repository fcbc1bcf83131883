"""Adding records to a workbook: what stands there stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.diagnostics import Severity
from probata.workbook.change_records import change_records
from probata.workbook.convert import CannotConvertError, plain_records
from probata.workbook.read_workbook_case import read_workbook_case
from probata.workbook.write_workbook import References

Added = Mapping[str, Sequence[Mapping[str, Any]]]
"""Kind → its new records."""


def append_rows(book: Path, shown: str, data: bytes, added: Added, references: References) -> bytes:
    """Return the workbook that `data` is with more records of some kinds, each in a row below the last of its sheet.

    A sheet that is missing is added, with the looks of ours. Raises `CannotConvertError` where its sheets are faulty,
    and what `change_records` raises.
    """
    if not added:
        return data
    source = read_workbook_case(book, shown, data)
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)
    held = plain_records(source)
    wanted = {kind: [*held[kind], *map(dict, records)] for kind, records in added.items()}
    return change_records(source, book, shown, data, wanted, references)
