"""What is read of a finished file: its texts, each with the part that holds it, its pictures, and what stays unread."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

Sort = Literal["text", "address", "form"]
"""Words for a reader; an id, a path or an address; or what a format says of itself, such as the name of a face."""

DEEPEST: Final = 6
"""Files within files that are read."""
MOST_PARTS: Final = 20_000
MOST_BYTES: Final = 600_000_000
"""Bytes of all parts of a file together, unpacked."""
MOST_TEXT: Final = 100_000_000
"""Characters of all texts of a file together."""
MOST_PICTURES: Final = 300
MOST_OF_PICTURES: Final = 80_000_000
"""Characters in which all pictures of a file are handed on."""
LARGEST_PICTURE: Final = 60_000_000
"""Pixels of a picture that is read."""


_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
"""Letters by their numbers, as JSON and scripts write them."""


class ReadTooMuchError(Exception):
    """The file holds more than is read."""


@dataclass(slots=True)
class Reading:
    """Collects what a file holds, within limits; lists of plain values, since another process gives them back."""

    passages: list[tuple[str, str, Sort]] = field(default_factory=list)
    """Part, text, sort."""

    unread: list[tuple[str, str]] = field(default_factory=list)
    """Part, and why it could not be read."""

    pictures: list[tuple[str, str]] = field(default_factory=list)
    """Part, and the picture as PNG in base64, made anew from its pixels."""

    parts: dict[str, int] = field(default_factory=dict)
    """How many parts there are of each kind."""

    left: int = MOST_BYTES
    text_left: int = MOST_TEXT

    def text(self, part: str, text: str, sort: Sort = "text") -> None:
        """Take a text; one without a letter or digit is none."""
        if any(map(str.isalnum, text)):
            self.text_left -= len(text)
            if self.text_left < 0:
                raise ReadTooMuchError
            self.passages.append((part, text, sort))
            if "\\" in text and _ESCAPED.search(text):
                self.passages.append((part, _ESCAPED.sub(lambda one: chr(int(one[1] or one[2], 16)), text), sort))

    def take(self, size: int) -> None:
        """Count the bytes of a part; raises `ReadTooMuchError` where all are more than are read."""
        self.left -= size
        if self.left < 0 or sum(self.parts.values()) > MOST_PARTS:
            raise ReadTooMuchError

    def count(self, kind: str) -> None:
        """Count a part of a kind."""
        self.parts[kind] = self.parts.get(kind, 0) + 1

    def skip(self, part: str, why: str) -> None:
        """Note what could not be read."""
        self.unread.append((part, why))
