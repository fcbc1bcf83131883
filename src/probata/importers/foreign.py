"""What every reader of this room gives: works as CSL-JSON has them, each with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span

MAX_BYTES = 20_000_000
"""Largest file that is taken in: some ten thousand works with their abstracts."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """One work of a file that comes from elsewhere. Nothing in it is trusted: every string is literal text."""

    item: Mapping[str, Any]
    """Variables of CSL-JSON by name; also names that CSL does not know."""

    span: Span

    unread: tuple[str, ...] = ()
    """Fields of the file that its form has and we do not read, as the file calls them."""

    type_is_coarse: bool = False
    """Whether its form has so few types that another of ours does not contradict: BibTeX has none for newspapers."""

    remarks: tuple[str, ...] = ()
    """What could not be read of it, in one clause each."""


class CannotImportError(Exception):
    """Nothing can be taken from a file; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def refused(code: str, name: str, message: str, span: Span, help: str) -> CannotImportError:
    """Return the error that carries a must-fix finding about a file."""
    return CannotImportError(Diagnostic(code, name, Severity.ERROR, message, span, help))


# On which line a character of a text stands, for many characters of a large text.


class LineNumbers:
    """The lines of one text, which ends its lines in single line feeds."""

    def __init__(self, text: str) -> None:
        """Find where lines begin, once."""
        self._starts = [found.end() for found in re.finditer("\n", text)]

    def of(self, place: int) -> int:
        """Return the line, from 1, of the character at a place, from 0."""
        return bisect_right(self._starts, place) + 1
