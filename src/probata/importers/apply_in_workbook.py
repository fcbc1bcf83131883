"""What an import changes in the workbook of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from probata.edits.case_files import CaseFiles
from probata.edits.replaced_workbook import replaced_workbook
from probata.graph.references import REFERENCES
from probata.importers.changes import Changes, Filled, together
from probata.model.kinds import KIND_BY_KEY
from probata.source.replaced import Replaced
from probata.workbook.change_records import change_records
from probata.workbook.convert import plain_records
from probata.workbook.read_workbook_case import read_workbook_case


def in_workbook(changes: Mapping[str, Changes], files: CaseFiles) -> list[Replaced]:
    """Return the workbook with the fields and the records that are new.

    Raises `CannotChangeError` where it cannot be changed safely, or a record would have a fault that it has not.
    """

    def changed(book: Path, shown: str, data: bytes) -> bytes:
        source = read_workbook_case(book, shown, data)
        held = plain_records(source)
        wanted = {
            kind: [*_completed(held[kind], kind, change.filled), *change.added] for kind, change in changes.items()
        }
        return change_records(source, book, shown, data, wanted, REFERENCES)

    return replaced_workbook(files, changes, changed)


def _completed(held: Iterable[Any], kind: str, filled: Iterable[Filled]) -> list[Any]:
    given: dict[str, Mapping[str, Any]] = {}
    for one in filled:
        given[one.id] = together(given.get(one.id, {}), one.fields)
    spellings = KIND_BY_KEY[kind].record.spellings
    return [together(record, _as_spelt(record, given.get(str(record.get("id")), {}), spellings)) for record in held]


def _as_spelt(record: Mapping[str, Any], fields: Mapping[str, Any], spellings: Mapping[str, str]) -> dict[str, Any]:
    """Return fields under the names that a record has them by, where it spells one otherwise."""
    others = {ours: other for other, ours in spellings.items() if other in record}
    return {key if key in record else others.get(key, key): value for key, value in fields.items()}
