"""Pandoc's answers by what it was asked: the same question to the same Pandoc is not asked again."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path

from probata.kept import Store

_FORM = "citations-1"
"""Beginning of every key; the digit is raised where entries take another form."""


def answer_key(program: Path, arguments: tuple[str, ...], body: bytes) -> str | None:
    """Return the key of a question: its bytes, how Pandoc is called, and which Pandoc; `None` where there is none.

    A Pandoc is known by path, size and time of change: to ask it for its version takes a tenth of a second. An answer
    is kept as Pandoc gave it, so that the key need not know how it is read.
    """
    try:
        state = program.stat()
    except OSError:
        return None
    digest = hashlib.sha256(repr((str(program), state.st_size, state.st_mtime_ns, arguments)).encode())
    digest.update(body)
    return f"{_FORM}-{digest.hexdigest()}"


def kept_answer(store: Store, key: str) -> bytes | None:
    """Return an answer that was kept; `None` where there is none."""
    data = store.read(key)
    return zlib.decompress(data) if data else None


def keep_answer(store: Store, key: str, answer: bytes) -> None:
    """Keep an answer."""
    store.write(key, zlib.compress(answer, 1))
