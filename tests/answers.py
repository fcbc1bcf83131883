"""The answers of the citation program, kept from run to run: the same question is asked once of the same Pandoc."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from tests.filings.cases import ROOT

FOLDER = ROOT / ".pytest_cache" / "answers"


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """An `AnswerStore` in memory and in a folder. What is asked for the first time is asked of Pandoc itself."""

    by_key: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        if key not in self.by_key and (FOLDER / key).exists():
            self.by_key[key] = (FOLDER / key).read_bytes()
        return self.by_key.get(key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key; another worker sees the whole of it or nothing."""
        self.by_key[key] = data
        unfinished = FOLDER / f"{key}.{os.getpid()}"
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(FOLDER / key)


KEPT = KeptAnswers()
