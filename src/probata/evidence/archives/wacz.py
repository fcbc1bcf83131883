"""WACZ 1.1.1: a ZIP file with a package that lists its files and their hashes, the pages, an index, and WARC files.

A file whose hash is not the one that the package states is not read. Where there are no pages, the index names them,
and where there is no index, the WARC files do. A package that agrees with itself is whole: that says nothing of who
made it, unless it is signed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import Item, ReadArchive, clean, moment_written, one_line
from probata.evidence.archives.limits import Limits, skipped
from probata.evidence.archives.warc import Found, Pass, is_page_or_document, pages_wanted, responses
from probata.evidence.archives.warc import item_of as item_of_response
from probata.evidence.archives.zip_file import BROKEN, Packed, open_zip

FORM: Final = "WACZ"
_PACKAGE: Final = "datapackage.json"
_DIGEST: Final = "datapackage-digest.json"
_PAGES: Final = "pages/pages.jsonl"
_EXTRA: Final = "pages/extraPages.jsonl"
_PIECE: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class _Page:
    address: str
    date: str = ""
    title: str = ""
    text: str = ""


def is_wacz(packed: Packed) -> bool:
    """Tell a WACZ by what it holds."""
    return _PACKAGE in packed.entries and any(name.startswith("archive/") for name in packed.entries)


def read_wacz(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the pages of a WACZ file, each with its words as archived."""
    packed, faults = open_zip(path, shown, limits)
    if packed is None:
        return ReadArchive(FORM, (), tuple(faults))
    package = _json(packed, _PACKAGE, faults)
    notes = [_signature(packed, package, faults)]
    if created := moment_written(package.get("created")):
        notes.append(f"the package states that it was made {created.shown}")
    good = _unchanged(packed, package, faults)
    pages, where = _pages(packed, good, faults)
    items = list(_items(packed, good, pages, faults))
    if not where:
        notes.append("it lists no pages: they are found in the records themselves")
    elif where != _PAGES:
        notes.append(f"it has no list of pages: they are those of its index (`{where}`)")
    return ReadArchive(FORM, tuple(items), tuple(faults), one_line(package.get("software"), 100), tuple(notes))


def _json(packed: Packed, name: str, faults: list[Diagnostic]) -> Mapping[str, Any]:
    data = packed.read(name)
    if isinstance(data, Diagnostic):
        faults.append(data)
        return {}
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        faults.append(skipped("archive-damaged", f"`{name}` is no JSON that can be read", packed.shown))
        return {}
    return found if isinstance(found, dict) else {}


def _signature(packed: Packed, package: Mapping[str, Any], faults: list[Diagnostic]) -> str:
    """Return who signed, as the file says: what signs itself shows that it is whole, and not where it comes from."""
    if _DIGEST not in packed.entries:
        return "unsigned"
    said = _json(packed, _DIGEST, faults)
    stated, data = one_line(said.get("hash"), 200), packed.read(_PACKAGE)
    if isinstance(data, bytes) and stated and not _agrees(stated, hashlib.sha256(data).hexdigest()):
        faults.append(skipped("hash-mismatch", f"`{_PACKAGE}` is not what `{_DIGEST}` says of it", packed.shown,
                              "get it again from whoever made it"))  # fmt: skip
        return "the signature is of another package"
    signed = said.get("signedData")
    if not isinstance(signed, Mapping):
        return "unsigned"
    if domain := one_line(signed.get("domain"), 200):
        return f"signed by the domain `{domain}`, as it says; the signature itself was not verified"
    return "self-signed, with a key that names nobody"


def _agrees(stated: str, digest: str) -> bool:
    return stated.lower().removeprefix("sha256:") == digest


def _unchanged(packed: Packed, package: Mapping[str, Any], faults: list[Diagnostic]) -> set[str]:
    """Return the files that are what the package says, or of which it says nothing."""
    good = {name for name in packed.entries if name not in (_PACKAGE, _DIGEST)}
    listed = package.get("resources")
    for one in listed[: packed.limits.entries] if isinstance(listed, list) else ():
        name, stated = (one_line(one.get(key), 500) for key in ("path", "hash")) if isinstance(one, dict) else ("", "")
        if name not in good or not stated.lower().startswith("sha256:"):
            continue
        if (digest := _digest(packed, name)) is None or not _agrees(stated, digest):
            good.discard(name)
            faults.append(skipped("hash-mismatch", f"`{one_line(name, 80)}` is not what the package says of it, and is "
                                  "not read", packed.shown, "get it again from whoever made it"))  # fmt: skip
    return good


