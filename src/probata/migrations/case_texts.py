"""The record files of a case as text, with their nodes: what a step of a migration looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from probata.diagnostics import Diagnostic
from probata.source.case_source import list_folder
from probata.source.file_names import on_disk
from probata.source.node import MappingNode, Node, SequenceNode
from probata.source.text_file import TextFile, read_text
from probata.source.yaml_reader import read_yaml

CASE = "case"
_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """A case that can be edited, in one folder or in one file."""

    paths: dict[str, Path]
    """Where each file lies, by its shown path."""
    texts: dict[str, str]
    """The text of each file, its line ends and byte-order mark included."""
    nodes: dict[str, list[Node]]
    """What stands in the files, by record kind; `case` is one of them."""

    @property
    def case(self) -> MappingNode | None:
        """The fields of the case."""
        return next((node for node in self.nodes.get(CASE, []) if isinstance(node, MappingNode)), None)

    def records(self, kind: str) -> Iterator[MappingNode]:
        """Give the records of a kind, whether or not the file has its own name as a key."""
        for node in self.nodes.get(kind, []):
            yield from _records(node, kind)


def read_texts(path: Path, shown: str) -> tuple[CaseTexts | None, list[Diagnostic]]:
    """Read the record files of a case; `None` with findings where one of them cannot be read."""
    files, found = _files(path, shown)
    read = [file for file in files if isinstance(file, TextFile)]
    found = [*found, *(file for file in files if isinstance(file, Diagnostic))]
    if found:
        return None, found
    paths = {file.shown: on_disk(file.path).resolve() for file in read}
    # Read again as it is: a text file has its line ends made alike.
    texts = {name: place.read_bytes().decode() for name, place in paths.items()}
    return parsed(paths, texts, shown if path.is_dir() else None)


def parsed(
    paths: dict[str, Path], texts: dict[str, str], folder: str | None
) -> tuple[CaseTexts | None, list[Diagnostic]]:
    """Return the texts with their nodes; `None` with findings where one is no YAML.

    `folder` is the shown path of a case that is a folder, or `None`.
    """
    nodes: dict[str, list[Node]] = {}
    found: list[Diagnostic] = []
    for shown, text in texts.items():
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        node, faults = read_yaml(plain, shown)
        found.extend(faults)
        if folder is not None and node is not None:
            nodes.setdefault(PurePosixPath(PurePosixPath(shown).relative_to(folder).parts[0]).stem, []).append(node)
        elif isinstance(node, MappingNode):
            for entry in node.entries:
                nodes.setdefault(entry.key.text, []).append(entry.value)
    return (None, found) if found else (CaseTexts(paths, texts, nodes), [])


def _files(path: Path, shown: str) -> tuple[list[TextFile | Diagnostic], list[Diagnostic]]:
    if not path.is_dir():
        return [read_text(path.parent, path, shown)], []
    entries, faults = _files_below(path, shown)
    for folder in [entry for entry, _ in entries if entry.is_dir()]:
        parts, more = _files_below(folder, f"{shown}/{folder.name}")
        entries, faults = [*entries, *parts], [*faults, *more]
    return [read_text(path, file, name) for file, name in entries if file.suffix in _ENDINGS], faults


def _files_below(folder: Path, shown: str) -> tuple[list[tuple[Path, str]], list[Diagnostic]]:
    entries, found = list_folder(folder, shown)
    return [(entry, f"{shown}/{entry.name}") for entry in entries], [f for f in found if f.name != "names-alike"]


def _records(node: Node, kind: str) -> Iterator[MappingNode]:
    if isinstance(node, SequenceNode):
        yield from (item for item in node.items if isinstance(item, MappingNode))
    elif isinstance(node, MappingNode) and len(node.entries) == 1 and node.entries[0].key.text == kind:
        yield from _records(node.entries[0].value, kind)
