"""Texts of others in fields that may hold Markdown: every sign of theirs is printed as it stands."""

from __future__ import annotations

import re

from probata.graph.resolve import keys_in_text

_SIGNS = re.compile(r"([\\`*_\[\]<>^{}~|$&!])")
_LOOKED_FOR = re.compile(r"\[\^[^\]]*\]|&#x?[0-9a-f]+;", re.IGNORECASE)
_AT_THE_BEGINNING = re.compile(r"^(\d{0,9})(?:(?<=\d)([.)])|(?<!\d)([#+\-=:]))", re.MULTILINE)
"""What begins a heading, a list, a box or a table there (CommonMark 0.31, section 4); the rest is escaped anywhere."""


def is_literal(text: str) -> bool:
    """Tell whether a text can be made to stand as it is.

    One that cites a source by its id cannot, nor one with the mark of a note, or with a character that values stand for
    while a document is made: these are looked for in the text as it is written.
    """
    return not keys_in_text(text) and not _LOOKED_FOR.search(text)


def literal(text: str) -> str:
    """Return a text so that Markdown prints it letter by letter; line breaks stay."""
    lines = (_SIGNS.sub(r"\\\1", line.strip()) for line in text.split("\n"))
    return _AT_THE_BEGINNING.sub(lambda found: f"{found[1]}\\{found[2] or found[3]}", "\n".join(lines))
