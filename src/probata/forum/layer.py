"""The chain of `forum.yaml` files of one forum, its own first: each read, with its places, and checked by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from probata.diagnostics import Diagnostic, Span
from probata.forum.discovery import PROFILE, ForumFolder
from probata.forum.faults import form_faults, forum_fault, unknown_forum
from probata.forum.profile import Profile
from probata.forum.words import read_words
from probata.source.node import MappingNode, Node, node_at, to_plain
from probata.source.text_file import TEMPLATES, read_text
from probata.source.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Layer:
    """One `forum.yaml` of the chain."""

    folder: ForumFolder
    node: Node
    data: Mapping[str, Any]
    """The same as plain data: strings, lists and dictionaries."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Words of its folder by language."""

    @property
    def extends(self) -> str | None:
        """The forum from which it inherits."""
        value = self.data.get("extends")
        return value if isinstance(value, str) else None

    def faults(self) -> Iterator[Diagnostic]:
        """Give what is wrong in this file alone. A field that is missing here may be inherited, so it is no fault."""
        try:
            Profile.model_validate(self.data)
        except ValidationError as error:
            yield from form_faults(error, Profile, self.node)
        yield from self._repeated_ids()
        if self.data.get("id") != self.folder.id:
            place = node_at(self.node, ("id",)).span
            yield forum_fault("FOR107", "other-id", f"the id is not the name of the folder `{self.folder.id}`", place,
                              f"write `id: {self.folder.id}`")  # fmt: skip

    def _repeated_ids(self) -> Iterator[Diagnostic]:
        for key, items in self.data.items():
            seen: set[str] = set()
            for position, item in enumerate(items if isinstance(items, list) else []):
                found = item.get("id") if isinstance(item, Mapping) else None
                if isinstance(found, str) and found in seen:
                    place = node_at(self.node, (key, position, "id")).span
                    yield forum_fault("FOR109", "repeated-id", f"`{found}` stands twice in `{key}`", place,
                                      "give one of the two another id, or make one of them")  # fmt: skip
                seen |= {found} if isinstance(found, str) else set()


def read_chain(first: ForumFolder, folders: Mapping[str, ForumFolder]) -> tuple[list[Layer], list[Diagnostic]]:
    """Read a forum and all it inherits from; stops at the first file that cannot be read or names no next one."""
    layers: list[Layer] = []
    folder = first
    while True:
        layer = _read(folder)
        if not isinstance(layer, Layer):
            return layers, layer
        layers.append(layer)
        parent = layer.extends
        if parent is None:
            return layers, []
        place = node_at(layer.node, ("extends",)).span
        if parent not in folders:
            return layers, [unknown_forum(parent, list(folders), place)]
        names = [passed.folder.id for passed in layers]
        if parent in names:
            return layers, [_circle([*names, parent], list(folders), place)]
        folder = folders[parent]


def _circle(names: list[str], known: list[str], place: Span) -> Diagnostic:
    way = " → ".join(f"`{name}`" for name in names)
    return forum_fault("FOR102", "circle-of-forums", f"the forums extend each other in a circle: {way}", place,
                       f"let one of them extend another forum; the forums are: {', '.join(known)}")  # fmt: skip


def _read(folder: ForumFolder) -> Layer | list[Diagnostic]:
    path = folder.path / PROFILE
    file = read_text(folder.root, path, path.as_posix(), TEMPLATES)
    if isinstance(file, Diagnostic):
        return [file]
    node, findings = read_yaml(file.text, file.shown)
    if findings:
        return findings
    if not isinstance(node, MappingNode):
        return [forum_fault("FOR106", "no-profile", "the file holds no fields", node.span if node else Span(file.shown),
                            f"write `id: {folder.id}` and the other fields, one a line")]  # fmt: skip
    words, faults = read_words(folder)
    return faults or Layer(folder, node, to_plain(node), words)


# How the `forum.yaml` of a child stands over that of its parent.
# 1. A group of fields is merged field by field. 2. A list whose items have an `id` is merged by it: the child's item
# is merged over the parent's of the same id, in the parent's place; new ones follow at the end. 3. Anything else that
# the child writes, a plain list too, stands in the place of the parent's.


def merge(parent: Any, child: Any) -> Any:
    """Return the child's plain data over the parent's. Neither is changed."""
    if isinstance(parent, Mapping) and isinstance(child, Mapping):
        return _merge_mappings(parent, child)
    if _has_ids(parent) and _has_ids(child):
        return list(_merge_mappings(_by_id(parent), _by_id(child)).values())
    return child


def _merge_mappings(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        merged[key] = merge(parent[key], value) if key in parent else value
    return merged


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) and "id" in item for item in value)


def _by_id(items: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {item["id"]: item for item in items}
