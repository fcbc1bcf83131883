"""Open Packaging: a Word file as parts and the relationships between them.

Written on `zipfile` and lxml alone: beyond the package, which is these hundred lines, python-docx would give
us only paragraph calls that are ten times slower than elements of our own.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from probata.word.xml_text import quoteattr

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CORE_PROPERTIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN: Final = f"{WORD}document.main+xml"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FIRST_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """An arrow from a part to another, or to an address outside."""

    id: str
    type: str
    target: str
    """Name of a part without a leading slash, or an address."""

    external: bool = False


@dataclass(slots=True)
class Part:
    """One file of the package."""

    name: str
    """Without a leading slash: `word/document.xml`."""

    content_type: str
    data: bytes
    relationships: list[Relationship] = field(default_factory=list)

    def relate(self, type_: str, target: str, *, external: bool = False) -> str:
        """Return the id of the relationship, added where it is not yet there."""
        for known in self.relationships:
            if (known.type, known.target, known.external) == (type_, target, external):
                return known.id
        taken = {known.id for known in self.relationships}
        id_ = next(f"rId{n}" for n in range(len(taken) + 1, 2 * len(taken) + 2) if f"rId{n}" not in taken)
        self.relationships.append(Relationship(id_, type_, target, external))
        return id_


@dataclass(slots=True)
class Package:
    """All parts. `root` is no part of its own: its relationships are those of the package."""

    root: Part
    parts: dict[str, Part]

    def main(self) -> Part:
        """Return the main document part."""
        return self.related(self.root, "officeDocument")[0]

    def related(self, part: Part, kind: str) -> list[Part]:
        """Return the parts that `part` names as its `styles`, `header` and so on."""
        return [self.parts[r.target] for r in part.relationships if r.type == OFFICE + kind and not r.external]

    def add(self, part: Part, source: Part, type_: str) -> str:
        """Add a part, or put it in place of one of its name, and return the relationship's id."""
        self.parts[part.name] = part
        return source.relate(type_, part.name)

    def reachable(self) -> list[Part]:
        """Return the parts that relationships lead to, sorted by name; others are not written."""
        seen: dict[str, Part] = {}
        waiting = [self.root]
        while waiting:
            for relationship in waiting.pop().relationships:
                if not relationship.external and relationship.target not in seen:
                    seen[relationship.target] = self.parts[relationship.target]
                    waiting.append(seen[relationship.target])
        return [seen[name] for name in sorted(seen)]

    def to_bytes(self) -> bytes:
        """Return the file: parts sorted by name, every date the first that a ZIP file can hold."""
        files = dict(_files(self.root, self.reachable()))
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(name, FIRST_ZIP_DATE)
                entry.create_system = 0  # otherwise the machine's own number
                archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 6)
        return out.getvalue()


def relationships_name(part: str) -> str:
    """Return the name of the file that holds a part's relationships."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _files(root: Part, parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", _content_types(parts)
    for part in (root, *parts):
        if part.name:
            yield part.name, part.data
        if part.relationships:
            yield relationships_name(part.name), _relationships(part)


def _content_types(parts: list[Part]) -> bytes:
    default = "application/vnd.openxmlformats-package.relationships+xml"
    lines = [f'<Default Extension="rels" ContentType="{default}"/>', _XML_DEFAULT]
    images = {_ending(part): part.content_type for part in parts if part.content_type.startswith("image/")}
    lines += [
        f"<Default Extension={quoteattr(ending)} ContentType={quoteattr(images[ending])}/>" for ending in sorted(images)
    ]
    lines += [
        f"<Override PartName={quoteattr('/' + part.name)} ContentType={quoteattr(part.content_type)}/>"
        for part in parts
        if images.get(_ending(part)) != part.content_type
    ]
    return f'{DECLARATION}<Types xmlns="{PACKAGE}content-types">{"".join(lines)}</Types>'.encode()


def _ending(part: Part) -> str:
    return part.name.rpartition(".")[2].lower()


_XML_DEFAULT: Final = '<Default Extension="xml" ContentType="application/xml"/>'


def _relationships(part: Part) -> bytes:
    lines = "".join(_relationship(part, relationship) for relationship in part.relationships)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}relationships">{lines}</Relationships>'.encode()


def _relationship(part: Part, relationship: Relationship) -> str:
    folder = posixpath.dirname(part.name)
    inside = posixpath.relpath(relationship.target, folder or ".") if not relationship.external else ""
    target = quoteattr(relationship.target if relationship.external else inside)
    mode = ' TargetMode="External"' if relationship.external else ""
    id_, type_ = quoteattr(relationship.id), quoteattr(relationship.type)  # they may be a stranger's
    return f"<Relationship Id={id_} Type={type_} Target={target}{mode}/>"
