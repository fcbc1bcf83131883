"""Strings of a stranger's file as one line of plain text, and what keeps one from being taken."""

from __future__ import annotations

import re
from typing import Any

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
