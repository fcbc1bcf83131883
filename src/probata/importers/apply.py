"""The new texts of a case's files after an import. Nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.graph.references import REFERENCES
from probata.importers.match import Known
from probata.importers.plan import Plan
from probata.model.decode import decode_records
from probata.model.source_record import Source
from probata.source.append_record import CannotAppendError, append_records, list_of, read_node
from probata.source.case_source import CaseSource
from probata.source.file_names import on_disk
from probata.source.node import Mapping, Scalar, to_plain
from probata.source.node import Sequence as SequenceNode
from probata.source.patch_record import Addition, add_fields
from probata.source.text_file import MAX_BYTES, fault
from probata.workbook.convert import plain_records
from probata.workbook.write_workbook import write_workbook

KIND = "sources"
IMPORTED = "imported.yaml"
"""Where new sources go in a case whose sources are a folder of files."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file of a case with its bytes before and after; `before` is `None` where there is none yet."""

    path: Path
    shown: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where the sources of a case are, and where a new one goes."""

    case: CaseSource
    path: Path
    """The folder of the case, or its one file."""

    shown: str

    book: Path | None = None
    """The workbook, where the case is one."""

    @property
    def is_folder(self) -> bool:
        """Whether the case is a folder of files."""
        return self.path.is_dir()

    def known(self) -> list[Known]:
        """Return the sources as they stand in their files, also those with a field that cannot be read."""
        return list(filter(None, map(_known, self.case.records.get(KIND, []))))

    def place_of(self, shown: str) -> Path:
        """Return where a file lies that messages call `shown`, behind a link too."""
        named = self.path / shown.removeprefix(f"{self.shown}/") if self.is_folder else self.path
        return on_disk(named).resolve()

    def place_of_new(self) -> str:
        """Return the file that new sources go into, as messages call it."""
        if not self.is_folder:
            return self.shown
        for name in ("sources.yaml", "sources.yml"):
            if (self.path / name).exists():
                return f"{self.shown}/{name}"
        folder = (self.path / KIND).is_dir()
        return f"{self.shown}/{KIND}/{IMPORTED}" if folder else f"{self.shown}/{KIND}.yaml"


def _known(node: Any) -> Known | None:
    """Return a record as it stands, with our names of its fields."""
    if not isinstance(node, Mapping) or not isinstance(found := node.get("id"), Scalar):
        return None
    plain = {Source.spellings.get(key, key): value for key, value in to_plain(node).items()}
    is_faulty = bool(decode_records([node], Source, KIND).findings)
    return Known(found.text, {key: value for key, value in plain.items() if key != "id"}, node.span, is_faulty)


def rewritten(plan: Plan, shelved: Shelved) -> list[Rewritten]:
    """Return the files that change, each whole.

    Raises `CannotAppendError` where a record or list is written so that it cannot be changed safely, where a file
    would be larger than is read, or where the new text would have a fault that the old one has not.
    """
    if shelved.book:
        return [_in_workbook(plan, shelved, shelved.book)]
    additions: dict[str, dict[Span, dict[str, Any]]] = defaultdict(dict)
    for known, fields in plan.filled:
        if known.span is not None:
            additions[known.span.path].setdefault(known.span, {}).update(fields)
    names = list(additions)
    new = shelved.place_of_new() if plan.added else ""
    names += [new] if new and new not in names else []
    return [_one(shelved, name, additions[name], plan.added if name == new else []) for name in names]


def _in_workbook(plan: Plan, shelved: Shelved, book: Path) -> Rewritten:
    """Return the workbook with the fields and the sources that are new."""
    records = plain_records(shelved.case)[KIND]
    given = {known.id: fields for known, fields in plan.filled}
    filled = [{**record, **given.get(str(record.get("id")), {})} for record in records]
    before = book.read_bytes()
    after = write_workbook({KIND: [*filled, *plan.added]}, {}, REFERENCES, before)
    return Rewritten(book, f"{shelved.shown}/{book.name}", before, after)


def _one(
    shelved: Shelved, shown: str, additions: dict[Span, dict[str, Any]], added: Sequence[dict[str, Any]]
) -> Rewritten:
    path = shelved.place_of(shown)
    before = path.read_bytes() if path.exists() else None
    text = _text(before or b"", shown)
    listed = [Addition(span, fields) for span, fields in additions.items()]
    in_one_file = not shelved.is_folder
    after = add_fields(text, shown, KIND, listed, in_one_file=in_one_file, spellings=Source.spellings)
    after = append_records(after, shown, KIND, added, in_one_file=in_one_file)
    if len(after.encode()) > MAX_BYTES:
        raise CannotAppendError(fault("SRC103", "file-too-large", f"the file would be larger than "
                                      f"{MAX_BYTES // 1_000_000} MB, which is not read", Span(shown),
                                      "take in a part of the library, or make a folder `sources` of several files"
                                      ))  # fmt: skip
    if worse := _faults(after, shown, in_one_file)[len(_faults(text, shown, in_one_file)) :]:
        raise CannotAppendError(worse[-1])
    return Rewritten(path, shown, before, after.encode())


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
