"""Python values written as `repr`, as auto-archiver's table has them: literals, times and UTC. Nothing is evaluated."""

from __future__ import annotations

import ast
import warnings
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

LONGEST: Final = 1_000_000
"""Characters of one cell."""
_DEEPEST: Final = 40


class NotAValueError(ValueError):
    """The text is none of the values that are read; says in a few words what it is."""


def value_of(text: str) -> Any:
    """Return the value: strings, numbers, lists, tuples, dictionaries, `datetime.datetime(…)`, `datetime.timezone.utc`.

    Raises `NotAValueError` for anything else, such as a call of any other function.
    """
    if len(text) > LONGEST:
        raise NotAValueError(f"it is longer than {LONGEST:,} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # else an odd escape of a stranger's is printed
            tree = ast.parse(text.strip(), mode="eval")
        return _value(tree.body, 0)
    except NotAValueError:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, TypeError):
        raise NotAValueError("it is no value as Python writes it") from None


def _value(node: ast.expr, depth: int) -> Any:
    if depth > _DEEPEST:
        raise NotAValueError(f"its parts are nested more than {_DEEPEST} deep")
    match node:
        case ast.Constant(value=str() | int() | float() | bool() | None):
            return node.value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return -number
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [_value(part, depth + 1) for part in parts]
        case ast.Dict(keys=keys, values=values):
            return {_key(key): _value(part, depth + 1) for key, part in zip(keys, values, strict=True)}
        case ast.Call():
            return _time(node)
    raise NotAValueError(f"it holds `{type(node).__name__}`, which is no plain value")


def _key(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotAValueError("a name in it is no text")


def _time(node: ast.Call) -> datetime:
    """Return a time; no other call is understood, and none is made."""
    called = ast.unparse(node.func)[:60]
    if called != "datetime.datetime":
        raise NotAValueError(f"it calls `{called}`, and nothing is called")
    numbers = [part.value for part in node.args
               if isinstance(part, ast.Constant) and type(part.value) is int]  # fmt: skip
    if len(numbers) != len(node.args) or not 3 <= len(numbers) <= 7:
        raise NotAValueError("a time in it is not written in numbers")
    zone: timezone | None = None
    for word in node.keywords:
        if word.arg == "tzinfo":
            zone = _zone(word.value)
        elif word.arg != "fold":
            raise NotAValueError("a time in it is not written in numbers")
    year, month, day, *rest = numbers
    hour, minute, second, micro = (*rest, 0, 0, 0, 0)[:4]
    return datetime(year, month, day, hour, minute, second, micro, tzinfo=zone)


def _zone(node: ast.expr) -> timezone:
    written = ast.unparse(node)[:120]
    if written == "datetime.timezone.utc":
        return UTC
    if isinstance(node, ast.Call) and ast.unparse(node.func)[:60] == "datetime.timezone" and len(node.args) == 1:
        inner = node.args[0]
        if isinstance(inner, ast.Call) and ast.unparse(inner.func)[:60] == "datetime.timedelta" and not inner.args:
            parts = {word.arg or "": _value(word.value, 0) for word in inner.keywords}
            if set(parts) <= {"days", "seconds"} and all(type(part) is int for part in parts.values()):
                return timezone(timedelta(**parts))
    raise NotAValueError("the zone of a time in it is not understood")
