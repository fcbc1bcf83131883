"""Pandoc's answers by what it was asked: the same question to the same Pandoc is not asked again."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import Protocol

_FORM = "citations-1"
"""Beginning of every key; the digit is raised where entries take another form."""


class AnswerStore(Protocol):
    """Where answers are kept. It may forget any of them at any time, and raises nothing."""

    def read(self, key: str) -> bytes | None:
        """Return what was written under a key, or `None`."""

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key, wholly or not at all."""


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


def kept_answer(store: AnswerStore, key: str) -> bytes | None:
    """Return an answer that was kept; `None` where there is none, or it is damaged or of another key."""
    data = store.read(key)
    if data is None or not data.startswith(seal := _seal(key, data[_SEAL_LENGTH:])):
        return None
    return zlib.decompress(data[len(seal) :])


def keep_answer(store: AnswerStore, key: str, answer: bytes) -> None:
    """Keep an answer, sealed."""
    packed = zlib.compress(answer, 1)
    store.write(key, _seal(key, packed) + packed)


def _seal(key: str, packed: bytes) -> bytes:
    return hashlib.sha256(key.encode() + packed).digest()


_SEAL_LENGTH = len(_seal("", b""))
