"""The skeleton of all readers: a stranger's file, opened within limits, and what was not taken of it.

A reader says how its form is recognised and which items it has; what all do alike is here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import IO, Any, Final, Literal, TypeVar

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import Item, bare_name
from probata.evidence.archives.decoding import decoded
from probata.evidence.archives.limits import Limits, NotTakenError, skipped

Order = Literal["", "day", "month"]
"""Which comes first in dates such as `03/04/2026`, as somebody says; empty where nobody has said it."""

T = TypeVar("T")
Opens = Callable[[], AbstractContextManager[IO[bytes]]]
_HEAD: Final = 65_536
_LAST_PARTS: Final = 3
"""Parts of a path that may still hold beside the archive: `media/2026/photo.jpg`."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """A file that an archive names and that is there."""

    read: Callable[[], bytes]
    path: Path | None = None
    """Where it lies; `None` inside an archive."""


Finds = Callable[[str], Reachable | None]
"""Of a path or name as an archive gives it: the file, if it is there."""


@dataclass(eq=False)
class Reading:
    """One file that is read: an archive, or a file in one."""

    shown: str
    limits: Limits
    opens: Opens
    finds: Finds
    stem: str = ""
    """Its name without the ending, by which a chat may be called."""
    order: Order = ""
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tool: str = ""

    @cached_property
    def head(self) -> bytes:
        """Its first bytes."""
        with self.opens() as stream:
            return stream.read(_HEAD)

    @cached_property
    def start(self) -> str:
        """Its first lines as text."""
        whole = self.head if len(self.head) < _HEAD else self.head[: self.head.rfind(b"\n") + 1] or self.head
        return decoded(whole)[0].lstrip("\ufeff")

    def read(self) -> bytes:
        """Return all of it; raises `NotTakenError` where it is larger than one file may be."""
        return within_limits(self.opens, self.shown, self.limits)

    def text(self) -> str:
        """Return all of it as text in UTF-8; what is none is shown as such."""
        return decoded(self.read(), "utf-8-sig")[0]

    @cached_property
    def json(self) -> Any:
        """Its values of JSON; `None` where it is none. Raises `NotTakenError` for a larger one than is read."""
        if self.start.lstrip()[:1] not in ("{", "["):
            return None
        with self.opens() as stream:
            data = stream.read(self.limits.json + 1)
        if len(data) > self.limits.json:
            what = f"it is JSON of more than {self.limits.json // 1_000_000} MB"
            raise NotTakenError(
                "archive-too-large", what, self.shown, "export it in parts, or one chat alone", is_whole=True
            )
        with suppress(ValueError, RecursionError):
            return json.loads(decoded(data, "utf-8-sig")[0])
        return None

    def skip(self, name: str, message: str, help: str = "", line: int = 1) -> None:
        """Say that a part is not taken."""
        self.faults.append(skipped(name, message, self.shown, help, line))

    def first(self, things: Iterable[T], size: Callable[[T], int], what: str) -> Iterator[T]:
        """Give as many items, or messages, as are taken of one archive; `size` is the length of the text of one."""
        total = 0
        for number, one in enumerate(things):
            total += size(one)
            if number >= self.limits.items or total > self.limits.texts:
                what = f"only the first {number:,} {what} are taken"
                self.skip("too-many-entries", what, "divide it, and import its parts")
                return
            yield one


@dataclass(frozen=True, slots=True)
class Reader:
    """How one form is recognised and read."""

    form: str
    """What it is, in words."""
    fits: Callable[[Reading], bool]
    items: Callable[[Reading], Iterable[Item]]


def opener(path: Path) -> Opens:
    """Return what opens a file."""
    return lambda: path.open("rb")


def within_limits(opens: Opens, shown: str, limits: Limits) -> bytes:
    """Return the bytes of one file; raises `NotTakenError` where it cannot be read, or is larger than it may be."""
    try:
        with opens() as stream:
            data = stream.read(limits.one + 1)
    except OSError as error:
        raise NotTakenError("unread-item", f"it cannot be read ({error.strerror})", shown) from None
    if len(data) > limits.one:
        raise NotTakenError("item-too-large", f"it is larger than {limits.one:,} bytes", shown)
    return data


def files_beside(archive: Path, limits: Limits) -> Finds:
    """Return what finds files in the folder of an archive and below it, by the end of the path that it gives.

    A link is none, on the way there too.
    """
    folder = archive.parent

    def find(written: str) -> Reachable | None:
        parts = [part for part in re.split(r"[/\\]", written[-1_000:]) if part not in ("", ".")]
        if not parts or ".." in parts or any(":" in part for part in parts):
            return None
        for start in range(max(0, len(parts) - _LAST_PARTS), len(parts)):
            found = folder.joinpath(*parts[start:])
            if found != archive and _is_plain(found, folder):
                return Reachable(partial(within_limits, opener(found), bare_name(found.name), limits), found)
        return None

    return find


def _is_plain(path: Path, folder: Path) -> bool:
    try:
        between = [path, *path.parents]
        return path.is_file() and not any(one.is_symlink() for one in between[: between.index(folder)])
    except (OSError, ValueError):
        return False
