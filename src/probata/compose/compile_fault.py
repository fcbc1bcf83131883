"""What goes wrong when a template is compiled and the engine does not tell.

The engine parses by recursion and compiles to Python, whose own limits a template can reach: brackets in brackets,
blocks in blocks, a sum of a thousand terms, a number of a thousand digits. Each is a fault of the template with its
line.
"""

from __future__ import annotations

import re
import traceback

from jinja2.nodes import Node
from jinja2.parser import Parser

from probata.compose.told import ToldSyntaxError

COMPILE_FAULTS = (RecursionError, MemoryError, ValueError, SyntaxError)
"""What compiling raises besides the engine's own faults."""

_NESTED = ("brackets or blocks stand in one another too often", "take some of them away, or divide what stands here")
_DIGITS = ("a number here has too many digits", "write a shorter number")
_TWICE = ("a name stands twice among what is handed over in brackets", "keep one of the two")
_OTHER = ("something stands here that has no meaning", "check the brackets and names here")
_WORDS_OF_NESTING = ("nested", "indentation", "overflow", "too complex")
_WORDS_OF_REPEATING = ("repeated", "duplicate")
_LINES = re.compile(r"^debug_info = '(?P<pairs>[\d=&]*)'$", re.MULTILINE)


def compile_fault(error: BaseException, name: str | None, code: str = "") -> ToldSyntaxError:
    """Return the fault for what was raised; `code` is the Python that the engine made, where it came so far."""
    line = _line_of_code(error.lineno or 1, code) if isinstance(error, SyntaxError) else _line_reached(error)
    return ToldSyntaxError(*_words(error), line, name)


def _words(error: BaseException) -> tuple[str, str]:
    if isinstance(error, (RecursionError, MemoryError)):
        return _NESTED
    if isinstance(error, ValueError):
        return _DIGITS
    said = str(error)
    if any(words in said for words in _WORDS_OF_NESTING):
        return _NESTED
    return _TWICE if any(words in said for words in _WORDS_OF_REPEATING) else _OTHER


def _line_reached(error: BaseException) -> int:
    """Return the line of the template at which the engine was, by what its functions were looking at."""
    line = 1
    for frame, _ in traceback.walk_tb(error.__traceback__):
        for looking in (frame.f_locals.get("self"), frame.f_locals.get("node")):
            if isinstance(looking, Node):
                line = looking.lineno or line
            elif isinstance(looking, Parser):
                line = looking.stream.current.lineno
    return line


def _line_of_code(number: int, code: str) -> int:
    """Return the line of the template for a line of the Python made from it, by the list that the engine adds."""
    found = _LINES.search(code)
    pairs = (pair.split("=") for pair in found["pairs"].split("&") if pair) if found else ()
    return max((int(line) for line, of_code in pairs if int(of_code) <= number), default=1)
