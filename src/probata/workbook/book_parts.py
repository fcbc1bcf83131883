"""A workbook as the parts that it is packed of: some are changed, added or taken out, every other keeps its bytes.

Parts belong together by relationships and are declared by their types (ECMA-376 part 2, 9.2 and 10.1).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from probata.source.xlsx_reader import CellFormats, UnreadableWorkbookError, formats_of, parts_of_sheets, xml_part

MAX_UNPACKED: Final = 400_000_000
"""Bytes that all parts together may unpack to, pictures too."""

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "[Content_Types].xml"
_OF_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OF_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part; `target` is the full name of the other part."""

    id: str
    kind: str
    """The last word of its type, such as `comments`."""

    target: str


class BookParts:
    """The parts of one workbook.

    Raises what reading a zip file raises, which is `NO_WORKBOOK`, and `UnreadableWorkbookError` for one too large.
    """

    def __init__(self, data: bytes) -> None:
        self._packed = zipfile.ZipFile(io.BytesIO(data))
        if sum(entry.file_size for entry in self._packed.infolist()) > MAX_UNPACKED:
            raise UnreadableWorkbookError(is_too_large=True)
        self._names = {entry.filename for entry in self._packed.infolist()}
        self._roots: dict[str, Any] = {}
        self._gone: set[str] = set()
        self.sheets = dict(parts_of_sheets(self._packed))
        """Name of each sheet → name of its part."""

    def formats(self) -> CellFormats:
        """Return which cells show days and percentages."""
        return formats_of(self._packed)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._names and name not in self._gone

    def read(self, name: str) -> Any:
        """Return the root of a part, to be looked at."""
        return self._roots[name] if name in self._roots else xml_part(self._packed, name)

    def change(self, name: str) -> Any:
        """Return the root of a part, to be changed: it is written anew."""
        if name not in self._roots:
            self._roots[name] = xml_part(self._packed, name)
        return self._roots[name]

    def add(self, name: str, root: Any, content_type: str) -> None:
        """Add a part; of a part of VML the ending is declared, and of any other the part itself."""
        self._roots[name] = root
        self._names.add(name)
        types = self.change(_TYPES)
        ending = name.rpartition(".")[2]
        if ending != "vml":
            etree.SubElement(types, f"{_OF_TYPES}Override", PartName=f"/{name}", ContentType=content_type)
        elif not any(one.get("Extension", "").lower() == ending for one in types.iter(f"{_OF_TYPES}Default")):
            types.insert(0, etree.Element(f"{_OF_TYPES}Default", Extension=ending, ContentType=content_type))

    def remove(self, holder: str, relation: Relation) -> None:
        """Take out a part and the relationship of the part that holds it."""
        self._gone.add(relation.target)
        relations = self.change(_relations_of(holder))
        for one in [one for one in relations if one.get("Id") == relation.id]:
            relations.remove(one)
        types = self.change(_TYPES)
        for one in [one for one in types if one.get("PartName", "").lstrip("/") == relation.target]:
            types.remove(one)

    def relations(self, holder: str) -> Iterator[Relation]:
        """Give the relationships of a part to others of the workbook."""
        name = _relations_of(holder)
        for one in self.read(name) if self.has(name) else ():
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(holder), one.get("Target", "")))
                yield Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target.lstrip("/"))

    def related(self, holder: str, kind: str) -> Relation | None:
        """Return the first relationship of a kind to a part that is there."""
        return next((one for one in self.relations(holder) if one.kind == kind and self.has(one.target)), None)

    def relate(self, holder: str, kind: str, target: str) -> Relation:
        """Relate a part to another; `kind` is a word of the usual types of Office."""
        name = _relations_of(holder)
        if not self.has(name):
            self._roots[name] = etree.fromstring(f'<Relationships xmlns="{_OF_RELATIONS[1:-1]}"/>')
            self._names.add(name)
        relations = self.change(name)
        taken = {one.get("Id") for one in relations}
        id_ = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        etree.SubElement(
            relations, f"{_OF_RELATIONS}Relationship", Id=id_, Type=f"{OFFICE}/{kind}", Target=f"/{target}"
        )
        return Relation(id_, kind, target)

    def free_name(self, pattern: str) -> str:
        """Return a name for a new part, `{}` of the pattern being the first number that is free."""
        names = (pattern.format(number) for number in range(1, len(self._names) + 2))
        return next(name for name in names if name not in self._names)

    def to_bytes(self) -> bytes:
        """Pack the workbook again: parts in their order and with their dates, new ones behind them without."""
        made = io.BytesIO()
        old = [entry for entry in self._packed.infolist() if entry.filename not in self._gone]
        with zipfile.ZipFile(made, "w") as new:
            for entry in old:
                root = self._roots.get(entry.filename)
                data = self._packed.read(entry) if root is None else _written(root)
                new.writestr(entry, data, entry.compress_type)
            for name in sorted(self._roots.keys() - {entry.filename for entry in old} - self._gone):
                new.writestr(zipfile.ZipInfo(name, _FIRST_DAY), _written(self._roots[name]), zipfile.ZIP_DEFLATED)
        return made.getvalue()


def _relations_of(holder: str) -> str:
    folder, name = posixpath.split(holder)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _written(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
