"""YAML text to nodes. The home of the YAML library.

Every scalar stays the string that was written: YAML 1.1 would read `NO` as false, `10:30` as 630 and `1.10` as 1.1.
A key that stands twice, an alias, a tag and a second document are findings, since YAML silently keeps the last of two
equal keys and a few aliases can blow up to gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from probata.diagnostics import Diagnostic, Span
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode
from probata.source.text_file import ILLEGAL, fault, line_ends, unprintable

# A syntax fault of YAML in plain words: the library's own speak of tokens, scalars and streams.

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
"""Faults that are seen where something ends, and corrected where it begins."""
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


MAX_DEPTH = 40
"""Deepest nesting that is read; records need fewer than ten levels."""

_NULLS = {"", "~", "null"}


class _StoppedError(Exception):
    """Reading cannot go on; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Builder:
    """Builds nodes from the parser's events, without recursion, so that depth costs nothing."""

    def __init__(self, path: str, line_offset: int, is_clean: bool) -> None:
        self.path = path
        self.offset = line_offset
        self.is_clean = is_clean
        self.findings: list[Diagnostic] = []
        self.stack: list[tuple[Any, list[Node]]] = []
        self.root: Node | None = None

    def span(self, first: Any, last: Any) -> Span:
        """Return the place from the beginning of one event to the end of another, which may be the same."""
        start, end, above = first.start_mark, last.end_mark, self.offset + 1
        return Span(self.path, start.line + above, start.column + 1, end.line + above, end.column + 1)

    def take(self, event: Any) -> None:
        """Handle one event of the parser; three of four are scalars."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                self.refuse(event)
            self.put(self.scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                self.refuse(event)
            self.open(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close(event)
        elif kind is yaml.AliasEvent:
            self.stop("SRC111", "yaml-alias", f"`*{event.anchor}` repeats another value", event, "write the value out")
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            self.stop("SRC112", "second-document", "a second document begins here", event, "delete the line `---`")

    def open(self, event: Any) -> None:
        """Begin a list or a mapping; one nested too deep ends the reading."""
        if len(self.stack) >= MAX_DEPTH:
            self.stop("SRC113", "too-deep", f"the data is nested more than {MAX_DEPTH} levels deep", event,
                      "records need fewer than ten levels: check the brackets and the indentation")  # fmt: skip
        self.stack.append((event, []))

    def close(self, event: Any) -> None:
        """End the innermost list or mapping, and put it where it belongs with its place from first to last mark."""
        start, children = self.stack.pop()
        span = self.span(start, event)
        if type(start) is yaml.SequenceStartEvent:
            self.put(SequenceNode(tuple(children), span))
        else:
            self.put(MappingNode(tuple(self.entries(children)), span))

    def entries(self, children: list[Node]) -> Iterator[Entry]:
        """Pair keys and values; of a key that stands twice the first is kept and the second reported."""
        seen: dict[str, Scalar] = {}
        pairs = iter(children)
        for key, value in zip(pairs, pairs, strict=True):
            if type(key) is not Scalar:
                self.findings.append(fault("SRC114", "odd-key", "a key must be a word", key.span,
                                           "write `name: value`"))  # fmt: skip
            elif (first := seen.setdefault(key.text, key)) is not key:
                self.findings.append(fault("SRC115", "repeated-key", f"`{key.text}` stands twice", key.span,
                                           f"keep one of the two; the first is in line {first.span.line}"))  # fmt: skip
            else:
                if type(value) is Scalar and value.is_null and _has_no_colon(key, value):
                    self.findings.append(_cut_by_comma(key))
                yield Entry(key, value)

    def scalar(self, event: Any) -> Scalar:
        """Keep a value as the characters that were written, and whether nothing was."""
        value, style, span = event.value, event.style, self.span(event, event)
        is_null, text_line = False, span.line if span.line == span.end_line else 0
        if style == "|":
            text_line = span.line + 1
        elif style == '"':
            value = line_ends(value)
        elif not style and value in _NULLS:
            is_null = True
            if not value:
                span = Span(self.path, span.line, span.column, span.line, span.column)
                text_line = span.line
        # Only an escape in quotation marks brings in what the characters of the file do not show.
        text = value if self.is_clean and style != '"' else self.printable(value, span)
        return Scalar(text, span, is_null, text_line)

    def printable(self, text: str, span: Span) -> str:
        """Take out and report what cannot be printed."""
        if found := ILLEGAL.search(text):
            self.findings.append(unprintable(found[0], span))
            return ILLEGAL.sub("", text)
        return text

    def put(self, node: Node) -> None:
        """Give a node to the innermost list or mapping; the first outside all of them is the root."""
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node

    def refuse(self, event: Any) -> None:
        """Stop at an anchor or a tag; `!` by itself only says that a text is a text."""
        if event.anchor:
            self.stop(
                "SRC111", "yaml-alias", f"`&{event.anchor}` is a YAML anchor", event, "write the value without it"
            )
        if event.tag and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.stop("SRC116", "yaml-tag", f"`{written}` is a YAML tag", event, "write the value without it")

    def stop(self, code: str, name: str, message: str, event: Any, help: str) -> None:
        """End the reading with a finding at an event."""
        raise _StoppedError(fault(code, name, message, self.span(event, event), help))


def _has_no_colon(key: Scalar, nothing: Scalar) -> bool:
    """Tell whether a key stands alone, as in `{name: Foreign, Commonwealth}`; with a colon nothing begins later."""
    return (nothing.span.line, nothing.span.column) == (key.span.end_line, key.span.end_column)


def _cut_by_comma(key: Scalar) -> Diagnostic:
    help = "in braces a comma begins a new field: put a text that has one in quotation marks"
    return fault("SRC118", "text-cut-by-comma", f"`{key.text}` stands here without a value", key.span, help)


def read_yaml(text: str, path: str, line_offset: int = 0) -> tuple[Node | None, list[Diagnostic]]:
    """Read one YAML document; `None` where it is empty or cannot be read at all.

    `line_offset` is the number of lines above the text in its file. What was read of each of the last files is kept,
    as it was and as it shall be: a case that is read again after something was written into it has most of its files,
    and all forums, as they were.
    """
    kept = _read_last(path, line_offset)
    known = next((one for one in kept if one[0] == text), None) or (text, _read(text, path, line_offset))
    kept[:] = [known, *(one for one in kept if one is not known)][:2]
    node, findings = known[1]
    return node, list(findings)


Outcome = tuple[Node | None, tuple[Diagnostic, ...]]


@lru_cache(maxsize=256)
def _read_last(path: str, line_offset: int) -> list[tuple[str, Outcome]]:
    """Return where the last two texts of a file are kept, with what was read of them."""
    del path, line_offset
    return []


def _read(text: str, path: str, line_offset: int) -> Outcome:
    builder = _Builder(path, line_offset, is_clean=ILLEGAL.search(text) is None)
    try:
        for event in iter(yaml.CSafeLoader(text).get_event, None):
            builder.take(event)
    except _StoppedError as stopped:
        return None, (*builder.findings, stopped.diagnostic)
    except yaml.YAMLError as error:
        return None, (*builder.findings, syntax_fault(error, text, path, line_offset))
    return builder.root, tuple(builder.findings)
