"""A Pandoc that counts how often it is started, and a store of its answers, for the tests beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from probata.citation import Cited, Library, cite, load_words
from probata.citation.program import find_program
from probata.document.blocks import Block
from probata.document.tree import Document, Meta

from .cases import LIBRARY, citation, listed, paragraph, style

BLOCKS = (
    paragraph("A", citation("hart")),
    paragraph("B", citation("liu")),
    paragraph("C", citation("hart"), "D", citation("dworkin")),
)
LIST = (listed("hart"), listed("dworkin"), listed("liu"))


@dataclass
class Store:
    """Keeps answers in memory."""

    entries: dict[str, bytes] = field(default_factory=dict)

    def read(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def write(self, key: str, data: bytes) -> None:
        self.entries[key] = data


class Counted:
    """Pandoc itself, behind a script that writes a line each time it is started."""

    def __init__(self, folder: Path) -> None:
        self._lines = folder / "starts"
        self.program = folder / "pandoc"
        self.program.write_text(f'#!/bin/sh\necho start >> "{self._lines}"\nexec "{find_program()}" "$@"\n')
        self.program.chmod(0o755)

    @property
    def starts(self) -> int:
        return len(self._lines.read_text().splitlines()) if self._lines.exists() else 0

    def cited(self, *blocks: Block, store: Store | None = None, name: str = "oscola-4", restart: bool = False,
              library: Library = LIBRARY) -> Cited:  # fmt: skip
        document = Document(Meta("Test"), blocks)
        return cite(document, library, style(name, restart=restart), load_words("en"), self.program, store)


_MEETING = """#!/bin/sh
echo start >> "{lines}"
tries=0
while [ "$(grep -c start "{lines}")" -lt 2 ] && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
"{pandoc}" "$@"
code=$?
echo end >> "{lines}"
exit $code
"""
"""The first run waits for a second, half a minute at most: were they one after the other, none would ever come."""


class Meeting(Counted):
    """Pandoc itself, behind a script that writes when a run begins and ends, and whose first run waits for another."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.program.write_text(_MEETING.format(lines=self._lines, pandoc=find_program()))

    @property
    def at_once(self) -> list[int]:
        """How many runs there were after each beginning and each end, in order."""
        steps = [1 if line == "start" else -1 for line in self._lines.read_text().splitlines()]
        return [sum(steps[:number]) for number in range(1, len(steps) + 1)]
