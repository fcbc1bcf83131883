"""Reading a Word file that somebody gives: parts in, dangers refused."""

from __future__ import annotations

import posixpath
from typing import Final
from urllib.parse import unquote

from lxml.etree import XMLSyntaxError

from probata.word.elements import Element, parse
from probata.word.opc import MAIN, OFFICE, PACKAGE, Package, Part, Relationship, relationships_name
from probata.word.refused import SAVE_AGAIN, WordFileError
from probata.word.strict import usual_name
from probata.word.unpack import unpack

MAIN_TYPES: Final = frozenset({MAIN, MAIN.replace("document.main", "template.main")})


def read_package(data: bytes) -> Package:
    """Read a Word file; a template (`.dotx`) becomes a document.

    Raises `WordFileError` for what `unpack` refuses, for a file with macros, and for one without a main document.
    What the file fetches from outside is kept as a relationship and never fetched; see `refuse_what_is_fetched`.
    """
    files = unpack(data)
    types = _ContentTypes(_parse(files, "[Content_Types].xml"))
    parts = {name: Part(name, types.of(name), body) for name, body in files.items() if _is_part(name)}
    root = Part("", "", b"", _read_relationships(files, "", parts))
    for part in parts.values():
        part.relationships = _read_relationships(files, part.name, parts)
    package = Package(root, parts)
    _refuse_macros(parts)
    if not package.related(root, "officeDocument"):
        raise WordFileError(f"has no main document: {SAVE_AGAIN}")
    if package.main().content_type not in MAIN_TYPES:
        raise WordFileError(f"is no Word document: {SAVE_AGAIN}")
    package.main().content_type = MAIN
    return package


def refuse_what_is_fetched(package: Package) -> None:
    """Raise `WordFileError` for a relationship that leads outside and is not a hyperlink.

    A template that is fetched tells its owner who opened the file.
    """
    for part in (package.root, *package.parts.values()):
        for relationship in part.relationships:
            if relationship.external and relationship.type != f"{OFFICE}hyperlink":
                what = relationship.type.rpartition("/")[2] or "something"
                raise WordFileError(
                    f"fetches its `{what}` from outside (`{relationship.target}`): "
                    "detach it in Word (Developer, Document Template; File, Info, Edit Links) and save again"
                )


def _parse(files: dict[str, bytes], name: str) -> Element:
    try:
        return parse(files[name])
    except (KeyError, XMLSyntaxError) as error:
        raise WordFileError(f"has no readable `{name}`: {SAVE_AGAIN}") from error


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
    elements = _parse(files, name).iter(f"{{{PACKAGE}relationships}}Relationship")
    all_ = [_read_relationship(element, posixpath.dirname(part), parts) for element in elements]
    # Word itself leaves arrows to nothing (`NULL`); they lead nowhere and are not kept.
    return [r for r in all_ if r.external or r.target in parts]


def _read_relationship(element: Element, folder: str, parts: dict[str, Part]) -> Relationship:
    type_, target = usual_name(element.get("Type", "")), element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        target = target if target in parts else unquote(target)
    return Relationship(element.get("Id", ""), type_, target, external)


def _refuse_macros(parts: dict[str, Part]) -> None:
    for part in parts.values():
        if "macroEnabled" in part.content_type or "vba" in part.content_type.lower():
            raise WordFileError(f"has macros (`{part.name}`): {SAVE_AGAIN}, which has none")
