"""The exact place of some words below the place where their field begins."""

from __future__ import annotations

from collections.abc import Mapping

from probata.diagnostics.span import Span


def locate(texts: Mapping[str, str], start: Span, words: str) -> Span:
    """Return where `words` first stand in the file from `start` on; `start` itself where they do not.

    `texts` holds the text of every file by the path that spans carry.
    """
    lines = texts.get(start.path, "").split("\n")
    last = max(start.end_line, start.line)
    for number in range(start.line, min(last, len(lines)) + 1):
        column = lines[number - 1].find(words, start.column - 1 if number == start.line else 0)
        if words and column >= 0:
            return Span(start.path, number, column + 1, number, column + 1 + len(words))
    return start
