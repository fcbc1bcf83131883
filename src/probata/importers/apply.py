"""The new texts of a case's files after an import. Nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.edits.case_files import CaseFiles
from probata.graph.references import REFERENCES
from probata.importers.match import Known
from probata.importers.plan import Plan
from probata.model.decode import decode_records
from probata.model.source_record import Source
from probata.source.append_record import CannotAppendError, append_records, list_of, read_node
from probata.source.case_source import CaseSource
from probata.source.node import Mapping, Scalar, to_plain
from probata.source.node import Sequence as SequenceNode
from probata.source.patch_record import Addition, add_fields
from probata.source.replaced import Replaced
from probata.source.text_file import MAX_BYTES, fault
from probata.workbook.convert import plain_records
from probata.workbook.write_workbook import write_workbook

KIND = "sources"
IMPORTED = "imported.yaml"
"""Where new sources go in a case whose sources are a folder of files."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The sources of a case, and the files that they are in."""

    case: CaseSource
    files: CaseFiles

    def known(self) -> list[Known]:
        """Return the sources as they stand in their files, also those with a field that cannot be read."""
        return list(filter(None, map(_known, self.case.records.get(KIND, []))))


def _known(node: Any) -> Known | None:
    """Return a record as it stands, with our names of its fields."""
    if not isinstance(node, Mapping) or not isinstance(found := node.get("id"), Scalar):
        return None
    plain = {Source.spellings.get(key, key): value for key, value in to_plain(node).items()}
    is_faulty = bool(decode_records([node], Source, KIND).findings)
    return Known(found.text, {key: value for key, value in plain.items() if key != "id"}, node.span, is_faulty)


def rewritten(plan: Plan, shelved: Shelved) -> list[Replaced]:
    """Return the files that change, each whole.

    Raises `CannotAppendError` where a record or list is written so that it cannot be changed safely, where a file
    would be larger than is read, or where the new text would have a fault that the old one has not.
    """
    if shelved.files.is_workbook:
        return [_in_workbook(plan, shelved)]
    additions: dict[str, dict[Span, dict[str, Any]]] = defaultdict(dict)
    for known, fields in plan.filled:
        if known.span is not None:
            additions[known.span.path].setdefault(known.span, {}).update(fields)
    names = list(additions)
    new = shelved.files.file_of_new(KIND, "", IMPORTED) if plan.added else ""
    names += [new] if new and new not in names else []
    return [_one(shelved, name, additions[name], plan.added if name == new else []) for name in names]


def _in_workbook(plan: Plan, shelved: Shelved) -> Replaced:
    """Return the workbook with the fields and the sources that are new."""
    records = plain_records(shelved.case)[KIND]
    given = {known.id: fields for known, fields in plan.filled}
    filled = [{**record, **given.get(str(record.get("id")), {})} for record in records]
    shown = shelved.files.one_file
    book = shelved.files.path_of(shown)
    before = book.read_bytes()
    after = write_workbook({KIND: [*filled, *plan.added]}, {}, REFERENCES, before)
    return Replaced(book, before, after, shown)


def _one(
    shelved: Shelved, shown: str, additions: dict[Span, dict[str, Any]], added: Sequence[dict[str, Any]]
) -> Replaced:
    path = shelved.files.path_of(shown)
    before = path.read_bytes() if path.exists() else None
    text = _text(before or b"", shown)
    listed = [Addition(span, fields) for span, fields in additions.items()]
    in_one_file = bool(shelved.files.one_file)
    after = add_fields(text, shown, KIND, listed, in_one_file=in_one_file, spellings=Source.spellings)
    after = append_records(after, shown, KIND, added, in_one_file=in_one_file)
    if len(after.encode()) > MAX_BYTES:
        raise CannotAppendError(fault("SRC103", "file-too-large", f"the file would be larger than "
                                      f"{MAX_BYTES // 1_000_000} MB, which is not read", Span(shown),
                                      "take in a part of the library, or make a folder `sources` of several files"
                                      ))  # fmt: skip
    if worse := _faults(after, shown, in_one_file)[len(_faults(text, shown, in_one_file)) :]:
        raise CannotAppendError(worse[-1])
    return Replaced(path, before, after.encode(), shown)


def _text(data: bytes, shown: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise CannotAppendError(
            fault("SRC105", "unreadable-encoding", "the text is not in UTF-8", Span(shown), "save it as UTF-8")
        ) from None


def _faults(text: str, shown: str, in_one_file: bool) -> list[Diagnostic]:
    held = list_of(read_node(text, shown), KIND, in_one_file)
    nodes = list(held.items) if isinstance(held, SequenceNode) else []
    return decode_records(nodes, Source, KIND).findings
