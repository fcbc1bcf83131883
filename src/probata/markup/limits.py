"""What a text must keep to before it is parsed: its length, its brackets, and characters that only we may use."""

from __future__ import annotations

import re

from probata.diagnostics import Diagnostic, Severity
from probata.document.inlines import Text
from probata.document.origin import Origin
from probata.markup.inline_builder import Place
from probata.markup.placeholder import PATTERN, fold

MAX_TEXT = 1_000_000
"""Characters of one text."""
MAX_PARAGRAPH = 64_000
"""Characters of one paragraph, entry of a list or row of a table."""
MAX_BRACKETS = 3_000
"""Opening brackets in one of these: where they are not closed, the parser's time grows with the square of them."""

_BEGINNING = re.compile(r"\n(?=[ \t]*(?:\n|\||[-*+] |\d+[.)] |>|#|:::))")
_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")
_RESERVED = frozenset({0x202D, 0x202E, *range(0xE000, 0xE01A)})
"""Overrides of direction, and what stands for values; written as they are, reading the file refuses them."""


def exceeded(text: str, place: Place) -> Diagnostic | None:
    """Return the finding about a text that is too long, or too full of brackets, to be parsed."""
    if len(text) > MAX_TEXT:
        return _fault("MKD106", "text-too-long", f"the text is longer than {MAX_TEXT:,} characters", place)
    for part in _BEGINNING.split(text):
        if len(part) > MAX_PARAGRAPH:
            return _fault("MKD106", "text-too-long", f"a paragraph is longer than {MAX_PARAGRAPH:,} characters", place)
        if part.count("[") > MAX_BRACKETS:
            return _fault("MKD111", "too-many-brackets", f"a paragraph has more than {MAX_BRACKETS:,} brackets", place)
    return None


def beginning(text: str, origin: Origin | None) -> Text:
    """Return what is printed of a text that cannot be parsed."""
    return Text(fold(PATTERN.sub("…", text[:200])) + " …", origin)


def without_reserved(text: str, place: Place, findings: list[Diagnostic]) -> str:
    """Return the text without characters that reading refuses, here written as `&#xE000;`; each is reported."""

    def replaced(match: re.Match[str]) -> str:
        code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
        if code not in _RESERVED:
            return match[0]
        message = f"`{match[0]}` is a character that cannot stand in a document"
        span = place.of(match[0])
        findings.append(Diagnostic("MKD112", "reserved-character", Severity.ERROR, message, span, "delete it"))
        return ""

    return _REFERENCE.sub(replaced, text)


def _fault(code: str, name: str, message: str, place: Place) -> Diagnostic:
    return Diagnostic(code, name, Severity.ERROR, message, place.span, "divide the text")
