"""Open Packaging: a Word file as parts and the relationships between them, which python-docx reads and writes.

Before it come our limits for a stranger's file, after it a ZIP file with the same bytes each time.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Final, cast
from urllib.parse import unquote

from docx.opc.package import Unmarshaller
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory
from docx.opc.pkgreader import PackageReader
from docx.package import Package
from lxml.etree import LxmlError

from probata.word.elements import parse, serialise
from probata.word.opc_reading import SAVE_AGAIN, WordFileError, unpack

# Names of `Strict Open XML` as those of ordinary Word files: ISO/IEC 29500-1 and -4 differ in them, hardly in more.

_STRICT: Final = "http://purl.oclc.org/ooxml/"
_USUAL: Final = "http://schemas.openxmlformats.org/"
_YEAR: Final = "2006/"
_QUOTED: Final = re.compile(rb'(["\'])' + re.escape(_STRICT.encode()) + rb"([\w/.-]+)\1")
_WORDS: Final = {"extendedProperties": "extended-properties", "customProperties": "custom-properties"}


def usual_name(name: str) -> str:
    """Return the ordinary name of a namespace or relationship; one that is ordinary already is left as it is."""
    if not name.startswith(_STRICT):
        return name
    first, _, rest = name.removeprefix(_STRICT).partition("/")
    rest = _WORDS.get(rest, rest)
    return f"{_USUAL}{first}/{_YEAR}{rest}"


def usual_names(xml: bytes) -> bytes:
    """Return a part with its namespaces under their ordinary names."""
    if _STRICT.encode() not in xml:
        return xml
    return _QUOTED.sub(_usual, xml)


def _usual(found: re.Match[bytes]) -> bytes:
    quote, name = found.group(1), found.group(2).decode()
    return quote + usual_name(_STRICT + name).encode() + quote


OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN: Final = f"{WORD}document.main+xml"
_TEMPLATE: Final = f"{WORD}template.main+xml"
_TYPES: Final = "[Content_Types].xml"
_FIRST_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)

PartMaker = Callable[[PackURI, str, str, bytes, Package], Part]


def unparsed(name: PackURI, type_: str, _relationship: str, data: bytes, package: Package) -> Part:
    """Return a part as bytes, whatever is in it."""
    return Part(name, type_, data, package)


def parsed(name: PackURI, type_: str, relationship: str, data: bytes, package: Package) -> Part:
    """Return a part of the class that python-docx has for its type."""
    part: object = PartFactory(name, type_, relationship, data, package)
    return cast(Part, part)


def read_package(data: bytes, make: PartMaker = unparsed) -> Package:
    """Read a Word file; a template (`.dotx`) becomes a document.

    Raises `WordFileError` for what `unpack` refuses, for a file with macros, and for one without a main document.
    What the file fetches from outside is kept as a relationship and never fetched; see `refuse_what_is_fetched`.
    """
    files, package = unpack(data), Package()
    try:
        files = {name: _sound(name, body, files) if name.endswith(".rels") else body for name, body in files.items()}
        files[_TYPES] = files[_TYPES].replace(_TEMPLATE.encode(), MAIN.encode())
        Unmarshaller.unmarshal(PackageReader.from_file(BytesIO(_zipped(files, zipfile.ZIP_STORED))), package, make)
        parts = package.parts
    except (LxmlError, AttributeError, KeyError, ValueError, RecursionError) as error:
        raise WordFileError(f"has parts that cannot be read: {SAVE_AGAIN}") from error
    for part in parts:
        if "macroEnabled" in part.content_type or "vba" in part.content_type.lower():
            raise WordFileError(f"has macros (`{part.partname.membername}`): {SAVE_AGAIN}, which has none")
    if len(main := related(package, "officeDocument")) != 1:
        raise WordFileError(f"has no main document, or several: {SAVE_AGAIN}")
    if main[0].content_type != MAIN:
        raise WordFileError(f"is no Word document: {SAVE_AGAIN}")
    return package


def refuse_what_is_fetched(package: Package) -> None:
    """Raise `WordFileError` for a relationship that leads outside and is not a hyperlink.

    A template that is fetched tells its owner who opened the file.
    """
    for relationship in package.iter_rels():
        if relationship.is_external and relationship.reltype != f"{OFFICE}hyperlink":
            what = relationship.reltype.rpartition("/")[2] or "something"
            raise WordFileError(
                f"fetches its `{what}` from outside (`{relationship.target_ref}`): "
                "detach it in Word (Developer, Document Template; File, Info, Edit Links) and save again"
            )


def related(source: Package | Part, kind: str) -> list[Part]:
    """Return the parts that a part, or the package, names as its `styles`, `header` and so on."""
    return [r.target_part for r in source.rels.values() if r.reltype == OFFICE + kind and not r.is_external]


def keep_relationships(source: Package | Part, kinds: tuple[str, ...]) -> None:
    """Drop every relationship of another kind, with the parts to which nothing else leads."""
    for id_, relationship in list(source.rels.items()):
        if relationship.reltype.removeprefix(OFFICE) not in kinds:
            del source.rels[id_]


def pack(package: Package) -> bytes:
    """Return the file: parts sorted by name, every date the first that a ZIP file can hold."""
    out = BytesIO()
    package.save(out)
    with zipfile.ZipFile(out) as archive:
        return _zipped({name: archive.read(name) for name in sorted(archive.namelist())})


def _zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_ZIP_DATE)
            entry.create_system = 0  # otherwise the machine's own number
            archive.writestr(entry, data, method, 6)
    return out.getvalue()


def _sound(name: str, data: bytes, files: dict[str, bytes]) -> bytes:
    """Return relationships under their ordinary names, without those that lead to nothing: Word itself leaves some."""
    root, folder = parse(data), posixpath.dirname(posixpath.dirname(name))
    for one in root.findall("{*}Relationship"):
        one.set("Type", usual_name(one.get("Type", "")))
        is_known = one.get("TargetMode") == "External"
        if not is_known:
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            target = target if target in files else unquote(target)
            one.set("Target", f"/{target}")
            is_known = target in files
        if not (is_known and one.get("Id")):
            root.remove(one)
    return serialise(root)
