"""The new texts of a case's files after an import. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.diagnostics import Span
from probata.edits.case_files import CaseFiles
from probata.edits.change_case import records_in, refuse_new_faults, replaced_workbook
from probata.graph.resolve import REFERENCES
from probata.importers.changes import Changes, Filled, together
from probata.model.kinds import KIND_BY_KEY
from probata.source.add_to_yaml import Addition, add_fields, append_records, list_of, read_node
from probata.source.text_edits import CannotChangeError, Replaced
from probata.source.text_file import MAX_BYTES, fault
from probata.workbook.change_records import change_records
from probata.workbook.convert import plain_records
from probata.workbook.read_workbook import read_workbook_case

IMPORTED = "imported.yaml"
"""Where new records go in a case that has a folder of files for their kind."""


# What an import changes in the workbook of a case.


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


def rewritten(changes: Mapping[str, Changes], files: CaseFiles) -> list[Replaced]:
    """Return the files that change, each whole; `changes` are by kind.

    Raises `CannotChangeError` where a record or list is written so that it cannot be changed safely, where a file
    would be larger than is read, or where the new text would have a fault that the old one has not.
    """
    wanted = {kind: one for kind, one in changes.items() if one.added or one.filled}
    if not wanted:
        return []
    if files.is_workbook:
        return in_workbook(wanted, files)
    if files.one_file:
        return [_in_one_file(wanted, files)]
    return [
        _one(files, name, kind, _at(one, name), one.added if name == new else [])
        for kind, one in wanted.items()
        for new in [files.file_of_new(kind, "", IMPORTED) if one.added else ""]
        for name in dict.fromkeys([*(filled.span.path for filled in one.filled), *([new] if new else [])])
    ]


def _at(changes: Changes, shown: str) -> list[Filled]:
    return [one for one in changes.filled if one.span.path == shown]


def _one(
    files: CaseFiles, shown: str, kind: str, filled: Sequence[Filled], added: Sequence[dict[str, Any]]
) -> Replaced:
    path = files.path_of(shown)
    before = path.read_bytes() if path.exists() else None
    text = _text(before or b"", shown)
    after = _changed(text, shown, kind, filled, added, in_one_file=False)
    return Replaced(path, before, after.encode(), shown)


def _in_one_file(changes: Mapping[str, Changes], files: CaseFiles) -> Replaced:
    """Return the one file of a case: its lists from the last to the first, so that places above stay true."""
    shown = files.one_file
    path = files.path_of(shown)
    before = path.read_bytes()
    text = _text(before, shown)
    for kind in sorted(changes, key=lambda kind: -_line_of(text, shown, kind)):
        change = changes[kind]
        text = _changed(text, shown, kind, change.filled, change.added, in_one_file=True)
    return Replaced(path, before, text.encode(), shown)


def _line_of(text: str, shown: str, kind: str) -> int:
    """Return where the list of a kind begins; one that is not there yet comes behind all others, and so last."""
    held = list_of(read_node(text, shown), kind, in_one_file=True)
    return held.span.line if held is not None else 0


def _changed(
    text: str, shown: str, kind: str, filled: Sequence[Filled], added: Sequence[dict[str, Any]], *, in_one_file: bool
) -> str:
    spellings = KIND_BY_KEY[kind].record.spellings
    gathered: dict[Span, Mapping[str, Any]] = {}
    for one in filled:
        gathered[one.span] = together(gathered.get(one.span, {}), one.fields)
    listed = [Addition(span, fields) for span, fields in gathered.items()]
    after = add_fields(text, shown, kind, listed, in_one_file=in_one_file, spellings=spellings)
    after = append_records(after, shown, kind, added, in_one_file=in_one_file)
    if len(after.encode()) > MAX_BYTES:
        raise CannotChangeError(fault("SRC103", "file-too-large", f"the file would be larger than "
                                      f"{MAX_BYTES // 1_000_000} MB, which is not read", Span(shown),
                                      f"take in a part of it, or make a folder `{kind}` of several files"
                                      ))  # fmt: skip
    old, new = (records_in(said, shown, kind, in_one_file=in_one_file) for said in (text, after))
    refuse_new_faults(old, new, kind)
    return after


def _text(data: bytes, shown: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise CannotChangeError(
            fault("SRC105", "unreadable-encoding", "the text is not in UTF-8", Span(shown), "save it as UTF-8")
        ) from None
