"""Rows of a table that are no record: the total below a list, and the headings once more, as on each page of it."""

from __future__ import annotations

from collections.abc import Sequence

from probata.diagnostics import Diagnostic
from probata.importers.records.incoming import fault
from probata.importers.records.table import Table, bare
from probata.workbook.rows_between import is_total

_LEAST_HEADINGS = 2
_HELP = "leave the row out of the table, unless it is a record: then give it an id under `Id`"


def no_record(table: Table, number: int, cells: Sequence[str]) -> Diagnostic | None:
    """Return why the row of this number is no record; nothing where it may be one.

    The heading of a group cannot be told from a name that stands alone: it is shown with what would be written.
    """
    filled = [(place, text.strip()) for place, text in enumerate(cells) if text.strip()]
    if filled and is_total([text for _, text in filled]):
        said = f"it begins with `{filled[0][1]}` and has numbers alone, as a total does"
    elif len(filled) >= _LEAST_HEADINGS and all(_is_heading(table, place, text) for place, text in filled):
        said = "it has the headings of the table once more"
    else:
        return None
    return fault("IMP184", "row-no-record", said, table.span(number, filled[0][0], cells), _HELP)


def _is_heading(table: Table, place: int, text: str) -> bool:
    return place < len(table.header) and bare(text) == bare(table.header[place])
