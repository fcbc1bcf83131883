"""Changes of records in the text files of a case: what each file shall hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from probata.diagnostics import Span
from probata.edits.case_files import CaseFiles
from probata.edits.change import Change, FieldChange, NewRecords
from probata.edits.new_faults import refuse_new_faults
from probata.edits.new_text import NewText, new_text
from probata.edits.records_in import MARKDOWN, records_in
from probata.graph.case_graph import CaseGraph
from probata.source.append_record import append_records
from probata.source.cannot_change import CannotChangeError, changed_since
from probata.source.edit_lines import as_read
from probata.source.node import Mapping as MappingNode
from probata.source.node import node_exactly_at
from probata.source.replace_in_markdown import TEXT, change_markdown
from probata.source.replace_text import change_texts, not_changeable
from probata.source.replaced import Replaced
from probata.source.text_change import Edit, Filled, Removed, Reworded, TextChange
from probata.source.text_file import ILLEGAL, MAX_BYTES, TextFile, fault, read_text, unprintable
from probata.source.write_records import markdown_text


@dataclass(slots=True)
class _OneFile:
    """What happens in one file."""

    changes: list[TextChange] = field(default_factory=list)
    in_text: list[Edit] = field(default_factory=list)
    """Edits of the text below the head of a section."""
    added: list[NewRecords] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def changed_texts(graph: CaseGraph, files: CaseFiles, changes: Sequence[Change]) -> list[Replaced]:
    """Return the text files that change, each whole. Raises `CannotChangeError` where one cannot be changed safely."""
    by_file: dict[str, _OneFile] = {}
    for change in changes:
        if isinstance(change, NewRecords):
            for record in change.records:
                one = by_file.setdefault(files.file_of_new(change.kind, str(record.get("id", ""))), _OneFile())
                one.added.append(NewRecords(change.kind, [record]))
                one.kinds.add(change.kind)
        else:
            _sort_in(by_file, change, new_text(graph, change))
    made = (_one_file(graph, files, shown, one) for shown, one in by_file.items())
    return [file for file in made if file.before != file.after]


def _sort_in(by_file: dict[str, _OneFile], change: FieldChange, new: NewText) -> None:
    one = by_file.setdefault(new.record.span.path, _OneFile())
    one.kinds.add(change.kind)
    if new.record.span.path.endswith(MARKDOWN) and change.loc == (TEXT,):
        one.in_text += new.edits
    elif new.field is None or new.field.is_null:
        one.changes += [_filled(new, change)] if new.text else []
    elif not new.text:
        one.changes.append(Removed(new.field.span))
    else:
        one.changes.append(Reworded(new.field.span, new.edits))


def _filled(new: NewText, change: FieldChange) -> Filled | Reworded:
    """Return a field that comes in, in the innermost part of the record that is there, with the parts it is in."""
    if new.field is not None:
        return Reworded(new.field.span, (Edit(0, 0, new.text),))
    length = next(n for n in range(len(change.loc) - 1, -1, -1) if node_exactly_at(new.record, change.loc[:n]))
    holder = node_exactly_at(new.record, change.loc[:length])
    key, *below = change.loc[length:]
    is_new_list = not any(isinstance(step, int) and step for step in below)
    if not isinstance(holder, MappingNode) or not isinstance(key, str) or not is_new_list:
        raise CannotChangeError(not_changeable(new.record.span))
    value: Any = new.text
    for step in reversed(below):
        value = {step: value} if isinstance(step, str) else [value]
    return Filled(holder.span, key, value)


def _one_file(graph: CaseGraph, files: CaseFiles, shown: str, one: _OneFile) -> Replaced:
    path = files.path_of(shown)
    before, text = _as_read(graph, files, path, shown)
    after = _changed(text, shown, one, in_one_file=bool(files.one_file))
    if odd := ILLEGAL.search(after):
        raise CannotChangeError(unprintable(odd[0], Span(shown)))
    if len(after.encode()) > MAX_BYTES:
        raise CannotChangeError(fault("SRC103", "file-too-large", f"the file would be larger than "
                                      f"{MAX_BYTES // 1_000_000} MB, which is not read", Span(shown),
                                      "split it into several files"))  # fmt: skip
    for kind in sorted(one.kinds):
        old, new = (records_in(said, shown, kind, in_one_file=bool(files.one_file)) for said in (text, after))
        refuse_new_faults(old, new, kind)
    return Replaced(path, before, after.encode(), shown)


def _as_read(graph: CaseGraph, files: CaseFiles, path: Path, shown: str) -> tuple[bytes | None, str]:
    """Return a file as it lies on the disk, where that is still what the records were read from."""
    if not path.exists():
        if shown in graph.texts:
            raise changed_since(Span(shown))
        return None, ""
    read = read_text(files.root, path, shown)
    if not isinstance(read, TextFile):
        raise CannotChangeError(read)
    before = path.read_bytes()
    text = before.decode()
    if not as_read(text) == read.text == graph.texts.get(shown):
        raise changed_since(Span(shown))
    return before, text


def _changed(text: str, shown: str, one: _OneFile, *, in_one_file: bool) -> str:
    if shown.endswith(MARKDOWN):
        if not one.added:
            return change_markdown(text, shown, one.in_text, one.changes)
        if text or len(one.added) > 1:
            raise CannotChangeError(not_changeable(Span(shown)))
        return _section(one.added[0].records[0])
    text = change_texts(text, shown, one.changes)
    for added in one.added:
        text = append_records(text, shown, added.kind, added.records, in_one_file=in_one_file)
    return text


def _section(record: Mapping[str, Any]) -> str:
    """Return a new section as a file; its id is the file's name."""
    fields = {key: value for key, value in record.items() if key not in {"id", TEXT}}
    return markdown_text(fields, str(record.get(TEXT, "")))
