"""What a lawyer typed, as characters that mean nothing to the template engine and nothing to Markdown."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_}\[\]<>#|~^&!:=+%$-]")
"""Every sign that can begin something; a backslash before it makes it a character (CommonMark 0.31, section 2.4)."""
_PRINTED = re.compile(r"[{@]|\\\[(?=\\\^)")
"""What a backslash does not disarm, since somebody else reads it: the template engine a brace, we a citation by its
sign, and the mark of a note in what is printed."""
_NUMBER = re.compile(r"(^|\n)(\s*\d{1,9})([.)])")
"""A number that would begin a list."""
_FIRST, _LAST = re.compile(r"^(?:\\\n|\s)+"), re.compile(r"^(?:\n\\|\s)+")
"""Spaces and line breaks before the first character, and those behind the last, read from the end: a pattern that looks
for the end tries each space of a long row anew."""
_SPACES = re.compile(r"[\t\r\f\v\x85\u2028\u2029]+")


def escaped(text: str, *, quoted: bool = False) -> str:
    """Return characters without line feeds as template text; `quoted` if it stands in quotation marks."""
    signs = _SIGNS.sub(lambda match: f"\\{match[0]}", _SPACES.sub(" ", text))
    signs = signs.replace('"', "&quot;") if quoted else signs
    return _PRINTED.sub(lambda match: f'{{{{ "{match[0][-1]}" }}}}', signs)


def constant(text: str) -> str:
    """Return text as a constant of the template engine, in which no sign but letters and digits stands as it is."""
    return '"' + "".join(one if one.isalnum() or one == " " else f"\\U{ord(one):08x}" for one in text) + '"'


def without_number(line: str) -> str:
    """Return template text that begins no list with a number."""
    return _NUMBER.sub(r"\1\2\\\3", line)


def trimmed(text: str) -> str:
    """Return template text without the spaces and line breaks at its ends."""
    return _FIRST.sub("", _LAST.sub("", text[::-1])[::-1])
