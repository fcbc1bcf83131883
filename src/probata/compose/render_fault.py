"""What goes wrong in a template's own expressions while it is filled, said for what it is as far as can be told."""

from __future__ import annotations

import traceback
from collections import Counter

from jinja2.sandbox import MAX_RANGE

from probata.compose.told import ToldRuntimeError

FAULTS_OF_TEMPLATES = (
    ArithmeticError, AttributeError, LookupError, MemoryError, NameError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
_DOCUMENTATION = "see the documentation of templates"
_TOP = "top-level template code"
"""What the engine calls the body of a template in a traceback; blocks are `block 'name'`, macros `template`."""


def render_fault(error: BaseException) -> ToldRuntimeError:
    """Return the fault for what an expression raised."""
    if isinstance(error, ZeroDivisionError):
        return ToldRuntimeError("a number is divided by 0 here", "ask with `{% if … %}` before whether it is 0")
    if isinstance(error, OverflowError) and "range" in str(error).lower():
        message = f"`range` is asked for more than {MAX_RANGE:,} numbers"
        return ToldRuntimeError(message, "loop over records, or over fewer numbers")
    if isinstance(error, OverflowError):
        return ToldRuntimeError("a number becomes too large here", "count with smaller numbers")
    if isinstance(error, MemoryError):
        return ToldRuntimeError("more is asked for here than the computer can hold", "ask for less")
    if isinstance(error, RecursionError):
        return ToldRuntimeError(*_circle(error))
    return ToldRuntimeError("the template cannot be filled here: an expression does not fit its values", _DOCUMENTATION)


def _circle(error: RecursionError) -> tuple[str, str]:
    """Tell what goes round without end by what stands most often in the traceback."""
    places = Counter(frame.f_code.co_name for frame, _ in traceback.walk_tb(error.__traceback__))
    often, _ = places.most_common(1)[0]
    if places[_TOP] > 1 and places[_TOP] >= places["template"]:
        return "the template extends, includes or imports itself", "name another template here"
    if often.startswith("block ") or places["template"] < 2:
        return "a block prints itself without end", "use `super()` to print the block of the forum above"
    return "a macro calls itself without end", "let it end with `{% if … %}`, or call it from outside"
