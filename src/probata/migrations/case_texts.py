"""The record files of a case as text, with their nodes: what a step of a migration looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.source.file_names import on_disk
from probata.source.listing import list_folder
from probata.source.node import Mapping, Node, Sequence
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
    def case(self) -> Mapping | None:
        """The fields of the case."""
        return next((node for node in self.nodes.get(CASE, []) if isinstance(node, Mapping)), None)

    def records(self, kind: str) -> Iterator[Mapping]:
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
    return parsed(paths, texts, path.is_dir())


def parsed(paths: dict[str, Path], texts: dict[str, str], is_folder: bool) -> tuple[CaseTexts | None, list[Diagnostic]]:
    """Return the texts with their nodes; `None` with findings where one is no YAML."""
    nodes: dict[str, list[Node]] = {}
    found: list[Diagnostic] = []
    for shown, text in texts.items():
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        node, faults = read_yaml(plain, shown)
        found.extend(faults)
        if is_folder and node is not None:
            nodes.setdefault(Path(shown).stem, []).append(node)
        elif isinstance(node, Mapping):
            for entry in node.entries:
                nodes.setdefault(entry.key.text, []).append(entry.value)
    return (None, found) if found else (CaseTexts(paths, texts, nodes), [])


def _files(path: Path, shown: str) -> tuple[list[TextFile | Diagnostic], list[Diagnostic]]:
    if not path.is_dir():
        return [read_text(path.parent, path, shown)], []
    entries, found = list_folder(path, shown)
    faults = [fault for fault in found if fault.name != "names-alike"]
    return [read_text(path, file, f"{shown}/{file.name}") for file in entries if file.suffix in _ENDINGS], faults


def _records(node: Node, kind: str) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Mapping))
    elif isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key.text == kind:
        yield from _records(node.entries[0].value, kind)
