"""The page that auto-archiver writes on a post: rows of files with their properties, then a table of metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from probata.diagnostics import Diagnostic
from probata.evidence.archives.archive import ReadArchive
from probata.evidence.archives.auto_archiver import item_of
from probata.evidence.archives.beside import files_beside
from probata.evidence.archives.decoding import decoded, feed_page
from probata.evidence.archives.limits import Limits, skipped

FORM: Final = "auto-archiver (page)"
_MADE_WITH: Final = re.compile(r"bellingcat/auto-archiver</a>\s*v?([\w.+-]{1,20})")
_MARK: Final = b"bellingcat/auto-archiver"


def is_page(data: bytes) -> bool:
    """Tell the page by its last lines and its heading."""
    return _MARK in data and b"Archived media for" in data


class _Page:
    """Collects keys and values. `span.copy` holds each value that the page offers to copy."""

    def __init__(self) -> None:
        self.media: list[dict[str, Any]] = []
        self.metadata: dict[str, str] = {}
        self._table = ""
        self._key: list[str] = []
        self._value: list[str] | None = None
        self._cells: list[str] = []
        self._bold = False
        self._depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note what begins."""
        classes = attributes.get("class", "").split()
        if tag == "table":
            self._table = next((one for one in classes if one in ("content", "metadata")), "")
        elif tag == "tr":
            self._cells = []
        elif tag == "td":
            self._cells.append("")
        elif tag == "ul" and self._table == "content":
            self._depth += 1
            self.media.append({"properties": {}, "depth": self._depth})
        elif tag == "b":
            self._bold, self._key = True, []
        elif tag == "span" and "copy" in classes:
            self._value = []

    def end(self, tag: str) -> None:
        """Take what ends."""
        if tag == "b":
            self._bold = False
        elif tag == "ul":
            self._depth = max(0, self._depth - 1)
        elif tag == "span" and self._value is not None:
            self._take("".join(self._value).strip())
            self._value = None
        elif tag == "tr" and self._table == "metadata" and len(self._cells) == 2:
            self.metadata.setdefault(self._cells[0].strip(), self._cells[1].strip())

    def data(self, data: str) -> None:
        """Take a text."""
        if self._bold:
            self._key.append(data)
        if self._value is not None:
            self._value.append(data)
        if self._cells and self._table == "metadata":
            self._cells[-1] += data

    def close(self) -> None:
        """End the page."""

    def _take(self, value: str) -> None:
        key = "".join(self._key).strip().rstrip(":")
        if self._table != "content" or not self.media or not key or value == "None":
            return
        one = self.media[-1]
        if key in ("key", "type"):
            one.setdefault({"key": "_key", "type": "_mimetype"}[key], value)
        elif key in ("hash", "src", "id"):
            one["properties"].setdefault(key, value)


def read_page(path: Path, shown: str, limits: Limits) -> ReadArchive:
    """Read the page as one post."""
    try:
        data = path.read_bytes() if path.stat().st_size <= limits.one else b""
    except OSError as error:
        return ReadArchive(FORM, (), (skipped("unread-item", f"it cannot be read ({error.strerror})", shown),))
    text, _ = decoded(data, "utf-8")
    page = _Page()
    faults: list[Diagnostic] = []
    if not feed_page(page, text):
        faults.append(skipped("archive-damaged", "the page is not read to its end", shown))
    version = _MADE_WITH.search(text)
    media: list[Mapping[str, Any]] = [one for one in page.media if one.get("_key") or one["properties"]]
    item = item_of(page.metadata, media, "post", "", files_beside(path, limits), limits)
    return ReadArchive(FORM, (item,), tuple(faults), f"auto-archiver {version[1]}" if version else "auto-archiver")
