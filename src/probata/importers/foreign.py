"""What every reader of this room gives: works as CSL-JSON has them, each with its place in the file, and plain text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.shipped import shipped
from probata.source.text_file import ILLEGAL

LONGEST = 10_000
"""Characters of one field. No title is longer; a whole document pasted into one is."""

_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?/?>", re.IGNORECASE)
"""What citation processors read in a title (CSL 1.0.2, appendix on rich text); any other tag is text."""
_STEERING = re.compile("[\x80-\x84\x86-\x9f]")
"""Control characters of the second block, which come of a wrong encoding; U+0085 is the end of a line."""


_LINK = re.compile(
    r"""\[(?P<words>[^\]]*)\]\(\s*<?(?P<to>https?://[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)[^)]*\)"""
    r"""|<a\s[^>]*?href\s*=\s*["']?(?P<at>https?://[^\s"'>]+)[^>]*>(?P<inside>.*?)</a>""",
    re.IGNORECASE,
)
"""A link behind words, as Markdown and HTML have it."""


class NotTextError(Exception):
    """A value cannot be a line of a record; `str()` is one clause."""


def one_line(value: Any) -> str:
    """Return a string or number as one line: line ends and runs of spaces become one space.

    Raises `NotTextError` for lists and objects, for a character that no document can hold, and for what is too long.
    """
    if value is None or isinstance(value, bool):
        return ""
    if not isinstance(value, str | int | float):
        raise NotTextError("it is no text")
    text = str(value)
    if found := ILLEGAL.search(text) or _STEERING.search(text):
        raise NotTextError(f"the character `U+{ord(found[0]):04X}` cannot stand in a document")
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise NotTextError(f"it has {len(text)} characters, more than {LONGEST}")
    return text


def link_in(text: str) -> tuple[str, str]:
    """Return the words of a line that is nothing but a link, and where it leads; the line as it is where it is none."""
    found = _LINK.fullmatch(text.strip())
    return (found["words"] or found["inside"] or "", found["to"] or found["at"]) if found else (text, "")


def without_markup(text: str) -> str:
    """Return a line without the marks that citation processors read as italics and the like."""
    return " ".join(_MARKUP.sub("", text).split())


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


ARCHIVE_URL = "archive-url"
"""Where a note or heading says that this, whatever its form, is the address of an archived copy."""


def is_address(text: str) -> bool:
    """Tell an address on the network from the name of a house that keeps papers: CSL has `archive` for both."""
    return text.lower().startswith(("http://", "https://"))


def table(name: str) -> Mapping[str, str]:
    """Return a table of `fields.toml`: words by words."""
    found: Mapping[str, str] = shipped("importers", "fields.toml")[name]
    return found


def listed(name: str) -> frozenset[str]:
    """Return the names that a list of `fields.toml` holds."""
    return frozenset(shipped("importers", "fields.toml")[name]["names"])


@cache
def variables() -> Mapping[str, str]:
    """Return every name that a variable is known by, in small letters with hyphens, and the variable."""
    known = [*table("texts"), *table("names"), *table("dates"), *listed("to_note"), "type", "note", "id"]
    also = {one_spelling(name): variable for name, variable in table("also").items()}
    ours = {one_spelling(field): name for group in ("texts", "names", "dates") for name, field in table(group).items()}
    return {**ours, **also, **{one_spelling(name): name for name in known}, ARCHIVE_URL: ARCHIVE_URL}


def one_spelling(name: str) -> str:
    """Return a name in small letters with hyphens: `Publisher Place` and `publisher_place` are one."""
    return "-".join(name.replace("_", " ").replace("-", " ").lower().split())
