"""A syntax fault of YAML in plain words: the library's own speak of tokens, scalars and streams."""

from __future__ import annotations

from typing import Any

import yaml

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import fault

_QUOTE = 'put the text into quotation marks, and write a mark inside it as `\\"`'
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon stands where none can stand",
        "indent the fields of a record alike, and put a text that holds a colon and a space into quotation marks",
    ),
    (
        "could not find expected ':'",
        "a line stands here that is no field",
        "write `name: value`, or indent the line as a part of the text above it",
    ),
    ("cannot start any token", "a tab or a mark stands where a value begins", f"indent by spaces; {_QUOTE}"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed", "close it where the text ends"),
    ("block sequence entries", "a list begins in the line of its key", "begin the list on the next line, indented"),
    ("expected '-' indicator", "a line stands here that is no entry of the list", "begin each record with `- `"),
    ("or ']'", "a bracket `[` is opened here and not closed, or a comma is missing in it", "close it with `]`"),
    ("or '}'", "a brace `{` is opened here and not closed, or a comma is missing in it", "close it with `}`"),
    ("maximum", "brackets stand in brackets too often", "records need fewer than ten levels: check the brackets"),
    (
        "did not find expected key",
        "something stands here that is no field",
        f"indent the fields of a record alike; where a text has quotation marks or brackets in it, {_QUOTE}",
    ),
    (
        "expected <document start>",
        "what stands above is whole already, and more follows here",
        "delete what ends it above, such as `[]`, which stands for an empty list",
    ),
    ("expected node content", "a value is missing here", "write it, or put the text into quotation marks"),
    (
        "invalid Unicode character escape",
        "an escape such as `\\ud83d` is half a character or none",
        "type the character itself in place of its escapes",
    ),
    ("escape", "a backslash stands in quotation marks", "write it twice, or use single quotation marks"),
)
"""Words of the library that tell the fault, what it is to a reader, and what to do."""

_FROM_ITS_BEGINNING = ("unexpected end of stream", "or ']'", "or '}'")
"""Faults that are seen where something ends, and mended where it begins."""
_OF_WORDS = (*_FROM_ITS_BEGINNING, "escape", "maximum")
"""Faults that have nothing to do with the indentation of their line: between brackets a tab may stand."""


def syntax_fault(error: yaml.YAMLError, text: str, path: str, offset: int) -> Diagnostic:
    """Return the finding for a fault that the library met; `offset` counts the lines above the text in its file."""
    problem = str(getattr(error, "problem", None) or "")
    message, help = _in_words(problem)
    mark: Any = getattr(error, "problem_mark", None)
    if any(words in problem for words in _FROM_ITS_BEGINNING):
        mark = getattr(error, "context_mark", None) or mark
    line, column = _inside(text, mark.line + 1, mark.column + 1) if mark else (1, 1)
    if not any(words in problem for words in _OF_WORDS) and (tab := _tab_before_words(text, line)):
        message, help, column = "a tab stands where a line is indented", "indent by spaces instead", tab
    span = Span(path, line + offset, column, line + offset, column + 1)
    return fault("SRC117", "yaml-syntax", f"the records cannot be read from here on: {message}", span, help)


def _in_words(problem: str) -> tuple[str, str]:
    for words, message, help in _WORDS:
        if words in problem:
            return message, help
    return "it breaks off", "check indentation, quotation marks and the colon after each key"


def _tab_before_words(text: str, line: int) -> int:
    """Return the column of the first tab that indents a line; 0 where there is none."""
    written = text.split("\n")[line - 1]
    return written[: len(written) - len(written.lstrip())].find("\t") + 1


def _inside(text: str, line: int, column: int) -> tuple[int, int]:
    """Return the place, or the end of the text where it lies behind it."""
    lines = text.rstrip("\n").split("\n")
    return (line, column) if line <= len(lines) else (len(lines), max(1, len(lines[-1])))
