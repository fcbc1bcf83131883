"""Adding what the team writes down of itself to a case: reads and decisions, at the end of their files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.case_path import CasePlace
from probata.cli.open_elsewhere import advice_on_writing, shown_book
from probata.cli.today import today
from probata.graph.dated import is_yet_to_come
from probata.graph.references import REFERENCES
from probata.model.dates import When, parse_when
from probata.output import PlacingError, write_atomically
from probata.source.append_record import CannotAppendError
from probata.source.append_record import append_records as append
from probata.source.file_names import on_disk
from probata.workbook.append_rows import append_rows
from probata.workbook.convert import CannotConvertError
from probata.workbook.read_records import workbook_of

_LONGEST_ID = 80


def day_of(on: str | None) -> When:
    """Return the day that the user gives, or today; raises `CannotContinueError` for none, or one yet to come."""
    now = today()
    try:
        day = parse_when(now.isoformat() if on is None else on.strip())
    except ValueError as error:
        raise CannotContinueError(f"`{on}` is no date: {error}", "write it as `2026-11-24`") from None
    if is_yet_to_come(day, now):
        raise CannotContinueError(
            f"`{day.text}` is after today, {now.isoformat()}", "name the day on which it was done"
        )
    return day


def free_id(begin: str, end: str, taken: Collection[str]) -> str:
    """Return an id that no record has, of a sane length, from its beginning and its end."""
    for number in count(1):
        last = end if number == 1 else f"{end}-{number}"
        if (name := begin[: _LONGEST_ID - len(last)] + last) not in taken:
            return name
    raise AssertionError


def append_records(place: CasePlace, kind: str, records: Sequence[dict[str, Any]]) -> str:
    """Add records to the file of their kind, or to the workbook, and return its path as shown; all of them or none.

    Raises `CannotContinueError` where the file cannot be changed safely.
    """
    if book := workbook_of(place.path):
        return _append_rows(book, shown_book(place, book), kind, records)
    is_folder = place.path.is_dir()
    path = on_disk(place.path / f"{kind}.yaml" if is_folder else place.path)
    shown = f"{place.shown}/{kind}.yaml" if is_folder else place.shown
    try:
        text = path.read_bytes().decode() if path.exists() else ""
        text = append(text, shown, kind, records, in_one_file=not is_folder)
        write_atomically(path, text.encode())
    except CannotAppendError as error:
        found = error.diagnostic
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    except (OSError, UnicodeDecodeError, PlacingError) as error:
        raise CannotContinueError(
            f"`{shown}` could not be written: {error}", "close it elsewhere and try again"
        ) from None
    return shown


def _append_rows(book: Path, shown: str, kind: str, records: Sequence[dict[str, Any]]) -> str:
    try:
        write_atomically(book, append_rows(book, shown, kind, records, REFERENCES))
    except CannotConvertError as error:
        found = error.findings[0]
        raise CannotContinueError(f"{found.span}: {found.message}; nothing was written", found.help) from None
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"`{shown}` could not be written: {error}", advice_on_writing(book)) from None
    return shown
