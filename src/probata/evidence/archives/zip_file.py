"""A ZIP file of a stranger: its files by name, unpacked one by one into memory, within limits, never onto the disk."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from probata.evidence.archives.archive import bare_name, one_line
from probata.evidence.archives.limits import NotTakenError
from probata.evidence.archives.reading import Reachable, Reading
from probata.evidence.media_type import length_of_list

_LONGEST_ENTRY = 1_000
"""Bytes of one entry in the list of files."""
_SMALL = 1_000_000
"""Up to this size nothing is said of how tightly a file is packed."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What `zipfile` raises on a damaged file; `NotImplementedError` for a way of packing that it does not know,
`RuntimeError` for a password."""


class Packed:
    """The files of a ZIP file that may be read; what may not goes to the faults of its reading.

    Raises `NotTakenError` where nothing may.
    """

    def __init__(self, path: Path, reading: Reading) -> None:
        self.path, self.reading, self.shown, self.limits = path, reading, reading.shown, reading.limits
        self.entries: dict[str, zipfile.ZipInfo] = {}
        for info in self._listed():
            if not self._refused(info):
                self.entries[info.filename] = info
        self._by_name = {bare_name(one): one for one in sorted(self.entries, reverse=True)}

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; raises `NotTakenError`. Its size is counted, not believed."""
        if name not in self.entries:
            what = f"the archive names `{one_line(name, 80)}` and does not hold it"
            raise NotTakenError("unread-item", what, self.shown)
        entry, place, data = self.entries[name], f"{self.shown}/{name}", b""
        try:
            if entry.file_size <= self.limits.one:
                with self.open(name) as stream:
                    data = stream.read(self.limits.one + 1)
        except BROKEN as error:
            what = f"it cannot be unpacked ({one_line(error, 80)})"
            raise NotTakenError("archive-damaged", what, place) from None
        if max(entry.file_size, len(data)) > self.limits.one:
            raise NotTakenError("item-too-large", f"it is larger than {_megabytes(self.limits.one)}", place)
        return data

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file to be read in pieces; raises one of `BROKEN` where it is damaged, on the way too."""
        with zipfile.ZipFile(self.path) as archive, archive.open(self.entries[name]) as stream:
            yield stream

    def find(self, wanted: str) -> Reachable | None:
        """Return the file of a bare name, wherever in the archive it lies."""
        held = self._by_name.get(bare_name(wanted))
        return Reachable(partial(self.read, held)) if held else None

    def _listed(self) -> list[zipfile.ZipInfo]:
        step, most = "divide it, or unpack it yourself and name what you need", self.limits.entries
        try:
            with self.path.open("rb") as stream:
                if length_of_list(stream) > most * _LONGEST_ENTRY:
                    what = "it holds a list of files longer than is read"
                    raise NotTakenError("too-many-entries", what, self.shown, step, is_whole=True)
            with zipfile.ZipFile(self.path) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except BROKEN as error:
            what = f"the ZIP file is damaged ({one_line(error, 80)})"
            step = "get it again from whoever made it"
            raise NotTakenError("archive-damaged", what, self.shown, step, is_whole=True) from None
        if len(infos) > most:
            what = f"it holds {len(infos):,} files, more than the {most:,} that are looked at"
            raise NotTakenError("too-many-entries", what, self.shown, step, is_whole=True)
        if sum(info.file_size for info in infos) > self.limits.unpacked:
            what = f"it unpacks to more than {_megabytes(self.limits.unpacked)}"
            raise NotTakenError("archive-too-large", what, self.shown, step, is_whole=True)
        return infos

    def _refused(self, info: zipfile.ZipInfo) -> bool:
        """Tell whether a file is not read, and say why."""
        skip, name, called = self.reading.skip, info.filename, one_line(info.filename, 80)
        if name.startswith(("/", "\\")) or "\\" in name or ":" in name[:3] or ".." in name.split("/"):
            skip("name-outside-archive", f"`{called}` leads outside the archive, and is not read")
        elif name in self.entries:
            skip("archive-damaged", f"there are two files `{called}`: the second is not read")
        elif (info.external_attr >> 16) & 0o170000 == 0o120000:
            skip("link-not-followed", f"`{called}` is a link, and is not followed")
        elif info.flag_bits & 1:
            step = "unpack it with the password, and import what you unpacked"
            skip("archive-locked", f"`{called}` has a password", step)
        elif info.file_size > max(_SMALL, self.limits.ratio * info.compress_size):
            what = f"`{called}` unpacks to more than {self.limits.ratio} times its size, and is not unpacked"
            skip("packed-too-tight", what)
        else:
            return False
        return True


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000:,} MB" if size >= 1_000_000 else f"{size:,} bytes"
