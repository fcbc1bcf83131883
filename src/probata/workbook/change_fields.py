"""Changing fields of records in their workbook: the cells that hold them, and nothing else of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.span import sheet_of
from probata.model.kinds import KIND_BY_KEY
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.node import MappingNode, node_at
from probata.source.text_edits import CannotChangeError, changed_since
from probata.source.text_file import fault
from probata.source.xlsx_reader import UnreadableWorkbookError, read_workbook
from probata.workbook.cells import written
from probata.workbook.change_cells import NewCell, change_cells
from probata.workbook.convert import plain_records
from probata.workbook.headings import Path as Keys
from probata.workbook.placed_sheet import PlacedSheet
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.sheets import SheetForm, forms_of

# A value inside a record without its places, by the keys and positions that lead to it.


class NoPlaceError(LookupError):
    """A path leads through a list that has no such entry, through a text, or would take an entry out of a list."""


def value_at(record: Any, loc: Sequence[str | int]) -> Any:
    """Return the value at a path; `None` where nothing stands there."""
    for step in loc:
        if isinstance(record, dict):
            record = record.get(step)
        elif isinstance(record, list) and isinstance(step, int) and step < len(record):
            record = record[step]
        else:
            return None
    return record


def put_in(record: Any, loc: Sequence[str | int], text: str | None) -> None:
    """Put a text at a path; `None` takes out what stands there, and each part that holds nothing then.

    Parts and lists on the way are begun where they are missing, and an entry behind the last of a list. Raises
    `NoPlaceError` where the path cannot be followed.
    """
    holders = [record]
    for step, below in pairwise(loc):
        holder = holders[-1]
        begun: Any = {} if isinstance(below, str) else []
        if isinstance(holder, dict) and isinstance(step, str):
            holders.append(holder.setdefault(step, begun))
        elif isinstance(holder, list) and isinstance(step, int) and step <= len(holder):
            holder += [begun] if step == len(holder) else []
            holders.append(holder[step])
        else:
            raise NoPlaceError(step)
    if text is None:
        _take_out(holders, loc)
    else:
        _put(holders[-1], loc[-1], text)


def _put(holder: Any, step: str | int, text: str) -> None:
    if isinstance(holder, list) and isinstance(step, int) and step <= len(holder):
        holder[step : step + 1] = [text]
    elif isinstance(holder, dict) and isinstance(step, str):
        holder[step] = text
    else:
        raise NoPlaceError(step)


def _take_out(holders: list[Any], loc: Sequence[str | int]) -> None:
    for holder, step in zip(reversed(holders), reversed(loc), strict=True):
        if not isinstance(holder, dict):
            raise NoPlaceError(step)
        holder.pop(step, None)
        if holder:
            return


@dataclass(frozen=True, slots=True)
class NewField:
    """A field of a record with what it shall say; the record is known by its kind and place as it was read."""

    kind: str
    record: Span
    loc: tuple[str | int, ...]
    was: str
    """What it says; empty where nothing stands there."""

    text: str | None
    """`None` empties it."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a field stands: in which row of which sheet, by its path in the row, below which part of its record."""

    form: SheetForm
    row: int
    path: Keys
    above: tuple[str | int, ...]
    record: Any


def change_fields(book: Path, shown: str, data: bytes, fields: Sequence[NewField]) -> bytes:
    """Return the workbook that `data` is with other texts in some fields.

    Several fields may stand in one cell. A text too long for a cell goes on in the columns behind, and a heading that
    is missing is added. Raises `CannotChangeError` where the workbook is faulty, a field says something else than it
    was, has no cell or is worked out by a formula, or the workbook would not hold just what is wanted.
    """
    if not fields:
        return data
    source = _read(book, shown, data)
    wanted = deepcopy(plain_records(source))
    homes: list[_Home] = []
    for field in fields:
        number, node = _record(source, field)
        record, field = wanted[field.kind][number], replace(field, loc=_as_headed(node, field))
        if (value_at(record, field.loc) or "") != field.was:
            raise changed_since(node.span)
        try:
            put_in(record, field.loc, field.text)
        except NoPlaceError:
            raise CannotChangeError(_no_cell(field.record)) from None
        homes.append(_home(node, record, field))
    try:
        made = change_cells(data, shown, list(_cells(data, homes)))
    except UnreadableWorkbookError:
        raise CannotChangeError(_no_cell(fields[0].record)) from None
    if plain_records(_read(book, shown, made)) != wanted:
        raise CannotChangeError(_no_cell(fields[0].record))
    return made


def _cells(data: bytes, homes: Sequence[_Home]) -> Iterator[NewCell]:
    sheets = {sheet.name.strip().casefold(): sheet for sheet in read_workbook(data)}
    placed: dict[str, PlacedSheet] = {}
    for home in homes:
        name = home.form.name
        sheet = placed.setdefault(name, PlacedSheet(sheets[name.casefold()], home.form))
        path = sheet.path_of_cell(home.row, home.path)
        value = value_at(home.record, (*home.above, *path))
        sheet.put(home.row, path, "" if value is None else written(value, home.form.shape.at(path)))
    for sheet in placed.values():
        yield from sheet.changed


def _read(book: Path, shown: str, data: bytes) -> CaseSource:
    source = read_workbook_case(book, shown, data)
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotChangeError(faults[0])
    return source


def _record(source: CaseSource, field: NewField) -> tuple[int, MappingNode]:
    """Return the record at a place, with its number among those of its kind."""
    nodes = [source.case] if field.kind == CASE else source.records.get(field.kind, [])
    for number, node in enumerate(nodes):
        if isinstance(node, MappingNode) and node.span == field.record:
            return number, node
    raise CannotChangeError(_no_cell(field.record))


def _as_headed(node: MappingNode, field: NewField) -> tuple[str | int, ...]:
    """Return the path of a field by the heading that it stands under, which may be another spelling of its name."""
    first, *rest = field.loc
    spellings = KIND_BY_KEY[field.kind].record.spellings if field.kind != CASE else {}
    others = (other for other, ours in spellings.items() if ours == first and node.get(other) is not None)
    return field.loc if node.get(str(first)) is not None else (next(others, first), *rest)


def _home(node: MappingNode, record: Any, field: NewField) -> _Home:
    """Find the row that a field is in, that of the innermost entry with a sheet of its own, and its path there.

    A list on the way stands in one cell as a whole.
    """
    for length in range(len(field.loc), -1, -1):
        above, rest = field.loc[:length], field.loc[length:]
        keys = tuple(step for step in above if isinstance(step, str))
        span = node_at(node, above).span
        form = next((one for one in forms_of(field.kind) if one.path == keys), None)
        is_entry = not above or isinstance(above[-1], int)
        if form and is_entry and sheet_of(span).strip().casefold() == form.name.casefold():
            listed = next((n for n, step in enumerate(rest) if isinstance(step, int)), len(rest))
            return _Home(form, span.line, tuple(map(str, rest[:listed])), above, record)
    raise CannotChangeError(_no_cell(field.record))


def _no_cell(span: Span) -> Diagnostic:
    return fault("SRC164", "not-changeable", "a field of the record in this row cannot be changed safely", span,
                 "change it in Excel")  # fmt: skip
