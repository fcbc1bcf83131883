"""A case of an older format to one of ours, in memory: nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Diagnostic, Span
from probata.migrations.case_texts import CASE, CaseTexts, parsed, read_texts
from probata.migrations.discovery import all_steps
from probata.migrations.edit import CannotEditError, Edit, apply_edits
from probata.migrations.migration import Migration
from probata.model.case_file import CaseFile
from probata.model.decode import Decoded, decode_one
from probata.model.kinds import KINDS
from probata.source.format_version import FORMAT, KEY, OLDER, other_format
from probata.source.node import Mapping, Scalar
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


def _no_format(case: Mapping) -> tuple[Diagnostic, ...]:
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
