"""A case from text files to a workbook and back: which files there shall be, and which they stand in place of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.node import to_plain
from probata.source.read_case import NARRATIVE, read_case
from probata.source.write_records import markdown_text, yaml_text
from probata.workbook.in_sheets import in_sheets
from probata.workbook.left_behind import left_behind
from probata.workbook.other_workbooks import FILE_NAME
from probata.workbook.read_workbook_case import read_workbook_case
from probata.workbook.sheets import data_sheet
from probata.workbook.write_workbook import References, write_workbook

_KINDS = tuple(kind.key for kind in KINDS)
_FIELD_OF_TEXT = "text"


class CannotConvertError(Exception):
    """A case cannot be read well enough to be written in another form; carries the findings."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(findings[0].message)
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Converted:
    """The files of a case in its other form."""

    new: Mapping[Path, bytes]
    old: tuple[Path, ...]
    """Files and folders that they stand in place of."""

    records: int
    left: tuple[str, ...] = ()
    """What of the old files the new ones do not hold, a line each."""


def to_workbook(folder: Path, shown: str, references: References) -> Converted:
    """Return the workbook of a case that is a folder of text files. Raises `CannotConvertError` where it is faulty."""
    source = read_case(folder, shown, _KINDS)
    tables = dict(_tables(source))
    _refuse_faults(source)
    data = write_workbook(plain_records(source), {name: cells for name, (_, cells) in tables.items()}, references)
    old = [path for name in (CASE, *_KINDS) for path in _of_kind(folder, name)]
    return Converted(
        {folder / FILE_NAME: data}, (*old, *(folder / file for file, _ in tables.values())), _count(source)
    )


def to_text(book: Path, shown: str) -> Converted:
    """Return the text files of a case that is a workbook. Raises `CannotConvertError` where it is faulty."""
    source = read_workbook_case(book, shown)
    source.findings[:] = map(in_sheets, source.findings)
    _refuse_faults(source)
    folder = book.parent
    new = {folder / f"{name}.yaml": yaml_text(held[0] if name == CASE else held).encode()
           for name, held in plain_records(source).items() if held and name != NARRATIVE}  # fmt: skip
    for record in plain_records(source)[NARRATIVE]:
        fields = {key: value for key, value in record.items() if key not in {"id", _FIELD_OF_TEXT}}
        text = markdown_text(fields, str(record.get(_FIELD_OF_TEXT, "")))
        new[folder / NARRATIVE / f"{record.get('id', 'section')}.md"] = text.encode()
    for file, table in source.tables.items():
        new[folder / file] = _csv((table.header, *table.rows)).encode()
    return Converted(new, (book,), _count(source), left_behind(book.read_bytes(), source.findings))


def plain_records(source: CaseSource) -> dict[str, list[Any]]:
    """Return the records of each kind without their places; the case itself is the one record of `case`."""
    case = [to_plain(source.case)] if source.case is not None else []
    return {CASE: case, **{kind: [to_plain(node) for node in source.records.get(kind, [])] for kind in _KINDS}}


def _refuse_faults(source: CaseSource) -> None:
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)


def _tables(source: CaseSource) -> Iterator[tuple[str, tuple[str, list[Sequence[str]]]]]:
    """Give the name of the sheet of each table with its file and cells; two datasets may share a file."""
    for node in source.records.get("datasets", []):
        record = to_plain(node)
        file = str(record.get("file", "")) if isinstance(record, dict) else ""
        table = source.table(file) if file else None
        if table is not None:
            yield data_sheet(str(record.get("id", ""))), (file, [table.header, *table.rows])


def _of_kind(folder: Path, name: str) -> Iterator[Path]:
    for path in (folder / f"{name}.yaml", folder / f"{name}.yml", folder / name):
        if path.exists():
            yield path


def _count(source: CaseSource) -> int:
    return sum(map(len, source.records.values()))


def _csv(rows: Sequence[Sequence[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()
