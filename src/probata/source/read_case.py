"""Read all files of one case: a folder of files, or one file whose top-level keys are the files' names.

A kind of records is one file, `sources.yaml`, or where they are many a folder of files, `sources/`.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.source.case_source import CaseSource, list_folder, odd_name
from probata.source.file_names import SPREADSHEETS, one_form
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode
from probata.source.text_file import TextFile, fault
from probata.source.yaml_reader import read_yaml

# The version of the record format: which one is read, and what to do with another.

FORMAT = "1"
"""The format that this program reads. A case that names none is of the first one, `1`."""

OTHER_FORMATS = {"older-format", "newer-format"}
"""Findings on a case of which nothing is read."""


def other_format(case: Node | None) -> Diagnostic | None:
    """Return the finding for a case of another format; what is no number is left to the decoder."""
    found = case.get("format") if isinstance(case, MappingNode) else None
    if not isinstance(found, Scalar) or not (found.text.isascii() and found.text.isdigit()):
        return None
    written, ours = _in_order(found.text), _in_order(FORMAT)
    if written == ours:
        return None
    message = f"the case is in format {found.text}, and this version of Probata reads format {FORMAT}"
    if written < ours:
        return fault("SRC151", "older-format", message, found.span, say.either(
            "write `format: 1`, the first that there is",
            f"no workbook is older than format {FORMAT}: write `{FORMAT}` beside `Format` in the sheet `Case`",
        ))  # fmt: skip
    return fault("SRC152", "newer-format", message, found.span,
                 "install a newer version of Probata, or ask whoever sent the case for one in this format")  # fmt: skip


def _in_order(digits: str) -> tuple[int, str]:
    """Return what numbers are sorted by; Python refuses to make a number of thousands of digits."""
    significant = digits.lstrip("0")
    return len(significant), significant


NARRATIVE = "narrative"
CASE = "case"
_ENDINGS = {".yaml", ".yml"}


def read_case(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    """Read the case at `path`; `kinds` are the names of the record files, `narrative` among them.

    Never raises on the user's data: what cannot be read is in `findings`. Of a case of another format nothing is read
    but that it is one.
    """
    if path.is_dir():
        return _read_folder(path, shown, kinds)
    return _read_file(path, shown, kinds)


def _read_file(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    """Read a case that is one file."""
    source = CaseSource(one_form(path.stem), path.parent, "" if "/" not in shown else shown.rpartition("/")[0],
                        one_file=shown)  # fmt: skip
    file = source.read(path, shown)
    node = _parse(source, file, Severity.ERROR) if file else None
    fields = _as_mapping(source, node) if node else None
    if fields is None or _is_other_format(source, fields.get(CASE)):
        return source
    _take_keys(source, fields, kinds)
    if fields.get(CASE) is None:
        source.findings.append(fault("SRC144", "missing-case", f"there is no key `{CASE}`", fields.span,
                                     "write `case:` and below it, indented, `title: …`"))  # fmt: skip
    return source


def _read_folder(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    source = CaseSource(one_form(path.resolve().name), path, shown)
    source.findings.extend(odd_name(source.name, shown))
    found = _list(source, path, shown)
    if found and not any(file.stem == CASE and file.suffix in _ENDINGS for file in found):
        source.findings.append(fault("SRC102", "missing-file", "there is no such file", Span(f"{shown}/{CASE}.yaml"),
                                     "a case begins with a file `case.yaml` that holds its title"))  # fmt: skip
    # The case first: in another format, the other files would be full of faults that are none.
    for file in sorted(found, key=lambda file: file.stem != CASE):
        if file.name == NARRATIVE:
            _take_narrative(source, file, f"{shown}/{NARRATIVE}")
        elif file.name in kinds and file.is_dir():
            _take_parts(source, file, f"{shown}/{file.name}")
        elif file.suffix in _ENDINGS:
            _take_file(source, file, f"{shown}/{file.name}", kinds)
            if file.stem == CASE and _is_other_format(source, source.case):
                source.case = None
                break
        elif file.name.partition(".")[0] in (*kinds, CASE) and file.suffix.lower() not in SPREADSHEETS:
            source.findings.append(_other_ending(file.name, f"{shown}/{file.name}"))
    return source


def _is_other_format(source: CaseSource, case: Node | None) -> bool:
    other = other_format(case)
    source.findings.extend([other] if other else [])
    return other is not None


def _list(source: CaseSource, folder: Path, shown: str) -> list[Path]:
    entries, found = list_folder(folder, shown)
    source.findings.extend(found)
    return entries


def _take_narrative(source: CaseSource, folder: Path, shown: str) -> None:
    for path in _list(source, folder, shown):
        file = source.read(path, f"{shown}/{path.name}") if path.suffix == ".md" else None
        if file is not None:
            source.findings.extend(odd_name(f"{NARRATIVE}/{path.name}", file.shown))
            node, found = read_markdown(file, path.stem)
            source.findings.extend(found)
            if node is not None:
                source.records.setdefault(NARRATIVE, []).append(node)


def _take_file(source: CaseSource, path: Path, shown: str, kinds: tuple[str, ...]) -> None:
    name = path.stem
    if name not in (*kinds, CASE):
        source.findings.append(_unknown(name, Span(shown), kinds, "file"))
        return
    if name != CASE:
        _take_records(source, path, shown, name)
        return
    file = source.read(path, shown)
    node = _parse(source, file, Severity.ERROR) if file else None
    source.case = _as_mapping(source, node) if node else None


def _take_parts(source: CaseSource, folder: Path, shown: str) -> None:
    """Take the records of a kind that has a folder of files instead of one, by the names of the files."""
    for path in _list(source, folder, shown):
        if path.suffix in _ENDINGS:
            source.findings.extend(odd_name(f"{folder.name}/{path.name}", f"{shown}/{path.name}"))
            _take_records(source, path, f"{shown}/{path.name}", folder.name)
        else:
            source.findings.append(_other_ending(path.name, f"{shown}/{path.name}"))


def _take_records(source: CaseSource, path: Path, shown: str, kind: str) -> None:
    before = len(source.findings)
    file = source.read(path, shown)
    node = _parse(source, file, Severity.WARNING) if file else None
    records = _as_list(source, node, kind) if node is not None else []
    if node is not None:
        source.records.setdefault(kind, []).extend(records)
    if not records and any(found.severity is Severity.ERROR for found in source.findings[before:]):
        source.unread.add(kind)


def _take_keys(source: CaseSource, node: MappingNode, kinds: tuple[str, ...]) -> None:
    for entry in node.entries:
        name = entry.key.text
        if name == CASE:
            source.case = _as_mapping(source, entry.value)
        elif name in kinds:
            source.records.setdefault(name, []).extend(_as_list(source, entry.value, name))
        else:
            source.findings.append(_unknown(name, entry.key.span, kinds, "key"))


def _parse(source: CaseSource, file: TextFile, weight_of_empty: Severity) -> Node | None:
    node, found = read_yaml(file.text, file.shown)
    source.findings.extend(found)
    if node is None and not found:
        is_case = weight_of_empty is Severity.ERROR
        help = "write `title: …` into it" if is_case else "write a record into it, or delete it"
        source.findings.append(Diagnostic("SRC122", "empty-file", weight_of_empty, "the file is empty",
                                          Span(file.shown), help))  # fmt: skip
    return node


def _as_mapping(source: CaseSource, node: Node) -> MappingNode | None:
    if isinstance(node, MappingNode):
        return node
    source.findings.append(fault("SRC141", "wrong-shape", "fields are expected here, each as `name: value`", node.span,
                                 "write `title: …` and the other fields one below the other"))  # fmt: skip
    return None


def _as_list(source: CaseSource, node: Node, name: str) -> list[Node]:
    if isinstance(node, SequenceNode):
        return list(node.items)
    if isinstance(node, Scalar) and node.is_null:
        return []
    if isinstance(node, MappingNode) and len(node.entries) == 1 and node.entries[0].key.text == name:
        return _as_list(source, node.entries[0].value, name)
    source.findings.append(fault("SRC141", "wrong-shape", "a list of records is expected here", node.span,
                                 "begin each record with a hyphen: `- id: …`"))  # fmt: skip
    return []


def _other_ending(name: str, shown: str) -> Diagnostic:
    return Diagnostic("SRC143", "unread-file", Severity.WARNING, f"`{name}` is not read: it does not end in `.yaml`",
                      Span(shown), f"call it `{name.partition('.')[0]}.yaml`, or give it another name")  # fmt: skip


_CALLED = {
    "persons": "people", "organisations": "bodies", "organizations": "bodies", "posts": "positions",
    "tables": "datasets", "incidents": "events", "documents": "sources", "tenures": "roles", "witnesses": "statements",
}  # fmt: skip
"""What people call a kind of records that has another name."""


def _unknown(name: str, span: Span, kinds: tuple[str, ...], what: str) -> Diagnostic:
    meant = [_CALLED[name]] if _CALLED.get(name) in kinds else []
    near = meant or get_close_matches(name, (*kinds, CASE), 1)
    help = f"did you mean `{near[0]}`?" if near else f"record files are {', '.join((CASE, *kinds))}"
    return fault("SRC142", "unknown-record-file", f"`{name}` is no {what} of a case", span, help)
