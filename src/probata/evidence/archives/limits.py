"""How much is read of what strangers packed, and how it is said that something was not."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from probata.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes where nothing else is said. Far above what people send, far below what fills a machine."""

    file: int = 8_000_000_000
    """The archive itself."""

    unpacked: int = 4_000_000_000
    """All that is unpacked of one archive."""

    one: int = 100_000_000
    """One file, mail or page in it."""

    json: int = 50_000_000
    """A file of JSON, which takes ten times its size while it is read."""

    ratio: int = 200
    """How many times its packed size a file of more than a megabyte may have."""

    entries: int = 50_000
    """Files in one archive, or records of a web archive that are looked at."""

    items: int = 20_000
    header: int = 1_000_000
    """All headers of one mail, or of one record of a web archive."""

    parts: int = 100
    """Parts of a mail that hold others: mails in mails, too."""

    attachments: int = 1_000
    """Attachments of one item."""

    text: int = 5_000_000
    """Characters of the text of one item."""

    texts: int = 200_000_000
    """Characters of all texts together."""


USUAL: Final = Limits()

_CODES = MappingProxyType(
    {
        "archive-unknown": "ARC101",
        "archive-damaged": "ARC102",
        "archive-too-large": "ARC103",
        "archive-locked": "ARC104",
        "packed-too-tight": "ARC105",
        "too-many-entries": "ARC106",
        "name-outside-archive": "ARC107",
        "archive-in-archive": "ARC108",
        "hash-mismatch": "ARC109",
        "item-too-large": "ARC110",
        "header-too-large": "ARC111",
        "nested-too-deep": "ARC112",
        "unread-item": "ARC113",
        "unreadable-row": "ARC114",
        "date-order-uncertain": "ARC115",
        "link-not-followed": "ARC116",
    }
)


def skipped(name: str, message: str, shown: str, help: str = "", line: int = 1) -> Diagnostic:
    """Return the finding that a part of an archive is not taken; the rest is."""
    return Diagnostic(_CODES[name], name, Severity.WARNING, message, Span(shown, line, 1, line, 1), help)


def refusal(name: str, message: str, shown: str, help: str) -> Diagnostic:
    """Return the finding that nothing is taken of a file."""
    return Diagnostic(_CODES[name], name, Severity.ERROR, message, Span(shown), help)


class NotTakenError(Exception):
    """Something in an archive is not taken; or, where it `is_whole`, nothing of it is. `finding` says why."""

    def __init__(self, name: str, message: str, shown: str, help: str = "", *, is_whole: bool = False) -> None:
        """Take what `skipped` or `refusal` does."""
        super().__init__(message)
        self.finding = refusal(name, message, shown, help) if is_whole else skipped(name, message, shown, help)
