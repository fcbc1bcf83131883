"""A ZIP file of a stranger: its files by name, unpacked one by one into memory, within limits, never onto the disk."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import one_line
from probata.evidence.archives.limits import Limits, refusal, skipped

_TAIL = 66_000
_LONGEST_ENTRY = 1_000
"""Bytes of one entry in the list of files."""
SMALL = 1_000_000
"""Up to this size nothing is said of how tightly a file is packed."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on a damaged file; `NotImplementedError` for a way of packing that it does not know,
`RuntimeError` for a password."""


class Packed:
    """The files of a ZIP file that may be read."""

    def __init__(self, path: Path, shown: str, entries: dict[str, zipfile.ZipInfo], limits: Limits) -> None:
        self.path, self.shown, self.entries, self.limits = path, shown, entries, limits

    def read(self, name: str) -> bytes | Diagnostic:
        """Return the bytes of a file, or why they are not read. Its size is counted, not believed."""
        return self._read(self.entries[name]) if name in self.entries else self._missing(name)

    def _read(self, entry: zipfile.ZipInfo) -> bytes | Diagnostic:
        place = f"{self.shown}/{entry.filename}"
        if entry.file_size > self.limits.one:
            return skipped("item-too-large", f"it is larger than {_megabytes(self.limits.one)}", place)
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(entry) as stream:
                data = stream.read(self.limits.one + 1)
        except BROKEN as error:
            return skipped("archive-damaged", f"it cannot be unpacked ({one_line(error, 80)})", place)
        if len(data) > self.limits.one:
            return skipped("item-too-large", f"it is larger than {_megabytes(self.limits.one)}", place)
        return data

    def _missing(self, name: str) -> Diagnostic:
        return skipped("unread-item", f"the archive names `{one_line(name, 80)}` and does not hold it", self.shown)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file to be read in pieces; raises one of `BROKEN` where it is damaged, on the way too."""
        with zipfile.ZipFile(self.path) as archive, archive.open(self.entries[name]) as stream:
            yield stream


def open_zip(path: Path, shown: str, limits: Limits) -> tuple[Packed | None, list[Diagnostic]]:
    """Return the files that may be read, and a finding on each that may not; `None` where nothing may."""
    try:
        if _length_of_list(path) > limits.entries * _LONGEST_ENTRY:
            return None, [_too_many("a list of files longer than is read", shown)]
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except BROKEN as error:
        told = refusal("archive-damaged", f"the ZIP file is damaged ({one_line(error, 80)})", shown,
                       "get it again from whoever made it")  # fmt: skip
        return None, [told]
    if len(infos) > limits.entries:
        what = f"{len(infos):,} files, more than the {limits.entries:,} that are looked at"
        return None, [_too_many(what, shown)]
    if sum(info.file_size for info in infos) > limits.unpacked:
        return None, [refusal("archive-too-large", f"it unpacks to more than {_megabytes(limits.unpacked)}", shown,
                              "divide it, or unpack it yourself and name what you need")]  # fmt: skip
    return _allowed(path, infos, shown, limits)


def _too_many(what: str, shown: str) -> Diagnostic:
    return refusal("too-many-entries", f"it holds {what}", shown, "divide it, or unpack it yourself and name what you "
                   "need")  # fmt: skip


def _length_of_list(path: Path) -> int:
    """Return how many bytes the list of files at the end has, as the end says: `zipfile` reads it whole.

    ZIP File Format Specification 6.3.10, 4.3.14 to 4.3.16: the end, and before it that of a large archive.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _TAIL))
        tail = stream.read(_TAIL)
    at = tail.rfind(b"PK\5\6")
    large = tail.rfind(b"PK\6\6", 0, max(at, 0))
    lengths = [int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0]
    lengths += [int.from_bytes(tail[large + 40 : large + 48], "little")] if large >= 0 else []
    return min(lengths) if large >= 0 and lengths[0] == 0xFFFFFFFF else max(lengths)


def _allowed(path: Path, infos: list[zipfile.ZipInfo], shown: str, limits: Limits) -> tuple[Packed, list[Diagnostic]]:
    entries: dict[str, zipfile.ZipInfo] = {}
    faults: list[Diagnostic] = []
    for info in infos:
        if why := _why_not(info, shown, limits, entries):
            faults.append(why)
        else:
            entries[info.filename] = info
    return Packed(path, shown, entries, limits), faults


def _why_not(
    info: zipfile.ZipInfo, shown: str, limits: Limits, before: dict[str, zipfile.ZipInfo]
) -> Diagnostic | None:
    name, called = info.filename, one_line(info.filename, 80)
    if name.startswith(("/", "\\")) or "\\" in name or ":" in name[:3] or ".." in name.split("/"):
        return skipped("name-outside-archive", f"`{called}` leads outside the archive, and is not read", shown)
    if name in before:
        return skipped("archive-damaged", f"there are two files `{called}`: the second is not read", shown)
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return skipped("link-not-followed", f"`{called}` is a link, and is not followed", shown)
    if info.flag_bits & 1:
        return skipped("archive-locked", f"`{called}` has a password", shown, "unpack it with the password, and "
                       "import what you unpacked")  # fmt: skip
    if info.file_size > max(SMALL, limits.ratio * info.compress_size):
        return skipped("packed-too-tight", f"`{called}` unpacks to more than {limits.ratio} times its size, and is "
                       "not unpacked", shown)  # fmt: skip
    return None


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000:,} MB" if size >= 1_000_000 else f"{size:,} bytes"
