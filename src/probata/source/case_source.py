"""All files of one case, as nodes: a folder of files, or one file whose top-level keys are the files' names."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.csv_reader import CsvTable, read_csv
from probata.source.markdown_reader import read_markdown
from probata.source.node import Mapping, Node, Scalar, Sequence
from probata.source.text_file import TextFile, fault, read_text
from probata.source.yaml_reader import read_yaml

NARRATIVE = "narrative"
CASE = "case"


@dataclass(slots=True)
class CaseSource:
    """What was read: `case` and one list of nodes for each record kind, with the findings of reading."""

    name: str
    root: Path
    shown: str
    case: Mapping | None = None
    records: dict[str, list[Node]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """Text of every file read, by its shown path, for the line that a message shows."""
    findings: list[Diagnostic] = field(default_factory=list)

    def table(self, relative: str) -> CsvTable | None:
        """Read a CSV file of the case; faults are added to the findings."""
        file = self.read(self.root / relative, f"{self.shown}/{relative}")
        if file is None:
            return None
        table, found = read_csv(file)
        self.findings.extend(found)
        return table

    def read(self, path: Path, shown: str) -> TextFile | None:
        """Read one file of the case; a fault is added to the findings and gives `None`."""
        file = read_text(self.root, path, shown)
        if isinstance(file, Diagnostic):
            self.findings.append(file)
            return None
        self.texts[shown] = file.text
        return file


def read_case(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    """Read the case at `path`; `kinds` are the names of the record files, `narrative` among them.

    Never raises on the user's data: what cannot be read is in `findings`.
    """
    if path.is_dir():
        return _read_folder(path, shown, kinds)
    source = CaseSource(path.stem, path.parent, str(Path(shown).parent.as_posix()))
    file = source.read(path, shown)
    node = _parse(source, file) if file else None
    if isinstance(node, Mapping):
        _take_keys(source, node, kinds)
    return source


def _read_folder(path: Path, shown: str, kinds: tuple[str, ...]) -> CaseSource:
    source = CaseSource(path.resolve().name, path, shown)
    if not (path / f"{CASE}.yaml").is_file():
        source.findings.append(fault("SRC102", "missing-file", "there is no such file", Span(f"{shown}/{CASE}.yaml"),
                                     "a case begins with a file `case.yaml` that holds its title"))  # fmt: skip
    for file_path in sorted(path.glob("*.y*ml")):
        _take_file(source, file_path, f"{shown}/{file_path.name}", kinds)
    for file_path in sorted((path / NARRATIVE).glob("*.md")):
        file = source.read(file_path, f"{shown}/{NARRATIVE}/{file_path.name}")
        if file is not None:
            node, found = read_markdown(file, file_path.stem)
            source.findings.extend(found)
            if node is not None:
                source.records.setdefault(NARRATIVE, []).append(node)
    return source


def _take_file(source: CaseSource, path: Path, shown: str, kinds: tuple[str, ...]) -> None:
    name = path.stem
    if name not in (*kinds, CASE) or path.suffix not in {".yaml", ".yml"}:
        source.findings.append(_unknown(name, Span(shown), kinds, "file"))
        return
    file = source.read(path, shown)
    node = _parse(source, file) if file else None
    if node is None:
        return
    if name == CASE:
        source.case = _as_mapping(source, node)
    else:
        source.records.setdefault(name, []).extend(_as_list(source, node, name))


def _take_keys(source: CaseSource, node: Mapping, kinds: tuple[str, ...]) -> None:
    for entry in node.entries:
        name = entry.key.text
        if name == CASE:
            source.case = _as_mapping(source, entry.value)
        elif name in kinds:
            source.records.setdefault(name, []).extend(_as_list(source, entry.value, name))
        else:
            source.findings.append(_unknown(name, entry.key.span, kinds, "key"))


def _parse(source: CaseSource, file: TextFile) -> Node | None:
    node, found = read_yaml(file.text, file.shown)
    source.findings.extend(found)
    if node is None and not found:
        source.findings.append(Diagnostic("SRC122", "empty-file", Severity.WARNING, "the file is empty",
                                          Span(file.shown), "write a record into it, or delete it"))  # fmt: skip
    return node


def _as_mapping(source: CaseSource, node: Node) -> Mapping | None:
    if isinstance(node, Mapping):
        return node
    source.findings.append(fault("SRC141", "wrong-shape", "fields are expected here, each as `name: value`", node.span,
                                 "write `title: …` and the other fields one below the other"))  # fmt: skip
    return None


def _as_list(source: CaseSource, node: Node, name: str) -> list[Node]:
    if isinstance(node, Sequence):
        return list(node.items)
    if isinstance(node, Scalar) and node.is_null:
        return []
    if isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key.text == name:
        return _as_list(source, node.entries[0].value, name)
    source.findings.append(fault("SRC141", "wrong-shape", "a list of records is expected here", node.span,
                                 "begin each record with a hyphen: `- id: …`"))  # fmt: skip
    return []


def _unknown(name: str, span: Span, kinds: tuple[str, ...], what: str) -> Diagnostic:
    near = get_close_matches(name, (*kinds, CASE), 1)
    help = f"did you mean `{near[0]}`?" if near else f"record files are {', '.join((CASE, *kinds))}"
    return fault("SRC142", "unknown-record-file", f"`{name}` is no {what} of a case", span, help)
