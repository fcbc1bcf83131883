"""Python values written as `repr`, as auto-archiver's table has them: literals, times and UTC. Nothing is evaluated."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

LONGEST: Final = 1_000_000
"""Characters of one cell."""
_DEEPEST: Final = 40
_PLAIN: Final = (ast.Expression, ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.UnaryOp, ast.USub, ast.Load)
_TIMES: Final[dict[str, Callable[..., object]]] = {
    "datetime.datetime": datetime, "datetime.timezone": timezone, "datetime.timedelta": timedelta,
}  # fmt: skip
"""The only names that may be called, each with plain values."""


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
        return ast.literal_eval(_WithTimes().visit(tree))
    except NotAValueError:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, TypeError):
        raise NotAValueError("it is no value as Python writes it") from None


class _WithTimes(ast.NodeTransformer):
    """Puts times in the place of the calls that make them, and refuses all that is no plain value."""

    depth = 0

    def visit(self, node: ast.AST) -> Any:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotAValueError(f"its parts are nested more than {_DEEPEST} deep")
        found = super().visit(node)
        self.depth -= 1
        return found

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if not isinstance(node, _PLAIN):
            raise NotAValueError(f"it holds `{type(node).__name__}`, which is no plain value")
        return super().generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if ast.unparse(node)[:60] != "datetime.timezone.utc":
            raise NotAValueError("it holds `Attribute`, which is no plain value")
        return ast.Constant(UTC)  # type: ignore[arg-type]  # taken as it is

    def visit_Call(self, node: ast.Call) -> ast.AST:
        called = ast.unparse(node.func)[:60]
        if called not in _TIMES:
            raise NotAValueError(f"it calls `{called}`, and nothing is called")
        given = [ast.literal_eval(self.visit(one)) for one in node.args]
        named = {one.arg or "": ast.literal_eval(self.visit(one.value)) for one in node.keywords}
        return ast.Constant(_TIMES[called](*given, **named))  # type: ignore[arg-type]
