"""The one door to the records of a case for whoever changes them: which files there shall be, all or none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.edits.case_files import CaseFiles
from probata.edits.change import (
    Change,
    FieldChange,
    Loc,
    MoreFields,
    NewRecords,
    NewValue,
    NewWords,
    NoValue,
    WholeRecord,
)
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import REFERENCES
from probata.model.case_file import CaseFile
from probata.model.decode import Decoded, decode_one, decode_records
from probata.model.kinds import KIND_BY_KEY
from probata.model.schema import CASE
from probata.model.typed_dates import as_recorded
from probata.source.add_to_yaml import Addition, add_fields, append_records, list_of, read_node, with_more
from probata.source.case_source import CaseSource
from probata.source.change_markdown import TEXT, around_head, change_markdown
from probata.source.change_yaml import Edit, Filled, Removed, Reworded, TextChange, change_texts, edited, not_changeable
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, node_exactly_at, to_plain
from probata.source.read_case import NARRATIVE
from probata.source.rewrite_yaml import rewrite_record
from probata.source.text_edits import CannotChangeError, Replaced, as_read, changed_since
from probata.source.text_file import ILLEGAL, MAX_BYTES, TextFile, fault, read_text, unprintable
from probata.source.write_records import markdown_text
from probata.source.xlsx_reader import UnreadableWorkbookError
from probata.workbook.change_fields import NewField, change_fields
from probata.workbook.change_records import append_rows, change_records
from probata.workbook.convert import CannotConvertError, plain_records
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.shape import shape_of

MARKDOWN = ".md"
_LINE_END = "\n"


def records_in(text: str, shown: str, kind: str, *, in_one_file: bool) -> list[Node]:
    """Return the records of a kind in a file that is read without a fault; `case` is a kind with one record.

    Raises `CannotAppendError` where a YAML file cannot be read.
    """
    if shown.endswith(MARKDOWN):
        name = shown.rpartition("/")[2].removesuffix(MARKDOWN)
        section, _ = read_markdown(TextFile(Path(shown), shown, as_read(text)), name)
        return [section] if section is not None else []
    root = read_node(text, shown)
    if kind == CASE:
        held = root.get(CASE) if in_one_file and isinstance(root, MappingNode) else root
        return [held] if held is not None else []
    listed = list_of(root, kind, in_one_file)
    return list(listed.items) if isinstance(listed, SequenceNode) else []


# Faults that records have after a change and had not before.


def refuse_new_faults(before: Sequence[Node], after: Sequence[Node], kind: str) -> None:
    """Raise `CannotChangeError` where records of a kind have a fault that they had not: a field missing, no date."""
    known = Counter((found.code, found.message) for found in _faults(before, kind))
    for found in _faults(after, kind):
        if not known[found.code, found.message]:
            raise CannotChangeError(found)
        known[found.code, found.message] -= 1


def _faults(nodes: Sequence[Node], kind: str) -> list[Diagnostic]:
    if kind != CASE:
        return decode_records(list(nodes), KIND_BY_KEY[kind].record, kind).findings
    decoded: Decoded[CaseFile] = Decoded()
    for node in nodes:
        decode_one(node, CaseFile, kind, decoded)
    return decoded.findings


_WORDS = re.compile(r"\n+|[^\S\n]+|\w+|[^\w\s]")
_MOST_WORDS = 20_000
"""Of longer texts only beginning and end are compared: finding what is equal in between takes the square of them."""


@dataclass(frozen=True, slots=True)
class NewText:
    """What a field says and shall say."""

    record: MappingNode
    field: Scalar | None
    """`None` where nothing stands there yet."""

    text: str
    """Empty where the field goes."""

    edits: tuple[Edit, ...]


def new_text(graph: CaseGraph, change: FieldChange) -> NewText:
    """Return what a change makes of its field. What is typed into a date is what a record has for it.

    Raises `CannotChangeError` where there is no such record, or no text at the path.
    """
    record = _node_of(graph, change.kind, change.record)
    if not change.loc:
        raise CannotChangeError(_nothing_there(change.kind, change.record, (), record.span))
    field: Node | None = node_exactly_at(record, change.loc)
    if not (isinstance(field, Scalar) or (field is None and isinstance(change, NewValue))):
        raise CannotChangeError(_nothing_there(change.kind, change.record, change.loc, record.span))
    old = "" if field is None or field.is_null else field.text
    edits = _edits(change, old)
    try:
        new = edited(old, edits)
    except ValueError:
        raise CannotChangeError(_nothing_there(change.kind, change.record, change.loc, record.span)) from None
    if odd := ILLEGAL.search(new):
        raise CannotChangeError(unprintable(odd[0], record.span))
    if not new.strip():
        return NewText(record, field, "", (Edit(0, len(old), ""),))
    if new != old and shape_of(change.kind).at(tuple(key for key in change.loc if isinstance(key, str))).is_date:
        new = as_recorded(new)
        edits = (Edit(0, len(old), new),)
    return NewText(record, field, new, edits)


def _edits(change: FieldChange, old: str) -> tuple[Edit, ...]:
    if isinstance(change, NewWords):
        return tuple(Edit(one.start, one.end, as_read(one.words)) for one in change.edits)
    wanted = as_read(change.text) if isinstance(change, NewValue) else ""
    end = old[len(old.rstrip("\n")) :] if wanted and not wanted.endswith("\n") else ""
    return tuple(edits_between(old, f"{wanted}{end}"))


def edits_between(old: str, new: str) -> Iterator[Edit]:
    """Give the edits that lead from one text to another, by whole words, so that what is equal stays untouched."""
    ours, theirs = (_WORDS.findall(text) for text in (old, new))
    if len(ours) + len(theirs) > _MOST_WORDS:
        begin = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        left = min(len(old), len(new)) - begin
        behind = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
        yield Edit(begin, len(old) - behind, new[begin : len(new) - behind])
        return
    starts = [0]
    for word in ours:
        starts.append(starts[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(starts[a], starts[b], "".join(theirs[c:d]))


def _node_of(graph: CaseGraph, kind: str, record: str) -> MappingNode:
    node = graph.case_node if kind == CASE else graph.nodes.get((kind, record)) or _left_out(graph, kind, record)
    if node is None:
        raise CannotChangeError(_nothing_there(kind, record, (), graph.case_node.span))
    return node


def _left_out(graph: CaseGraph, kind: str, record: str) -> MappingNode | None:
    """Return a record that has a fault of form for which the graph leaves it out: it can be mended all the same."""
    if record not in graph.unread.ids.get(kind, ()):
        return None
    files = CaseFiles.of(graph)
    for shown, text in graph.texts.items():
        below = shown.removeprefix(f"{files.shown}/") if files.shown else shown
        if files.one_file or re.split(r"[/.]", below, maxsplit=1)[0] == kind:
            nodes = records_in(text, shown, kind, in_one_file=bool(files.one_file))
            found = next((one for one in nodes if _id_of(one) == record), None)
            if isinstance(found, MappingNode):
                return found
    return None


def _nothing_there(kind: str, record: str, loc: Loc, span: Span) -> Diagnostic:
    field = ".".join(map(str, loc))
    return fault("SRC167", "no-text-to-change", f"`{kind}/{record}` has no text `{field}` to change" if field else
                 f"there is no record `{kind}/{record}`",
                 span, "look at the record: it was changed since, or has another id")  # fmt: skip


# The workbook of a case with a change made in it: read as it lies there, refused where its records get a new fault.

WorkbookChange = Callable[[Path, str, bytes], bytes]
"""The path of a workbook, what messages call it, and its bytes → its new bytes."""


def replaced_workbook(files: CaseFiles, kinds: Iterable[str], change: WorkbookChange) -> list[Replaced]:
    """Return the workbook where a change of records of some kinds makes it another.

    Raises `CannotChangeError` where it cannot be read or changed safely, or would have a fault that it has not.
    """
    shown = files.one_file
    book = files.path_of(shown)
    try:
        before = book.read_bytes()
        after = change(book, shown, before)
    except OSError as error:
        raise CannotChangeError(_unreadable(error, shown)) from None
    except CannotConvertError as error:
        raise CannotChangeError(error.findings[0]) from None
    except UnreadableWorkbookError:
        raise CannotChangeError(_no_workbook(shown)) from None
    if after == before:
        return []
    old, new = (read_workbook_case(book, shown, data) for data in (before, after))
    for kind in sorted(set(kinds)):
        refuse_new_faults(_nodes(old, kind), _nodes(new, kind), kind)
    return [Replaced(book, before, after, shown)]


def _nodes(source: CaseSource, kind: str) -> Sequence[Node]:
    if kind == CASE:
        return [source.case] if source.case is not None else []
    return source.records.get(kind, [])


def _unreadable(error: OSError, shown: str) -> Diagnostic:
    return fault("SRC104", "unreadable-file", f"the file cannot be read ({error.strerror})", Span(shown),
                 "close it in Excel and check who may read it")  # fmt: skip


def _no_workbook(shown: str) -> Diagnostic:
    return fault("SRC170", "unreadable-workbook", "the file is no workbook of Excel that can be changed", Span(shown),
                 "save it again as `Excel Workbook (.xlsx)`, without a password")  # fmt: skip


@dataclass(slots=True)
class _OneFile:
    changes: list[TextChange] = field(default_factory=list)
    in_text: list[Edit] = field(default_factory=list)
    """Edits of the text below the head of a section."""
    added: defaultdict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    """New records, by kind."""
    more: list[MoreFields] = field(default_factory=list)
    whole: list[WholeRecord] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def changed_texts(graph: CaseGraph, files: CaseFiles, changes: Sequence[Change]) -> list[Replaced]:
    """Return the text files that change, each whole. Raises `CannotChangeError` where one cannot be changed safely."""
    by_file: dict[str, _OneFile] = {}
    for change in changes:
        if isinstance(change, NewRecords):
            for record in change.records:
                shown = files.file_of_new(change.kind, str(record.get("id", "")), change.beside)
                one = by_file.setdefault(shown, _OneFile())
                one.added[change.kind].append(record)
                one.kinds.add(change.kind)
        elif isinstance(change, MoreFields):
            one = by_file.setdefault(change.span.path, _OneFile())
            one.more.append(change)
            one.kinds.add(change.kind)
        elif isinstance(change, WholeRecord):
            one = by_file.setdefault(_node_of(graph, change.kind, change.record).span.path, _OneFile())
            one.whole.append(change)
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
    if after is None:
        return Replaced(path, before, None, shown)
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


def _changed(text: str, shown: str, one: _OneFile, *, in_one_file: bool) -> str | None:
    """Return the new text of a file; `None` where it goes, as that of a section that is taken out."""
    if shown.endswith(MARKDOWN):
        if one.whole:
            return _section_changed(text, shown, one.whole[-1].fields)
        if not one.added:
            return change_markdown(text, shown, one.in_text, one.changes)
        (sections,) = one.added.values()
        if text or len(sections) > 1:
            raise CannotChangeError(not_changeable(Span(shown)))
        return _section(sections[0])
    text = _with_more(text, shown, one.more, in_one_file=in_one_file)
    text = change_texts(text, shown, one.changes)
    for whole in one.whole:
        text = rewrite_record(text, shown, _place_in(text, shown, whole, in_one_file=in_one_file), whole.fields)
    if one.whole and read_node(text, shown) is None:  # a file without a record says so
        text = f"{text}{'' if text.endswith(_LINE_END) or not text else _LINE_END}[]{_LINE_END}"
    for kind, records in one.added.items():
        text = append_records(text, shown, kind, records, in_one_file=in_one_file)
    return text


def _with_more(text: str, shown: str, more: Sequence[MoreFields], *, in_one_file: bool) -> str:
    """Return the text with more fields in some records: in lists from the last up, so that places above stay true."""
    given: defaultdict[str, dict[Span, Mapping[str, Any]]] = defaultdict(dict)
    for one in more:
        given[one.kind][one.span] = with_more(given[one.kind].get(one.span, {}), one.fields)
    for kind in sorted(given, key=lambda kind: -min(span.line for span in given[kind])):
        added = [Addition(span, fields) for span, fields in given[kind].items()]
        spellings = KIND_BY_KEY[kind].record.spellings
        text = add_fields(text, shown, kind, added, in_one_file=in_one_file, spellings=spellings)
    return text


def _place_in(text: str, shown: str, change: WholeRecord, *, in_one_file: bool) -> tuple[str | int, ...]:
    """Return the keys and the number that lead to a record in its file."""
    root = read_node(text, shown)
    is_keyed = (
        isinstance(root, MappingNode) and root.get(change.kind) is not None and (in_one_file or change.kind != CASE)
    )
    above = (change.kind,) if is_keyed else ()
    if change.kind == CASE:
        return above
    for number, node in enumerate(records_in(text, shown, change.kind, in_one_file=in_one_file)):
        if _id_of(node) == change.record:
            return (*above, number)
    raise changed_since(Span(shown))


def _id_of(node: Node) -> str:
    key = node.get("id") if isinstance(node, MappingNode) else None
    return key.text if isinstance(key, Scalar) else ""


def _section_changed(text: str, shown: str, fields: Mapping[str, Any] | None) -> str | None:
    """Return the file of a section with other fields or another text; `None` where the section goes."""
    if fields is None:
        return None
    before, head, behind = around_head(text)
    wanted = {key: value for key, value in fields.items() if key not in {"id", TEXT}}
    made = f"{before}{rewrite_record(head, shown, (), wanted)}{behind}" if head else text
    old = _plain(records_in(made, shown, NARRATIVE, in_one_file=False)[0]).get(TEXT, "")
    return change_markdown(made, shown, tuple(edits_between(old, str(fields.get(TEXT, "")))), ())


def _plain(node: Node) -> dict[str, Any]:
    plain = to_plain(node)
    return plain if isinstance(plain, dict) else {}


def record_as_written(graph: CaseGraph, kind: str, record: str) -> dict[str, Any]:
    """Return a record as its file has it, faulty fields and misspelt ones too: strings, lists and parts.

    Raises `CannotChangeError` where there is no such record, or its file cannot be read.
    """
    files = CaseFiles.of(graph)
    if files.is_workbook:
        book = files.path_of(files.one_file)
        nodes = _nodes(read_workbook_case(book, files.one_file, book.read_bytes()), kind)
    else:
        node = _node_of(graph, kind, record)
        text = graph.texts.get(node.span.path, "")
        nodes = records_in(text, node.span.path, kind, in_one_file=bool(files.one_file))
    found = next((one for one in nodes if kind == CASE or _id_of(one) == record), None)
    if found is None:
        raise CannotChangeError(_nothing_there(kind, record, (), graph.case_node.span))
    return _plain(found)


def _section(record: Mapping[str, Any]) -> str:
    fields = {key: value for key, value in record.items() if key not in {"id", TEXT}}
    return markdown_text(fields, str(record.get(TEXT, "")))


# Changes of records in a case that is a workbook: what the workbook shall hold.


def changed_workbook(graph: CaseGraph, files: CaseFiles, changes: Sequence[Change]) -> list[Replaced]:
    """Return the workbook where it changes. Raises `CannotChangeError` where it cannot be changed safely."""
    fields = [_new_field(graph, one) for one in changes if isinstance(one, NewWords | NewValue | NoValue)]
    whole = [one for one in changes if isinstance(one, WholeRecord)]
    more = [one for one in changes if isinstance(one, MoreFields)]
    added: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for change in changes:
        if isinstance(change, NewRecords):
            added[change.kind] += change.records

    def changed(book: Path, shown: str, data: bytes) -> bytes:
        data = append_rows(book, shown, change_fields(book, shown, data, fields), added, REFERENCES)
        if not (whole or more):
            return data
        source = read_workbook_case(book, shown, data)
        held = plain_records(source)
        return change_records(source, book, shown, data, _completed(held, more) | _with_whole(held, whole), REFERENCES)

    return replaced_workbook(files, (change.kind for change in changes), changed)


def _with_whole(held: Mapping[str, Sequence[Any]], whole: Sequence[WholeRecord]) -> dict[str, list[Any]]:
    """Return the records of the kinds that change, each as it shall be."""
    wanted = {one.kind: list(held[one.kind]) for one in whole}
    for one in whole:
        records = wanted[one.kind]
        place = next(
            (n for n, record in enumerate(records) if one.kind == CASE or record.get("id") == one.record), None
        )
        if place is not None:
            records[place : place + 1] = [] if one.fields is None else [one.fields]
    return wanted


def _completed(held: Mapping[str, Sequence[Any]], more: Sequence[MoreFields]) -> dict[str, list[Any]]:
    """Return the records of the kinds of which some get more, each field under the name that the record has it by."""
    given: defaultdict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for one in more:
        given[one.kind][one.record] = with_more(given[one.kind].get(one.record, {}), one.fields)
    return {
        kind: [with_more(record, _as_spelt(kind, record, records.get(str(record.get("id")), {})))
               for record in held[kind]]
        for kind, records in given.items()
    }  # fmt: skip


def _as_spelt(kind: str, record: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    others = {ours: other for other, ours in KIND_BY_KEY[kind].record.spellings.items() if other in record}
    return {key if key in record else others.get(key, key): value for key, value in fields.items()}


def _new_field(graph: CaseGraph, change: FieldChange) -> NewField:
    new = new_text(graph, change)
    was = "" if new.field is None or new.field.is_null else new.field.text
    return NewField(change.kind, new.record.span, change.loc, was, new.text or None)


def changed_files(graph: CaseGraph, changes: Sequence[Change]) -> list[Replaced]:
    """Return the files of a case that change, each whole, for `output/together.py` to write; nothing is written here.

    Any number of changes of any records, in text files or in the workbook that the case is. A file in which nothing
    changes is left out. Raises `CannotChangeError`, with a finding, where one change cannot be made: a record or text
    is not there, a file was changed since it was read, is written so that it cannot be changed safely, or would have
    a fault of form that it has not, such as a date that is none or a field missing that must be there.
    """
    files = CaseFiles.of(graph)
    form = changed_workbook if files.is_workbook else changed_texts
    return form(graph, files, _by_text(changes)) if changes else []


def _by_text(changes: Sequence[Change]) -> list[Change]:
    """Put edits of one text together, since all count the characters of the text as it was."""
    found: dict[object, Change] = {}
    for change in changes:
        if isinstance(change, NewWords):
            text = (change.kind, change.record, change.loc)
            before = found.get(text)
            edits = before.edits if isinstance(before, NewWords) else ()
            found[text] = replace(change, edits=(*edits, *change.edits))
        else:
            found[len(found)] = change
    return list(found.values())
