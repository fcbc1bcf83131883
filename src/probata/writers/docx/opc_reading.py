"""Reading a Word file that a user gives as reference: parts in, dangers refused."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import Final
from urllib.parse import unquote

from lxml.etree import XMLSyntaxError

from probata.writers.docx.elements import Element, parse
from probata.writers.docx.opc import MAIN, OFFICE, PACKAGE, Package, Part, Relationship, relationships_name
from probata.writers.format import WriteError

LARGEST: Final = 100_000_000
"""Bytes of all parts together, unpacked; a letterhead has some ten thousand."""

SAVE_AGAIN: Final = "save it again from Word as `Word Document (*.docx)`"


def read_package(data: bytes) -> Package:
    """Read a reference file.

    Raises `WriteError` for what is no Word file, for one too large, with macros, or with a relationship that
    leads outside and is not a hyperlink: a template that is fetched tells its owner who opened the filing.
    """
    files = _unzip(data)
    types = _ContentTypes(_parse(files, "[Content_Types].xml"))
    parts = {name: Part(name, types.of(name), body) for name, body in files.items() if _is_part(name)}
    root = Part("", "", b"", _read_relationships(files, "", parts))
    for part in parts.values():
        part.relationships = _read_relationships(files, part.name, parts)
    package = Package(root, parts)
    _refuse_macros(parts)
    if not package.related(root, "officeDocument"):
        raise WriteError(f"the reference file has no main document: {SAVE_AGAIN}")
    package.main().content_type = MAIN  # a template (.dotx) becomes a document
    return package


def _unzip(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise WriteError("the reference file is larger than 100 MB unpacked: take its pictures out")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        # RuntimeError: it has a password. NotImplementedError: zipfile does not know the way in which it is packed.
        raise WriteError(f"the reference file is no Word file or has a password: {SAVE_AGAIN}") from error


def _parse(files: dict[str, bytes], name: str) -> Element:
    try:
        return parse(files[name])
    except (KeyError, XMLSyntaxError) as error:
        raise WriteError(f"the reference file has no readable `{name}`: {SAVE_AGAIN}") from error


def _is_part(name: str) -> bool:
    return name != "[Content_Types].xml" and not name.endswith(".rels")


class _ContentTypes:
    """The types that `[Content_Types].xml` declares, by part and by ending."""

    def __init__(self, root: Element) -> None:
        space = f"{{{PACKAGE}content-types}}"
        self._by_part = {e.get("PartName", "").lower(): e for e in root.iter(f"{space}Override")}
        self._by_ending = {e.get("Extension", "").lower(): e for e in root.iter(f"{space}Default")}

    def of(self, name: str) -> str:
        """Return the type of a part; parts without one are plain bytes."""
        ending = name.rpartition(".")[2].lower()
        found = self._by_part.get(f"/{name}".lower(), self._by_ending.get(ending))
        return "application/octet-stream" if found is None else found.get("ContentType", "")


def _read_relationships(files: dict[str, bytes], part: str, parts: dict[str, Part]) -> list[Relationship]:
    name = relationships_name(part)
    if name not in files:
        return []
    folder = posixpath.dirname(part)
    all_ = [_read_relationship(element, folder) for element in _parse(files, name)]
    # Word itself leaves arrows to nothing (`NULL`); they lead nowhere and are not kept.
    return [r for r in all_ if r.external or r.target in parts]


def _read_relationship(element: Element, folder: str) -> Relationship:
    type_, target = element.get("Type", ""), element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if external and type_ != f"{OFFICE}hyperlink":
        what = type_.rpartition("/")[2] or "something"
        raise WriteError(
            f"the reference file fetches its `{what}` from outside (`{target}`): "
            "detach it in Word (Developer, Document Template; File, Info, Edit Links) and save again"
        )
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relationship(element.get("Id", ""), type_, target, external)


def _refuse_macros(parts: dict[str, Part]) -> None:
    for part in parts.values():
        if "macroEnabled" in part.content_type or "vba" in part.content_type.lower():
            raise WriteError(f"the reference file has macros (`{part.name}`): {SAVE_AGAIN}, which has none")
