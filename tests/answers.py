"""The answers of the citation program, kept for all tests of a worker: the same question is asked once."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """An `AnswerStore` in memory. What is asked for the first time is asked of Pandoc itself."""

    by_key: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or `None`."""
        return self.by_key.get(key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key."""
        self.by_key[key] = data


KEPT = KeptAnswers()
