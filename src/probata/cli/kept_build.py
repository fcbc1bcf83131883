"""A build that would change nothing: what the last one said is said again where case and files are as they were."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from probata.cli.cache_folder import cache_folder, read_entry, write_entry
from probata.cli.check_key import UnknownDigestError, add_folder, add_words
from probata.cli.terminal import Terminal
from probata.source.file_names import on_disk

Line = tuple[bool, str, str]
"""Whether it tells of trouble, the text, and its style."""


def print_lines(terminal: Terminal, lines: Iterable[Line]) -> None:
    """Print what a build says."""
    for is_trouble, text, style in lines:
        (terminal.trouble if is_trouble else terminal.tell)(text, style)


def build_key(case: str, out: Path, asked: Sequence[object]) -> str:
    """Return the key of a build: the case as it stands, where its documents go, and what is asked for."""
    digest = hashlib.sha256(case.encode())
    add_words(digest, (str(out.absolute()), *map(repr, asked)))
    return f"build-{digest.hexdigest()}"


def said_before(key: str, home: Path) -> list[Line] | None:
    """Return what the last such build said, where all that lies in the output folder is as it left it."""
    entry = read_entry(cache_folder(), key)
    if entry is None:
        return None
    kept = json.loads(entry)
    if kept["files"] != files_of(home):
        return None
    return [(bool(trouble), str(text), str(style)) for trouble, text, style in kept["lines"]]


def keep_said(key: str, files: str, lines: Sequence[Line]) -> None:
    """Keep what a build said that made all that was asked for, and left the output folder with these files."""
    write_entry(cache_folder(), key, json.dumps({"files": files, "lines": lines}).encode())


def files_of(home: Path) -> str:
    """Return the digest of all that lies in an output folder; empty where a link leads out of it."""
    digest = hashlib.sha256()
    try:
        add_folder(digest, on_disk(home))
    except UnknownDigestError:
        return ""
    return digest.hexdigest()