def _digest(packed: Packed, name: str) -> str | None:
    digest = hashlib.sha256()
    try:
        with packed.open(name) as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    except BROKEN:
        return None
    return digest.hexdigest()


def _pages(packed: Packed, good: set[str], faults: list[Diagnostic]) -> tuple[dict[str, _Page], str]:
    """Return the pages by address, and which file names them; none where only the records can say."""
    found: dict[str, _Page] = {}
    for name in (_PAGES, _EXTRA):
        if name in good:
            for said in _lines_of_json(packed, name, faults):
                if address := one_line(said.get("url"), 2_000):
                    page = _Page(address, one_line(said.get("ts"), 60), one_line(said.get("title"), 300),
                                 clean(said.get("text") or "")[: packed.limits.text])  # fmt: skip
                    found.setdefault(address, page)
    if found:
        return found, _PAGES
    for name in sorted(good):
        if name.startswith("indexes/") and name.endswith((".cdx", ".cdxj", ".cdx.gz")):
            for said in _lines_of_json(packed, name, faults):
                address, kind = one_line(said.get("url"), 2_000), str(said.get("mime", ""))
                if address and is_page_or_document(kind, address) and str(said.get("status", "200")) == "200":
                    found.setdefault(address, _Page(address))
        if found:
            return found, name
    return {}, ""


def _lines_of_json(packed: Packed, name: str, faults: list[Diagnostic]) -> Iterator[Mapping[str, Any]]:
    """Give the JSON of each line; in an index a key and a time stand before it."""
    data = packed.read(name)
    if isinstance(data, bytes) and name.endswith(".gz"):
        data = _gunzipped(data, packed, name)
    if isinstance(data, Diagnostic):
        faults.append(data)
        return
    broken = 0
    for number, line in enumerate(data.split(b"\n")):
        if number > packed.limits.entries:
            faults.append(skipped("too-many-entries", f"only the first {number - 1:,} lines of `{name}` are read",
                                  packed.shown))  # fmt: skip
            break
        start = line.find(b"{")
        if start < 0:
            continue
        try:
            said = json.loads(line[start:])
        except (ValueError, RecursionError):
            broken += 1
            continue
        if isinstance(said, dict):
            yield said
    if broken:
        faults.append(skipped("unreadable-row", f"{broken:,} lines of `{name}` are no JSON", packed.shown))


def _gunzipped(data: bytes, packed: Packed, name: str) -> bytes | Diagnostic:
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            found = stream.read(packed.limits.one + 1)
    except (OSError, EOFError, zlib.error) as error:
        return skipped("archive-damaged", f"`{name}` cannot be unpacked ({one_line(error, 60)})", packed.shown)
    if len(found) > packed.limits.one:
        return skipped("packed-too-tight", f"`{name}` unpacks to more than is read", packed.shown)
    return found


def _items(packed: Packed, good: set[str], pages: dict[str, _Page], faults: list[Diagnostic]) -> Iterator[Item]:
    """Give the pages in the order of their list; without one, those of the records."""
    limits = packed.limits
    found: dict[str, Item] = {}
    for name in sorted(one for one in good if one.startswith("archive/") and ".warc" in one):
        one = Pass(f"{packed.shown}/{name}", limits)
        wanted = pages_wanted(pages) if pages else is_page_or_document
        for response in responses(lambda name=name: packed.open(name), one, wanted):  # type: ignore[misc]
            if response.address not in found and len(found) < limits.items:
                found[response.address] = _of_response(response, packed, name)
        faults.extend(one.faults)
    if not pages:
        yield from (replace(item, place=f"page {number}") for number, item in enumerate(found.values(), 1))
        return
    for number, page in enumerate(list(pages.values())[: limits.items], 1):
        item = found.get(page.address)
        yield _together(page, item, f"page {number}")


def _of_response(response: Found, packed: Packed, name: str) -> Item:
    return item_of_response(response, "", lambda: packed.open(name), f"{packed.shown}/{name}", packed.limits)


def _together(page: _Page, item: Item | None, place: str) -> Item:
    """Return a page as its list and its record have it; the words are those of whichever has more of them."""
    captured = moment_written(page.date)
    if item is None:
        note = "the response itself is not in the archive, or cannot be read"
        return Item("page", place, page.address, page.title, page.text, captured=captured, notes=(note,))
    listed = len(page.text) > len(item.text)
    notes = (*item.notes, "its words are those that the browser showed when it was captured") if listed else item.notes
    return replace(
        item,
        place=place,
        title=page.title or item.title,
        text=page.text if listed else item.text,
        captured=captured or item.captured,
        notes=notes,
    )
