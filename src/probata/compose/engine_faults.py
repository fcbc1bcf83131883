"""What goes wrong in a template and the engine does not tell, or not in words that help."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

import jinja2
from jinja2.nodes import Node
from jinja2.parser import Parser
from jinja2.sandbox import MAX_RANGE
from jinja2.utils import missing

# Faults of templates that we put into words ourselves, with the next step, beside those that the engine tells.


class TemplateSyntaxFault(jinja2.TemplateSyntaxError):
    """A template cannot be read. `message` and `help` are what the user reads."""

    def __init__(self, message: str, help: str, line: int, name: str | None) -> None:
        super().__init__(message, line, name, name)
        self.help = help


class TemplateRuntimeFault(jinja2.TemplateRuntimeError):
    """A template cannot be filled. `message` and `help` are what the user reads."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


# What a template asks of a value that has no such field: remembered with the fields that there are.


class UnknownFieldError(jinja2.UndefinedError):
    """A field that a value lacks; `fields` are the names of those that it has, sorted."""

    def __init__(self, message: str | None = None, name: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.name = name
        self.fields = fields


class UnknownField(jinja2.StrictUndefined):
    """Stands for a name or a field that does not exist; to print it, to ask it or to loop over it is a fault."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        """Take what the engine knows: the value asked, or none where the name itself is unknown."""
        known = exc or (jinja2.UndefinedError if obj is missing else _worded(obj, str(name)))
        super().__init__(hint, obj, name, known)


def _worded(value: object, name: str) -> Any:
    return partial(UnknownFieldError, name=name, fields=_fields(value))


def _fields(value: object) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(sorted(key for key in value if isinstance(key, str)))
    own = type(value)
    declared = getattr(own, "model_fields", None) or dir(own)
    return tuple(sorted(key for key in declared if key[:1] != "_" and not callable(getattr(own, key, None))))


# What goes wrong when a template is compiled and the engine does not tell.
# The engine parses by recursion and compiles to Python, whose own limits a template can reach: brackets in brackets,
# blocks in blocks, a sum of a thousand terms, a number of a thousand digits. Each is a fault of the template with its
# line.

COMPILE_FAULTS = (RecursionError, MemoryError, ValueError, SyntaxError)
"""What compiling raises besides the engine's own faults."""

_NESTED = ("brackets or blocks stand in one another too often", "take some of them away, or divide what stands here")
_DIGITS = ("a number here has too many digits", "write a shorter number")
_TWICE = ("a name stands twice among what is handed over in brackets", "keep one of the two")
_OTHER = ("something stands here that has no meaning", "check the brackets and names here")
_WORDS_OF_NESTING = ("nested", "indentation", "overflow", "too complex")
_WORDS_OF_REPEATING = ("repeated", "duplicate")
_LINES = re.compile(r"^debug_info = '(?P<pairs>[\d=&]*)'$", re.MULTILINE)


def compile_fault(error: BaseException, name: str | None, code: str = "") -> TemplateSyntaxFault:
    """Return the fault for what was raised; `code` is the Python that the engine made, where it came so far."""
    line = _line_of_code(error.lineno or 1, code) if isinstance(error, SyntaxError) else _line_reached(error)
    return TemplateSyntaxFault(*_words(error), line, name)


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


# What goes wrong in a template's own expressions while it is filled, said for what it is as far as can be told.

FAULTS_OF_TEMPLATES = (
    ArithmeticError, AttributeError, LookupError, MemoryError, NameError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
_DOCUMENTATION = "see the documentation of templates"
_TOP = "top-level template code"
"""What the engine calls the body of a template in a traceback; blocks are `block 'name'`, macros `template`."""


def render_fault(error: BaseException) -> TemplateRuntimeFault:
    """Return the fault for what an expression raised."""
    if isinstance(error, ZeroDivisionError):
        return TemplateRuntimeFault("a number is divided by 0 here", "ask with `{% if … %}` before whether it is 0")
    if isinstance(error, OverflowError) and "range" in str(error).lower():
        message = f"`range` is asked for more than {MAX_RANGE:,} numbers"
        return TemplateRuntimeFault(message, "loop over records, or over fewer numbers")
    if isinstance(error, OverflowError):
        return TemplateRuntimeFault("a number becomes too large here", "count with smaller numbers")
    if isinstance(error, MemoryError):
        return TemplateRuntimeFault("more is asked for here than the computer can hold", "ask for less")
    if isinstance(error, RecursionError):
        return TemplateRuntimeFault(*_circle(error))
    return TemplateRuntimeFault(
        "the template cannot be filled here: an expression does not fit its values", _DOCUMENTATION
    )


def _circle(error: RecursionError) -> tuple[str, str]:
    """Tell what goes round without end by what stands most often in the traceback."""
    places = Counter(frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__))
    often, _ = places.most_common(1)[0]
    if places[_TOP] > 1 and places[_TOP] >= places["template"]:
        return "the template extends, includes or imports itself", "name another template here"
    if often.startswith("block ") or places["template"] < 2:
        return "a block prints itself without end", "use `super()` to print the block of the forum above"
    return "a macro calls itself without end", "let it end with `{% if … %}`, or call it from outside"
