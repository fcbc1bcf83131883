"""A case of an older format to one of ours, in memory: nothing is written here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.migrations.case_texts import CASE, CaseTexts, parsed, read_texts
from probata.migrations.migration import CannotEditError, Edit, Migration, all_steps, apply_edits
from probata.model.case_file import CaseFile
from probata.model.decode import Decoded, decode_one
from probata.model.kinds import KINDS
from probata.output import PlacingError, write_atomically
from probata.output.atomic import placing_error
from probata.output.together import Replaced, write_together
from probata.source.node import MappingNode, Scalar
from probata.source.read_case import FORMAT, KEY, OLDER, other_format
from probata.source.text_file import fault
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import read_records, workbook_of


@dataclass(frozen=True, slots=True)
class Change:
    """A file with its old and its new text."""

    path: Path
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a migration would do: nothing where the case is of our format, findings where it cannot be done."""

    changes: tuple[Change, ...] = ()
    """The files that change; the one that names the format comes last."""
    said: tuple[str, ...] = ()
    """The edits, a line each, in the order in which they are made."""
    findings: tuple[Diagnostic, ...] = ()


def migrate(path: Path, shown: str, steps: Sequence[Migration] | None = None) -> Migrated:
    """Take a case through all steps from its format to ours. `shown` is its path as the user would type it.

    Workbooks began with our format, so there is nothing to change in one: what is said of its format is found.
    """
    if workbook_of(path):
        return Migrated(findings=tuple(map(in_sheets, _found_in_workbook(path, shown))))
    case, found = read_texts(path, shown)
    if case is None or case.case is None:
        missing = fault("MIG101", "missing-case", "there is no case here", Span(shown), "name the folder of the case")
        return Migrated(findings=tuple(found) or (missing,))
    other = other_format(case.case, shown)
    if other is None:
        return Migrated(findings=_no_format(case.case))
    version = case.case.get(KEY)
    if other.name != OLDER:
        return Migrated(findings=(other,))
    now = int(version.text.lstrip("0") or 0) if isinstance(version, Scalar) else int(FORMAT)
    try:
        return _through(case, shown if path.is_dir() else None, now, all_steps() if steps is None else steps)
    except CannotEditError as error:
        return Migrated(findings=(error.diagnostic,))


def _found_in_workbook(path: Path, shown: str) -> tuple[Diagnostic, ...]:
    source = read_records(path, shown, tuple(kind.key for kind in KINDS))
    return _no_format(source.case) if source.case else tuple(source.findings)


def _no_format(case: MappingNode) -> tuple[Diagnostic, ...]:
    """Return what the decoder finds wrong with the format itself: `abc`, `1.1`, nothing at all."""
    decoded: Decoded[CaseFile] = Decoded()
    decode_one(case, CaseFile, CASE, decoded)
    return tuple(found for found in decoded.findings if found.field == KEY)


def _through(case: CaseTexts, folder: str | None, now: int, steps: Sequence[Migration]) -> Migrated:
    said: list[str] = []
    here, version = case, now
    while version != int(FORMAT):
        step = next(step for step in steps if step.before == version)
        edits = [*step.edits(here), *_format_edit(here, step.after)]
        said.extend(map(str, edits))
        texts = {name: apply_edits(text, _of_file(edits, name)) for name, text in here.texts.items()}
        after, found = parsed(here.paths, texts, folder)
        if after is None:
            # Renaming a word cannot break a file; should it, nothing has been written yet.
            raise CannotEditError(found[0])
        here, version = after, step.after
    changed = [Change(case.paths[name], text, here.texts[name]) for name, text in case.texts.items()
               if text != here.texts[name]]  # fmt: skip
    of_case = case.case.span.path if case.case else ""
    changed.sort(key=lambda change: change.path == case.paths[of_case])
    return Migrated(tuple(changed), tuple(said))


def _format_edit(case: CaseTexts, version: int) -> list[Edit]:
    found = case.case.get(KEY) if case.case else None
    return [Edit(found, str(version))] if isinstance(found, Scalar) else []


def _of_file(edits: Sequence[Edit], name: str) -> list[Edit]:
    return [edit for edit in edits if edit.found.span.path == name]


# Writing what a migration changed: all files or none, with the old ones kept.


def keep_and_write(changes: Sequence[Change], folder: Path) -> Path:
    """Copy the old files to `.before-format-…` in `folder`, then write the new ones; return where the old ones are.

    Where one cannot be written or the user stops the program, those written before it are put back, and `PlacingError`
    or the interruption goes on. A machine that breaks down in between leaves the case in its old format by name, since
    the file that names it comes last: the migration can be run again.
    """
    kept = _keep(changes, folder)
    try:
        write_together([Replaced(one.path, one.before.encode(), one.after.encode()) for one in changes])
    except BaseException:
        shutil.rmtree(kept, ignore_errors=True)
        raise
    return kept


def _keep(changes: Sequence[Change], folder: Path) -> Path:
    """Copy the old files into a folder with a passing name, which gets its own name once it is whole."""
    kept = next(place for place in _places(folder / f".before-format-{FORMAT}") if not place.exists())
    passing = kept.with_name(f"{kept.name}.{os.getpid()}.part")
    try:
        passing.mkdir()
        for change in changes:
            write_atomically(passing / change.path.name, change.before.encode())
        passing.rename(kept)
    except OSError as error:
        raise error if isinstance(error, PlacingError) else placing_error(kept, error) from error
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return kept


def _places(first: Path) -> Iterator[Path]:
    yield first
    yield from (first.with_name(f"{first.name}-{number}") for number in count(2))
