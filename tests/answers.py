"""The answers of the citation program, kept for all tests of a run: the same question is asked once."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.filings.once import shared


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """An `AnswerStore` in memory, and in the folder that the workers of a run share.

    What is asked for the first time is asked of Pandoc itself.
    """

    by_key: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        if key not in self.by_key and shared and _file(key).exists():
            self.by_key[key] = _file(key).read_bytes()
        return self.by_key.get(key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key; another worker sees the whole of it or nothing."""
        self.by_key[key] = data
        if shared:
            unfinished = _file(f"{key}.{os.getpid()}")
            unfinished.parent.mkdir(exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(_file(key))


def _file(key: str) -> Path:
    return shared[0] / "answers" / key


KEPT = KeptAnswers()
