"""WACZ 1.1.1: a ZIP file with a package that lists its files and their hashes, the pages, an index, and WARC files.

A file whose hash is not the one that the package states is not read. Where there are no pages, the index names them,
and where there is no index, the WARC files do. A package that agrees with itself is whole: that says nothing of who
made it, unless it is signed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any, Final

from probata.evidence.archives.archive import Item, clean, moment_written, one_line
from probata.evidence.archives.limits import NotTakenError
from probata.evidence.archives.reading import Reading
from probata.evidence.archives.warc import is_page_or_document, item_of, responses
from probata.evidence.archives.zip_file import BROKEN, Packed

FORM: Final = "WACZ"
_PACKAGE: Final = "datapackage.json"
_DIGEST: Final = "datapackage-digest.json"
_PAGES: Final = "pages/pages.jsonl"
_EXTRA: Final = "pages/extraPages.jsonl"
_PIECE: Final = 1_048_576


def is_wacz(packed: Packed) -> bool:
    """Tell a WACZ by what it holds."""
    return _PACKAGE in packed.entries and any(name.startswith("archive/") for name in packed.entries)


def pages_of(packed: Packed) -> Iterator[Item]:
    """Give the pages of a WACZ file, each with its words as archived."""
    reading = packed.reading
    package = _json(packed, _PACKAGE)
    reading.tool = one_line(package.get("software"), 100)
    reading.notes.append(_signature(packed, package))
    if created := moment_written(package.get("created")):
        reading.notes.append(f"the package states that it was made {created.shown}")
    good = _unchanged(packed, package)
    pages, where = _pages(packed, good)
    if not where:
        reading.notes.append("it lists no pages: they are found in the records themselves")
    elif where != _PAGES:
        reading.notes.append(f"it has no list of pages: they are those of its index (`{where}`)")
    yield from _items(packed, good, pages)


def _json(packed: Packed, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(packed.read(name))
        return found if isinstance(found, dict) else {}
    except NotTakenError as error:
        packed.reading.faults.append(error.finding)
    except (ValueError, RecursionError):
        packed.reading.skip("archive-damaged", f"`{name}` is no JSON that can be read")
    return {}


def _signature(packed: Packed, package: Mapping[str, Any]) -> str:
    """Return who signed, as the file says: what signs itself shows that it is whole, and not where it comes from."""
    if _DIGEST not in packed.entries:
        return "unsigned"
    said = _json(packed, _DIGEST)
    stated, signed = one_line(said.get("hash"), 200), said.get("signedData")
    if package and stated and not _agrees(stated, hashlib.sha256(packed.read(_PACKAGE)).hexdigest()):
        what = f"`{_PACKAGE}` is not what `{_DIGEST}` says of it"
        packed.reading.skip("hash-mismatch", what, "get it again from whoever made it")
        return "the signature is of another package"
    if not isinstance(signed, Mapping):
        return "unsigned"
    if domain := one_line(signed.get("domain"), 200):
        return f"signed by the domain `{domain}`, as it says; the signature itself was not verified"
    return "self-signed, with a key that names nobody"


def _agrees(stated: str, digest: str) -> bool:
    return stated.lower().removeprefix("sha256:") == digest


def _unchanged(packed: Packed, package: Mapping[str, Any]) -> set[str]:
    """Return the files that are what the package says, or of which it says nothing."""
    good = {name for name in packed.entries if name not in (_PACKAGE, _DIGEST)}
    listed = package.get("resources")
    for one in listed[: packed.limits.entries] if isinstance(listed, list) else ():
        name, stated = (one_line(one.get(key), 500) for key in ("path", "hash")) if isinstance(one, dict) else ("", "")
        if name in good and stated.lower().startswith("sha256:") and not _agrees(stated, _digest(packed, name)):
            good.discard(name)
            what = f"`{one_line(name, 80)}` is not what the package says of it, and is not read"
            packed.reading.skip("hash-mismatch", what, "get it again from whoever made it")
    return good


def _digest(packed: Packed, name: str) -> str:
    with suppress(*BROKEN), packed.open(name) as stream:
        digest = hashlib.sha256()
        while piece := stream.read(_PIECE):
            digest.update(piece)
        return digest.hexdigest()
    return ""


def _pages(packed: Packed, good: set[str]) -> tuple[dict[str, Item], str]:
    """Return the pages by address, and which file names them; none where only the records can say."""
    found: dict[str, Item] = {}
    for name in (_PAGES, _EXTRA):
        for said in _lines_of_json(packed, name) if name in good else ():
            if address := one_line(said.get("url"), 2_000):
                page = Item("page", "", address, one_line(said.get("title"), 300),
                            clean(said.get("text") or "")[: packed.limits.text],
                            captured=moment_written(one_line(said.get("ts"), 60)))  # fmt: skip
                found.setdefault(address, page)
    if found:
        return found, _PAGES
    for name in sorted(good):
        if name.startswith("indexes/") and name.endswith((".cdx", ".cdxj", ".cdx.gz")):
            for said in _lines_of_json(packed, name):
                address, kind = one_line(said.get("url"), 2_000), str(said.get("mime", ""))
                if address and is_page_or_document(kind) and str(said.get("status", "200")) == "200":
                    found.setdefault(address, Item("page", "", address))
        if found:
            return found, name
    return {}, ""


def _lines_of_json(packed: Packed, name: str) -> Iterator[Mapping[str, Any]]:
    """Give the JSON of each line; in an index a key and a time stand before it."""
    try:
        data = packed.read(name)
        if name.endswith(".gz"):
            data = _gunzipped(data, packed, name)
    except NotTakenError as error:
        packed.reading.faults.append(error.finding)
        return
    broken = 0
    for number, line in enumerate(data.split(b"\n")):
        if number > packed.limits.entries:
            packed.reading.skip("too-many-entries", f"only the first {number - 1:,} lines of `{name}` are read")
            break
        start = line.find(b"{")
        try:
            said = json.loads(line[start:]) if start >= 0 else None
        except (ValueError, RecursionError):
            broken += 1
            continue
        if isinstance(said, dict):
            yield said
    if broken:
        packed.reading.skip("unreadable-row", f"{broken:,} lines of `{name}` are no JSON")


def _gunzipped(data: bytes, packed: Packed, name: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            found = stream.read(packed.limits.one + 1)
    except BROKEN as error:
        what = f"`{name}` cannot be unpacked ({one_line(error, 60)})"
        raise NotTakenError("archive-damaged", what, packed.shown) from None
    if len(found) > packed.limits.one:
        raise NotTakenError("packed-too-tight", f"`{name}` unpacks to more than is read", packed.shown)
    return found


def _items(packed: Packed, good: set[str], pages: dict[str, Item]) -> Iterator[Item]:
    """Give the pages in the order of their list; without one, those of the records."""
    limits = packed.limits
    found: dict[str, Item] = {}

    def is_wanted(kind: str, address: str, _number: int) -> bool:
        return (not pages or address in pages) and is_page_or_document(kind)

    for name in sorted(one for one in good if one.startswith("archive/") and ".warc" in one):
        records = Reading(f"{packed.shown}/{name}", limits, partial(packed.open, name), packed.find)
        for response in responses(records, is_wanted):
            if response.address not in found and len(found) < limits.items:
                found[response.address] = item_of(response, "", records)
        packed.reading.faults += records.faults
    if not pages:
        yield from (replace(item, place=f"page {number}") for number, item in enumerate(found.values(), 1))
    for number, page in enumerate(list(pages.values())[: limits.items], 1):
        yield _together(page, found.get(page.address), f"page {number}")


def _together(page: Item, item: Item | None, place: str) -> Item:
    """Return a page as its list and its record have it; the words are those of whichever has more of them."""
    if item is None:
        return replace(page, place=place, notes=("the response itself is not in the archive, or cannot be read",))
    listed = len(page.text) > len(item.text)
    shown = ("its words are those that the browser showed when it was captured",) if listed else ()
    return replace(
        item,
        place=place,
        title=page.title or item.title,
        text=page.text if listed else item.text,
        captured=page.captured or item.captured,
        notes=(*item.notes, *shown),
    )
